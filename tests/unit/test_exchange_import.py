"""Reading workbooks in: mending, eras, merged headings, duplicates, tables, one transaction, foreign writers."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from demo_day import DEMO_NOW
from entry_office import PASSWORD, Office, add_groups, enrolled_office, key_of
from openpyxl.cell.cell import MergedCell
from store_office import copied

from cdd_desktop.cli import main
from cdd_desktop.clock import FixedClock
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.exchange.cells import CellReader, Labels
from cdd_desktop.exchange.mend import Mending, mended
from cdd_desktop.exchange.plan import Fault, ImportPlan, RowState
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.values import Ask, NotAValue, Parsed
from cdd_desktop.operations.import_workbook import prepare_import, run_import
from cdd_desktop.operations.make_workbook import make_template
from cdd_desktop.operations.read_worklist import read_registers
from cdd_desktop.operations.workplace import Workplace

KEY = key_of("saving_group", "2561-q2")
TODAY = date(2018, 3, 18)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = enrolled_office(tmp_path_factory.mktemp("template"), FixedClock(DEMO_NOW))
    workplace = office.work_as()
    add_groups(workplace)
    workplace.close()
    return office


@pytest.fixture
def office(template: Office, tmp_path: Path) -> Office:
    return copied(template, tmp_path / "office")


@pytest.fixture
def desk(office: Office) -> Iterator[Workplace]:
    workplace = office.work_as()
    yield workplace
    workplace.close()


def sheet_of(path: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    book.save(path)
    return path


def taken(desk: Workplace, path: Path, *, dry_run: bool = False) -> ImportPlan:
    return desk.do(run_import, desk.read(prepare_import, KEY, path), dry_run=dry_run).plan


def counts(plan: ImportPlan) -> list[int]:
    """New, changed, unchanged, refused."""
    return [plan.count(state) for state in RowState]


def codes(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(fault.cell, fault.code) for fault in plan.faults]


def names(desk: Workplace) -> set[str]:
    return {item.title for item in desk.read(read_registers, "saving_group")}


HEADS = ["ชื่อกลุ่ม", "ตำบล", "หมู่ที่", "วันที่จัดตั้ง", "จำนวนกรรมการ", "สถานะ"]


@pytest.mark.parametrize(
    ("typed", "stored", "mending"),
    [
        ("เเม่ริม", "แม่ริม", Mending.TWO_E),
        ("นํ้าริน", "น้ำริน", Mending.AM),
        ("บ้้าน", "บ้าน", Mending.MARKS),
        ("ที่ี", "ที่", Mending.MARKS),
        ("ก\u200bข", "กข", Mending.INVISIBLE),
        ("\u00a0กข ", "กข", Mending.SPACES),
    ],
)
def test_thai_typing_faults_are_mended_and_said(typed: str, stored: str, mending: Mending) -> None:
    clean, said = mended(typed)
    assert mending in said
    assert mended(clean) == (clean, ())
    if mending is not Mending.MARKS:
        assert clean == stored


def test_clean_text_is_left_alone() -> None:
    assert mended("กลุ่มออมทรัพย์ฯ (บ้านน้ำริน) No. 1") == ("กลุ่มออมทรัพย์ฯ (บ้านน้ำริน) No. 1", ())


def reader(entity: str, field: str, **more: object) -> CellReader:
    definition = load_catalogue().newest("saving_group")
    return CellReader(definition.entity(entity).field(field), Labels(), today=TODAY, area="5007", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        ("20/9/2541", Parsed("1998-09-20")),
        ("๒๐ ก.ย. ๒๕๔๑", Parsed("1998-09-20")),
        (date(2541, 9, 20), Parsed("1998-09-20")),
        (date(2012, 9, 20), Parsed("2012-09-20")),
    ],
)
def test_dates_in_both_eras(cell: object, outcome: object) -> None:
    assert reader("group", "founded_date").read(cell).outcome == outcome  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["20/9/2012", "20/9/41", date(1961, 2, 20)])
def test_ambiguous_dates_are_asked_never_guessed(cell: object) -> None:
    outcome = reader("group", "founded_date").read(cell).outcome  # type: ignore[arg-type]
    assert isinstance(outcome, Ask)
    answered = reader("group", "founded_date", era="ce").read(cell).outcome  # type: ignore[arg-type]
    assert isinstance(answered, Parsed | Ask)


@pytest.mark.parametrize(
    ("cell", "outcome"),
    [
        (1234.5, Parsed(123_450)),
        ("๑,๒๓๔.๕๐ บาท", Parsed(123_450)),
        (1234567890123.45, Parsed(123_456_789_012_345)),
        (12345678901234.56, NotAValue("number-digits")),
        (12345678901.99, Parsed(1_234_567_890_199)),
        (0.125, NotAValue("number-decimals", {"decimals": 2})),
        ("999999999999999.99", Parsed(99_999_999_999_999_999)),
    ],
)
def test_amounts_are_never_altered(cell: object, outcome: object) -> None:
    definition = load_catalogue().newest("saving_group")
    money = next(field for field in definition.entity("quarter").fields if field.type == "money")
    assert reader("quarter", money.key).read(cell).outcome == outcome  # type: ignore[arg-type]


def test_a_sheet_with_merged_headings_numbering_and_totals(desk: Workplace, tmp_path: Path) -> None:
    path = sheet_of(
        tmp_path / "list.xlsx",
        [
            ["รายชื่อกลุ่มออมทรัพย์เพื่อการผลิต อำเภอแม่ริม"],
            ["ที่", "ชื่อกลุ่ม", "ที่ตั้ง", None, "กรรมการ"],
            [None, None, "ตำบล", "หมู่", "จำนวนกรรมการ"],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            [1, "กลุ่มบ้านหนึ่ง", "ริมใต้", "๑", "๙ "],
            [2, "กลุ่มบ้านสอง", "ต.ริมใต้", 2, 7],
            ["รวม", None, None, None, 16],
        ],
        merged=["A2:A3", "B2:B3", "C2:D2"],
    )
    plan = taken(desk, path)
    assert counts(plan) == [2, 0, 0, 1]
    assert [code for _, code in codes(plan)] == ["identity-missing"]
    assert {"กลุ่มบ้านหนึ่ง", "กลุ่มบ้านสอง"} <= names(desk)
    assert Mending.DIGITS in {each.mending for row in plan.rows for each in row.mended}
    assert counts(taken(desk, path)) == [0, 0, 2, 1]


def test_duplicates_in_the_file_and_against_the_store(desk: Workplace, tmp_path: Path) -> None:
    held = desk.read(read_registers, "saving_group")[0]
    tambon = desk.geography.tambon(held.place[0]).name_th
    rows = [
        HEADS,
        ["กลุ่มใหม่", "ริมใต้", 5, None, 9, None],
        ["กลุ่ม ใหม่", "ริมใต้", 5, None, 7, None],
        [held.title, tambon, held.place[1], None, 11, None],
    ]
    plan = taken(desk, sheet_of(tmp_path / "list.xlsx", rows))
    assert counts(plan) == [1, 1, 0, 1]
    assert codes(plan) == [("A3", "duplicate-in-file")]
    assert plan.faults[0].params["row"] == 2
    assert next(row for row in plan.rows if row.state is RowState.CHANGED).matched


def test_bad_cells_are_listed_and_their_rows_alone_refused(desk: Workplace, tmp_path: Path) -> None:
    rows = [
        HEADS,
        ["กลุ่มดี", "ริมใต้", 5, "20/9/2541", 9, "ดำเนินการต่อเนื่อง"],
        ["กลุ่มวันที่", "ริมใต้", 6, "20/9/2012", 9, None],
        ["กลุ่มตำบล", "ไม่มีตำบลนี้", 6, None, 9, None],
        ["กลุ่มตัวเลข", "ริมใต้", 7, None, "เก้า", None],
        ["กลุ่มอนาคต", "ริมใต้", 8, "20/9/2569", 9, None],
    ]
    plan = taken(desk, sheet_of(tmp_path / "list.xlsx", rows))
    assert counts(plan) == [1, 0, 0, 4]
    assert set(codes(plan)) == {
        ("D3", "value-unclear"),
        ("B4", "area-unknown"),
        ("E5", "number-unreadable"),
        ("D6", "date-in-future"),
    }
    assert "กลุ่มดี" in names(desk)


def test_what_is_raised_in_the_middle_leaves_nothing(desk: Workplace, tmp_path: Path) -> None:
    before = names(desk)
    path = tmp_path / "template.xlsx"
    desk.read(make_template, KEY, path)
    book = openpyxl.load_workbook(path)
    groups, quarters = book.worksheets[:2]
    groups.cell(4, 3).value = "ชื่อใหม่"
    quarters.cell(4, 5).value = 12
    book.save(path)
    order = desk.read(prepare_import, KEY, path)
    heard: list[int] = []

    def stop(done: int, of: int) -> None:
        heard.append(done)
        if len(heard) == 2:  # the register's rows are written, the quarter's are not
            raise RefusedError("import-stopped")

    with pytest.raises(RefusedError):
        desk.do(run_import, order, dry_run=False, heard=stop)
    assert names(desk) == before
    assert counts(desk.do(run_import, order, dry_run=True).plan)[1] == 1
    assert names(desk) == before
    desk.do(run_import, order, dry_run=False)
    assert "ชื่อใหม่" in names(desk)


def rewritten(path: Path, change: Callable[[str, str], str]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, change(name, text.decode()) if name.endswith(".xml") else text)


def test_a_workbook_saved_by_another_program_imports_the_same(desk: Workplace, tmp_path: Path) -> None:
    """Shared strings in place of inline ones, no notes and lists, typed cells: what LibreOffice makes of a file."""
    path = tmp_path / "template.xlsx"
    desk.read(make_template, KEY, path)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.has_style and not isinstance(cell, MergedCell):
                    cell.comment = None
        sheet.data_validations.dataValidation.clear()
        sheet.protection.sheet = False
    book.worksheets[1].cell(4, 5).value = "12.00"
    book.worksheets[0].cell(5, 3).value = "ชื่อใหม่"
    book.save(path)
    rewritten(path, lambda _name, text: re.sub(r' spans="[^"]*"', "", text))
    plan = taken(desk, path)
    assert counts(plan)[3] == 0
    assert counts(plan)[0] + counts(plan)[1] == 2
    assert "ชื่อใหม่" in names(desk)


def test_a_copied_row_and_altered_ids_are_refused(desk: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    desk.read(make_template, KEY, path)
    book = openpyxl.load_workbook(path)
    groups = book.worksheets[0]
    for column in range(1, groups.max_column + 1):
        groups.cell(7, column).value = groups.cell(4, column).value
    groups.cell(8, 2).value = "made-up"
    groups.cell(8, 3).value = "กลุ่มอื่น"
    book.save(path)
    assert codes(taken(desk, path)) == [("A7", "row-twice"), ("A8", "record-gone")]
    assert len(names(desk)) == 3


def test_workbooks_of_other_places_are_refused(desk: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    desk.read(make_template, KEY, path)
    wrong = [
        (key_of("saving_group", "2561-q1"), "workbook-other-period"),
        (key_of("leader", "2561-r1"), "workbook-other-dataset"),
    ]
    for key, code in wrong:
        with pytest.raises(BadRequestError) as refused:
            desk.read(prepare_import, key, path)
        assert refused.value.code == code
    rewritten(path, lambda _name, text: text.replace(">5007<", ">5001<"))
    with pytest.raises(RefusedError) as other:
        desk.read(prepare_import, KEY, path)
    assert other.value.code == "workbook-other-unit"
    with pytest.raises(BadRequestError) as nothing:
        desk.read(prepare_import, KEY, sheet_of(tmp_path / "x.xlsx", [["สีที่ชอบ", "เพลง"], ["เขียว", "ลาวดวงเดือน"]]))
    assert nothing.value.code == "workbook-no-columns"


def run(office: Office, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setenv("CDD_PASSWORD", PASSWORD)
    monkeypatch.setattr("cdd_desktop.cli.profile", lambda name="default": office.profile)
    monkeypatch.setattr("cdd_desktop.cli.sign_in.profile", lambda name: office.profile)
    monkeypatch.setattr("cdd_desktop.cli.sign_in.SystemClock", lambda: office.clock)
    return main(["--person", "สมศรี ใจดี", *words])


def test_the_command_line(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "book.xlsx"
    assert run(office, monkeypatch, "template", "saving_group", "2561-q2", str(path)) == 0
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(4, 3).value = "ชื่อใหม่"
    book.worksheets[1].cell(4, 5).value = "สิบ"
    book.save(path)
    capsys.readouterr()
    assert run(office, monkeypatch, "import", "saving_group", "2561-q2", str(path), "--dry-run", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert [said[state] for state in ("changed", "refused", "written")] == [1, 1, False]
    assert said["faults"][0]["cell"] == "E4"
    assert run(office, monkeypatch, "import", "saving_group", "2561-q2", str(path)) == 1
    assert "E4: พิมพ์เป็นตัวเลข" in capsys.readouterr().err
    refused = openpyxl.load_workbook(tmp_path / "book-refused.xlsx")
    assert refused.worksheets[1]["E4"].comment is not None
    out = tmp_path / "out.xlsx"
    assert run(office, monkeypatch, "export", "saving_group", "2561-q2", str(out)) == 1
    assert run(office, monkeypatch, "export", "saving_group", str(out), "--reason", "ย้ายเครื่อง") == 0
    assert run(office, monkeypatch, "import", "saving_group", "2561-q2", str(out)) == 0
    assert run(office, monkeypatch, "export", "saving_group", str(out), "--masked") == 0
    assert run(office, monkeypatch, "import", "saving_group", "2561-q2", str(out)) == 1
    assert run(office, monkeypatch, "import", "saving_group", "2561-q2", str(tmp_path / "no.xlsx")) == 2
    assert run(office, monkeypatch, "template", "saving_group", "2561-q9", str(out)) == 2
    assert run(office, monkeypatch, "export", "saving_group") == 2


def test_faults_name_their_cell() -> None:
    assert [Fault("", 6, column, "x").cell for column in (None, 0, 25, 26, 701, 702)] == [
        "A7", "A7", "Z7", "AA7", "ZZ7", "AAA7"]  # fmt: skip
