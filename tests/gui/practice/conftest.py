"""Real services on a prepared index, as a person finds them on the first day."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import open_app
from app.paths import find_paths
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.theme import LIGHT, apply_theme, set_resources

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    services = open_app(find_paths(folder, ROOT / "content"))
    path = services.library.prepare()
    services.close()
    return path


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    set_resources(ROOT / "resources")
    load_fallback_font(ROOT / "resources")
    load_title_font(ROOT / "resources")
    return qapp


@pytest.fixture
def services(dressed, tmp_path, index):
    apply_theme(dressed, LIGHT)
    cache = tmp_path / "cache"
    cache.mkdir()
    shutil.copy(index, cache)
    opened = open_app(find_paths(tmp_path, ROOT / "content"), seed=7)
    opened.library.adopt(opened.library.prepare())
    yield opened
    opened.close()


@pytest.fixture
def bank(services):
    return services.library.bank()


@pytest.fixture
def first(bank):
    """The first question of a kind that stands by itself."""
    return lambda kind: next(question for question in bank if question.kind is kind and not question.group)


@pytest.fixture
def opened(qtbot):
    """Shows a page in a window of its own and gives it back."""

    def show(page, width=1366, height=768):
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.shown()
        return page

    return show


class StrayWindows(QObject):
    """Widgets shown before they have a parent: each would flash up as a window of its own and take the focus."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


@pytest.fixture
def stray(dressed):
    watcher = StrayWindows()
    dressed.installEventFilter(watcher)
    yield watcher.seen
    dressed.removeEventFilter(watcher)
