"""What central gives on: files, views and layouts hold the same rows; citizen ids only for a reason that is kept."""

from __future__ import annotations

import csv
import json
import re
import secrets
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from central_driver import Central
from postgres_server import PostgresServer
from pyarrow import parquet
from python_calamine import CalamineWorkbook
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from cdd_desktop.central.cli import main
from cdd_desktop.central.demo.province import DemoPlan, fill
from cdd_desktop.central.giving.dashboard import FiguresAsked, ToldRow, area_figures
from cdd_desktop.central.giving.files import csv_lines, write_file
from cdd_desktop.central.giving.reading import Wanted, read_rows
from cdd_desktop.central.giving.table import Cell, GivenColumn, GivenTable, Kind, find_table, tables_of
from cdd_desktop.central.giving.views import make_views
from cdd_desktop.central.keeping.setup import initialise, open_endpoint
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.central.tables.rows import AuditRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import FixedClock, bangkok_day
from cdd_desktop.forms.citizen_id import is_valid
from cdd_desktop.geography import geography

SMALL = "75"  # Samut Songkhram, three districts
AT = datetime.fromisoformat("2018-03-18T08:40+07:00")
EVERYTHING = Wanted()
COUNTED = (
    *("expected", "received", "on_time", "finished_on_time", "late", "returned", "nil"),
    *("entries_expected", "entries_done", "errors", "warnings"),
)
_FULL_ID = re.compile(r"(?<!\d)\d{13}(?!\d)")


@dataclass
class Filled:
    """A central with a year of a small province; ``command`` are the arguments that name it."""

    endpoint: Endpoint
    command: list[str]

    def tables(self) -> list[GivenTable]:
        with self.endpoint.database.read() as session:
            catalogue = self.endpoint.books(session).catalogue
        return [table for dataset in catalogue.datasets() for table in tables_of(catalogue.newest(dataset))]

    def rows(self, table: GivenTable, wanted: Wanted = EVERYTHING) -> list[tuple[Cell, ...]]:
        with self.endpoint.database.read() as session:
            return list(read_rows(session, Vault(self.endpoint.keys), table, wanted))

    def audited(self) -> list[AuditRow]:
        with self.endpoint.database.read() as session:
            return list(session.scalars(select(AuditRow).order_by(AuditRow.id)))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("giving")
        address, keys, server = str(folder / "central.db"), folder / "keys.json", None
        initialise(address, keys)[0].close()
    else:
        server = request.getfixturevalue("postgres")
        name = f"t{secrets.token_hex(6)}"
        address, keys = server.create(name, "empty_central"), server.keys
    endpoint = open_endpoint(address, FixedClock(AT), keys)
    fill(endpoint.database, endpoint.keys, DemoPlan(SMALL, 1, AT, "http://127.0.0.1:8440"))
    yield Filled(endpoint, ["--database", address, "--keys", str(keys)])
    endpoint.database.close()
    if isinstance(server, PostgresServer):
        server.drop(name)


def test_the_views_hold_the_rows_that_files_hold(filled: Filled) -> None:
    """Two ways to the same figures: SQL inside the database, and the program's own reading."""
    tables = filled.tables()
    with filled.endpoint.database.write() as session:
        made = make_views(session, filled.endpoint.books(session), bangkok_day(AT))
        assert (
            make_views(session, filled.endpoint.books(session), bangkok_day(AT)) == made
        )  # again, as after a new form
    assert {f"give_{table.name}" for table in tables} < set(made)
    compared = 0
    for table in tables:
        rows = filled.rows(table)
        with filled.endpoint.database.read() as session:
            answer = session.execute(text(f"SELECT * FROM give_{table.name}"))
            names = list(answer.keys())
            seen = sorted(tuple(_alike(cell) for cell in row) for row in answer)
        places = [next(p for p, column in enumerate(table.all_columns) if column.key == name) for name in names]
        assert seen == sorted(tuple(_alike(row[place]) for place in places) for row in rows), table.name
        compared += len(rows)
    assert compared > 500


