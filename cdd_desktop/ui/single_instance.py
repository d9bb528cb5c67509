"""One program a profile: a second start brings the first one's window to the front and ends."""

from __future__ import annotations

import hashlib
import os

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from cdd_desktop.paths import Profile

_WAIT_MILLISECONDS = 1000


class SingleInstance(QObject):
    """``called`` comes when somebody starts the program again."""

    called = Signal()

    def __init__(self, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        profile.folder.mkdir(parents=True, exist_ok=True)
        self._path = profile.folder / "running.lock"
        self._lock = QLockFile(str(self._path))
        self._lock.setStaleLockTime(0)
        digest = hashlib.sha256(str(profile.folder.resolve()).encode()).hexdigest()[:16]
        self._name = f"cdd-desktop-{digest}"
        self._server: QLocalServer | None = None

    def begin(self) -> bool:
        """Whether this is the only one; else the other one has been called."""
        if not self._lock.tryLock(0) and (self._call() or not self._was_left_behind()):
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
        """Whether a program that was switched off left the lock, and this one has been given its number since: to Qt
        it then looks as if it still ran. The lock becomes ours."""
        if self._lock.getLockInfo()[0] != os.getpid():
            return False
        self._path.unlink(missing_ok=True)
        return self._lock.tryLock(0)

    def _call(self) -> bool:
        """Whether the other one hears."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(_WAIT_MILLISECONDS)
        socket.disconnectFromServer()
        return heard

    @Slot()
    def _answer(self) -> None:
        if self._server is not None:
            connection = self._server.nextPendingConnection()
            if connection is not None:
                connection.close()
                connection.deleteLater()
            self.called.emit()
