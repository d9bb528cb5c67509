"""The views of what central keeps besides records: offices, windows, submissions, completeness and figures.

Completeness has a row for each office and window it has to report in, so that a BI tool adds up and divides. Figures
are those of frozen lists as central keeps them (``figures/``), with their value in the indicator's unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cdd_desktop.central.giving.sql import Sqlite, given, literal
from cdd_desktop.central.giving.table import Kind
from cdd_desktop.central.holding.books import Books
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import DEPARTMENT
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.formula import Indicator
from cdd_desktop.forms.indicators import Sums, figure_of
from cdd_desktop.geography import geography
from cdd_desktop.periods.fiscal import first_day, fiscal_year_of

PREFIX = "give_"
UNITS, WINDOWS, INDICATORS = f"{PREFIX}unit", f"{PREFIX}window", f"{PREFIX}indicator"
OTHERS_LOOK_INTO = (UNITS, WINDOWS, INDICATORS)


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """A column with what ``give_column`` says of it."""

    key: str
    kind: Kind
    heading: str
    about: str


@dataclass(frozen=True, slots=True)
class KeptView:
    """``query`` gives the columns in their order."""

    name: str
    query: str
    columns: tuple[ViewColumn, ...]


def kept_views(books: Books, years: Iterable[int], today: date, dialect: Sqlite) -> Iterator[KeptView]:
    """Each view after those it looks into. ``years`` are the fiscal years whose windows are given; offices nobody has
    enrolled report from the beginning of today's."""
    windows = [window for year in years for window in books.calendar.windows(year)]
    told = [(one, each) for one in _definitions(books) for each in one.indicators if each.formula and not each.note]
    yield KeptView(UNITS, _units(), _columns(UNIT_TOLD))
    yield KeptView(WINDOWS, _windows(windows, dialect), _columns(WINDOW_TOLD))
    yield KeptView(f"{PREFIX}submission", _submissions(), _columns(SUBMISSION_TOLD))
    usual = first_day(fiscal_year_of(today)).isoformat()
    yield KeptView(f"{PREFIX}completeness", _completeness(usual, dialect), _columns(COMPLETENESS_TOLD))
    yield KeptView(INDICATORS, _indicators(told, dialect), _columns(INDICATOR_TOLD))
    yield KeptView(f"{PREFIX}figure", _figures(dialect), _columns({**OFFICE_TOLD, **FIGURE_TOLD}))
    yield KeptView(f"{PREFIX}province_figure", _sums(dialect), _columns({**PROVINCE_TOLD, **FIGURE_TOLD}))


def _definitions(books: Books) -> list[Definition]:
    return [books.catalogue.newest(dataset) for dataset in books.catalogue.datasets()]


# --- offices, windows, submissions -----------------------------------------------------------------------------------


def _units() -> str:
    places = geography()
    provinces = places.provinces()
    districts = (district for province in provinces for district in places.districts(province.code))
    every = (places.unit(DEPARTMENT), *provinces, *districts)
    return given(tuple(UNIT_TOLD), ([str(getattr(unit, name)) for name in UNIT_TOLD] for unit in every))


def _windows(windows: Sequence[Window], dialect: Sqlite) -> str:
    rows = ([str(_plain(getattr(window, name))) for name in WINDOW_TOLD] for window in windows)
    kinds = {name: kind for name, (kind, _, _) in WINDOW_TOLD.items()}
    columns = [f"{dialect.cast(name, kind)} AS {name}" for name, kind in kinds.items()]
    return f"SELECT {', '.join(columns)} FROM ({given(tuple(WINDOW_TOLD), rows)}) w"


