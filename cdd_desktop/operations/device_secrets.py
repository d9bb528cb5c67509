"""This machine's own key and token: in the operating system's vault (keyring) where there is one, else in the encrypted
store.

Only here is decided which. A vault belongs to one account of one machine: a store elsewhere than in that account's own
folder, on a stick for instance, keeps its secrets itself, and so does a backup, which has to open on another machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.work import Work
from cdd_desktop.paths import Profile, machine_folder
from cdd_desktop.store.meta import Meta, read_meta, write_meta

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "CDD Desktop"
_LEAST_PRIORITY = 1  # keyring's own measure of a backend it recommends
_SECRETS = (Meta.DEVICE_KEY, Meta.TOKEN)


def read_secret(session: Session, name: Meta) -> str:
    """A secret, wherever it is; "" for one that is not there, or not there any more."""
    held, vault = read_meta(session, name), read_meta(session, Meta.VAULT)
    if held or not vault:
        return held
    return _asked(*_entry(session, vault, name))


def write_secret(session: Session, name: Meta, value: str) -> None:
    """Keep a secret where this machine keeps them; "" forgets it."""
    vault = read_meta(session, Meta.VAULT)
    if vault and not value:
        _forget(*_entry(session, vault, name))
    kept = bool(vault and value) and _put(*_entry(session, vault, name), value)
    write_meta(session, name, "" if kept else value)


def move_to_vault(session: Session, profile: Profile, vault: str) -> None:
    """Take the secrets out of the store into the operating system's vault, under a name of their own that nobody used
    before. Where there is no vault for this store, or it does not give back what it was given, they stay."""
    if read_meta(session, Meta.VAULT) or not profile.folder.is_relative_to(machine_folder()):
        return
    held = {name: read_meta(session, name) for name in _SECRETS if read_meta(session, name)}
    if not all(_put(*_entry(session, vault, name), value) for name, value in held.items()):
        return
    write_meta(session, Meta.VAULT, vault)
    for name in held:
        write_meta(session, name, "")


def bring_back(session: Session) -> None:
    """Put the secrets back into the store: a backup's, whose machine may be gone when it is needed."""
    held = {name: read_secret(session, name) for name in _SECRETS}
    if held[Meta.DEVICE_KEY]:
        write_meta(session, Meta.VAULT, "")
        for name, value in held.items():
            write_meta(session, name, value)


def renew_key(session: Session, key: str) -> None:
    """A new key for this machine, in the store; the old one and its token are forgotten, in the vault too."""
    vault = read_meta(session, Meta.VAULT)
    if vault:
        for name in _SECRETS:
            _forget(*_entry(session, vault, name))
    write_meta(session, Meta.VAULT, "")
    write_meta(session, Meta.DEVICE_KEY, key)
    write_meta(session, Meta.TOKEN, "")


def refuse_without_key(work: Work) -> None:
    """Raises ``RefusedError("device-key-missing")`` when the vault has lost this machine's key: the system was set up
    anew, or the folder was copied from another account or machine."""
    if not read_secret(work.session, Meta.DEVICE_KEY):
        raise RefusedError("device-key-missing")


def _entry(session: Session, vault: str, name: Meta) -> tuple[str, str]:
    """Service and account of a vault's entry. A token is of one device id: a copied folder takes another."""
    whose = f"/{read_meta(session, Meta.DEVICE)}" if name is Meta.TOKEN else ""
    return f"{SERVICE}/{vault}/{name.value}{whose}", SERVICE


def _backend() -> KeyringBackend | None:
    """The vault of this account, or None. Its library is loaded here, where it is asked."""
    import keyring

    backend = keyring.get_keyring()
    if backend.priority < _LEAST_PRIORITY:
        return None
    if hasattr(backend, "persist"):
        backend.persist = "local machine"  # Windows would carry it to the account's other machines
    return backend


def _asked(service: str, account: str) -> str:
    try:
        backend = _backend()
        return (backend.get_password(service, account) or "") if backend is not None else ""
    except Exception:  # whatever a system's vault raises that is locked, broken or forbidden: it has nothing for us
        return ""


def _put(service: str, account: str, value: str) -> bool:
    """Whether the vault took it, and gives it back."""
    try:
        backend = _backend()
        if backend is None:
            return False
        backend.set_password(service, account, value)
    except Exception:  # as above
        return False
    return _asked(service, account) == value


def _forget(service: str, account: str) -> None:
    try:
        backend = _backend()
        if backend is not None:
            backend.delete_password(service, account)
    except Exception:  # as above; what is not there need not go
        return
