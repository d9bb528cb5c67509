"""The only door to the network: one request to central and its answer, or a code that says what went wrong."""

from __future__ import annotations

import contextlib
import secrets
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

import httpx2

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.sync.address import checked_address, checked_proxy
from cdd_desktop.sync.blobs import BlobPlace, Piece
from cdd_desktop.sync.bodies import PART_HEADER, Part
from cdd_desktop.sync.compression import compress, newest_dictionary
from cdd_desktop.sync.errors import (
    check_update_answer,
    failure_on_the_way,
    failure_to_connect,
    read_answer,
    read_file_answer,
    read_offset,
    read_piece,
)
from cdd_desktop.sync.protocol import BlobsAnswer, BlobState, DigestAnswer, Enrolment, Message, SyncAnswer
from cdd_desktop.sync.tls import TlsContext, tls_context

T = TypeVar("T", bound=Message)
_NOT_UNDERSTOOD = ("encoding-unknown", "body-unreadable")
R = TypeVar("R")
STALL_SECONDS = 30.0
CONNECT_SECONDS = 15.0
WORTH_GOING_ON = 2048
"""Bytes of a request from which on it is not begun anew after a cut."""
_PATIENCE = 3
_UNDER_WAY = 8 * 1024
_PIECE = 1000
_CONNECTED = ("connection.connect_tcp.complete", "connection.start_tls.complete", "proxy.start_tls.complete")
_HEARD = ("http11.receive_response_headers.complete", "http11.receive_response_headers.failed")
_UNREACHED = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError)


@dataclass(frozen=True, slots=True)
class _Outgoing:
    """A message to central, ready to be sent."""

    address: str
    headers: Mapping[str, str]
    content: bytes


class Gateway(Protocol):
    """Carries one encoded ``SyncRequest``, or ``DigestRequest``, to central."""

    def exchange(self, body: bytes, token: str) -> SyncAnswer: ...

    def compare(self, body: bytes, token: str) -> DigestAnswer: ...

    def forward(self, file: bytes, headers: Mapping[str, str]) -> bytes: ...

    def ask_blobs(self, body: bytes, token: str) -> BlobsAnswer: ...

    def put_piece(self, place: BlobPlace, piece: Piece) -> BlobState: ...

    def abort(self) -> None: ...

    def close(self) -> None: ...


def _in_pieces(data: bytes) -> Iterator[bytes]:
    """So that TLS makes a record of each: of a record that has not come whole nothing can be read."""
    return (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))


