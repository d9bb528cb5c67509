from pathlib import Path

import pytest
from release_world import ReleaseWorld


@pytest.fixture
def releases(tmp_path: Path) -> ReleaseWorld:
    return ReleaseWorld(tmp_path)
