"""A version from the place where it is built to the next start of a machine, and back again when it does not work."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from release_world import PLATFORM, ReleaseWorld, long_ago

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.release import making
from cdd_desktop.release.bundle import Base, BundleError, make_bundle, unpack
from cdd_desktop.release.channel import Offered
from cdd_desktop.release.tree import read_tree
from cdd_desktop.updates.source import FolderSource
from cdd_desktop.updates.start import Current, read_current, write_current
from cdd_desktop.updates.state import Standing, waiting


def test_a_version_is_taken_at_the_next_start_and_not_before(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0", "0.1.1")
    assert releases.start(installed) == ["0.1.0"]
    seen = []
    assert releases.round(tell=seen.append).standing is Standing.READY
    assert [state.standing for state in seen][-1] is Standing.BUILDING
    assert waiting(releases.here(), "0.1.0").version == "0.1.1"
    assert releases.start(installed) == ["0.1.1"]
    assert waiting(releases.here("0.1.1"), "0.1.1").standing is Standing.NONE
    assert read_tree(releases.here("0.1.1").running) == read_tree(releases.folder / "trees" / "0.1.1")
    assert releases.round("0.1.1").standing is Standing.NONE


def test_what_differs_is_little_and_a_program_too_far_behind_takes_the_whole(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0", "0.1.1")
    bundles = {path.name: path.stat().st_size for path in releases.release.glob("*0.1.1*")}
    assert bundles[f"{PLATFORM}-0.1.1-from-0.1.0.cddupdate"] < bundles[f"{PLATFORM}-0.1.1-whole.cddupdate"] / 20
    (installed.parent / "_internal" / "stays.bin").write_bytes(b"somebody's own")
    assert releases.round().standing is Standing.READY
    assert releases.start(installed) == ["0.1.1"]


def test_a_version_whose_self_check_fails_is_never_started(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0")
    releases.released("0.1.1", works=False)
    with pytest.raises(RefusedError, match="update-self-check"):
        releases.round()
    assert releases.start(installed) == ["0.1.0"]
    assert releases.round().standing is Standing.NONE
    releases.released("0.1.2")
    assert releases.round().standing is Standing.READY
    assert releases.start(installed) == ["0.1.2"]


def test_a_version_that_does_not_come_up_gives_way_by_itself(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0", "0.1.1")
    releases.round()
    releases.start(installed)
    releases.released("0.1.2", comes_up=False)
    assert releases.round("0.1.1").standing is Standing.READY
    assert releases.start(installed) == ["0.1.2", "0.1.1"], "the last one that worked, not the installed one"
    assert releases.start(installed) == ["0.1.1"]
    assert releases.round("0.1.1").standing is Standing.NONE
    shutil.rmtree(releases.machine / "versions" / "0.1.1")
    assert releases.start(installed) == ["0.1.0"]


def test_a_version_that_hangs_is_left_after_two_starts(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0", "0.1.1")
    releases.round()
    write_current(releases.machine, Current(version="0.1.1", tries=2))  # twice begun, no window, no end
    assert releases.start(installed) == ["0.1.0"]
    assert read_current(releases.machine).failed == ("0.1.1",)


def test_a_newer_installer_wins_over_an_older_update(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0", "0.1.1")
    releases.round()
    installed = releases.install("0.2.0")
    assert releases.start(installed) == ["0.2.0"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1}', '{"version": "../../x", "confirmed": true}'])
def test_a_damaged_state_leaves_the_installed_program(releases: ReleaseWorld, text: str) -> None:
    installed = releases.install()
    (releases.machine / "current.json").write_text(text)
    assert releases.start(installed) == ["0.1.0"]


def test_an_administrator_holds_and_stages(releases: ReleaseWorld) -> None:
    releases.install()
    releases.released("0.1.0", "0.1.1")
    releases.repository.change(PLATFORM, Offered(version="0.1.1", held=True), at := _now())
    assert releases.round().standing is Standing.NONE
    releases.repository.change(PLATFORM, Offered(version="0.1.1", percent=0, units=["50"]), at)
    assert releases.round(unit="5101").standing is Standing.NONE
    assert releases.round(unit="").standing is Standing.NONE
    assert releases.round(unit="5007").standing is Standing.READY
    with pytest.raises(BadRequestError, match="update-unknown"):
        releases.repository.change(PLATFORM, Offered(version="9.9.9", held=True), at)


def test_a_version_held_before_its_first_start_is_not_started(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0", "0.1.1")
    releases.round()
    releases.start(installed)
    releases.released("0.1.2")
    assert releases.round("0.1.1").standing is Standing.READY
    releases.repository.change(PLATFORM, Offered(version="0.1.2", percent=0), _now())
    assert releases.round("0.1.1").standing is Standing.NONE
    assert waiting(releases.here("0.1.1"), "0.1.1").version == "0.1.2", "who was not meant by now keeps what is ready"
    releases.repository.change(PLATFORM, Offered(version="0.1.2", held=True), _now())
    assert releases.round("0.1.1").standing is Standing.NONE
    assert waiting(releases.here("0.1.1"), "0.1.1").standing is Standing.NONE
    assert not (releases.machine / "versions" / "0.1.2").exists()
    assert releases.start(installed) == ["0.1.1"]
    releases.repository.change(PLATFORM, Offered(version="0.1.2"), _now())
    assert releases.round("0.1.1").standing is Standing.READY, "the hold was lifted"
    assert releases.start(installed) == ["0.1.2"]
    releases.repository.change(PLATFORM, Offered(version="0.1.2", held=True), _now())
    assert releases.round("0.1.2").standing is Standing.NONE
    assert releases.start(installed) == ["0.1.2"], "what is in use stays"


@given(st.integers(0, 100), st.lists(st.uuids(), min_size=60, max_size=60, unique=True))
def test_a_share_of_the_machines_stays_the_same_share(percent: int, devices: list[object]) -> None:
    reached = [Offered(version="1.0.0", percent=percent).reaches("5007", str(device)) for device in devices]
    more = [Offered(version="1.0.0", percent=min(percent + 20, 100)).reaches("5007", str(one)) for one in devices]
    assert all(later for now, later in zip(reached, more, strict=True) if now), "who was meant stays meant"
    assert percent > 0 or not any(reached)
    assert percent < 100 or all(reached)


def test_the_same_by_stick(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.released("0.1.0", "0.1.1", "0.1.2")
    stick = releases.folder / "stick" / "CDD-Updates"
    written = releases.repository.copy_to(stick)
    assert written == sum(path.stat().st_size for path in stick.rglob("*") if path.is_file())
    assert not list((stick / "targets").glob("*0.1.1-whole*")), "only what is offered"
    assert releases.round(source=FolderSource(stick)).standing is Standing.READY
    assert releases.start(installed) == ["0.1.2"]


def test_a_stick_pulled_out_at_any_byte_goes_on_there_also_from_another_source(releases: ReleaseWorld) -> None:
    installed = releases.install()
    releases.pack("0.1.1", releases.make("0.1.1", size=90_000))  # without the one before: only the whole bundle
    releases.publish("0.1.1")
    stick = releases.folder / "stick"
    releases.repository.copy_to(stick)
    bundle = stick / "targets" / f"{PLATFORM}-0.1.1-whole.cddupdate"
    whole = bundle.read_bytes()
    chance = random.Random(11)
    held = 0
    for end in sorted({1, len(whole) - 1, *(chance.randrange(1, len(whole)) for _ in range(12))}):
        pulled = PulledOut(stick, end - held)
        with pytest.raises(RefusedError, match="update-unreadable"):
            releases.round(source=pulled)
        assert pulled.begun_at == [held], "nothing is read twice"
        held = end
        assert (releases.here().bundles / f"{bundle.name}.part").read_bytes() == whole[:held]
    assert releases.round().standing is Standing.READY, "the rest comes from central"
    assert releases.start(installed) == ["0.1.1"]


@dataclass
class PulledOut:
    """A stick that gives its lists, and of a bundle so many bytes before it is gone."""

    folder: Path
    most: int
    begun_at: list[int] = field(default_factory=list)

    def fetch(self, path: str, start: int, most: int, take: Callable[[bytes], object]) -> None:
        inside = path.startswith("targets/")
        FolderSource(self.folder).fetch(path, start, min(most, self.most) if inside else most, take)
        if inside:
            self.begun_at.append(start)
            raise RefusedError("update-unreadable")


def test_only_what_the_keys_of_the_program_have_signed_is_taken(releases: ReleaseWorld, tmp_path_factory) -> None:
    releases.install()
    releases.released("0.1.0", "0.1.1")
    others = ReleaseWorld(tmp_path_factory.mktemp("others"))
    others.released("0.1.0", "0.1.9")
    with pytest.raises(RefusedError, match="update-signature"):
        releases.round(source=others.source)
    bundle = releases.repository.folder / "targets" / f"{PLATFORM}-0.1.1-from-0.1.0.cddupdate"
    data = bytearray(bundle.read_bytes())
    data[-1] ^= 1
    bundle.write_bytes(data)
    with pytest.raises(RefusedError, match="update-damaged"):
        releases.round()
    assert read_current(releases.machine) == Current()


def test_lists_nobody_has_signed_for_long_are_no_news(releases: ReleaseWorld) -> None:
    releases.install()
    releases.released("0.1.0")
    releases.pack("0.1.1", releases.make("0.1.1"))
    releases.publish("0.1.1", at=long_ago())
    with pytest.raises(RefusedError, match="update-expired"):
        releases.round()
    releases.repository.renew(_now())
    assert releases.round().standing is Standing.READY


def test_central_takes_only_what_is_signed_and_never_older(releases: ReleaseWorld, tmp_path_factory) -> None:
    releases.released("0.1.0", "0.1.1")
    others = ReleaseWorld(tmp_path_factory.mktemp("others"))
    others.pack("0.1.9", others.make("0.1.9"))
    with pytest.raises(RefusedError, match="update-signature"):
        releases.repository.publish(others.release, Offered(version="0.1.9"), _now())
    (releases.repository.folder / "online.pem").write_bytes(others.key("online").read_bytes())
    with pytest.raises(RefusedError, match="update-key-other"):
        releases.publish("0.1.1", held=True)
    assert releases.round("0.1.0").standing is Standing.READY, "what was published stands"


def test_rehearsal_of_lost_keys(releases: ReleaseWorld) -> None:
    """The key of the bundles is lost, then central's, then one of root's: programs with the first root follow."""
    installed = releases.install()
    releases.released("0.1.0", "0.1.1")
    roots = [releases.key("root-1"), releases.key("root-3")]
    new = releases.folder / "new-targets.pem"
    making.make_key(new)
    with pytest.raises(RefusedError, match="update-keys-few"):
        making.replace_key(releases.release, "targets", new, roots[:1], _now())
    making.replace_key(releases.release, "targets", new, roots, _now())
    tree = releases.make("0.1.2")
    with pytest.raises(RefusedError, match="update-signature"):
        releases.pack("0.1.2", tree)  # whoever found the lost key
    releases.pack("0.1.2", tree, key=new)
    releases.publish("0.1.2")
    assert releases.round().version == "0.1.2"
    online = releases.repository.folder / "online.pem"
    online.unlink()
    making.make_key(online)
    making.replace_key(releases.release, "online", online, roots, _now())
    releases.pack("0.1.3", releases.make("0.1.3"), key=new)
    releases.publish("0.1.3")
    assert releases.round().version == "0.1.3"
    fresh = releases.folder / "new-root.pem"
    making.make_key(fresh)
    making.replace_key(releases.release, "root-2", fresh, roots, _now())
    another = releases.folder / "another-targets.pem"
    making.make_key(another)
    with pytest.raises(RefusedError, match="update-keys-few"):
        making.replace_key(releases.release, "targets", another, [releases.key("root-2"), roots[0]], _now())
    making.replace_key(releases.release, "targets", another, [fresh, roots[0]], _now())
    releases.pack("0.1.4", releases.make("0.1.4"), key=another)
    releases.publish("0.1.4")
    assert releases.round().version == "0.1.4"
    assert releases.start(installed) == ["0.1.4"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_bundle_gives_exactly_the_version_or_nothing(tmp_path_factory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("bundle")
    names = st.lists(st.sampled_from(["a", "b/c", "ข้อมูล.txt", "b/d e.bin"]), unique=True, max_size=4)
    for tree in ("old", "new"):
        (folder / tree).mkdir()
        for name in data.draw(names):
            (folder / tree / name).parent.mkdir(exist_ok=True)
            (folder / tree / name).write_bytes(data.draw(st.binary(max_size=300)))
    bundle = folder / "x.cddupdate"
    make_bundle(Base("2", folder / "new"), bundle, platform="linux", base=Base("1", folder / "old"))
    unpack(bundle, folder / "old", folder / "built")
    assert read_tree(folder / "built") == read_tree(folder / "new")
    whole = bundle.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    bundle.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
    try:
        unpack(bundle, folder / "old", folder / "again")
    except BundleError:
        return
    assert read_tree(folder / "again") == read_tree(folder / "new")


@pytest.mark.parametrize("path", ["../out", "/etc/x", "a\\..\\b", "C:/x", "a/../../b", "a/./b", "", "a/ /b", "nul:x"])
def test_a_bundle_stays_inside_its_folder(tmp_path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from cdd_desktop.release import bundle as module

    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "a").write_bytes(b"x")
    tree = read_tree(tmp_path / "new")
    entry = module.Entry(path=path, size=1, sha256=tree[0].sha256, length=0)
    index = module.Index(version="1", platform="linux", base="", files=[entry])
    packed = module.zstandard.ZstdCompressor().compress(module.msgspec.json.encode(index))
    target = tmp_path / "x.cddupdate"
    target.write_bytes(b"CDD update 1\n" + len(packed).to_bytes(4, "big") + packed)
    with pytest.raises(BundleError, match="update-damaged"):
        unpack(target, None, tmp_path / "built")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "x.cddupdate"]


def _now():
    from release_world import now

    return now()
