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


@pytest.fixture
def person(paths: AppPaths) -> None:
    """Somebody who has been here before, with the content compiled."""
    services = open_app(paths)
    services.library.adopt(services.library.prepare())
    services.profiles.describe("周明", "某县民政局", "自己学")
    services.close()


@pytest.fixture
def application(paths: AppPaths, qapp) -> Iterator[Application]:  # type: ignore[no-untyped-def]
    appearance = Appearance(theme="light", scale=1.0)
    made = Application(appearance, paths.resources, paths.data, lambda: open_app(paths, appearance))
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
