"""What central is installed with: the unit file as systemd reads it, settings that central knows, and the container's
files against the code: paths, commands, accounts, ports and volumes that fit together."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cdd_desktop.central.cli import main
from cdd_desktop.central.commands.configuration import Configuration, read_configuration

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(__file__).resolve().parents[2] / "packaging" / "central"
UNIT = "cdd-central.service"
EXPOSED = 1.5  # of 10, by systemd's own reckoning; an unhardened service stands at 9.6
EXAMPLES = {"WORKERS": "6", "PORT": "8440", "LOG": "info", "ADDRESS": "https://central.example"}


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_systemd_takes_the_unit_and_finds_it_hardened(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.fail("systemd-analyze is missing: apt-get install systemd", pytrace=False)
    unit = (FILES / UNIT).read_text(encoding="utf-8")
    assert unit.count("ExecStart=/opt/cdd-central/bin/cdd-central ") == 1
    here = tmp_path / UNIT
    here.write_text(unit.replace("/opt/cdd-central/bin/cdd-central", sys.executable), encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", here], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    assert exposure(here) <= EXPOSED
    here.write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
    assert exposure(here) > 9


def exposure(unit: Path) -> float:
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", said)
    assert found, said
    return float(found[1])


def test_every_setting_in_the_files_exists() -> None:
    named = {name for path in FILES.iterdir() for name in re.findall(r"CDD_CENTRAL_([A-Z_]+)", path.read_text("utf-8"))}
    assert {"DATABASE", "KEYS", "LOG"} <= named
    read_configuration({f"CDD_CENTRAL_{name}": EXAMPLES.get(name, "x") for name in named})


def instructions() -> list[tuple[str, str]]:
    """The Containerfile's, lines that go on joined."""
    text = (FILES / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines)]


def said(word: str) -> str:
    [rest] = [rest for name, rest in instructions() if name == word]
    return rest


def services() -> dict[str, str]:
    """What compose.yaml says of each service."""
    text = (
        (FILES / "compose.yaml").read_text(encoding="utf-8").partition("\nservices:\n")[2].partition("\nvolumes:\n")[0]
    )
    parts = re.split(r"^  ([a-z-]+):\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def is_a_command(line: list[str]) -> bool:
    """Whether central's own reader of commands takes it."""
    with pytest.raises(SystemExit) as ended:
        main([*line, "--help"])
    return ended.value.code == 0


def test_the_containerfile_fits_the_code() -> None:
    python = re.search(r"python:(\d+\.\d+)-", said("FROM"))
    assert python is not None
    assert f'requires-python = ">={python[1]}' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    sources = [part for word, rest in instructions() if word == "COPY" for part in rest.split()[:-1]]
    assert {"cdd_desktop", "resources", "pyproject.toml"} <= set(sources)
    assert [source for source in sources if not (ROOT / source).exists()] == []
    let_in = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(let_in) == sorted(sources), "the rest of the repository is no business of who builds the image"
    installed = next(rest for word, rest in instructions() if word == "RUN" and "pip" in rest)
    [lock] = re.findall(r"-r (\S+)", installed)
    assert "--require-hashes" in installed
    pinned = (ROOT / lock).read_text(encoding="utf-8")
    for name in ("starlette", "uvicorn", "psycopg-binary", "pyarrow", "pyrage"):
        assert f"\n{name}==" in pinned, name
    environment = dict(item.split("=", 1) for item in said("ENV").split())
    settings = {name: value for name, value in environment.items() if name.startswith("CDD_CENTRAL_")}
    configuration = read_configuration(settings)
    place = said("VOLUME")
    assert str(configuration.keys).startswith(f"{place}/")
    assert (configuration.host, said("EXPOSE")) == ("0.0.0.0", str(Configuration().port))
    assert said("ENTRYPOINT") == '["python", "-m", "cdd_desktop.central"]'
    assert (ROOT / "cdd_desktop" / "central" / "__main__.py").exists()
    assert is_a_command(re.findall(r'"([^"]+)"', said("CMD")))
    assert f" --home-dir {place} --create-home {said('USER')}" in "".join(
        rest for word, rest in instructions() if word == "RUN"
    )


def test_compose_and_proxy_fit_each_other_and_the_image() -> None:
    text, parts = (FILES / "compose.yaml").read_text(encoding="utf-8"), services()
    assert set(parts) == {"proxy", "set-up", "central", "database"}
    for part in parts.values():
        waits = part.partition("depends_on:")[2]
        names = re.findall(r"[a-z-]+(?=:|]|,)", re.sub(r"\{.*", "", waits))
        assert set(names) <= set(parts), names
        assert names or not waits
    context, file = re.search(r"context: (\S+)\n\s+dockerfile: (\S+)", parts["set-up"]).groups()  # type: ignore[union-attr]
    assert (FILES / context / file).resolve() == FILES / "Containerfile"
    command = re.search(r"command: ([^#\n]+)", parts["set-up"])
    assert command is not None
    assert is_a_command(command[1].split())
    for name in ("set-up", "central"):
        assert f":{said('VOLUME')}\n" in parts[name] + "\n"
    for source in re.findall(r"- \./(\S+?):", text):
        assert (FILES / source).exists(), source
    declared = set(re.findall(r"^  ([a-z]+):$", text.partition("\nvolumes:\n")[2], re.MULTILINE))
    assert set(re.findall(r"- ([a-z]+):/", text)) == declared
    explained = text.partition("services:")[0]
    assert [name for name in set(re.findall(r"\$\{([A-Z_]+)", text)) if name not in explained] == []
    user, host, name = re.search(r"postgresql://(\w+):.*@(\w+)/(\w+)", text).groups()  # type: ignore[union-attr]
    assert host in parts
    assert re.findall(r"POSTGRES_(?:USER|DB): (\w+)", parts["database"]) == [user, name]
    assert f"pg_isready -U {user}" in parts["database"]
    proxy = (FILES / "Caddyfile").read_text(encoding="utf-8")
    assert re.findall(r"reverse_proxy (\S+)", proxy) == [f"central:{said('EXPOSE')}"]
    assert set(re.findall(r"\{\$(\w+)\}", proxy)) <= set(re.findall(r"([A-Z_]+): ", parts["proxy"]))
