"""Compression: small with our dictionary, understood without it, and never more than asked for."""

from __future__ import annotations

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from loopback import Answering, http

from cdd_desktop.sync.compression import (
    CompressionError,
    compress,
    decompress,
    dictionaries,
    is_compressed,
    newest_dictionary,
)
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.protocol import Problem, SyncAnswer

EDIT = msgspec.json.encode(
    {"record": "01900000-0000-7000-8000-000000000001", "patch": {"members_male": 82, "name_th": "กลุ่มออมทรัพย์บ้านดอย"}}
)


@given(st.binary(max_size=3_000), st.sampled_from([0, newest_dictionary()]))
def test_what_went_in_comes_out(data, dictionary):
    frame = compress(data, dictionary)
    assert is_compressed(frame)
    assert decompress(frame, 3_000) == (data, dictionary)


def test_the_dictionary_helps_small_messages():
    assert newest_dictionary() > 32_768
    assert len(compress(EDIT, newest_dictionary())) < 0.7 * len(compress(EDIT))


@given(st.data())
def test_a_damaged_frame_is_refused_and_never_another_text(data):
    frame = compress(EDIT, newest_dictionary())
    place, bit = data.draw(st.integers(0, len(frame) - 1)), data.draw(st.integers(0, 7))
    for broken in (frame[:place], frame[:place] + bytes([frame[place] ^ 1 << bit]) + frame[place + 1 :], frame + b"x"):
        try:
            text, _ = decompress(broken, 10_000)
        except CompressionError:
            continue
        assert len(text) <= 10_000  # without a check sum a flipped bit may pass; JSON and signatures find it


def test_a_frame_that_holds_too_much_is_not_unpacked():
    bomb = zstandard.ZstdCompressor().compress(b"\0" * 50_000_000)
    with pytest.raises(CompressionError, match="too-large"):
        decompress(bomb, 4_000_000)
    nameless = zstandard.ZstdCompressor(write_content_size=False).compress(b"\0" * 1000)
    with pytest.raises(CompressionError):
        decompress(nameless, 4_000_000)


def test_a_dictionary_of_a_later_program_is_said_so():
    samples = [EDIT.replace(b"82", str(n).encode()) for n in range(400)]
    later = zstandard.train_dictionary(2_000, samples, dict_id=40_000)
    assert 40_000 not in dictionaries()
    with pytest.raises(CompressionError, match="dictionary-unknown"):
        decompress(zstandard.ZstdCompressor(dict_data=later).compress(EDIT), 10_000)


ANSWER = SyncAnswer(protocol=1, epoch="e", cursor="c", at="2018-03-18T01:40:00Z")


@pytest.mark.parametrize("dictionary", [None, 0, newest_dictionary()])
def test_any_answer_is_read(dictionary):
    plain = msgspec.json.encode(ANSWER)
    server = Answering(http("200 OK", plain if dictionary is None else compress(plain, dictionary)))
    gateway = HttpGateway([server.address])
    assert gateway.exchange(b"{}", "") == ANSWER
    gateway.close()
    server.close()


class Old(Answering):
    """A central that takes less than it is given: it refuses everything that begins like a frame."""

    def __init__(self, code: str) -> None:
        self.bodies: list[bytes] = []
        self._problem = http("400 Bad Request", msgspec.json.encode(Problem(code=code)))
        super().__init__(http("200 OK", msgspec.json.encode(ANSWER)))

    def _reply(self, client) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(65536)
        head, body = head.split(b"\r\n\r\n", 1)
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        while len(body) < length:
            body += client.recv(65536)
        self.bodies.append(body)
        client.sendall(self._problem if is_compressed(body) else self._answer)


@pytest.mark.parametrize("code", ["body-unreadable", "encoding-unknown"])
def test_a_central_that_knows_no_compression_is_spoken_to_plainly(code):
    old = Old(code)
    gateway = HttpGateway([old.address])
    assert gateway.exchange(b'{"app":"test"}', "") == ANSWER
    assert gateway.exchange(b'{"app":"test"}', "") == ANSWER
    gateway.close()
    old.close()
    assert [is_compressed(body) for body in old.bodies] == [True, True, False, False]
    assert old.bodies[-1] == b'{"app":"test"}'
