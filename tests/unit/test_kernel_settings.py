"""Settings survive bad files and cuts; logs and crash files hold no personal data."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdd_desktop.errors import BadRequestError
from cdd_desktop.logs import redact, set_up_logs, write_crash
from cdd_desktop.settings import Settings, load_settings, save_settings

SETTINGS = st.builds(
    Settings,
    language=st.sampled_from(["th", "en"]),
    thai_digits=st.booleans(),
    text_size=st.sampled_from([90, 100, 115, 130, 150, 175, 200]),
    theme=st.sampled_from(["system", "light", "dark"]),
    background_sync=st.booleans(),
    metered_sync=st.booleans(),
    proxy=st.text(max_size=20),
    lock_minutes=st.integers(2, 60),
    backup_folder=st.text(max_size=20),
    backup_days=st.integers(0, 90),
    start_with_computer=st.booleans(),
    reminders=st.booleans(),
)


def test_no_file_means_defaults(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "settings.json")
    assert settings == Settings()
    assert (settings.language, settings.lock_minutes) == ("th", 10)
    assert list(tmp_path.iterdir()) == []


@given(SETTINGS)
def test_what_is_saved_is_read_back(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "profile" / "settings.json"
    save_settings(path, settings)
    assert load_settings(path) == settings
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        '{"language": "th", "text_si',
        "[]",
        '{"language": "fr"}',
        '{"text_size": 101}',
        '{"lock_minutes": 1}',
        '{"lock_minutes": "10"}',
        '{"thai_digits": 1}',
    ],
)
def test_a_broken_file_is_named_and_never_lost(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadRequestError) as caught:
        load_settings(path)
    assert caught.value.code == "settings-unreadable"
    assert path.read_text(encoding="utf-8") == text
    save_settings(path, Settings(language="en"))
    assert load_settings(path).language == "en"
    assert (tmp_path / "settings.unreadable-1.json").read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_are_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for number in (1, 2):
        path.write_bytes(b"\xff\xfe\x00")
        with pytest.raises(BadRequestError):
            load_settings(path)
        save_settings(path, Settings())
        assert (tmp_path / f"settings.unreadable-{number}.json").read_bytes() == b"\xff\xfe\x00"


def test_keys_of_a_newer_program_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "en", "font": "Sarabun"}', encoding="utf-8")
    save_settings(path, load_settings(path))
    assert json.loads(path.read_text(encoding="utf-8"))["font"] == "Sarabun"


def test_impossible_values_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings())
    before = path.read_bytes()
    with pytest.raises(BadRequestError) as caught:
        save_settings(path, Settings(lock_minutes=1))
    assert caught.value.code == "settings-value"
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    ["1009900001018", "1-0099-00001-01-8", "1 0099 00001 01 8", "๑๐๐๙๙๐๐๐๐๑๐๑๘", "id=1009900001018, next"],
)
def test_thirteen_digits_never_reach_a_log(text: str) -> None:
    shown = redact(text)
    assert "[x13]" in shown
    assert not any(char.isdigit() for char in shown.replace("[x13]", ""))


def test_other_numbers_stay() -> None:
    for text in ("12345678901234", "2561-0004412", "2018-03-18 08:40", "0812345678"):
        assert redact(text) == text


def test_logs_rotate_and_redact_parameters_and_tracebacks(tmp_path: Path) -> None:
    handler = set_up_logs(tmp_path)
    logger = logging.getLogger("test.settings")
    try:
        logger.info("citizen %s", "1009900001018")
        try:
            raise ValueError("1-0099-00001-01-8")
        except ValueError:
            logger.info("caught", exc_info=True)
        first = (tmp_path / "cdd-desktop.log").read_text(encoding="utf-8")
        assert "citizen [x13]" in first
        assert "ValueError: [x13]" in first
        assert "00001" not in first
        for _ in range(120):
            logger.info("x" * 100_000)
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    files = list(tmp_path.iterdir())
    assert len(files) == 10
    assert all(file.stat().st_size <= 1024 * 1024 for file in files)


def fail(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as error:
        raise BadRequestError("unit-unknown", unit="5099") from error


def test_a_crash_file_tells_places_and_codes_only(tmp_path: Path) -> None:
    for _ in range(25):
        with pytest.raises(BadRequestError) as caught:
            fail("นางสมศรี 1009900001018")
        path = write_crash(tmp_path, caught.value)
    text = path.read_text(encoding="utf-8")
    assert "unit-unknown" in text
    assert "KeyError" in text
    assert "test_kernel_settings.py" in text
    assert "สมศรี" not in text
    assert "00990" not in text
    assert str(tmp_path) not in text
    assert "/" not in text
    assert len(list(tmp_path.iterdir())) == 20
    assert path.name == "crash-000025.txt"
