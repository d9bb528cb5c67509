"""The program's versions over the line: from a real central, cut at any byte, nothing fetched twice."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from central_process import CentralProcess
from loopback import CuttingProxy
from release_world import ReleaseWorld

from cdd_desktop.errors import RefusedError
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.updates.source import CentralSource
from cdd_desktop.updates.state import Standing, UpdateState

SIZE = 700_000  # of the library; several pieces


@dataclass
class Counting:
    """A line to central, and what of bundles came over it."""

    address: str
    bytes_of_bundles: int = 0

    def attempt(self, releases: ReleaseWorld) -> UpdateState | str:
        """One round over a connection of its own: its state, or the code it ended with."""
        gateway = HttpGateway([self.address])

        def fetch(path: str, start: int, most: int, take: Callable[[bytes], object]) -> None:
            def counted(data: bytes) -> None:
                take(data)
                if path.startswith("targets/"):
                    self.bytes_of_bundles += len(data)

            gateway.fetch_update(path, start, most, counted)

        try:
            return releases.round(source=CentralSource(fetch))
        except RefusedError as error:
            return error.code
        finally:
            gateway.close()


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralProcess]:
    (tmp_path / "central").mkdir()
    serving = CentralProcess(tmp_path / "central")
    serving.start()
    yield serving
    serving.stop()


def test_a_line_that_breaks_at_any_byte_costs_nothing_twice(central: CentralProcess, tmp_path: Path) -> None:
    releases = ReleaseWorld(tmp_path, central=tmp_path / "central")
    installed = releases.install()
    (installed.parent / "_internal" / "stays.bin").unlink()  # so that the whole bundle is needed
    proxy = CuttingProxy(central.port)
    line = Counting(proxy.address)
    chance = random.Random(7)
    ends: list[UpdateState | str] = []
    try:
        assert line.attempt(releases) == UpdateState(), "nothing was published yet"
        releases.pack("0.1.1", releases.make("0.1.1", size=SIZE))
        releases.publish("0.1.1")
        while not ends or isinstance(ends[-1], str):
            proxy.down = chance.choice([chance.randrange(1, 6000), chance.randrange(1, 300_000)])
            ends.append(line.attempt(releases))
    finally:
        proxy.close()
    assert ends[-1] == UpdateState(Standing.READY, "0.1.1")
    assert releases.start(installed) == ["0.1.1"]
    assert set(ends[:-1]) == {"connection-lost"}
    assert len(ends) > 5
    assert line.bytes_of_bundles == (releases.release / "linux-0.1.1-whole.cddupdate").stat().st_size


def test_central_gives_its_versions_to_anybody_and_nothing_else(central: CentralProcess, tmp_path: Path) -> None:
    releases = ReleaseWorld(tmp_path, central=tmp_path / "central")
    releases.released("0.1.0")
    gateway = HttpGateway([f"http://127.0.0.1:{central.port}"])
    try:
        got: list[bytes] = []
        gateway.fetch_update("metadata/timestamp.json", 0, 100_000, got.append)
        assert b'"timestamp"' in b"".join(got)
        for path in ("metadata/online.pem", "targets/../online.pem", "x/y", "metadata/9.root.json", "targets/a.pem"):
            with pytest.raises(RefusedError, match=r"not-found|not-central"):
                gateway.fetch_update(path, 0, 100, got.append)
        with pytest.raises(RefusedError, match="update-range"):
            gateway.fetch_update("metadata/timestamp.json", 10_000_000, 100, got.append)
    finally:
        gateway.close()
