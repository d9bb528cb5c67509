"""Bad input: whatever a request says, central answers or refuses with a code below 500, and goes on working."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import msgspec
import pytest
from central_driver import Central, Device, batch_of, certification, new_id
from hypothesis import given, settings
from hypothesis import strategies as st

from cdd_desktop.central.sentences.problems import ProblemError

NASTY: list[Any] = [
    None,
    True,
    -1,
    0,
    2**63,
    10**40,
    1.5,
    1e300,
    "",
    "\x00",
    "a\x00b",
    "๐๑๒" * 50,
    "..//..",
    "5007",
    "x" * 70_000,
    [],
    {},
    [[[[]]]],
    {"~": "AAAA"},
    {"a/b/c/d": 1},
    ["\x00"],
    "9999-99-99T99:99:99Z",
    "0001-01-01T00:00:00+14:00",
]


def whole_request(device: Device) -> dict[str, Any]:
    """A request with one of everything, as plain JSON values."""
    group = {"name_th": "กลุ่มตัวอย่าง", "tambon_code": "500701", "lines/r1": True, ":mark:2561-q2": "confirmed"}
    certify = certification({new_id(): group}, today=device.central.clock.now().date())
    groups = (
        device.group(device.edit(new_id(), group)),
        device.group(device.edit(new_id(), {"group_ref": new_id()}), entity="quarter", period="2561-q2"),
        device.group(device.add("officer", device.person("officer")), dataset="", entity="", form=0),
        device.group(device.move("certify", "head", certification=certify), entity="", form=0, period="2561-q2"),
    )
    request: dict[str, Any] = msgspec.json.decode(device.request(batch_of(*groups)))
    return request


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for key, part in inside for place in places(part, (*at, key)))]


def changed(value: Any, place: tuple[Any, ...], new: Any) -> Any:
    if not place:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[place[0]] = changed(copy[place[0]], place[1:], new)
    return copy


@pytest.fixture
def device(central: Central) -> Device:
    return central.device("5007")


@settings(max_examples=60)
@given(data=st.data())
def test_any_value_anywhere(device: Device, data: st.DataObject) -> None:
    request = whole_request(device)
    for _ in range(data.draw(st.integers(1, 3))):
        request = changed(request, data.draw(st.sampled_from(places(request)[1:])), data.draw(st.sampled_from(NASTY)))
    survive(device, msgspec.json.encode(request))


@settings(max_examples=60)
@given(data=st.data())
def test_cut_and_broken_bytes(device: Device, data: st.DataObject) -> None:
    body = msgspec.json.encode(whole_request(device))
    place = data.draw(st.integers(0, 9999)) * len(body) // 10_000
    survive(device, body[:place] + data.draw(st.binary(max_size=4)) + body[place + data.draw(st.integers(0, 3)) :])


def survive(device: Device, body: bytes) -> None:
    with suppress(ProblemError):
        device.central.endpoint.sync(body, device.token)
        return
    with pytest.raises(ProblemError) as refused:
        device.central.endpoint.sync(body, device.token)
    assert refused.value.status < 500
    assert msgspec.json.decode(refused.value.body())["code"] == refused.value.code


def test_it_goes_on_working_afterwards(central: Central) -> None:
    device = central.device("5007")
    for nasty in NASTY:
        survive(device, msgspec.json.encode(changed(whole_request(device), ("batch",), nasty)))
    device.n += 1000
    assert device.save({"name_th": "กลุ่มจริง", "tambon_code": "500701"})[1].status == "stored"
