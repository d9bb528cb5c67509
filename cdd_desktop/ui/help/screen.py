"""The help screen: a search box over the list of pages, and the page beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cdd_desktop.domain.person import Role
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.help.document import colours_of, page_document
from cdd_desktop.ui.help_pages import HelpPage, find_pages, help_pages
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import PageHeader

_GUIDED = (Role.OFFICER, Role.PROVINCIAL_OFFICER)
_LIST_WIDTH = 270
_ROW = 32
_NAME = Qt.ItemDataRole.UserRole


class HelpScreen(Screen):
    """Opens for the name of a screen or page; "" keeps the page that was open."""

    name = "help"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._pages = help_pages(desk.words.language)
        self._page: HelpPage = self._pages[0]
        self.header = PageHeader(self.tr("Help"), self.tr("F1 opens the page of the screen you are on."))
        self.guide = QuietButton(self.tr("Guide me through a report"), "right")
        self.guide.set_icon_after()
        self.guide.clicked.connect(desk.guide_requested)
        self.header.set_actions([self.guide])
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.list.currentItemChanged.connect(self._choose)
        self.nothing = Label(self.tr("No page says this. Try a shorter word."), "note", wrap=True)
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setProperty("role", "document")
        self.text.setAccessibleName(self.tr("Page"))
        self.text.anchorClicked.connect(self._follow)
        self._build()
        self._list_pages(self._pages)

    def _build(self) -> None:
        self._left = QFrame()
        self._left.setProperty("role", "card")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(*[theme().px(12)] * 4)
        column.setSpacing(theme().px(8))
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        right = QFrame()
        right.setProperty("role", "card")
        page = QVBoxLayout(right)
        page.setContentsMargins(*[theme().px(m) for m in (22, 14, 10, 14)])
        page.addWidget(self.text)
        sides = QHBoxLayout()
        sides.setSpacing(theme().px(12))
        sides.addWidget(self._left)
        sides.addWidget(right, 1)
        self.layout_.addWidget(self.header)
        self.layout_.addLayout(sides, 1)

    @property
    def page(self) -> str:
        """Name of the page in front."""
        return self._page.name

    def open(self, argument: object = None) -> None:
        if isinstance(argument, str) and argument:
            self.search.clear()
            self.show_page(argument)
        else:
            self.show_page(self._page.name)
        self.guide.setVisible(self.desk.signed_in and self.desk.workplace.person.role in _GUIDED)
        self.search.setFocus()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._left.setFixedWidth(theme().px(_LIST_WIDTH if not compact else 210))

    def show_page(self, name: str) -> None:
        """Show a page; a name without one shows the page about the help itself."""
        names = {page.name: page for page in self._pages}
        self._page = names.get(name, names["help"])
        self.text.setDocument(page_document(self._page, self.font(), *colours_of(self.palette())))
        self.text.document().setParent(self.text)
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == self._page.name:
                self.list.setCurrentRow(row)

    def _list_pages(self, pages: tuple[HelpPage, ...]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            item.setSizeHint(QSize(0, theme().px(_ROW)))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.nothing.setVisible(not pages)

    @Slot(str)
    def _search(self, words: str) -> None:
        self._list_pages(find_pages(self._pages, words))

    @Slot()
    def _open_first(self) -> None:
        if self.list.count():
            self.list.setCurrentRow(0)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) != self._page.name:
            self.show_page(str(item.data(_NAME)))

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        self.search.clear()
        self.show_page(link.path().removesuffix(".md"))
