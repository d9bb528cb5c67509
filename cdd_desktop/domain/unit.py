"""Reporting units: district and provincial offices; the department above them (domain.md, section 4 and 5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cdd_desktop.ids import UnitCode

DEPARTMENT = UnitCode("00")


class UnitLevel(StrEnum):
    DISTRICT = "district"
    PROVINCE = "province"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Unit:
    """An office. ``name_*`` is the area ("แม่ริม", "เชียงใหม่"), ``office_*`` the short office name ("สพอ.แม่ริม")."""

    code: UnitCode
    level: UnitLevel
    name_th: str
    name_en: str
    province_th: str
    province_en: str

    @property
    def province(self) -> UnitCode:
        """Code of the province a district belongs to; of itself for a province or the department."""
        return UnitCode(self.code[:2])

    @property
    def office_th(self) -> str:
        prefix = {UnitLevel.DISTRICT: "สพอ.", UnitLevel.PROVINCE: "สพจ.", UnitLevel.DEPARTMENT: ""}[self.level]
        return prefix + self.name_th

    def covers(self, other: UnitCode) -> bool:
        """Whether the other office is this one or lies in its area."""
        return self.level is UnitLevel.DEPARTMENT or other.startswith(self.code)
