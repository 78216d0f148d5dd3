from pathlib import Path

import pytest

from tests.unit.packs.builder import ContentFolder


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    """A content folder in which nothing is wrong."""
    return ContentFolder(tmp_path / "content")