def test_views_document_their_columns_and_hold_no_citizen_id(filled: Filled) -> None:
    with filled.endpoint.database.write() as session:
        made = make_views(session, filled.endpoint.books(session), bangkok_day(AT))
    with filled.endpoint.database.read() as session:
        told = session.execute(text("SELECT view_name, column_name, heading_th, about_en FROM give_column")).all()
        units = session.execute(text("SELECT level, count(*) FROM give_unit GROUP BY level")).all()
        states = session.execute(text("SELECT DISTINCT state FROM give_submission")).scalars().all()
        everything = "\n".join(str(row) for name in made for row in session.execute(text(f"SELECT * FROM {name}")))
    documented = {(row.view_name, row.column_name) for row in told}
    assert all(row.heading_th and row.about_en for row in told)
    for view in set(made) - {"give_column"}:
        with filled.endpoint.database.read() as session:
            names = session.execute(text(f"SELECT * FROM {view}")).keys()
        assert {(view, name) for name in names} == {pair for pair in documented if pair[0] == view}
    assert dict(map(tuple, units)) == {"department": 1, "province": 76, "district": 878}
    assert {"received", "accepted"} & set(states)
    assert not any(is_valid(found) for found in _FULL_ID.findall(everything))


def test_views_tell_completeness_and_figures_as_the_program_does(filled: Filled) -> None:
    """Added up by SQL they are what ``/v1/figures`` tells of the province and of each office."""
    province, compared = geography().unit(SMALL), 0
    with filled.endpoint.database.write() as session:
        make_views(session, filled.endpoint.books(session), bangkok_day(AT))
    with filled.endpoint.database.read() as session:
        books = filled.endpoint.books(session)
        told = {
            name: area_figures(session, books, province, FiguresAsked(dataset=name), AT)
            for name in books.catalogue.datasets()
        }
        counts = ", ".join(f"sum({name})" for name in COUNTED)
        rounds = f"SELECT unit, dataset, period, due_on, {counts} FROM give_completeness GROUP BY 1, 2, 3, 4"
        complete = {(*row[:3], str(row[3])): tuple(row[4:]) for row in session.execute(text(rounds))}
        offices, province_figures = (
            _figures(session, "figure", "unit"),
            _figures(session, "province_figure", "province"),
        )
    for dataset, answer in told.items():
        for row in answer.rows:
            for one in row.rounds:
                seen = complete.get((row.unit, dataset, one.period, one.due_on), (0,) * len(COUNTED))
                assert seen == tuple(getattr(one, name) for name in COUNTED), one
            compared += _compare(offices, dataset, row)
        compared += _compare(province_figures, dataset, answer.total)
    assert compared > 100


Told = dict[tuple[str, ...], tuple[Any, ...]]


def _figures(session: Session, view: str, unit: str) -> Told:
    names = f"{unit}, dataset, period, indicator, total, per, counted, value"
    rows = session.execute(text(f"SELECT {names} FROM give_{view} WHERE part = ''"))
    return {tuple(row[:4]): tuple(row[4:]) for row in rows}


def _compare(seen: Told, dataset: str, row: ToldRow) -> int:
    """Figures of a view beside those of an answer; how many."""
    for one in row.figures:
        total, per, counted, value = seen[row.unit, dataset, one.period, one.indicator]
        assert (total, per, counted) == (one.total, one.per, one.counted)
        if one.value is None:
            assert value is None
        else:
            shown = Decimal(one.value) / (100 if one.decimals else 1)
            assert abs(Decimal(str(value)) - shown) <= Decimal("0.01"), one  # SQLite reckons with doubles
    return len(row.figures)


def test_a_reader_of_the_views_sees_nothing_else(postgres_central: Central) -> None:
    database = postgres_central.endpoint.database
    with database.write() as session:
        session.execute(text('CREATE ROLE "bi reader"'))
        make_views(session, postgres_central.endpoint.books(session), bangkok_day(AT), "bi reader")
    try:
        with database.read() as session:
            session.execute(text('SET LOCAL ROLE "bi reader"'))
            assert session.execute(text("SELECT count(*) FROM give_leader_leader")).scalar_one() == 0
            assert session.execute(text("SELECT count(*) FROM give_unit")).scalar_one() == 955
            with pytest.raises(ProgrammingError, match="permission denied"):
                session.execute(text("SELECT count(*) FROM record"))
    finally:
        with database.write() as session:
            session.execute(text('DROP OWNED BY "bi reader"'))
            session.execute(text('DROP ROLE "bi reader"'))


