"""The eleven datasets: at the left all of them with their state, at the right one's periods and its register."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cdd_desktop.domain.record import EntityKind
from cdd_desktop.ids import DatasetKey
from cdd_desktop.operations.read_agenda import read_calendar
from cdd_desktop.operations.read_worklist import read_registers
from cdd_desktop.operations.views import Changes, EntryRef, SubmissionView, WorklistItem
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.ui.datasets.rows import DatasetRow, PeriodRow, RegisterTable
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import LinkButton, QuietButton, SegmentBar
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card, EmptyState, PageHeader, ScrollColumn


class DatasetsScreen(Screen):
    """``open`` takes a dataset's key, or nothing."""

    name = "datasets"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._dataset = DatasetKey("")
        self._year = fiscal_year_of(desk.today)
        self._views: tuple[SubmissionView, ...] = ()
        self._inside = False  # on a narrow page: whether one dataset is in front of the list
        self.rows: list[DatasetRow] = []
        self.header = PageHeader()
        self.to_list = LinkButton(self.tr("All datasets"), "left")
        self.to_list.clicked.connect(self._show_list)
        self._list = Card(flush=True)
        self._list_scroll = ScrollColumn()
        self._list_scroll.body.addWidget(self._list)
        self._list_scroll.body.addStretch(1)
        self._build_right()
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(theme().px(14))
        side_by_side.addWidget(self._list_scroll, 4)
        side_by_side.addWidget(self._right, 6)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addLayout(side_by_side, 1)
        self._fit()

    def _build_right(self) -> None:
        self._right = Card()
        self._name = Label("", "heading", wrap=True)
        self._rule = Label("", "note", wrap=True)
        self.switch = SegmentBar([("periods", self.tr("Periods")), ("register", self.tr("Register"))], "periods")
        self.switch.chosen.connect(self._switch)
        self.earlier = QuietButton("", "left")
        self.later = QuietButton("", "right")
        self.later.set_icon_after()
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        bar = QHBoxLayout()
        bar.addWidget(self.switch)
        bar.addStretch(1)
        bar.addWidget(self.earlier)
        bar.addWidget(self.later)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a name or village"))
        self.search.setAccessibleName(self.tr("Find a name or village"))
        self.search.setClearButtonEnabled(True)
        self.register = RegisterTable(self.desk.words)
        self.search.textChanged.connect(self.register.search_for)
        self.register.chosen.connect(self._open_item)
        self._empty = EmptyState("table", self.tr("The register is still empty"))
        self._periods = ScrollColumn()
        self._periods.body.setSpacing(0)
        column = self._right.body
        column.addWidget(self._name)
        column.addWidget(self._rule)
        column.addLayout(bar)
        for widget in (self._periods, self.search, self.register, self._empty):
            column.addWidget(widget, 0 if widget is self.search else 1)

    # --- opening and reading ---------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        if isinstance(argument, str) and argument:
            self._dataset = DatasetKey(argument)
            self._inside = True
        else:
            self._inside = False
        self._fit()
        self._load()

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self._load()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._fit()

    def _load(self) -> None:
        self.read(read_calendar, self._year, on_done=self._show)

    def _show(self, views: tuple[SubmissionView, ...]) -> None:
        self._views = views
        words, workplace = self.desk.words, self.desk.workplace
        subtitle = words.digits(self.tr("Fiscal year {year}").format(year=self._year))
        self.header.set_title(self.tr("Datasets"), subtitle)
        rules = workplace.calendar.schedule(self._year).datasets
        reported = {view.key.dataset for view in views}
        if not self._dataset or all(rule.key != self._dataset for rule in rules):
            first = next((view for view in views if view.wants_you), views[0] if views else None)
            self._dataset = first.key.dataset if first is not None else DatasetKey(rules[0].key)
        had_keyboard = next((row.dataset for row in self.rows if row is self.window().focusWidget()), "")
        _clear(self._list.body)
        self.rows = []
        for rule in rules:
            key = DatasetKey(rule.key)
            row = DatasetRow(rule.number, key, self._next_of(key), words, reported=key in reported)
            row.set_current(key == self._dataset)
            row.set_last(rule is rules[-1])
            row.chosen.connect(self.choose)
            self._list.body.addWidget(row)
            self.rows.append(row)
            if key == had_keyboard:
                row.setFocus()
        self._order_keys()
        self._show_dataset()

    def _order_keys(self) -> None:
        """The Tab key goes through the list before the dataset beside it."""
        at: QWidget = self.rows[0]
        buttons = (self.switch.button("periods"), self.switch.button("register"), self.earlier, self.later)
        for widget in (*self.rows[1:], *buttons, self.search, self.register):
            QWidget.setTabOrder(at, widget)
            at = widget

    def _next_of(self, dataset: DatasetKey) -> SubmissionView | None:
        """The period that wants most: something to do first, else the next one not received."""
        own = [view for view in self._views if view.key.dataset == dataset]
        waiting = [view for view in own if view.received_at is None]
        return next((view for view in own if view.wants_you), waiting[0] if waiting else own[-1] if own else None)

    def _show_dataset(self) -> None:
        words, calendar = self.desk.words, self.desk.workplace.calendar
        rule = calendar.dataset(self._dataset, self._year)
        bureau = next(one for one in calendar.bureaus(self._year) if one.key == rule.bureau)
        self._name.set_text(words.text(rule.name_th, rule.name_en))
        self._rule.set_text(words.text(bureau.name_th, bureau.name_en))
        self.earlier.set_text(words.digits(str(self._year - 1)))
        self.later.set_text(words.digits(str(self._year + 1)))
        definition = self.desk.workplace.catalogue.newest(self._dataset)
        has_register = any(entity.kind is EntityKind.REGISTER for entity in definition.entities)
        self.switch.setVisible(has_register)
        if not has_register:
            self.switch.set_current("periods")
        self._show_periods()
        self.read(read_registers, self._dataset, on_done=self._show_register)

    def _show_periods(self) -> None:
        _clear(self._periods.body)
        own = [view for view in self._views if view.key.dataset == self._dataset]
        following = next((view for view in own if view.wants_you), None)
        for view in own:
            row = PeriodRow(view, self.desk.words, following=view is following)
            row.set_last(view is own[-1])
            row.chosen.connect(self._open_submission)
            self._periods.body.addWidget(row)
        if not own:
            self._periods.body.addWidget(
                EmptyState(
                    "calendar",
                    self.tr("Your office does not report this dataset"),
                    self.tr("Under the circular, another level reports it."),
                )
            )
        self._periods.body.addStretch(1)

    def _show_register(self, items: tuple[WorklistItem, ...]) -> None:
        geography = self.desk.workplace.geography
        places = {code: geography.tambon(code) for item in items if (code := item.place[0])}
        self.register.show_items(
            items, {code: self.desk.words.text(t.name_th, t.name_en) for code, t in places.items()}
        )
        count = self.desk.words.format_number(len(items))
        self.switch.button("register").setText(self.tr("Register ({n})").format(n=count))
        self._show_side()

    def _show_side(self) -> None:
        register = self.switch.current() == "register"
        filled = self.register.count() > 0
        self._periods.setVisible(not register)
        for button in (self.earlier, self.later):
            button.setVisible(not register)
        self.search.setVisible(register and filled)
        self.register.setVisible(register and filled)
        self._empty.setVisible(register and not filled)

    def _fit(self) -> None:
        """On a narrow page the list and one dataset are two steps."""
        self._list_scroll.setVisible(not (self.compact and self._inside))
        self._right.setVisible(not self.compact or self._inside)
        self.to_list.setVisible(self.compact and self._inside)
        self.header.setVisible(not (self.compact and self._inside))

    # --- what a person does ----------------------------------------------------------------------------------------

    @Slot(str)
    def choose(self, dataset: str) -> None:
        """Show one dataset at the right."""
        self._dataset = DatasetKey(dataset)
        self._inside = True
        for row in self.rows:
            row.set_current(row.dataset == dataset)
        self._fit()
        self._show_dataset()

    @Slot()
    def _show_list(self) -> None:
        self._inside = False
        self._fit()

    @Slot(str)
    def _switch(self, _key: str) -> None:
        self._show_side()

    @Slot()
    def _earlier(self) -> None:
        self._year -= 1
        self._load()

    @Slot()
    def _later(self) -> None:
        self._year += 1
        self._load()

    @Slot(object)
    def _open_submission(self, view: SubmissionView) -> None:
        self.desk.open("entry", view.key)

    @Slot(object)
    def _open_item(self, item: WorklistItem) -> None:
        view = self._next_of(self._dataset)
        if view is not None:
            self.desk.open("entry", EntryTarget(view.key, EntryRef(item.entity, view.key, item.record_id)))


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
