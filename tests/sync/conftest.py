"""Fixtures of the sync tests: see ``sync_world``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sync_world import Prepared, World, prepare


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def world(tmp_path: Path, prepared: Prepared) -> Iterator[World]:
    made = World(tmp_path / "world", prepared)
    yield made
    made.close()
    shutil.rmtree(tmp_path, ignore_errors=True)
