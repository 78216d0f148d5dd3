import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_app
from app.domain.settings import Appearance
from app.paths import AppPaths, find_paths
from app.ui.shell.application import Application


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return find_paths(tmp_path / "data")


@pytest.fixture(scope="session")
def data_of_a_person(tmp_path_factory: pytest.TempPathFactory, compiled_content: Path) -> Path:
    """The data folder that `person` starts from."""
    own = find_paths(tmp_path_factory.mktemp("person") / "data")
    shutil.copytree(compiled_content, own.cache)
    services = open_app(own)
    services.profiles.describe("周明", "某县民政局", "自己学")
    services.close()
    return own.data


@pytest.fixture
def person(paths: AppPaths, data_of_a_person: Path) -> None:
    """Somebody who has been here before, with the content compiled."""
    shutil.copytree(data_of_a_person, paths.data)


@pytest.fixture
def application(paths: AppPaths, qapp) -> Iterator[Application]:  # type: ignore[no-untyped-def]
    appearance = Appearance(theme="light", scale=1.0)
    made = Application(appearance, paths.resources, paths.data, lambda: open_app(paths, appearance))
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
