"""Claim: 50,000 rows × 20 columns are read, validated by the rules and written in one transaction in the time
``pandas.read_excel`` with openpyxl needs only to read the same file.

    import_excel.py [PYTHON]

``PYTHON`` is that of an environment with pandas and openpyxl; pandas is no dependency and stays out of ours, where its
numpy would change what openpyxl does. Without it openpyxl alone is what is compared with, which is quicker than pandas.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import measure
import office
from openpyxl import Workbook, load_workbook

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.exchange.layout import entity_of, sheets_of
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.forms.values import format_value
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId
from cdd_desktop.operations.import_workbook import prepare_import, run_import
from cdd_desktop.operations.workplace import Workplace

ROWS = 50_000
TIMES = 3  # in turns, the least of each
DATASET, PERIOD, UNIT = "saving_group", "2570-q4", "5007"


def write_sheet(workplace: Workplace, path: Path) -> int:
    """A sheet as an office might have it: text, numbers and dates of all groups; answers its columns."""
    definition = workplace.catalogue.newest(DATASET)
    layout = entity_of(sheets_of(definition, workplace.unit.level, PERIOD), EntityKey("group"))
    fields = [column.field for column in layout.columns if column.field is not None]
    tambons = [tambon.name_th for tambon in workplace.geography.tambons(UNIT)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("กลุ่ม")
    sheet.append([*(field.label_th for field in fields), "หมายเหตุของอำเภอ"])
    steady = {
        "area_scope": "village",
        "founded_date": "1998-05-12",
        "chair_phone": "0812345678",
        "status": "active",
        "gps": "18.912345,98.965432",
    }
    for number in range(ROWS):
        row: list[object] = []
        for field in fields:
            value = steady.get(field.key)
            if field.key == "tambon_code":
                row.append(tambons[number % len(tambons)])
            elif field.key == "name_th":
                row.append(f"กลุ่มออมทรัพย์เพื่อการผลิตบ้านที่ {number}")
            elif field.key in ("village_name", "chair_name"):
                row.append(f"{'บ้าน' if field.key == 'village_name' else 'นาง'}ตัวอย่าง {number}")
            elif value is not None:
                row.append(format_value(field, value))
            elif field.type.value == "boolean":
                row.append("ใช่")
            else:
                row.append(
                    {"moo": number % 12 + 1, "committee_count": 9, "saving_day": 15, "loan_rate": 6.5}.get(field.key)
                )
        sheet.append([*row, "ครบ"])
    book.save(path)
    return len(fields) + 1


def take_in(workplace: Workplace, path: Path) -> int:
    """The whole import; answers the rows written."""
    key = SubmissionKey(workplace.unit.code, DatasetKey(DATASET), PeriodId(PERIOD))
    order = workplace.read(prepare_import, key, path)
    plan = workplace.do(run_import, order, dry_run=False).plan
    assert not plan.refused, plan.refused[:3]
    return plan.count(RowState.NEW)


PANDAS = """
import sys, time, pandas
began = time.monotonic()
frame = pandas.read_excel(sys.argv[1], engine="openpyxl")
print(time.monotonic() - began)
"""


def read_only(path: Path) -> float:
    """Seconds of openpyxl alone, read-only and values only."""

    def read() -> int:
        book = load_workbook(path, read_only=True, data_only=True)
        return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))

    return measure.seconds(read)


def read_by_pandas(python: str, path: Path) -> float:
    """Seconds of ``pandas.read_excel``, without the start of its Python."""
    done = subprocess.run([python, "-c", PANDAS, str(path)], check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


def main(python: str = "") -> None:
    ours: list[float] = []
    theirs: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "groups.xlsx"
        written: list[int] = []
        for number in range(TIMES):
            workplace = office.new_office(Path(folder) / f"office-{number}", UNIT)
            if not path.exists():
                columns = write_sheet(workplace, path)
            ours.append(measure.seconds(lambda at=workplace: written.append(take_in(at, path))))
            workplace.close()
            theirs.append(read_by_pandas(python, path) if python else read_only(path))
    reader = "pandas.read_excel with openpyxl" if python else "openpyxl"
    measure.report(
        f"import of {written[0]:,} rows × {columns} columns, read, validated and written in one transaction",
        f"{min(ours):.1f} s, {min(ours) / min(theirs):.2f} times",
        f"{reader} only reading the same file: {min(theirs):.1f} s",
        "at most the time of only reading",
        met=min(ours) <= min(theirs),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
