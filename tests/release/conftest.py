import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.release.packed import DIST, copy_of, start


@pytest.fixture(scope="session")
def bundle() -> Path:
    if not (DIST / "jingjian").exists():
        pytest.fail("there is no dist/jingjian: run `dev.py build` first")
    return DIST


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """Where an ordinary user can look: the folders of pytest are for their owner only."""
    folder = Path(tempfile.mkdtemp(prefix="jingjian-packed-"))
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def installed(bundle: Path, place: Path) -> Path:
    """A copy that everybody may start and nobody changes."""
    return copy_of(bundle, place / "installed")


def name_of(request: pytest.FixtureRequest) -> str:
    return re.sub(r"\W", "-", request.node.name)


@pytest.fixture
def own(bundle: Path, place: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of this test's own."""
    return copy_of(bundle, place / f"own-{name_of(request)}")


@pytest.fixture
def room(place: Path, request: pytest.FixtureRequest) -> Path:
    """An empty folder that everybody may use."""
    folder = place / name_of(request)
    folder.mkdir()
    folder.chmod(0o777)
    return folder


@pytest.fixture(scope="session")
def used(installed: Path, place: Path) -> Path:
    """A data folder that has been started with once; copy it."""
    data = place / "used"
    first = start(installed, data, place / "used-out")
    assert (first.status, first.page, first.said) == (0, "welcome", "")
    return data