class HttpGateway:
    """Central over HTTP. Addresses are tried in order until one can be reached, and that one is kept.

    ``trust`` is a PEM certificate from the enrolment, empty for the system's own trust; ``proxy`` a proxy's address
    (``sync.address.checked_proxy``), empty for the system's. The time-out ``stall`` counts seconds without a byte,
    never the whole transfer.
    """

    def __init__(
        self, addresses: Sequence[str], *, trust: str = "", proxy: str = "", stall: float = STALL_SECONDS
    ) -> None:
        self._addresses = [checked_address(address) for address in addresses]
        if not self._addresses:
            raise BadRequestError("address-invalid", address="")
        proxy = checked_proxy(proxy)
        self._socket: socket.socket | None = None
        self._aborted = False
        self.speed = 0.0
        """Bits a second of the last large request and its answer, all waiting included; 0: none has been answered."""
        self._dictionary: int | None = newest_dictionary()  # 0: zstd without one, None: no compression
        # Plain http is loopback, which no proxy may see.
        local = all(address.startswith("http://") for address in self._addresses)
        self._tls = tls_context(trust)
        self._client = httpx2.Client(
            timeout=httpx2.Timeout(stall, connect=CONNECT_SECONDS),
            verify=self._tls,
            proxy=None if local else proxy or None,
            trust_env=not local,
            follow_redirects=False,
        )

    def exchange(self, body: bytes, token: str) -> SyncAnswer:
        """Send one request. Raises ``RefusedError``; the codes are those of ``sync.errors``."""
        return self._reach(lambda address: self._post(f"{address}/v1/sync", body, token, SyncAnswer))

    def compare(self, body: bytes, token: str) -> DigestAnswer:
        """Ask for a comparison. Raises what ``exchange`` raises."""
        return self._reach(lambda address: self._post(f"{address}/v1/digests", body, token, DigestAnswer))

    def take_up(self, body: bytes) -> Enrolment:
        """The enrolment a typed code stands for. Raises what ``exchange`` raises."""
        return self._reach(lambda address: self._post(f"{address}/v1/codes/take-up", body, "", Enrolment))

    def forward(self, file: bytes, headers: Mapping[str, str]) -> bytes:
        """Pass on a district's file unchanged; the ``.cddreceipt`` that central answers. Raises as ``exchange``."""
        return self._reach(lambda address: self._pass_on(address, file, headers))

    def ask_blobs(self, body: bytes, token: str) -> BlobsAnswer:
        """Ask how much central holds of photos and files. Raises what ``exchange`` raises."""
        return self._reach(lambda address: self._post(f"{address}/v1/blobs", body, token, BlobsAnswer))

    def put_piece(self, place: BlobPlace, piece: Piece) -> BlobState:
        """Send a piece of a photo or file. Raises what ``exchange`` raises."""
        headers = {"content-range": piece.content_range, "content-type": "application/octet-stream"}

        def send(address: str) -> BlobState:
            response = self._carry("PUT", address + place.path, place.headers | headers, piece.data)
            return read_answer(response.status_code, response.headers, response.content, BlobState)

        return self._reach(send)

    def get_piece(self, place: BlobPlace, start: int, most: int) -> Piece:
        """Fetch at most so many bytes of a photo or file from ``start`` on. Raises what ``exchange`` raises."""
        headers = {"range": f"bytes={start}-{start + most - 1}"}

        def fetch(address: str) -> Piece:
            response = self._carry("GET", address + place.path, place.headers | headers, b"")
            return read_piece(response.status_code, response.headers, response.content)

        return self._reach(fetch)

    def fetch_update(self, path: str, start: int, most: int, take: Callable[[bytes], object]) -> None:
        """Hand over at most so many bytes of one of the program's versions, from ``start`` on, as they come: what a
        cut leaves has been taken. Raises what ``exchange`` raises; ``not-found`` for what is not there."""
        headers = {"range": f"bytes={start}-{start + most - 1}"}

        def fetch(address: str) -> None:
            request = self._client.build_request("GET", f"{address}/v1/updates/{path}", headers=headers)
            request.extensions["trace"] = self._watch
            response = self._client.send(request, stream=True)
            try:
                check_update_answer(response.status_code, response.headers, start, response.read)
                for data in response.iter_raw():
                    take(data)
            finally:
                response.close()

        self._reach(fetch)

    def _carry(self, method: str, url: str, headers: Mapping[str, str], content: bytes) -> httpx2.Response:
        request = self._client.build_request(method, url, content=content, headers=dict(headers))
        request.extensions["trace"] = self._watch
        return self._answer(request, len(content))

    def _reach(self, send: Callable[[str], R]) -> R:
        unreachable: RefusedError | None = None
        for address in tuple(self._addresses):
            try:
                return send(address)
            except httpx2.UnsupportedProtocol as error:
                raise BadRequestError("address-invalid", address=address) from error
            except _UNREACHED as error:
                unreachable = failure_to_connect(error)
            except httpx2.RequestError as error:
                raise failure_on_the_way() from error
        assert unreachable is not None
        raise unreachable

    def _post(self, address: str, body: bytes, token: str, kind: type[T]) -> T:
        while True:
            response = self._send(self._outgoing(address, body, token))
            self._addresses.sort(key=lambda known: not address.startswith(known))
            try:
                return read_answer(response.status_code, response.headers, response.content, kind)
            except RefusedError as error:
                if error.code not in _NOT_UNDERSTOOD or not self._squeeze_less():
                    raise

    def _pass_on(self, address: str, file: bytes, headers: Mapping[str, str]) -> bytes:
        response = self._carry("POST", f"{address}/v1/files", headers, file)
        return read_file_answer(response.status_code, response.headers, response.content)

    def _outgoing(self, address: str, body: bytes, token: str) -> _Outgoing:
        plain = self._dictionary is None
        headers = {"content-type": "application/json" if plain else "application/zstd"}
        if token:
            headers["authorization"] = f"Bearer {token}"
        return _Outgoing(address, headers, body if self._dictionary is None else compress(body, self._dictionary))

    def _send(self, message: _Outgoing) -> httpx2.Response:
        """Of a large request whose line breaks only what central has not got goes once more, until nothing more of it
        gets there several times in a row."""
        size = len(message.content)
        if size < WORTH_GOING_ON or not message.address.endswith("/v1/sync"):
            return self._client.send(self._request(message))
        part, reached, broken = Part(secrets.token_hex(8), 0, size), 0, 0
        while True:
            try:
                response = self._answer(
                    self._request(message, part), size - (size if part.start is None else part.start)
                )
            except httpx2.RequestError as error:
                unreached = not broken and isinstance(error, _UNREACHED)
                broken += 1
                if unreached or self._aborted or broken > _PATIENCE:
                    raise
                part = replace(part, start=None)  # how far has it come?
                continue
            if part.start is not None or response.status_code == httpx2.codes.OK:
                return response
            there = read_offset(response.status_code, response.content)
            broken = broken if there <= reached else 0
            part, reached = replace(part, start=there), there

    def _answer(self, request: httpx2.Request, size: int) -> httpx2.Response:
        """The answer to a request of so many bytes."""
        response = self._client.send(request)
        carried, seconds = size + len(response.content), response.elapsed.total_seconds()
        if carried >= WORTH_GOING_ON and seconds > 0:
            self.speed = carried * 8 / seconds
        return response

    def _request(self, message: _Outgoing, part: Part | None = None) -> httpx2.Request:
        """Built by hand: the client's own headers would cost more than a small edit."""
        headers: Mapping[str, str] = message.headers
        content: bytes | Iterator[bytes] = message.content
        if part is not None:
            rest = b"" if part.start is None else message.content[part.start :]
            headers = {**headers, PART_HEADER: str(part), "content-length": str(len(rest))}
            content = _in_pieces(rest)
        extensions = {"trace": self._watch, "timeout": self._client.timeout.as_dict()}
        return httpx2.Request("POST", message.address, headers=headers, content=content, extensions=extensions)

    def _squeeze_less(self) -> bool:
        """After an answer that may mean that central does not know our dictionary, or no compression at all."""
        if self._dictionary is None:
            return False
        self._dictionary = 0 if self._dictionary else None
        return True

    def abort(self) -> None:
        """Cut a request that is under way on another thread; it fails there with ``connection-lost``."""
        self._aborted = True
        under_way = self._socket
        if under_way is not None:
            with contextlib.suppress(OSError):
                under_way.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._client.close()
        self._socket = None

    def _watch(self, event: str, info: Mapping[str, Any]) -> None:
        """What the connection under way is doing, as its library tells."""
        if event in _CONNECTED:
            self._socket = info["return_value"].get_extra_info("socket")
            if self._socket is not None:  # more would seem sent while a thin line still carries it, and time out
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _UNDER_WAY)
        elif event in _HEARD and isinstance(self._socket, ssl.SSLSocket) and isinstance(self._tls, TlsContext):
            self._tls.keep(self._socket)
