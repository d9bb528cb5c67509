"""``docs/protocol.md`` is enough to speak with central: its examples are read with the real types, sent to a real
central in the document's order by plain HTTP, and answered as the document says."""

from __future__ import annotations

import http.client
import json
import re
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from sync_world import NOW, CentralServer

from cdd_desktop.central.keeping.setup import initialise
from cdd_desktop.central.tables.feed import CONTACT, PERSON, Touched
from cdd_desktop.central.tables.rows import ContactRow, EnrolmentCodeRow, PersonRow
from cdd_desktop.central.trust.vault import token_hash
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.digest import NOTHING, Bucket, digest_of, record_digest, shifted
from cdd_desktop.domain.record import content_digest
from cdd_desktop.sync import filed, protocol
from cdd_desktop.sync.compression import dictionaries
from cdd_desktop.sync.packing import pack_batch, pack_receipt, unpack_batch, unpack_receipt
from cdd_desktop.sync.signing import Anchor, verify_receipt

DOCUMENT = Path(__file__).parents[2] / "docs" / "protocol.md"
FENCE = re.compile(r"^```json ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXCHANGE = re.compile(
    r"^```http\n((?:PUT|GET) .*?)^```\n\n```(json BlobState|http 206)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
CHANGING = {"epoch", "token", "signature", "anchor", "signing_key", "sealing_key", "books", "published"}


@dataclass(frozen=True)
class Example:
    """A fenced block: the type it is of, where it is sent ("" for none), with which status it is answered."""

    kind: str
    route: str
    status: int
    text: str

    @property
    def value(self):
        return json.loads(self.text)


def examples() -> list[Example]:
    found = []
    for info, text in FENCE.findall(DOCUMENT.read_text(encoding="utf-8")):
        kind, *rest = info.split()
        route = rest[0] if rest else ""
        found.append(Example(kind, route, int(rest[1]) if len(rest) > 1 else 200, text))
    return found


def example(kind: str, number: int = 0) -> Example:
    return [one for one in examples() if one.kind == kind][number]


def settled(value):
    """A message without what is another at every central."""
    if isinstance(value, dict):
        return {key: "…" if key in CHANGING else settled(part) for key, part in value.items()}
    return [settled(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("one", examples(), ids=lambda one: f"{one.kind}{one.route}")
def test_every_example_is_a_message_with_no_word_too_many(one):
    kind = getattr(protocol, one.kind)
    read = msgspec.json.decode(one.text, type=kind)
    assert json.loads(msgspec.json.encode(read)) == one.value


@pytest.fixture
def central(tmp_path):
    """A central that knows the code and the people of the document's enrolment file, and nothing else."""
    enrolment = example("Enrolment").value
    initialise(str(tmp_path / "central.db"))[0].close()
    server = CentralServer(tmp_path / "central.db", FixedClock(NOW))
    unit, long_ago = enrolment["unit"], "2018-03-01T00:00:00.000Z"
    days = {key: enrolment[key] for key in ("expires_on", "reports_from")}
    touched = Touched()
    with server.endpoint.database.write() as session:
        session.add(ContactRow(unit=unit, reports_from=enrolment["reports_from"]))
        session.add(EnrolmentCodeRow(code_hash=token_hash(enrolment["code"]), unit=unit, created_at=long_ago, **days))
        touched.add(CONTACT, unit, unit)
        for person in enrolment["people"]:
            known = {key: person[key] for key in ("id", "name", "role")}
            session.add(PersonRow(**known, unit=unit, added_at=long_ago))
            touched.add(PERSON, person["id"], unit)
        touched.flush(session)
    yield server
    server.stop()


def call(central, method, route, body, headers):
    with closing(http.client.HTTPConnection("127.0.0.1", central.port, timeout=30)) as connection:
        connection.request(method, route, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers


def post(central, route, body, token):
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    return call(central, "POST", route, body, headers)[:2]


def test_the_examples_in_order_are_answered_as_the_document_says(central):
    converse(central)


def test_a_photo_goes_and_comes_by_the_requests_of_the_document(central):
    token = converse(central)
    text = DOCUMENT.read_text(encoding="utf-8")
    seen = []
    for request, info, answer in EXCHANGE.findall(text):
        head, _, body = request.rstrip("\n").partition("\n\n")
        line, *lines = head.splitlines()
        method, route = line.split()
        headers = dict(one.split(": ", 1) for one in lines) | {"authorization": f"Bearer {token}"}
        status, got, told = call(central, method, route, body or None, headers)
        if info.startswith("json"):
            assert (status, json.loads(got)) == (200, json.loads(answer))
        else:
            head, _, expected = answer.rstrip("\n").partition("\n\n")
            assert status == int(info.split()[1])
            assert told["content-range"] == head.removeprefix("content-range: ")
            assert got.decode() == expected
        seen.append(method)
    assert seen == ["PUT", "PUT", "GET"]


def converse(central):
    """Everything the document posts, in its order; the token."""
    key = central.endpoint.keys.signing_key
    token, epoch, told = "", "", examples()
    for place, one in enumerate(told):
        if not one.route:
            continue
        body = json.dumps(one.value | ({"epoch": epoch} if "epoch" in one.value else {})).encode()
        status, raw = post(central, one.route, body, "" if one.status == 401 else token)
        answer = json.loads(raw)
        assert status == one.status, answer
        assert settled(answer) == settled(told[place + 1].value), one.text
        token, epoch = answer.get("token") or token, answer.get("epoch") or epoch
        if "anchor" in answer:
            Anchor(answer["at"], one.value["device"], answer["anchor"]).verify(key)
        if "receipt" in answer:
            verify_receipt(bytes(msgspec.json.decode(raw, type=protocol.SyncAnswer).receipt), key)
    return token


def test_the_packed_examples_stand_for_the_plain_ones():
    batch = msgspec.json.encode(msgspec.json.decode(example("Batch").text, type=protocol.Batch))
    packed = msgspec.json.decode(example("PackedBatch").text, type=protocol.PackedBatch)
    assert unpack_batch(packed) == batch
    assert pack_batch(batch) == packed
    receipt = msgspec.json.encode(msgspec.json.decode(example("Receipt").text, type=protocol.Receipt))
    short = msgspec.json.decode(example("PackedReceipt").text, type=protocol.PackedReceipt)
    assert unpack_receipt(short, batch) == receipt
    assert pack_receipt(receipt) == short


def test_the_document_names_every_message_and_every_field():
    text = DOCUMENT.read_text(encoding="utf-8")
    own = [name for name, kind in vars(filed).items() if getattr(kind, "__module__", "") == filed.__name__]
    messages = {name: getattr(protocol, name) for name in protocol.__all__} | {
        name: getattr(filed, name) for name in own
    }
    for name, kind in messages.items():
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not protocol.Message:
            assert f"`{name}`" in text, name
            section = text.split(f"`{name}`", 1)[1]
            missing = [field for field in kind.__struct_fields__ if f"`{field}`" not in section]
            assert not missing, (name, missing)


def test_digests_are_reckoned_as_the_document_says():
    text = DOCUMENT.read_text(encoding="utf-8")
    record = "01900000-0000-7000-8000-0000000000a1"
    content = {"members_male": 82, "name_th": "กลุ่มออมทรัพย์"}
    assert content_digest(content) in text
    assert record_digest(record, content) in text
    total = shifted(NOTHING, plus=[record_digest(record, content)])
    assert digest_of([Bucket("saving_group", "", 1, total)]) in text
    assert all(str(number) in text for number in dictionaries())
