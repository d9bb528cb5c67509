"""Widgets every screen shares."""

from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton, MenuButton, PrimaryButton, QuietButton, SegmentBar, ToolButton
from cdd_desktop.ui.widgets.digit_edit import DigitLineEdit
from cdd_desktop.ui.widgets.first_cell import FirstCell
from cdd_desktop.ui.widgets.flow import FlowLayout
from cdd_desktop.ui.widgets.labels import Chip, Label, MaskedText
from cdd_desktop.ui.widgets.password_box import PasswordBox
from cdd_desktop.ui.widgets.reading_table import ReadingTable
from cdd_desktop.ui.widgets.surfaces import (
    Card,
    EmptyState,
    FittingColumn,
    ListRow,
    PageHeader,
    Progress,
    ScrollColumn,
    line,
)

__all__ = [
    "Banner",
    "Card",
    "Chip",
    "DigitLineEdit",
    "EmptyState",
    "FirstCell",
    "FittingColumn",
    "FlowLayout",
    "Label",
    "LinkButton",
    "ListRow",
    "MaskedText",
    "MenuButton",
    "PageHeader",
    "PasswordBox",
    "PrimaryButton",
    "Progress",
    "QuietButton",
    "ReadingTable",
    "ScrollColumn",
    "SegmentBar",
    "ToolButton",
    "line",
]
