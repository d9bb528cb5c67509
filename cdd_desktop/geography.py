"""Reporting units and subdistricts from the codes of the Department of Provincial Administration (geothai).

Bangkok has no offices of the department: its codes are refused as units, its subdistricts serve addresses only.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import geothai

from cdd_desktop.domain.unit import DEPARTMENT, Unit, UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import UnitCode

BANGKOK = "10"


@dataclass(frozen=True, slots=True)
class Tambon:
    """A subdistrict; ``code`` has six digits, ``district`` and ``province`` are codes."""

    code: str
    name_th: str
    name_en: str
    district: UnitCode
    province: UnitCode


class Geography:
    """Looks up offices and areas; everything is read on first use and kept."""

    def unit(self, code: str) -> Unit:
        """The office of a code: two digits a province, four a district, "00" the department.

        Raises ``BadRequestError`` with ``unit-bangkok`` for codes that begin with 10, else ``unit-unknown``.
        """
        found = self._units.get(code)
        if found is not None:
            return found
        if code.startswith(BANGKOK) and len(code) in (2, 4) and code.isascii() and code.isdigit():
            raise BadRequestError("unit-bangkok", unit=code)
        raise BadRequestError("unit-unknown", unit=code)

    def provinces(self) -> tuple[Unit, ...]:
        """The 76 provinces with an office, by code."""
        return tuple(unit for unit in self._units.values() if unit.level is UnitLevel.PROVINCE)

    def districts(self, province: str) -> tuple[Unit, ...]:
        """The districts of a province, by code."""
        return self._districts.get(self.unit(province).code, ())

    def tambons(self, area_code: str) -> tuple[Tambon, ...]:
        """The subdistricts of a province (two digits) or a district (four), by code; empty for other codes."""
        if len(area_code) == 2:
            return tuple(tambon for area in geothai.districts(area_code) for tambon in self.tambons(area.code))
        return tuple(_tambon(area) for area in geothai.subdistricts(area_code))

    def tambon(self, code: str) -> Tambon:
        """The subdistrict of a six-digit code, Bangkok's too; else ``BadRequestError("tambon-unknown")``."""
        area = geothai.subdistrict(code)
        if area is None:
            raise BadRequestError("tambon-unknown", tambon=code)
        return _tambon(area)

    def tambon_count(self, area: str) -> int:
        """How many subdistricts lie in a province or a district."""
        return len(self.tambons(area))

    @cached_property
    def _districts(self) -> dict[str, tuple[Unit, ...]]:
        inside: dict[str, list[Unit]] = {}
        for unit in self._units.values():
            if unit.level is UnitLevel.DISTRICT:
                inside.setdefault(unit.province, []).append(unit)
        return {province: tuple(units) for province, units in inside.items()}

    @cached_property
    def _units(self) -> dict[str, Unit]:
        units: dict[str, Unit] = {
            DEPARTMENT: Unit(
                code=DEPARTMENT,
                level=UnitLevel.DEPARTMENT,
                name_th="กรมการพัฒนาชุมชน",
                name_en="Community Development Department",
                province_th="",
                province_en="",
            )
        }
        for province in geothai.provinces():
            if province.code == BANGKOK:
                continue
            names = (province.name_th, province.name_en)
            units[province.code] = Unit(UnitCode(province.code), UnitLevel.PROVINCE, *names, *names)
            for area in geothai.districts(province.code):
                units[area.code] = Unit(UnitCode(area.code), UnitLevel.DISTRICT, area.name_th, area.name_en, *names)
        return units


@cache
def geography() -> Geography:
    """The one geography of this process."""
    return Geography()


def _tambon(area: geothai.types.Subdistrict) -> Tambon:
    return Tambon(
        code=area.code,
        name_th=area.name_th,
        name_en=area.name_en,
        district=UnitCode(area.district_code),
        province=UnitCode(area.province_code),
    )
