"""Figures told in parts: choices of a form, what moved since the period before, rankings; as charts and as a table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.formula import Formula
from cdd_desktop.forms.indicators import Figure, is_ranking, part_labels
from cdd_desktop.geography import geography
from cdd_desktop.reports.chart import Bar, Chart, Tile
from cdd_desktop.reports.indicators import IndicatorRow
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Table
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.indicator_charts import Teller

TOP = 10
"""So many of a ranking stand on its chart; its table has them all."""
_FEW = 6  # choices whose shares stand in the table too
_RANKED = (Tone.OK, Tone.INFO, Tone.WARN, Tone.BAD)  # of choices, the best first as in the form
_TAMBON = 6  # digits of its code


class PartTeller:
    """Tells the parts of an indicator's figures."""

    def __init__(self, teller: Teller) -> None:
        self._teller, self._words = teller, teller.words
        formula = teller.indicator.formula
        assert formula is not None
        self._formula: Formula = formula
        labels = part_labels(teller.definition, teller.indicator)
        self._labels = {part: self._words.text(*both) for part, both in labels.items()}
        if formula.moved:
            self._labels = _moves()
        self.ranked = is_ranking(teller.definition, teller.indicator)

    @staticmethod
    def has_parts(teller: Teller) -> bool:
        """Whether the indicator is told in parts at all."""
        formula = teller.indicator.formula
        return formula is not None and bool(formula.by or formula.split or formula.moved)

    # --- charts ----------------------------------------------------------------------------------------------------

    def charts(self) -> tuple[Chart, Chart]:
        """A ranking or what amounts are made of beside the offices; of anything else a map beside its parts."""
        offices, year = self._teller.by_office(), self._teller.year()
        if self.ranked:
            plain = tuple(replace(bar, tag="", tone=None) for bar in offices.lines)
            return self.ranking(), replace(offices, title=f"{self._teller.unit()} · {year}", lines=plain)
        if self._formula.split:
            return replace(offices, title=f"{self._teller.name} · {year}"), self.by_choice()
        return self.map(), self.by_choice()

    def by_choice(self) -> Chart:
        """What the area's figure is made of."""
        figure = self._teller.table.total.year.figure
        lines = tuple(Bar(self.label(part), amount, self._amount(figure, amount)) for part, amount in _of(figure))
        return self._chart(self._teller.year(), lines)

    def ranking(self) -> Chart:
        """The largest parts, the first on top; those of an area lead there."""
        figure, number = self._teller.table.total.year.figure, self._words.format_number
        lines = tuple(
            Bar(f"{number(place)}. {self.label(part)}", amount, self._amount(figure, amount), code=_area(part))
            for place, (part, amount) in enumerate(_of(figure)[:TOP], start=1)
        )
        return self._chart(self._teller.name, lines, names=0.6)

    def _chart(self, title: str, lines: tuple[Bar, ...], names: float = 0.45) -> Chart:
        empty = QCoreApplication.translate("Indicators", "No figures yet")
        return Chart(title, lines=lines, note=self._teller.of_all(), empty=empty, names=names)

    def map(self) -> Chart:
        """A tile an area: the choice most of it is, or what rose and fell, and how many of how many."""
        table = self._teller.table
        tiles = tuple(self._tile(row) for row in table.rows or (table.total,))
        return Chart(self._teller.name, tiles=tiles, note=self._teller.of_all())

    def _tile(self, row: IndicatorRow) -> Tile:
        figure, name = row.year.figure, self._words.area(row.unit)
        parts, whole = dict(_of(figure)), sum(amount for _, amount in _of(figure))
        if not parts:
            return Tile(row.unit.code, name, self._teller.standing(row), None, row.year.absence)
        if self._formula.moved:
            rose, fell = parts.get("rose", 0), parts.get("fell", 0)
            text = QCoreApplication.translate("Indicators", "up {rose} · down {fell}").format(rose=rose, fell=fell)
            tone = Tone.OK if rose > fell else Tone.BAD if fell > rose else Tone.MUTED
            return Tile(row.unit.code, name, self._words.digits(text), tone)
        choice, amount = max(parts.items(), key=lambda part: part[1])
        share = self._words.format_percent(amount, whole) if self._formula.sum else f"{amount:,}/{whole:,}"
        text = self._words.digits(f"{self.label(choice).split(' (')[0]} {share}")
        place = list(self._labels).index(choice)
        return Tile(row.unit.code, name, text, _RANKED[min(place, len(_RANKED) - 1)])

    # --- words -----------------------------------------------------------------------------------------------------

    def label(self, part: str) -> str:
        """The words of a part; of a subdistrict with its district."""
        if part in self._labels or len(part) != _TAMBON or not part.isdigit():
            return self._labels.get(part, part)
        tambon = geography().tambon(part)
        name = self._words.text(tambon.name_th, tambon.name_en)
        if self._teller.table.total.unit.level is UnitLevel.DISTRICT:
            return name
        return f"{name} · {self._words.area(geography().unit(tambon.district))}"

    def _amount(self, figure: Figure | None, amount: int) -> str:
        """The amount of a part; of what is counted with its share."""
        whole = self._whole(figure)
        if not whole:
            return self._teller.short(amount, figure is not None and figure.decimals)
        share = self._words.format_percent(amount, whole)
        return f"{self._words.digits(f'{amount:,}/{whole:,}')} · {share}" if self.ranked else self._with(amount, share)

    def _with(self, amount: int, share: str) -> str:
        return f"{self._words.format_number(amount)} ({share})"

    def _whole(self, figure: Figure | None) -> int:
        """What parts that are counted are shares of; 0 for amounts."""
        if figure is None or self._formula.sum or self._formula.split:
            return 0
        if self._formula.mean or self._formula.moved:
            return figure.counted
        return figure.value or 0

    # --- the numbers -----------------------------------------------------------------------------------------------

    def table(self) -> Table:
        """A line a part for a ranking; else a line an area with a column a part, and last the whole area."""
        return self._ranking_table() if self.ranked else self._parts_table()

    def ways(self) -> tuple[str, ...]:
        """The area each row of a ranking's table leads to, "" for none."""
        return tuple(_area(part) for part, _ in _of(self._teller.table.total.year.figure))

    def _ranking_table(self) -> Table:
        translate, figure = QCoreApplication.translate, self._teller.table.total.year.figure
        whole, number = self._whole(figure), self._words.format_number
        heads = translate("Indicators", "Counted"), translate("Indicators", "Of")
        unit = "" if whole else self._teller.unit()
        kind = Kind.SHARE if whole else self._kind(figure)
        columns = (
            Column(translate("Indicators", "Rank"), Kind.NUMBER),
            Column(self._teller.label()),
            Column(translate("Indicators", "Share") if whole else self._teller.year(), kind, heads, unit),
        )
        rows = tuple(
            (Cell(number(place), place, value=place), Cell(self.label(part)), self._cell(figure, amount))
            for place, (part, amount) in enumerate(_of(figure), start=1)
        )
        return Table(self._teller.name, columns, rows, note=self._note())

    def _parts_table(self) -> Table:
        translate, table = QCoreApplication.translate, self._teller.table
        figure = table.total.year.figure
        seen = {part for row in (*table.rows, table.total) for part, _ in _of(row.year.figure)}
        parts = [part for part in self._labels if part in seen]
        shares = bool(self._whole(figure)) and len(parts) <= _FEW
        kind = Kind.SHARE if shares else self._kind(figure)
        heads = translate("Indicators", "Counted"), translate("Indicators", "Of")
        told = translate("Indicators", "Reports received"), translate("Indicators", "Reports due")
        unit = "" if shares else self._teller.unit()
        columns = [
            Column(translate("Indicators", "Area")),
            *(Column(self._labels[part], kind, heads if shares else ("", ""), unit) for part in parts),
            *(
                ()
                if self._formula.moved
                else (Column(self._teller.year(), self._kind(figure), unit=self._teller.unit()),)
            ),
            Column(translate("Indicators", "n of m"), Kind.PAIR, told),
        ]
        total = (Cell(translate("Indicators", "Total")), *self._cells(table.total, parts, shares=shares)[1:])
        rows = (*(self._cells(row, parts, shares=shares) for row in table.rows), total)
        return Table(self._teller.name, tuple(columns), rows, with_total=True, note=self._note())

    def _cells(self, row: IndicatorRow, parts: list[str], *, shares: bool) -> Row:
        figure, amounts = row.year.figure, dict(_of(row.year.figure))
        absent = Cell(self._teller.point(row.year), absence=row.year.absence)
        told = [self._cell(figure, amounts.get(part, 0), shares=shares) if amounts else absent for part in parts]
        whole = () if self._formula.moved else (self._teller.year_figure(row),)
        return (Cell(self._words.area(row.unit), row.unit.code), *told, *whole, self._teller.told(row.year))

    def _cell(self, figure: Figure | None, amount: int, *, shares: bool = True) -> Cell:
        words, whole = self._words, self._whole(figure)
        if shares and whole:
            text = f"{words.format_percent(amount, whole)} ({words.digits(f'{amount:,} / {whole:,}')})"
            return Cell(text, amount / whole, value=(amount, whole))
        if self._kind(figure) is Kind.AMOUNT:
            return Cell(words.digits(f"{Decimal(amount).scaleb(-2):,.2f}"), amount, value=Decimal(amount).scaleb(-2))
        return Cell(words.format_number(amount), amount, value=amount)

    def _kind(self, figure: Figure | None) -> Kind:
        exact = figure is not None and figure.decimals and not self._formula.mean
        return Kind.AMOUNT if exact else Kind.NUMBER

    def _note(self) -> str:
        return f"{self._teller.year()} · {self._teller.of_all()}"


def charts_of(teller: Teller) -> tuple[Chart, Chart]:
    """The two charts of an indicator, as on screen: of its parts, else by period and by office."""
    return PartTeller(teller).charts() if PartTeller.has_parts(teller) else (teller.over_time(), teller.by_office())


def numbers_of(teller: Teller) -> Table:
    """The numbers behind the charts."""
    return PartTeller(teller).table() if PartTeller.has_parts(teller) else teller.numbers()


def _moves() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "rose": translate("Indicators", "rose"),
        "same": translate("Indicators", "stayed"),
        "fell": translate("Indicators", "fell"),
    }


def _of(figure: Figure | None) -> tuple[tuple[str, int], ...]:
    return figure.parts if figure is not None else ()


def _area(part: str) -> str:
    """The district of a subdistrict's code."""
    return part[:4] if len(part) == _TAMBON and part.isdigit() else ""
