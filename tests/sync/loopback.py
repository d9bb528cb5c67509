"""Small loopback servers for tests: a proxy that cuts after so many bytes, and one that answers what it is told."""

from __future__ import annotations

import contextlib
import http.client as http_client
import select
import socket
import threading
from collections.abc import Callable

from cdd_desktop.sync.compression import decompress, is_compressed


class _Loopback:
    """Accepts connections one after the other in a thread until it is closed."""

    def __init__(self, name: str, serve: Callable[[socket.socket], None]) -> None:
        self._serve = serve
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name)
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname(), 1).close()
        self._thread.join(10)
        self._listener.close()

    def _run(self) -> None:
        while not self._closing.is_set():
            client, _ = self._listener.accept()
            with client, contextlib.suppress(OSError):
                if not self._closing.is_set():
                    self._serve(client)


class CuttingProxy(_Loopback):
    """Carries bytes to ``port`` and cuts both sides after ``up`` bytes of request or ``down`` bytes of answer; with
    ``silent`` it stops carrying there instead, and the connection stays open until the device gives it up."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.up: int | None = None
        self.down: int | None = None
        self.silent = False
        self.holding = threading.Event()  # it has fallen silent
        self.carried = (0, 0)
        super().__init__("cutting-proxy", self._carry)

    def _carry(self, client: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", self._port)) as central:
            carried = {client: 0, central: 0}
            limit = {client: self.up, central: self.down}
            other = {client: central, central: client}
            while not self._closing.is_set():
                ready, _, _ = select.select([client, central], [], [], 0.2)
                for side in ready:
                    room = limit[side]
                    left = 65536 if room is None else room - carried[side]
                    data = side.recv(max(left, 1)) if left > 0 else b""
                    carried[side] += len(data)
                    other[side].sendall(data)
                    self.carried = (carried[client], carried[central])
                    if not data or carried[side] == room:
                        if self.silent:
                            self._hold(client)
                        reset(client)
                        return

    def _hold(self, client: socket.socket) -> None:
        """Swallow what comes until the device hangs up."""
        self.holding.set()
        while not self._closing.is_set():
            ready, _, _ = select.select([client], [], [], 0.2)
            if ready and not client.recv(65536):
                return


class Answering(_Loopback):
    """Reads a request and answers fixed bytes; with None it never answers."""

    def __init__(self, answer: bytes | None) -> None:
        self._answer = answer
        self.asked = threading.Event()
        super().__init__("answering", self._reply)

    def _reply(self, client: socket.socket) -> None:
        client.settimeout(5)
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(65536)
        self.asked.set()
        if self._answer is None:
            while not self._closing.is_set() and client.recv(65536):
                pass
            return
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        body = head.split(b"\r\n\r\n", 1)[1]
        while len(body) < length:
            body += client.recv(65536)
        client.sendall(self._answer)


class Meddling(_Loopback):
    """Stands between a device and the central of ``port`` and changes what central answers: whole, valid HTTP."""

    def __init__(self, port: int, alter: Callable[[bytes], bytes]) -> None:
        self._port = port
        self.alter = alter
        super().__init__("meddling", self._reply)

    def _reply(self, client: socket.socket) -> None:
        line, headers, body = read_request(client)
        kept = ("authorization", "content-type", "content-encoding")
        with contextlib.closing(http_client.HTTPConnection("127.0.0.1", self._port, timeout=20)) as central:
            central.request(*line, body, {name: headers[name] for name in kept if name in headers})
            answer = central.getresponse()
            plain = answer.read()
            if is_compressed(plain):
                plain, _ = decompress(plain, 1 << 26)
            altered = self.alter(plain)
        client.sendall(http(f"{answer.status} {answer.reason}", altered))


def read_request(client: socket.socket) -> tuple[tuple[str, str], dict[str, str], bytes]:
    """Method and path, headers by their small names, and the body of a request."""
    client.settimeout(5)
    with client.makefile("rb") as stream:
        method, path, _ = stream.readline().decode().split(" ")
        headers: dict[str, str] = {}
        while line := stream.readline().strip().decode():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return (method, path), headers, stream.read(int(headers.get("content-length", "0")))


def http(status: str, body: bytes, *headers: str, kind: str = "application/json") -> bytes:
    """A whole answer."""
    lines = [
        f"HTTP/1.1 {status}",
        f"content-type: {kind}",
        f"content-length: {len(body)}",
        "connection: close",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def reset(client: socket.socket) -> None:
    """Cut hard, as a lost line does."""
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