def test_a_file_of_each_kind_reads_back_as_the_rows_it_was_made_of(filled: Filled, tmp_path: Path) -> None:
    for table in filled.tables():
        rows = filled.rows(table)
        paths = {ending: tmp_path / f"{table.name}.{ending}" for ending in ("csv", "xlsx", "parquet")}
        for path in paths.values():
            assert write_file(path, table.title, table.all_columns, iter(rows)) == len(rows)
        raw = paths["csv"].read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        lines = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True)))
        assert lines[0] == [column.key for column in table.all_columns]
        assert [[_alike(cell) for cell in row] for row in rows] == [
            [_read_csv(cell, column.kind) for cell, column in zip(line, table.all_columns, strict=True)]
            for line in lines[1:]
        ]
        columns = parquet.read_table(paths["parquet"]).to_pylist()
        assert [tuple(_alike(cell) for cell in row.values()) for row in columns] == [
            tuple(_alike(cell) for cell in row) for row in rows
        ]
        sheet = CalamineWorkbook.from_path(str(paths["xlsx"])).get_sheet_by_index(0).to_python()
        assert sheet[0] == [column.heading for column in table.all_columns]
        amounts = [place for place, column in enumerate(table.all_columns) if column.kind is Kind.AMOUNT]
        for place in amounts:
            shown = sum(Decimal(str(line[place])) for line in sheet[1:] if line[place] != "")
            assert shown == sum(row[place] or 0 for row in rows)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(("ending", "some"), [("csv", 3_000), ("xlsx", 1_000), ("parquet", 20_000)])
def test_a_table_three_times_as_long_takes_the_same_memory(tmp_path: Path, ending: str, some: int) -> None:
    kinds = {"name": Kind.TEXT, "count": Kind.NUMBER, "amount": Kind.AMOUNT, "on": Kind.DAY}
    columns = [GivenColumn(key, key, kind) for key, kind in kinds.items()]

    def peak(rows: int) -> int:
        given = ((f"กลุ่มที่ {n}", n, Decimal(n) / 100, date(2018, 3, 1 + n % 28)) for n in range(rows))
        tracemalloc.start()
        try:
            assert write_file(tmp_path / f"table.{ending}", "ตาราง", columns, given) == rows
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # what is loaded once
    assert peak(3 * some) < 1.2 * peak(some)


def test_area_and_period_narrow_the_rows_and_pages_join(filled: Filled) -> None:
    sales = next(table for table in filled.tables() if table.name == "otop_sales_sale")
    everything = filled.rows(sales)
    places = {column.key: place for place, column in enumerate(sales.all_columns)}
    for wanted, same in (
        (Wanted(area="7502"), lambda row: row[places["unit"]] == "7502"),
        (Wanted(area="75", period="2561-02"), lambda row: row[places["period"]] == "2561-02"),
        (Wanted(area="76"), lambda _row: False),
    ):
        assert filled.rows(sales, wanted) == [row for row in everything if same(row)]
    pages: list[tuple[Cell, ...]] = []
    while page := filled.rows(sales, Wanted(after=str(pages[-1][0]) if pages else "", limit=37)):
        assert len(page) <= 37
        pages += page
    assert pages == everything


