"""When work was finished: the device's word, believed as far as what bounds it. Clocks may lie; nothing is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

TOLERANCE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Finish:
    """A certification's instant ``at`` by the device's clock, and that of the anchor it was made under."""

    at: datetime
    not_before: datetime | None = None

    def judged(
        self, now: datetime, *, clock_plausible: bool, not_after: datetime | None = None
    ) -> tuple[datetime, bool]:
        """The instant to go by and whether it is believed.

        ``not_after`` is a trusted instant by which it had been made: the device's word is then never later, and where
        it cannot be believed that instant stands for it, which can be. Otherwise the device's word is believed when
        its clock is, when it does not lie in the future, and not before central's anchor.
        """
        early = self.not_before is not None and self.at < self.not_before - TOLERANCE
        believed = clock_plausible and not early and self.at <= (not_after or now)
        if believed or not_after is None:
            return self.at, believed
        return not_after, True
