"""How things are said on screen: language, dates in the Buddhist era, numbers, names of datasets, roles and offices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import BANGKOK, bangkok_day
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.ids import DatasetKey
from cdd_desktop.periods import thai_dates
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET

if TYPE_CHECKING:
    from cdd_desktop.domain.period import Window

DateStyle = Literal["long", "short", "numeric"]
Language = Literal["th", "en"]


class Words:
    """Speaks one language with one kind of digits. Instants are aware, shown in Thailand's time."""

    def __init__(self, language: str = "th", *, thai_digits: bool = False) -> None:
        self.language: Language = "en" if language == "en" else "th"
        self.thai_digits = thai_digits and self.language == "th"

    @property
    def is_thai(self) -> bool:
        return self.language == "th"

    def text(self, thai: str, english: str) -> str:
        """The label of a definition or schedule in this language; the Thai one where the other is missing."""
        return (thai or english) if self.is_thai else (english or thai)

    def digits(self, text: str) -> str:
        """The text with Thai digits where the setting asks for them."""
        return thai_dates.thai_digits(text) if self.thai_digits else text

    # --- dates ---------------------------------------------------------------------------------------------------

    def format_date(self, day: date, style: DateStyle = "short") -> str:
        """``short`` 20 มี.ค. 2561, ``long`` 20 มีนาคม 2561, ``numeric`` 20/03/2561."""
        return thai_dates.format_date(day, style, self.language, thai_digits=self.thai_digits)

    def format_day(self, day: date) -> str:
        """Day and month alone: 20 มี.ค."""
        return self.digits(f"{day.day} {thai_dates.month_name(day.month, 'short', self.language)}")

    def format_month(self, first: date, style: DateStyle = "long") -> str:
        """Month and year: มีนาคม 2561."""
        name = thai_dates.month_name(first.month, "short" if style == "short" else "long", self.language)
        return self.digits(f"{name} {first.year + BUDDHIST_OFFSET}")

    def format_weekday(self, day: date) -> str:
        """With the day of the week: วันอาทิตย์ที่ 18 มีนาคม 2561."""
        pattern = QCoreApplication.translate("Words", "{weekday}, {date}")
        return pattern.format(weekday=weekday_name(day.weekday()), date=self.format_date(day, "long"))

    def format_time(self, at: datetime) -> str:
        """Hours and minutes: 08:40 น."""
        clock = self.digits(at.astimezone(BANGKOK).strftime("%H:%M"))
        return QCoreApplication.translate("Words", "{time}").format(time=clock)

    def format_instant(self, at: datetime) -> str:
        """Day and time: 18 มี.ค. 2561 08:40 น."""
        return f"{self.format_date(bangkok_day(at))} {self.format_time(at)}"

    def format_relative(self, at: datetime, now: datetime) -> str:
        """How long ago: เมื่อสักครู่, 12 นาทีก่อน, 3 วันก่อน; the date when it is more than 30 days."""
        passed = max(now - at, timedelta())
        minutes = int(passed.total_seconds() // 60)
        days = (bangkok_day(now) - bangkok_day(at)).days
        translate = QCoreApplication.translate
        if minutes < 1:
            return translate("Words", "a moment ago")
        if minutes < 60:
            return self.digits(translate("Words", "{n} min ago").format(n=minutes))
        if days == 0 or minutes < 6 * 60:
            return self.digits(translate("Words", "{n} h ago").format(n=minutes // 60))
        if days == 1:
            return translate("Words", "yesterday")
        if days <= 30:
            return self.digits(translate("Words", "{n} days ago").format(n=days))
        return self.format_date(bangkok_day(at))

    # --- numbers -------------------------------------------------------------------------------------------------

    def format_number(self, number: int) -> str:
        """A whole number with separators: 1,284,300."""
        return self.digits(f"{number:,}")

    def format_money(self, satang: int) -> str:
        """An amount in satang as baht with two decimals: 1,284,300.00."""
        sign = "-" if satang < 0 else ""
        baht, rest = divmod(abs(satang), 100)
        return self.digits(f"{sign}{baht:,}.{rest:02d}")

    def format_percent(self, part: int, whole: int) -> str:
        """A share with one decimal, half up; an en dash for nothing of nothing."""
        if whole == 0:
            return "–"
        tenths = (part * 2000 + whole) // (2 * whole)
        return self.digits(f"{tenths // 10}.{tenths % 10}%")

    # --- names ---------------------------------------------------------------------------------------------------

    def office(self, unit: Unit) -> str:
        """The office's short name: สพอ.แม่ริม จ.เชียงใหม่."""
        translate = QCoreApplication.translate
        pattern = {
            UnitLevel.DISTRICT: translate("Words", "{name} District Office, {province}"),
            UnitLevel.PROVINCE: translate("Words", "{name} Provincial Office"),
            UnitLevel.DEPARTMENT: translate("Words", "Community Development Department"),
        }[unit.level]
        return pattern.format(
            name=self.text(unit.name_th, unit.name_en), province=self.text(unit.province_th, unit.province_en)
        )

    def area(self, unit: Unit) -> str:
        """The area alone: แม่ริม."""
        return self.text(unit.name_th, unit.name_en)

    def period(self, window: Window) -> str:
        """The period beside its dataset's name: the schedule's label without what the name says already, and the
        year where the period is the year's only one."""
        if window.key == "r1":
            return self.digits(QCoreApplication.translate("Words", "year {year}").format(year=window.fiscal_year))
        label = self.text(window.label_th.removeprefix("ยอดจำหน่าย"), window.label_en.removeprefix("Sales of "))
        return self.digits(thai_dates.arabic_digits(label))

    def dataset(self, key: DatasetKey) -> str:
        """The short name of a dataset, for lists and navigation."""
        name = _dataset_names().get(key)
        return name() if name is not None else key

    def role(self, role: Role) -> str:
        return _role_names()[role]


def weekday_name(index: int) -> str:
    """Name of a weekday, 0 for Monday."""
    translate = QCoreApplication.translate
    return (
        translate("Words", "Monday"),
        translate("Words", "Tuesday"),
        translate("Words", "Wednesday"),
        translate("Words", "Thursday"),
        translate("Words", "Friday"),
        translate("Words", "Saturday"),
        translate("Words", "Sunday"),
    )[index]


def weekday_letter(index: int) -> str:
    """The weekday in a calendar's head, 0 for Monday: จ., อ., …"""
    translate = QCoreApplication.translate
    return (
        translate("Words", "Mo"),
        translate("Words", "Tu"),
        translate("Words", "We"),
        translate("Words", "Th"),
        translate("Words", "Fr"),
        translate("Words", "Sa"),
        translate("Words", "Su"),
    )[index]


def _dataset_names() -> dict[str, Callable[[], str]]:
    translate = QCoreApplication.translate
    return {
        "volunteer_anniversary": lambda: translate("Datasets", "Volunteer leader anniversary"),
        "cd_standard": lambda: translate("Datasets", "Community development standards"),
        "leader": lambda: translate("Datasets", "Leaders"),
        "leader_evaluation": lambda: translate("Datasets", "Volunteer leader evaluation"),
        "organization": lambda: translate("Datasets", "Groups, organisations, networks"),
        "saving_group": lambda: translate("Datasets", "Savings groups for production"),
        "poverty_fund": lambda: translate("Datasets", "Poverty fund (KKJ)"),
        "fund_institute": lambda: translate("Datasets", "Community finance institutes"),
        "fund_network": lambda: translate("Datasets", "Community fund networks"),
        "otop_sales": lambda: translate("Datasets", "OTOP sales"),
        "mother_fund_health": lambda: translate("Datasets", "Mother of the Land fund"),
    }


def _role_names() -> dict[Role, str]:
    translate = QCoreApplication.translate
    return {
        Role.OFFICER: translate("Roles", "Community development officer"),
        Role.HEAD: translate("Roles", "District head"),
        Role.PROVINCIAL_OFFICER: translate("Roles", "Provincial officer"),
        Role.PROVINCIAL_HEAD: translate("Roles", "Provincial head"),
        Role.DEPARTMENT: translate("Roles", "Department"),
        Role.ADMINISTRATOR: translate("Roles", "Central administrator"),
        Role.VIEWER: translate("Roles", "Viewer"),
    }
