"""The OpenAPI document is served and true: whatever central answers stands in it, and it names nothing else."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest
from central_driver import Central, Device, batch_of, new_id

from cdd_desktop.central.serving.app import MAX_BODY, create_app
from cdd_desktop.central.serving.openapi import document
from cdd_desktop.sync.protocol import Problem

SOURCES = Path(__file__).parents[2] / "cdd_desktop" / "central"


def ask(central: Central, *requests: tuple[str, str, bytes, str]) -> list[httpx2.Response]:
    """Answers of the real application to (method, path, body, token)."""

    async def run() -> list[httpx2.Response]:
        transport = httpx2.ASGITransport(create_app(central.endpoint))
        async with httpx2.AsyncClient(transport=transport, base_url="http://central") as client:
            return [
                await client.request(method, path, content=body, headers={"authorization": f"Bearer {token}"})
                for method, path, body, token in requests
            ]

    return asyncio.run(run())


def described(central: Central) -> dict[str, Any]:
    (answer,) = ask(central, ("GET", "/openapi.json", b"", ""))
    assert answer.headers["content-type"] == "application/json"
    told: dict[str, Any] = answer.json()
    return told


def asked_of(device: Device) -> list[tuple[int, tuple[str, str, bytes, str]]]:
    """Requests with the status each of them has to meet."""
    plain = device.request()
    other = msgspec.json.decode(plain) | {"unit": "5001"}
    newer = msgspec.json.decode(plain) | {"protocol": (98, 99)}
    record = new_id()
    used, again = (
        batch_of(device.group(device.edit(record, {"name_th": name, "tambon_code": "500701"}, n=1))) for name in "กข"
    )
    digests = msgspec.json.encode({"protocol": (1, 2), "device": device.id, "unit": device.unit})
    unknown = b"\x28\xb5\x2f\xfd\x23\x63\x00\x00\x00\x00\x01\x00\x00"  # a zstd frame that names another dictionary
    return [
        (200, ("POST", "/v1/sync", device.request(used), device.token)),
        (409, ("POST", "/v1/sync", device.request(again), device.token)),
        (200, ("POST", "/v1/digests", digests, device.token)),
        (200, ("POST", "/v1/enrol", device.request(claim=device.claim), "")),
        (400, ("POST", "/v1/enrol", plain, "")),
        (400, ("POST", "/v1/sync", b"[" * 100_000, device.token)),
        (401, ("POST", "/v1/sync", plain, "nobody's")),
        (401, ("POST", "/v1/digests", digests, "")),
        (403, ("POST", "/v1/sync", msgspec.json.encode(other), device.token)),
        (413, ("POST", "/v1/sync", b" " * (MAX_BODY + 1), device.token)),
        (415, ("POST", "/v1/sync", unknown, device.token)),
        (426, ("POST", "/v1/sync", msgspec.json.encode(newer), device.token)),
        (401, ("POST", "/v1/files", b"no file of ours", device.token)),
        (400, ("PUT", "/v1/blobs/x", b"", device.token)),
        (401, ("GET", f"/v1/blobs/{'0' * 64}", b"", device.token)),
        *((405, ("DELETE", path, b"", "")) for path in ("/v1/sync", "/v1/files", "/healthz", "/openapi.json")),
        *((200, ("GET", path, b"", "")) for path in ("/healthz", "/readyz", "/metrics")),
    ]


def test_what_central_answers_stands_in_its_document(central: Central) -> None:
    told = described(central)
    device = central.device("5007")
    expected = asked_of(device)
    answers = ask(central, *(request for _, request in expected))
    assert [answer.status_code for answer in answers] == [status for status, _ in expected]
    for (status, (method, path, _, _)), answer in zip(expected, answers, strict=True):
        ways = told["paths"][re.sub("(?<=blobs/).*", "{sha256}", path)]
        way = ways.get(method.lower()) or next(iter(ways.values()))
        kind = answer.headers["content-type"].partition(";")[0]
        (content,) = way["responses"][str(status)]["content"].items()
        assert content[0] == kind
        if status == 200:
            continue
        problem = msgspec.json.decode(answer.content, type=Problem)
        assert problem.message != problem.code  # each has its sentence
        assert content[1]["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert status != 405 or answer.headers["allow"]


def test_every_status_that_is_raised_is_described(central: Central) -> None:
    told = described(central)
    named = {int(status) for ways in told["paths"].values() for way in ways.values() for status in way["responses"]}
    raised = {
        int(status)
        for path in SOURCES.rglob("*.py")
        for status in re.findall(r"ProblemError\((\d+), ", path.read_text(encoding="utf-8"))
    }
    assert raised - {404, 500} <= named  # 404 is for what has no route; 500 is a defect, so nobody promises it
    assert {200, 401, 403, 413} <= named
    with pytest.raises(KeyError):
        document([("/v1/nobody-described", "GET")])


def test_every_reference_of_the_document_leads_somewhere(central: Central) -> None:
    text = msgspec.json.encode(told := described(central)).decode()
    references = set(re.findall(r'"\$ref":"#/components/(\w+)/(\w+)"', text))
    assert len(references) > 10
    assert all(name in told["components"][kind] for kind, name in references)
