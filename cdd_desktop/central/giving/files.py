"""A table as a file: CSV for whatever reads tables, a workbook to look at, Parquet for those who calculate.

Each is written row by row beside its place and put there when it is whole.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path

from cdd_desktop.central.giving.table import Cell, GivenColumn, Kind
from cdd_desktop.errors import BadRequestError
from cdd_desktop.exchange.plain_book import PlainColumn, write_plain_book
from cdd_desktop.exchange.writing import FORMULA_SIGNS

Rows = Iterable[Sequence[Cell]]
BOM = "\ufeff"
_PIECE = 500
_GROUP = 10_000


def write_file(path: Path, title: str, columns: Sequence[GivenColumn], rows: Rows) -> int:
    """Writes the table in the way the file's name says and answers the number of its rows.

    Raises ``BadRequestError("export-format")`` for another ending than .csv, .xlsx or .parquet.
    """
    write = _WRITERS.get(path.suffix.casefold())
    if write is None:
        raise BadRequestError("export-format", name=path.name)
    half = path.with_name(f"{path.name}.part")
    try:
        count = write(half, title, columns, rows)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return count


def csv_lines(columns: Sequence[GivenColumn], rows: Rows, *, headings: bool = False) -> Iterator[str]:
    """CSV (RFC 4180) in pieces, with a byte order mark, which tells Excel that it is UTF-8. The first row holds the
    columns' keys, or their headings. A text that a spreadsheet would run as a formula has an apostrophe before it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write(BOM)
    writer.writerow([_quoted(column.heading) if headings else column.key for column in columns])
    walk = iter(rows)
    while piece := list(islice(walk, _PIECE)):
        writer.writerows([plain(cell) for cell in row] for row in piece)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def plain(cell: Cell) -> str:
    """A cell as text: days in ISO 8601, amounts with a point, yes and no as true and false, blank as nothing."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return _quoted(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _quoted(text: str) -> str:
    return f"'{text}" if text[:1] in FORMULA_SIGNS else text


def _write_csv(path: Path, _title: str, columns: Sequence[GivenColumn], rows: Rows) -> int:
    counted = _Counted(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines(columns, counted))
    return counted.count


def _write_book(path: Path, title: str, columns: Sequence[GivenColumn], rows: Rows) -> int:
    return write_plain_book(path, title, [PlainColumn(column.heading, column.kind) for column in columns], rows)


def _write_parquet(path: Path, _title: str, columns: Sequence[GivenColumn], rows: Rows) -> int:
    import pyarrow as pa  # large, and of no use to anything else
    from pyarrow import parquet

    types = {
        Kind.TEXT: pa.string(),
        Kind.NUMBER: pa.int64(),
        Kind.AMOUNT: pa.decimal128(20, 2),
        Kind.PLACE: pa.decimal128(12, 6),
        Kind.DAY: pa.date32(),
        Kind.YES_NO: pa.bool_(),
    }
    schema = pa.schema(
        [pa.field(one.key, types[one.kind], metadata={"heading": one.heading, "about": one.about}) for one in columns]
    )
    count, walk = 0, iter(rows)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(walk, _GROUP)):
            arrays = [
                pa.array([_rescaled(cell, one.kind) for cell in cells], field.type)
                for cells, one, field in zip(zip(*group, strict=True), columns, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(group)
    return count


def _rescaled(cell: Cell, kind: Kind) -> Cell:
    """A place is kept as it was typed; the column has six decimals."""
    return cell.quantize(Decimal("0.000001")) if kind is Kind.PLACE and isinstance(cell, Decimal) else cell


class _Counted:
    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        for row in self._rows:
            self.count += 1
            yield row


_WRITERS: dict[str, Callable[[Path, str, Sequence[GivenColumn], Rows], int]] = {
    ".csv": _write_csv,
    ".xlsx": _write_book,
    ".parquet": _write_parquet,
}
