"""A release folder, where programs are built: whole bundles of all versions, the bundles between them, the signed list.

Nothing here is needed by a program in use; the keys lie apart from the folder (``docs/updates.md``).
"""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Root

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.release import roles
from cdd_desktop.release.bundle import ENDING, Base, bundle_name, make_bundle, read_index, unpack
from cdd_desktop.release.channel import number_of
from cdd_desktop.release.roles import ONLINE, ROOT, ROOT_KEYS, TARGETS

FROM_LAST = 4  # versions a bundle of differences is made for; older programs take the whole one


def make_keys(folder: Path, now: datetime) -> Path:
    """Five keys, each in a folder of its own to be carried apart, and the first root list; where that lies.

    Raises ``RefusedError("update-keys-exist")``.
    """
    if folder.exists() and any(folder.iterdir()):
        raise RefusedError("update-keys-exist", path=str(folder))
    names = [*(f"{ROOT}-{number}" for number in range(1, ROOT_KEYS + 1)), TARGETS, "online"]
    for name in names:
        _write_key(folder / name / f"{name}.pem")
    signers = {name: roles.read_key(folder / name / f"{name}.pem") for name in names}
    root = folder / f"1.{ROOT}.json"
    first = [signers[name] for name in names[:ROOT_KEYS]]
    root.write_bytes(roles.first_root(first, signers[TARGETS], signers["online"], now))
    return root


def make_key(path: Path) -> None:
    """One more key, for a lost one. Raises ``RefusedError("update-keys-exist")``."""
    if path.exists():
        raise RefusedError("update-keys-exist", path=str(path))
    _write_key(path)


def replace_key(release: Path, role: str, new: Path, root_keys: list[Path], now: datetime) -> Path:
    """The next root list, with another key for ``targets``, ``online`` or one root key (``root-1`` is the first named
    in the list before). Raises ``RefusedError("update-keys-few")``, ``BadRequestError``."""
    number, before = newest_root(release)
    signer = roles.read_key(new)
    signing = [roles.read_key(path) for path in root_keys]
    lost = ""
    named = ONLINE if role == "online" else (role,)
    if role.startswith(f"{ROOT}-"):
        named = (ROOT,)
        lost = roles.read_signed(before, Root).signed.roles[ROOT].keyids[int(role.removeprefix(f"{ROOT}-")) - 1]
    made = roles.replace_key(before, signing, roles.Replaced(named, signer, lost), now)
    path = release / f"{number + 1}.{ROOT}.json"
    path.write_bytes(made)
    return path


def newest_root(release: Path) -> tuple[int, bytes]:
    """Number and bytes of the newest root list of a folder. Raises ``BadRequestError("update-release")``."""
    found = [int(path.name.split(".")[0]) for path in release.glob(f"[0-9]*.{ROOT}.json")]
    if not found:
        raise BadRequestError("update-release", path=str(release))
    return max(found), (release / f"{max(found)}.{ROOT}.json").read_bytes()


def pack(release: Path, tree: Path, named: tuple[str, str], key: Path, now: datetime) -> list[Path]:
    """The bundles of a version's folder, the whole one and one from each of the last versions here, and the list signed
    anew. ``named`` is platform and version. Raises ``BadRequestError``, ``RefusedError``."""
    platform, version = named
    signer = roles.read_key(key)
    _, root = newest_root(release)
    if not tree.is_dir():
        raise BadRequestError("update-tree", path=str(tree))
    new = Base(version, tree)
    made = [release / bundle_name(platform, version)]
    earlier = _earlier(release, platform, version)
    make_bundle(new, made[0], platform=platform)
    for whole in earlier[-FROM_LAST:]:
        base = read_index(whole).version
        with tempfile.TemporaryDirectory(dir=release) as folder:
            unpack(whole, None, Path(folder) / "tree")
            made.append(release / bundle_name(platform, version, base))
            make_bundle(new, made[-1], platform=platform, base=Base(base, Path(folder) / "tree"))
    sign_again(release, {path.name: path for path in made}, signer, root, now)
    return made


def sign_again(release: Path, bundles: dict[str, Path], signer: CryptoSigner, root: bytes, now: datetime) -> None:
    """The list of bundles, signed anew with ``bundles`` added."""
    listed = release / f"{TARGETS}.json"
    earlier = listed.read_bytes() if listed.is_file() else None
    listed.write_bytes(roles.sign_targets(bundles, earlier, root, signer, now))


def _earlier(release: Path, platform: str, version: str) -> list[Path]:
    """The whole bundles of a platform's versions before this one, the newest last."""
    found = list(release.glob(f"{platform}-*-whole{ENDING}"))
    numbers = {path: number_of(read_index(path).version) for path in found}
    return sorted((path for path in found if numbers[path] < number_of(version)), key=numbers.__getitem__)


def _write_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(roles.new_key())