def _plain(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


def _submissions() -> str:
    return f"SELECT {', '.join(SUBMISSION_TOLD)} FROM submission"


def _completeness(usual: str, dialect: Sqlite) -> str:
    since = f"coalesce(NULLIF(c.reports_from, ''), {literal(usual)})"
    received = "s.received_at <> ''"
    flags = {
        "expected": f"{dialect.cast(since, Kind.DAY)} <= w.due_on",
        "received": received,
        "on_time": "s.verdict = 'on_time'",
        "finished_on_time": "s.verdict = 'finished_on_time'",
        "late": "s.verdict = 'late'",
        "returned": "s.state = 'returned'",
        "nil": f"{received} AND s.nil",
    }
    columns = ["u.code AS unit", "u.province", "w.dataset", "w.period", "w.fiscal_year", "w.due_on"]
    columns += ["coalesce(s.state, 'none') AS state"]
    columns += [f"CASE WHEN {test} THEN 1 ELSE 0 END AS {name}" for name, test in flags.items()]
    counts = {"entries_expected": "expected", "entries_done": "done", "errors": "errors", "warnings": "warnings"}
    columns += [f"coalesce(s.{column}, 0) AS {name}" for name, column in counts.items()]
    reporting = "(u.level = 'district' AND w.district = 1) OR (u.level = 'province' AND w.province = 1)"
    return (
        f"SELECT {', '.join(columns)} FROM {UNITS} u JOIN {WINDOWS} w ON {reporting}"
        " LEFT JOIN contact c ON c.unit = u.code"
        " LEFT JOIN submission s ON s.unit = u.code AND s.dataset = w.dataset AND s.period = w.period"
        f" WHERE {flags['expected']} OR s.unit IS NOT NULL"
    )


# --- figures ---------------------------------------------------------------------------------------------------------


def _indicators(told: Iterable[tuple[Definition, Indicator]], dialect: Sqlite) -> str:
    names = tuple(INDICATOR_TOLD)
    rows = (
        (
            definition.dataset,
            each.key,
            each.label_th,
            each.label_en,
            each.unit_th,
            each.unit_en,
            each.nature,
            _divisor(each),
            str(_factor(definition, each)),
        )
        for definition, each in told
    )
    columns = [f"{dialect.cast(name, kind)} AS {name}" for name, (kind, _, _) in INDICATOR_TOLD.items()]
    return f"SELECT {', '.join(columns)} FROM ({given(names, rows)}) i"


def _divisor(indicator: Indicator) -> str:
    formula = indicator.formula
    assert formula is not None
    return "per" if formula.per is not None else "counted" if formula.mean else ""


def _factor(definition: Definition, indicator: Indicator) -> Decimal:
    """What turns sums as they are kept into the unit people are shown: found by showing a sum."""
    kept = 1_000_000
    shown = figure_of(definition, indicator, Sums(kept, 1, 1))
    assert shown.value is not None
    return Decimal(shown.value) / (100 if shown.decimals else 1) / kept


def _figures(dialect: Sqlite) -> str:
    total, per = (dialect.cast(f"f.{name}", Kind.AMOUNT) for name in ("total", "per"))
    return _valued("f.unit, f.dataset, f.period, f.indicator, f.part, f.counted", total, per, "figure f")


def _sums(dialect: Sqlite) -> str:
    total, per = (
        f"CASE WHEN f.{some} > 0 THEN {dialect.cast(f'f.{name}', Kind.AMOUNT)} END"
        for name, some in (("total", "totals"), ("per", "pers"))
    )
    lead = "f.province, f.offices, f.dataset, f.period, f.indicator, f.part, f.counted"
    return _valued(lead, total, per, "figure_sum f")


def _valued(lead: str, total: str, per: str, source: str) -> str:
    """The rows of a table of sums with their value. A part has one where it is a plain sum."""
    names = [name.strip().removeprefix("f.") for name in lead.split(",")]
    value = (
        "CASE WHEN divisor = '' THEN round(total * factor, 2) WHEN part <> '' THEN NULL"
        " WHEN divisor = 'per' AND per <> 0 THEN round(total * factor / per, 2)"
        " WHEN divisor = 'counted' AND counted <> 0 THEN round(total * factor / counted, 2) END"
    )
    inner = (
        f"SELECT {lead}, {total} AS total, {per} AS per, i.divisor, i.factor FROM {source}"
        f" LEFT JOIN {INDICATORS} i ON i.dataset = f.dataset AND i.indicator = f.indicator"
    )
    return f"SELECT {', '.join(names)}, total, per, {value} AS value FROM ({inner}) t"


# --- what give_column says of them -----------------------------------------------------------------------------------

Told = dict[str, tuple[Kind, str, str]]


def _columns(told: Told) -> tuple[ViewColumn, ...]:
    return tuple(ViewColumn(key, kind, heading, about) for key, (kind, heading, about) in told.items())


_UNIT = (Kind.TEXT, "รหัสหน่วยงาน", "code of the office")
_DATASET = (Kind.TEXT, "ชุดข้อมูล", "dataset")
_PERIOD = (Kind.TEXT, "งวด", "reporting period")
_YEAR = (Kind.NUMBER, "ปีงบประมาณ", "fiscal year, Buddhist era")
_DUE = (Kind.DAY, "ครบกำหนด", "day it is due")
_STATE = (Kind.TEXT, "สถานะ", "state of the submission; none where nothing has been entered")
_ENTRIES = (Kind.NUMBER, "รายการที่ต้องรายงาน", "entries to be reported")
_DONE = (Kind.NUMBER, "รายการที่รายงานแล้ว", "entries reported or marked with a reason")
_ERRORS = (Kind.NUMBER, "ข้อผิดพลาด", "errors found")
_WARNINGS = (Kind.NUMBER, "ข้อควรตรวจสอบ", "warnings found")

UNIT_TOLD: Told = {
    "code": _UNIT,
    "level": (Kind.TEXT, "ระดับ", "department, province or district"),
    "office_th": (Kind.TEXT, "สำนักงาน", "the office's name in Thai"),
    "name_th": (Kind.TEXT, "ชื่อพื้นที่", "the area's name in Thai"),
    "name_en": (Kind.TEXT, "ชื่อพื้นที่ (อังกฤษ)", "the area's name in English"),
    "province": (Kind.TEXT, "รหัสจังหวัด", "code of its province"),
    "province_th": (Kind.TEXT, "จังหวัด", "the province in Thai"),
    "province_en": (Kind.TEXT, "จังหวัด (อังกฤษ)", "the province in English"),
}
WINDOW_TOLD: Told = {
    "dataset": _DATASET,
    "period": _PERIOD,
    "fiscal_year": _YEAR,
    "label_th": (Kind.TEXT, "ชื่องวด", "the period in Thai"),
    "label_en": (Kind.TEXT, "ชื่องวด (อังกฤษ)", "the period in English"),
    "opens_on": (Kind.DAY, "วันที่เปิด", "first day it can be certified"),
    "due_on": _DUE,
    "data_start": (Kind.DAY, "ข้อมูลตั้งแต่", "first day the data are about"),
    "data_end": (Kind.DAY, "ข้อมูลถึง", "last day the data are about"),
    "district": (Kind.NUMBER, "อำเภอรายงาน", "1 where districts report it"),
    "province": (Kind.NUMBER, "จังหวัดรายงาน", "1 where provinces report it"),
    "projected": (Kind.NUMBER, "ประมาณการ", "1 where no schedule of its year has been published"),
}
SUBMISSION_TOLD: Told = {
    "unit": _UNIT,
    "dataset": _DATASET,
    "period": _PERIOD,
    "state": _STATE,
    "nil": (Kind.YES_NO, "ไม่มีข้อมูล", "reported as nothing to report"),
    "verdict": (Kind.TEXT, "ความตรงเวลา", "on_time, finished_on_time or late; blank before it is received"),
    "certified_at": (Kind.TEXT, "รับรองเมื่อ", "instant of the last certification, UTC"),
    "finished_at": (Kind.TEXT, "เสร็จเมื่อ", "instant of the last certification before the first receipt, UTC"),
    "received_at": (Kind.TEXT, "รับเมื่อ", "instant of the first receipt, UTC"),
    "receipt_no": (Kind.TEXT, "เลขที่ใบรับ", "number of the receipt"),
    "form": (Kind.NUMBER, "รุ่นแบบฟอร์ม", "version of the form"),
    "expected": _ENTRIES,
    "done": _DONE,
    "errors": _ERRORS,
    "warnings": _WARNINGS,
}
COMPLETENESS_TOLD: Told = {
    "unit": _UNIT,
    "province": UNIT_TOLD["province"],
    "dataset": _DATASET,
    "period": _PERIOD,
    "fiscal_year": _YEAR,
    "due_on": _DUE,
    "state": _STATE,
    "expected": (Kind.NUMBER, "ต้องรายงาน", "1: the office has to report it; overdue once due_on is past"),
    "received": (Kind.NUMBER, "รับแล้ว", "1: received by central"),
    "on_time": (Kind.NUMBER, "ทันกำหนด", "1: received in time"),
    "finished_on_time": (Kind.NUMBER, "เสร็จทันกำหนด", "1: certified in time and received later"),
    "late": (Kind.NUMBER, "ล่าช้า", "1: certified after it was due"),
    "returned": (Kind.NUMBER, "ส่งกลับแก้ไข", "1: sent back"),
    "nil": (Kind.NUMBER, "ไม่มีข้อมูล", "1: received as nothing to report"),
    "entries_expected": _ENTRIES,
    "entries_done": _DONE,
    "errors": _ERRORS,
    "warnings": _WARNINGS,
}
INDICATOR_TOLD: Told = {
    "dataset": _DATASET,
    "indicator": (Kind.TEXT, "ตัวชี้วัด", "key of the indicator"),
    "label_th": (Kind.TEXT, "ชื่อตัวชี้วัด", "the indicator in Thai"),
    "label_en": (Kind.TEXT, "ชื่อตัวชี้วัด (อังกฤษ)", "the indicator in English"),
    "unit_th": (Kind.TEXT, "หน่วย", "its unit in Thai"),
    "unit_en": (Kind.TEXT, "หน่วย (อังกฤษ)", "its unit in English"),
    "nature": (Kind.TEXT, "ลักษณะ", "stock: the last period counts; flow: periods are added up"),
    "divisor": (Kind.TEXT, "ตัวหาร", "the column sums are divided by: per, counted, or blank"),
    "factor": (Kind.AMOUNT, "ตัวคูณ", "over several rows: value = factor * sum(total) / sum(divisor)"),
}
OFFICE_TOLD: Told = {"unit": _UNIT}
PROVINCE_TOLD: Told = {
    "province": UNIT_TOLD["province"],
    "offices": (Kind.NUMBER, "จำนวนหน่วยงาน", "offices whose lists are in it"),
}
FIGURE_TOLD: Told = {
    "dataset": _DATASET,
    "period": _PERIOD,
    "indicator": INDICATOR_TOLD["indicator"],
    "part": (Kind.TEXT, "จำแนกตาม", "what it is split by; blank for all of it"),
    "counted": (Kind.NUMBER, "จำนวนรายการ", "records that had something to count"),
    "total": (Kind.AMOUNT, "ผลรวม", "the sum as it is kept; amounts in hundredths"),
    "per": (Kind.AMOUNT, "หารด้วย", "the sum it is divided by, as it is kept"),
    "value": (Kind.AMOUNT, "ค่า", "the figure people are shown, in its unit"),
}
