"""One program a profile: a second start brings the first one's window to the front, hands it its files, and ends."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from cdd_desktop.paths import Profile
from cdd_desktop.updates.start import own_numbers

_WAIT_MILLISECONDS = 1000
_LONGEST = 64 * 1024  # of a call, in bytes


class SingleInstance(QObject):
    """``called`` comes when somebody starts the program again, with a tuple of the files (``Path``) to open."""

    called = Signal(object)

    def __init__(self, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        profile.folder.mkdir(parents=True, exist_ok=True)
        self._path = profile.folder / "running.lock"
        self._lock = QLockFile(str(self._path))
        self._lock.setStaleLockTime(0)
        digest = hashlib.sha256(str(profile.folder.resolve()).encode()).hexdigest()[:16]
        self._name = f"cdd-desktop-{digest}"
        self._server: QLocalServer | None = None

    def begin(self, files: Sequence[Path] = ()) -> bool:
        """Whether this is the only one; else the other one has been called and has got the files."""
        if not self._lock.tryLock(0) and (self._call(files) or not self._was_left_behind()):
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)
        return True

    def end(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _was_left_behind(self) -> bool:
        """Whether a program that was switched off left the lock, and this one, or the installed one that began it, has
        been given its number since: to Qt it then looks as if it still ran. The lock becomes ours."""
        if str(self._lock.getLockInfo()[0]) not in own_numbers():
            return False
        self._path.unlink(missing_ok=True)
        return self._lock.tryLock(0)

    def _call(self, files: Sequence[Path]) -> bool:
        """Whether the other one hears."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MILLISECONDS):
            return False
        socket.write(json.dumps([str(file.absolute()) for file in files]).encode() + b"\n")
        while socket.bytesToWrite() and socket.waitForBytesWritten(_WAIT_MILLISECONDS):
            pass
        socket.disconnectFromServer()
        return True

    @Slot()
    def _answer(self) -> None:
        while self._server is not None and (connection := self._server.nextPendingConnection()) is not None:
            _Call(connection, self).heard.connect(self.called)


class _Call(QObject):
    """Somebody's second start: listens until it has said its line or has gone."""

    heard = Signal(object)

    def __init__(self, connection: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._connection = connection
        connection.setParent(self)
        connection.readyRead.connect(self._read)
        connection.disconnected.connect(self._end)
        QTimer.singleShot(0, self._read)  # what was said before anybody listened

    @Slot()
    def _read(self) -> None:
        if self._connection.canReadLine() or self._connection.bytesAvailable() > _LONGEST:
            self._end()

    @Slot()
    def _end(self) -> None:
        self._connection.disconnect(self)
        said = bytes(self._connection.readLine(_LONGEST).data())
        self._connection.close()
        self.heard.emit(_files(said))
        self.deleteLater()


def _files(said: bytes) -> tuple[Path, ...]:
    """The paths of a call; none when it makes no sense."""
    try:
        names = json.loads(said)
    except ValueError:
        return ()
    return tuple(Path(name) for name in names if isinstance(name, str)) if isinstance(names, list) else ()
