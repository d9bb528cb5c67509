"""What is exported for return reads back to the identical records, for all eleven datasets."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from workbook_office import PROVINCIAL, UndoError, brought_back, filled, key_in, records

from cdd_desktop.domain.record import MARK, RAW, REASON, WHY, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.exchange.read import read_book
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.operations.import_workbook import prepare_import, run_import
from cdd_desktop.operations.make_workbook import export_published, export_return, make_template
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.rows import AuditRow, RecordRow

DATASETS = load_catalogue().datasets()


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workplace, dict[str, SubmissionKey]]]:
    desk = filled(tmp_path_factory.mktemp("district"), "5007")
    yield desk
    desk[0].close()


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workplace, dict[str, SubmissionKey]]]:
    desk = filled(tmp_path_factory.mktemp("province"), "50")
    yield desk
    desk[0].close()


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_dataset_comes_back_identical(dataset: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    workplace, keys = request.getfixturevalue("province" if dataset in PROVINCIAL else "district")
    key = key_in(workplace, keys, dataset)
    path = tmp_path / "return.xlsx"
    made = workplace.do(export_return, key, path, "ทดสอบ")
    assert made.entries > 0
    same = workplace.do(run_import, workplace.read(prepare_import, key, path), dry_run=True).plan
    assert {row.state for row in same.rows} == {RowState.UNCHANGED}
    before, after, plan = brought_back(workplace, key, path)
    assert not plan.faults
    assert after == before


def test_a_province_brings_its_own_part_back(
    province: tuple[Workplace, dict[str, SubmissionKey]], tmp_path: Path
) -> None:
    workplace, keys = province
    for dataset in ("organization", "otop_sales"):
        if dataset in keys:
            path = tmp_path / f"{dataset}.xlsx"
            workplace.do(export_return, keys[dataset], path, "ทดสอบ")
            before, after, plan = brought_back(workplace, keys[dataset], path)
            assert not plan.faults
            assert after == before


AMOUNTS = st.one_of(st.none(), st.integers(-(10**17), 10**17))
HARD = st.sampled_from(["=1+1", "+ก", "-", "@x", "'ก", "_x0041_", "a\nb", "ก ข", "ํา"])
TEXTS = st.one_of(st.none(), HARD, st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40))
CONTENTS = st.fixed_dictionaries(
    {},
    optional={
        "cash_bank": AMOUNTS,
        "fund_reserve": AMOUNTS,
        "members_male": st.one_of(st.none(), st.integers(0, 10**9)),
        "problem_th": TEXTS,
        "data_as_of": st.one_of(st.none(), st.dates().map(str)),
        RAW + "members_female": TEXTS,
        REASON + "r6_members": TEXTS,
        MARK + "2561-q1": st.sampled_from([None, "not_received"]),
        WHY + "2561-q1": TEXTS,
    },
)


@settings(max_examples=30)
@given(contents=st.lists(CONTENTS, min_size=1, max_size=3))
def test_any_content_comes_back_identical(
    district: tuple[Workplace, dict[str, SubmissionKey]],
    tmp_path_factory: pytest.TempPathFactory,
    contents: list[dict[str, Value]],
) -> None:
    workplace, keys = district
    key = keys["saving_group"]
    path = tmp_path_factory.mktemp("any") / "return.xlsx"
    known = {field.key for field in workplace.catalogue.newest("saving_group").entity("quarter").fields}
    seen: list[tuple[object, object]] = []

    def run(work: Work) -> None:
        items = [item for item in read_worklist(work, key).items if item.record_id]
        for item, content in zip(items, contents, strict=False):
            patch = {name: value for name, value in content.items() if name.startswith(":") or name in known}
            save_entry(work, EntryRef(item.entity, key=key, record_id=item.record_id), patch)
        before = records(work, "saving_group")
        export_return(work, key, path, "ทดสอบ")
        gone = [each for each, (kind, _) in before.items() if kind.endswith((" ", key.period))]
        work.session.execute(delete(RecordRow).where(RecordRow.id.in_(gone)))
        work.session.expire_all()
        work.memory.clear()
        run_import(work, prepare_import(work, key, path), dry_run=False)
        seen.append((before, records(work, "saving_group")))
        raise UndoError

    with pytest.raises(UndoError):
        workplace.do(run)
    workplace._memory.clear()
    assert seen[0][1] == seen[0][0]


def test_exports_are_audited_and_the_masked_one_is_never_read_back(
    district: tuple[Workplace, dict[str, SubmissionKey]], tmp_path: Path
) -> None:
    workplace, keys = district
    path = tmp_path / "out.xlsx"
    with pytest.raises(RefusedError) as refused:
        workplace.do(export_return, keys["leader"], path, " ")
    assert refused.value.code == "export-needs-reason"
    assert not path.exists()
    workplace.do(export_return, keys["leader"], path, "ย้ายเครื่อง")
    audit = select(AuditRow.detail).where(AuditRow.action == "exported").order_by(AuditRow.id.desc())
    assert workplace.read(lambda work: work.session.scalars(audit).first())["reason"] == "ย้ายเครื่อง"
    ids = [str(content.get("citizen_id")) for _, content in workplace.read(records, "leader").values()]
    assert all(each in everything(path) for each in ids)
    workplace.do(export_published, keys["leader"], path)
    text = everything(path)
    assert not any(each in text for each in ids)
    assert "X-XXXX-XXXXX-" in text
    with pytest.raises(RefusedError) as refused:
        workplace.read(prepare_import, keys["leader"], path)
    assert refused.value.code == "workbook-published"


def everything(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def test_a_template_masks_and_an_untouched_masked_cell_means_unchanged(
    district: tuple[Workplace, dict[str, SubmissionKey]], tmp_path: Path
) -> None:
    workplace, keys = district
    path, before = tmp_path / "template.xlsx", workplace.read(records, "leader")
    workplace.read(make_template, keys["leader"], path)
    assert not any(str(content["citizen_id"]) in everything(path) for _, content in before.values())
    book = openpyxl.load_workbook(path)
    heads = {str(cell.value): cell.column for cell in book.worksheets[0][3]}
    book.worksheets[0].cell(4, heads["ชื่อ"]).value = "เปลี่ยนชื่อ"
    book.save(path)
    done = workplace.do(run_import, workplace.read(prepare_import, keys["leader"], path), dry_run=False).plan
    assert [done.count(state) for state in RowState] == [0, 1, len(before) - 1, 0]
    after = workplace.read(records, "leader")
    changed = [each for each in before if before[each] != after[each]]
    assert len(changed) == 1
    assert after[changed[0]][1]["first_name"] == "เปลี่ยนชื่อ"
    assert after[changed[0]][1]["citizen_id"] == before[changed[0]][1]["citizen_id"]


def test_money_beyond_fifteen_digits_is_text_and_nothing_is_a_formula(
    district: tuple[Workplace, dict[str, SubmissionKey]], tmp_path: Path
) -> None:
    workplace, keys = district
    key, path = keys["saving_group"], tmp_path / "out.xlsx"

    def run(work: Work) -> None:
        item = next(item for item in read_worklist(work, key).items if item.record_id)
        ref = EntryRef(item.entity, key=key, record_id=item.record_id)
        save_entry(work, ref, {"cash_bank": 99_999_999_999_999_999, "problem_th": "=HYPERLINK(1)"})
        export_return(work, key, path, "ทดสอบ")
        raise UndoError

    with pytest.raises(UndoError):
        workplace.do(run)
    sheet = openpyxl.load_workbook(path).worksheets[1]
    cells = {cell.value: cell for row in sheet.iter_rows(min_row=4) for cell in row}
    assert cells["999999999999999.99"].data_type == "s"
    assert cells["=HYPERLINK(1)"].data_type != "f" or cells["=HYPERLINK(1)"].quotePrefix
    with zipfile.ZipFile(path) as archive:
        assert not any(re.search(r"<f[ >]", archive.read(n).decode()) for n in archive.namelist() if "worksheets" in n)


def test_a_template_opens_in_both_libraries(
    district: tuple[Workplace, dict[str, SubmissionKey]], tmp_path: Path
) -> None:
    workplace, keys = district
    path = tmp_path / "template.xlsx"
    workplace.read(make_template, keys["mother_fund_health"] if "mother_fund_health" in keys else keys["leader"], path)
    book = openpyxl.load_workbook(path)
    names = [sheet.name for sheet in read_book(path).sheets]
    assert names == book.sheetnames
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    assert not sheet["C4"].protection.locked
    assert sheet["C3"].protection.locked
    assert sheet["C3"].comment is not None
    assert sheet.data_validations.dataValidation
    assert sheet.column_dimensions["B"].hidden
    assert [book[name].sheet_state for name in names[-3:]] == ["hidden"] * 3
