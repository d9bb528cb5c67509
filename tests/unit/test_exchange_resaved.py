"""A workbook that LibreOffice has opened and saved again imports the same, by way of .xlsx and of .ods."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from workbook_office import PROVINCIAL, brought_back, filled, key_in

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.exchange.plan import RowState
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.operations.import_workbook import prepare_import, run_import
from cdd_desktop.operations.make_workbook import export_return, make_template
from cdd_desktop.operations.workplace import Workplace

DATASETS = load_catalogue().datasets()
BY_ODS = ("leader", "saving_group", "otop_sales", "mother_fund_health")  # a register, money, lines, grades
WAYS = [("xlsx", dataset) for dataset in DATASETS] + [("by-ods", dataset) for dataset in BY_ODS]
TYPED = 4321
Office = tuple[Workplace, dict[str, SubmissionKey]]


def convert(files: list[Path], ending: str, out: Path) -> None:
    """One start of LibreOffice, with a profile of its own, saves all files as another kind."""
    profile = (out / "profile").as_uri()
    office = ("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending, "--outdir", str(out))
    done = subprocess.run([*office, *map(str, files)], capture_output=True, text=True, check=False)
    missing = [file.stem for file in files if not (out / f"{file.stem}.{ending}").exists()]
    assert not missing, done.stdout + done.stderr


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Office]]:
    made = {unit: filled(tmp_path_factory.mktemp(unit), unit) for unit in ("5007", "50")}
    yield made
    for workplace, _ in made.values():
        workplace.close()


def office_of(offices: dict[str, Office], dataset: str) -> tuple[Workplace, SubmissionKey]:
    workplace, keys = offices["50" if dataset in PROVINCIAL else "5007"]
    return workplace, key_in(workplace, keys, dataset)


@pytest.fixture(scope="module")
def resaved(offices: dict[str, Office], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders ``xlsx`` and ``ods``: every dataset's export for return, its template, and one template typed into."""
    assert shutil.which("soffice"), "LibreOffice is missing; packaging/dev.py test installs it"
    folder = tmp_path_factory.mktemp("resaved")
    files = []
    for dataset in DATASETS:
        workplace, key = office_of(offices, dataset)
        files += [folder / f"return-{dataset}.xlsx", folder / f"template-{dataset}.xlsx"]
        workplace.do(export_return, key, files[-2], "ทดสอบ")
        workplace.do(make_template, key, files[-1])
    files.append(folder / "typed.xlsx")
    book = openpyxl.load_workbook(folder / "template-saving_group.xlsx")
    sheet = book.worksheets[1]
    column = next(cell.column for cell in sheet[3] if "สมาชิกชาย" in str(cell.value))
    sheet.cell(4, column).value = TYPED
    book.save(files[-1])
    for name in ("xlsx", "ods", "by-ods"):
        (folder / name).mkdir()
    convert(files, "xlsx", folder / "xlsx")
    convert([file for file in files if file.stem.partition("-")[2] in ("", *BY_ODS)], "ods", folder / "ods")
    convert(sorted((folder / "ods").glob("*.ods")), "xlsx", folder / "by-ods")
    return folder


@pytest.mark.parametrize(("way", "dataset"), WAYS)
def test_a_resaved_export_brings_the_identical_records_back(
    dataset: str, way: str, offices: dict[str, Office], resaved: Path
) -> None:
    workplace, key = office_of(offices, dataset)
    path = resaved / way / f"return-{dataset}.xlsx"
    same = workplace.do(run_import, workplace.read(prepare_import, key, path), dry_run=True).plan
    assert {row.state for row in same.rows} == {RowState.UNCHANGED}
    before, after, plan = brought_back(workplace, key, path)
    assert not plan.faults
    assert after == before


@pytest.mark.parametrize(("way", "dataset"), WAYS)
def test_a_resaved_template_nobody_typed_into_changes_nothing(
    dataset: str, way: str, offices: dict[str, Office], resaved: Path
) -> None:
    workplace, key = office_of(offices, dataset)

    def states(path: Path) -> list[RowState]:
        plan = workplace.do(run_import, workplace.read(prepare_import, key, path), dry_run=True).plan
        assert not plan.faults
        return [row.state for row in plan.rows]

    found = states(resaved / way / f"template-{dataset}.xlsx")
    assert found == states(resaved / f"template-{dataset}.xlsx")
    assert set(found) <= {RowState.UNCHANGED}


@pytest.mark.parametrize("way", ["xlsx", "by-ods"])
def test_what_was_typed_before_resaving_is_what_changes(way: str, offices: dict[str, Office], resaved: Path) -> None:
    workplace, key = office_of(offices, "saving_group")
    order = workplace.read(prepare_import, key, resaved / way / "typed.xlsx")
    plan = workplace.do(run_import, order, dry_run=True).plan
    changed = [row for row in plan.rows if row.state is not RowState.UNCHANGED]
    assert [row.paths for row in changed] == [("members_male",)]
