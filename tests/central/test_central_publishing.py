"""Publishing at the desk: proved, shown, under the administrator's role, taken, withdrawn again, noted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from central_driver import Central
from desk_driver import DeskCaller, administrator, make_person

from cdd_desktop.central.cli import main
from cdd_desktop.domain.person import Role
from cdd_desktop.paths import resources


def form(**other: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((resources() / "definitions" / "saving_group-1.json").read_text("utf-8"))
    return {**found, "version": 2, "name_en": "Savings groups, anew", **other}


def schedule(**other: Any) -> dict[str, Any]:
    path = next((resources() / "schedules").glob("*2561*.json"))
    return {**json.loads(path.read_text("utf-8")), "revision": 2, **other}


def post(caller: DeskCaller, kind: str, content: dict[str, Any] | None = None, **other: Any) -> Any:
    body = {"kind": kind, **({"file": json.dumps(content, ensure_ascii=False)} if content else {}), **other}
    return caller.ask("POST", "/v1/published", body)


def test_a_form_is_shown_published_taken_and_withdrawn(central: Central) -> None:
    caller, device = administrator(central), central.device("5007")
    saved = device.save({"name_th": "กลุ่มที่มีอยู่", "tambon_code": "500701"})[0]
    newer = form()
    newer["entities"][0]["fields"].append(
        {
            "key": "motto",
            "type": "text",
            "label_th": "คำขวัญ",
            "label_en": "Motto",
            "section": newer["entities"][0]["fields"][0]["section"],
        }
    )
    shown = post(caller, "form", newer).said
    assert (shown["number"], shown.get("published", False)) == (2, False)
    assert any(line.startswith("+") and "motto" in line for line in shown["difference"])
    assert caller.ask("GET", "/v1/published").said == {"files": []}
    assert device.sync(definitions={}).definitions == []
    assert post(caller, "form", newer, yes=True, reason="เพิ่มคำขวัญ").said["published"]
    assert [json.loads(body)["version"] for body in device.sync(definitions={}).definitions] == [2]
    assert post(caller, "form", newer, yes=True).code == "publish-number"
    back = post(caller, "form", withdraw="saving_group").said
    assert any(line.startswith("-") and "motto" in line for line in back["difference"])
    taken, _ = device.save({"motto": "ออมวันนี้"}, saved, base=1, form=2)
    refused = post(caller, "form", withdraw="saving_group", yes=True)
    assert refused.code == "publish-faulty"
    assert "motto" in refused.said["params"]["faults"]
    device.save({"motto": None}, taken, base=2, form=2)
    assert post(caller, "form", withdraw="saving_group", yes=True, reason="ผิด").said["number"] == 3
    bodies = [json.loads(body) for body in device.sync(definitions={}).definitions]
    assert [body["version"] for body in bodies] == [2, 3]
    assert (
        bodies[1]["name_en"]
        == json.loads((resources() / "definitions" / "saving_group-1.json").read_text("utf-8"))["name_en"]
    )
    assert device.save({"name_th": "กลุ่มใหม่", "tambon_code": "500701"}, form=3)[1].status == "stored"
    files = caller.ask("GET", "/v1/published").said["files"]
    assert [(one["kind"], one["number"]) for one in files] == [("form", 2), ("form", 3)]
    trail = [deed for deed in caller.ask("GET", "/v1/audit").said["deeds"] if deed["what"] == "published"]
    assert {deed["reason"] for deed in trail} == {"เพิ่มคำขวัญ", "ผิด"}
    assert {deed["details"]["digest"] for deed in trail} == {one["digest"] for one in files}


def test_what_is_wrong_is_named_and_nothing_is_published(central: Central) -> None:
    caller = administrator(central)
    rule = form()
    rule["rules"][0] = {**rule["rules"][0], "cel": "(("}
    gone = form(entities=[])
    ends_early = schedule()
    row = ends_early["datasets"][0]
    for period in row["periods"]:
        period["opens"], period["due"] = period["due"], period["opens"]
    wrong = [
        ("form", rule, "publish-faulty", f"{rule['rules'][0]['id']}: Failed to parse expression '(('"),
        ("form", gone, "publish-faulty", "unknown entity quarter"),
        ("form", form(number=9), "publish-faulty", "number: 6 -> 9"),
        ("schedule", ends_early, "schedule-unreadable", "begins after it ends"),
        ("holidays", {"kind": "holidays"}, "holidays-unreadable", "`format`"),
    ]
    for kind, content, code, fault in wrong:
        refused = post(caller, kind, content, yes=True)
        assert (refused.status, refused.code) == (422, code), (kind, refused)
        assert fault in "".join(refused.said["params"].values()), (kind, refused)
        assert refused.said["message"] != refused.code
    for body in ({"kind": "song", "file": "x"}, {"kind": "form"}, {"kind": "form", "file": "x", "withdraw": "y"}):
        assert caller.ask("POST", "/v1/published", body).code == "body-unreadable"
    assert post(caller, "form", withdraw="saving_group", yes=True).code == "publish-nothing-to-withdraw"
    make_person(central, "00", Role.DEPARTMENT, "somchai")
    other = DeskCaller(central)
    other.sign_in("somchai")
    assert post(other, "form", form(), yes=True).code == "role-not-allowed"
    assert caller.ask("GET", "/v1/published").said == {"files": []}


def test_the_command_withdraws_too(
    sqlite_central: Central, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("CDD_CENTRAL_DATABASE", sqlite_central.address)
    monkeypatch.setenv("CDD_CENTRAL_KEYS", str(sqlite_central.keys))
    file = tmp_path / "form.json"
    file.write_text(json.dumps(form(), ensure_ascii=False), encoding="utf-8")
    assert main(["withdraw-form", "saving_group", "--yes"]) == 1
    assert main(["publish-form", str(file), "--yes", "--reason", "แก้ชื่อ"]) == 0
    assert main(["withdraw-form", "saving_group"]) == 0
    assert main(["withdraw-form", "saving_group", "--yes"]) == 0
    capsys.readouterr()
    assert main(["audit"]) == 0
    assert capsys.readouterr().out.count("published") == 2