def test_citizen_ids_are_given_for_a_reason_only_and_every_export_is_in_the_trail(
    filled: Filled, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, out = len(filled.audited()), tmp_path / "leaders.csv"
    export = ["export", "leader", str(out), "--area", SMALL, *filled.command]
    assert main(export) == 0
    masked = out.read_text(encoding="utf-8")
    assert "X-XXXX-XXXXX-" in masked
    assert not any(is_valid(found) for found in _FULL_ID.findall(masked))
    assert main([*export, "--citizen-ids"]) == 2
    assert capsys.readouterr().err.strip() == "Please give a reason."
    assert out.read_text(encoding="utf-8") == masked
    assert main([*export, "--citizen-ids", "--reason", "ตรวจสอบสิทธิ"]) == 0
    assert sum(is_valid(found) for found in _FULL_ID.findall(out.read_text(encoding="utf-8"))) > 50
    rows = filled.audited()[before:]
    assert [(row.what, row.unit, row.reason, row.details["citizen_ids"]) for row in rows] == [
        ("export", SMALL, "", False),
        ("export", SMALL, "ตรวจสอบสิทธิ", True),
    ]
    assert all(row.who.startswith("server:") and row.details["table"] == "leader_leader" for row in rows)


def test_a_layout_of_the_centre_gives_its_columns_in_its_order(
    filled: Filled, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layout, out = tmp_path / "layout.json", tmp_path / "upload.csv"
    columns: list[dict[str, Any]] = [
        {"heading": "ปีงบประมาณ", "value": "2561"},
        {"heading": "รหัสอำเภอ", "from": "unit", "digits": 6},
        {"heading": "วันเกิด", "from": "birth_date", "date": "be"},
        {"heading": "เพศ", "from": "sex", "map": {"male": "1", "female": "2"}},
    ]
    layout.write_text(json.dumps({"columns": columns}), encoding="utf-8")
    command = ["export", "leader", str(out), "--layout", str(layout), *filled.command]
    assert main(command) == 0, capsys.readouterr().err
    lines = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    leaders = next(table for table in filled.tables() if table.name == "leader_leader")
    keys = [column.key for column in leaders.all_columns]
    assert lines[0] == [column["heading"] for column in columns]
    for line, row in zip(lines[1:], filled.rows(leaders), strict=True):
        born = row[keys.index("birth_date")]
        shown = f"{born:%d/%m}/{born.year + 543}" if isinstance(born, date) else ""
        gender = {"male": "1", "female": "2", None: ""}[row[keys.index("sex")]]  # type: ignore[index]
        assert line == ["2561", f"00{row[keys.index('unit')]}", shown, gender]
    layout.write_text(json.dumps({"columns": [{"heading": "x", "from": "nothing"}]}), encoding="utf-8")
    assert main(command) == 2
    assert "nothing" in capsys.readouterr().err
    layout.write_text('{"columns": 5}', encoding="utf-8")
    assert main(command) == 2
    assert "$.columns" in capsys.readouterr().err


def test_what_cannot_be_given_is_refused_with_its_reason(
    filled: Filled, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, said in (
        (["leader", "x.txt"], ".parquet"),
        (["nothing", "x.csv"], "nothing"),
        (["leader", "x.csv", "--table", "horses"], "leader"),
        (["otop_sales", "x.csv", "--period", "2561-13"], "2561-13"),
        (["otop_sales", "x.csv", "--area", "9"], "9"),
        (["otop_sales", "no/such/folder/x.csv"], "x.csv"),
    ):
        dataset, name, *others = words
        assert main(["export", dataset, str(tmp_path / name), *others, *filled.command]) in (1, 2)
        error = capsys.readouterr().err.strip()
        assert said in error
        assert "\n" not in error
    assert list(tmp_path.iterdir()) == []


def test_a_text_like_a_formula_is_given_as_text(tmp_path: Path) -> None:
    columns = [GivenColumn("a", "ก", Kind.TEXT), GivenColumn("b", "=ข", Kind.NUMBER)]
    rows: list[tuple[Cell, ...]] = [("=1+1", 5), ("@x", None), ("ปกติ", 10**17)]
    assert "".join(csv_lines(columns, rows, headings=True)).split("\r\n") == [
        "\ufeffก,'=ข",
        "'=1+1,5",
        "'@x,",
        f"ปกติ,{10**17}",
        "",
    ]
    path = tmp_path / "t.xlsx"
    write_file(path, "ตาราง", columns, rows)
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    assert sheet.to_python()[1:] == [["=1+1", 5], ["@x", ""], ["ปกติ", str(10**17)]]


def test_the_table_an_office_reports_is_the_one_meant_without_a_name(filled: Filled) -> None:
    with filled.endpoint.database.read() as session:
        catalogue = filled.endpoint.books(session).catalogue
    assert find_table(catalogue.newest("saving_group"), "").name == "saving_group_quarter"
    assert find_table(catalogue.newest("leader"), "").name == "leader_leader"


def _alike(cell: object) -> str:
    """A cell as either database, or a file, may hold it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, int | float | Decimal):
        return str(Decimal(str(cell)).normalize() + 0)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _read_csv(cell: str, kind: Kind) -> str:
    if kind is Kind.YES_NO:
        return {"true": "1", "false": "0", "": ""}[cell]
    if kind in (Kind.NUMBER, Kind.AMOUNT, Kind.PLACE) and cell:
        return _alike(Decimal(cell))
    return cell
