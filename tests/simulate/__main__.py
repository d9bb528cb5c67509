"""``python -m tests.simulate --seeds N --from S``: run seeds, print what fails with the shortest trace found."""

from __future__ import annotations

import argparse
import sys
import time

from .plan import draw
from .plants import PLANTS, planted
from .shrink import shortest
from .world import Result, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulate")
    parser.add_argument("--seeds", type=int, default=100, help="how many")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first seed")
    parser.add_argument("--plant", choices=sorted(PLANTS), help="put a known fault into the system")
    parser.add_argument("--trace", action="store_true", help="print the whole trace of every seed")
    parser.add_argument("--whole", action="store_true", help="do not shorten what fails")
    parser.add_argument("--stop", action="store_true", help="stop at the first failure")
    given = parser.parse_args()
    began, failed = time.monotonic(), []
    with planted(given.plant):
        for seed in range(given.first, given.first + given.seeds):
            result = run(draw(seed))
            if given.trace:
                print("\n".join([*map(str, result.plan.events), *result.trace, result.digest]))
            if result.failures:
                failed.append(seed)
                _tell(result if given.whole else shortest(result, run), seed)
                if given.stop:
                    break
            done = seed - given.first + 1
            if done % 100 == 0:
                minutes = (time.monotonic() - began) / 60
                print(f"{done} seeds, {len(failed)} failed, {done / minutes:.0f} a minute, next {seed + 1}", flush=True)
    print(f"seeds {given.first} to {seed}: {len(failed)} failed {failed[:40]}")
    return 1 if failed else 0


def _tell(result: Result, seed: int) -> None:
    plan = result.plan
    offices = " ".join(plan.units)
    print(f"\nseed {seed}: {len(plan.events)} events, offices {offices}, fresh {plan.fresh}, page {plan.page}")
    print("\n".join(f"  {event}" for event in plan.events))
    print("\n".join(f"  > {line}" for line in result.trace if not line[0].isdigit()))
    print("\n".join(f"  FAILS {line}" for line in result.failures[:8]), flush=True)


if __name__ == "__main__":
    sys.exit(main())
