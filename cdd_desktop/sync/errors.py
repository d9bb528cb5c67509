"""Foreign failures become codes here, once: sockets, certificates, proxies, sign-in pages of public networks.

Codes are listed in ``docs/codes/sync.md``.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec

from cdd_desktop.errors import RefusedError
from cdd_desktop.sync.blobs import Piece, read_content_range
from cdd_desktop.sync.compression import CompressionError, decompress, is_compressed
from cdd_desktop.sync.protocol import Message, Problem

T = TypeVar("T", bound=Message)
LONGEST_RETRY_AFTER = 3600
LARGEST_ANSWER = 64 * 1024 * 1024


def failure_to_connect(error: BaseException) -> RefusedError:
    """No request reached central: no line, no such host, nothing listening, or a certificate nobody vouches for."""
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        return RefusedError("not-trusted")
    return RefusedError("no-connection")


def failure_on_the_way() -> RefusedError:
    """The line broke or stalled after the request had begun; central may or may not have what was sent."""
    return RefusedError("connection-lost")


def read_answer(status: int, headers: Mapping[str, str], body: bytes, kind: type[T]) -> T:
    """Central's answer of a kind, or the refusal its status and body stand for.

    Only a complete message counts as success, since sign-in pages answer 200 too. Raises ``RefusedError``
    with ``network-sign-in``, ``not-central``, ``login-refused``, ``central-busy`` (``retry_after`` in seconds), or
    central's own code.
    """
    if status == 200:
        try:
            plain = decompress(body, LARGEST_ANSWER)[0] if is_compressed(body) else body
            return msgspec.json.decode(plain, type=kind)
        except (msgspec.DecodeError, CompressionError) as error:
            raise RefusedError("network-sign-in" if _is_page(headers) else "not-central") from error
    raise _refusal(status, headers, body)


def read_file_answer(status: int, headers: Mapping[str, str], body: bytes) -> bytes:
    """The file central answers to one that was passed on. Raises as ``read_answer``."""
    if status != 200:
        raise _refusal(status, headers, body)
    if not body.startswith(b"age-encryption.org/"):
        raise RefusedError("not-central")
    return body


def read_piece(status: int, headers: Mapping[str, str], body: bytes) -> Piece:
    """The piece of a photo or file that central answers. Raises as ``read_answer``."""
    if status not in (200, 206):
        raise _refusal(status, headers, body)
    try:
        start, stop, size = read_content_range(headers.get("content-range", ""))
    except ValueError as error:
        raise RefusedError("network-sign-in" if _is_page(headers) else "not-central") from error
    if stop - start != len(body):
        raise RefusedError("not-central")
    return Piece(start, size, body)


def check_update_answer(status: int, headers: Mapping[str, str], start: int, read: Callable[[], bytes]) -> None:
    """Whether the bytes that follow are those asked for. ``read`` gives the body of a refusal. Raises as
    ``read_answer``."""
    if status != 206:
        raise _refusal(status, headers, read())
    try:
        begins, _, _ = read_content_range(headers.get("content-range", ""))
    except ValueError as error:
        raise RefusedError("network-sign-in" if _is_page(headers) else "not-central") from error
    if begins != start:
        raise RefusedError("not-central")


def read_offset(status: int, body: bytes) -> int:
    """Where central stands with a request that broke; 0 from one that does not go on with requests."""
    problem = _problem(body) if status == 409 else None
    offset = problem.params.get("offset") if problem is not None and problem.code == "body-offset" else None
    return offset if isinstance(offset, int) else 0


def _refusal(status: int, headers: Mapping[str, str], body: bytes) -> RefusedError:
    problem = _problem(body)
    if status == 407:
        return RefusedError("proxy-login")
    if status == 429 or (status >= 500 and status != 511):
        return RefusedError("central-busy", retry_after=_retry_after(headers))
    if problem is None:
        return RefusedError("network-sign-in" if status == 511 or 300 <= status < 400 else "not-central")
    if status == 401:
        return RefusedError("login-refused")
    return RefusedError(problem.code, **problem.params)


def _is_page(headers: Mapping[str, str]) -> bool:
    """Whether a person is meant to read the answer: public networks put their sign-in page in everything's place."""
    return "html" in headers.get("content-type", "").lower()


def _problem(body: bytes) -> Problem | None:
    try:
        return msgspec.json.decode(body, type=Problem)
    except msgspec.DecodeError:
        return None


def _retry_after(headers: Mapping[str, str]) -> int:
    """Seconds from a ``Retry-After`` header; its date form and nonsense count as not given (0)."""
    text = headers.get("retry-after", "").strip()
    return min(int(text), LONGEST_RETRY_AFTER) if text.isascii() and text.isdigit() else 0


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        yield from (part for part in seen.args if isinstance(part, BaseException))
        seen = seen.__cause__ or seen.__context__
