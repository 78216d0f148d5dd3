"""Real services on a prepared index, with a clock that the test moves."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import open_app
from app.paths import find_paths
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.theme import LIGHT, apply_theme, set_resources

ROOT = Path(__file__).parents[3]


class MovedClock:
    def __init__(self):
        self.moment, self.boot = datetime(2026, 11, 21, 8, 0, tzinfo=UTC), 1_000_000

    def now(self):
        return self.moment

    def boot_ms(self):
        return self.boot

    def boot_id(self):
        return "one boot"

    def pass_ms(self, ms):
        self.moment += timedelta(milliseconds=ms)
        self.boot += ms


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
def clock():
    return MovedClock()


@pytest.fixture
def services(dressed, tmp_path, index, clock):
    apply_theme(dressed, LIGHT)
    cache = tmp_path / "cache"
    cache.mkdir()
    shutil.copy(index, cache)
    opened = open_app(find_paths(tmp_path, ROOT / "content"), clock=clock, seed=7)
    opened.library.adopt(opened.library.prepare())
    yield opened
    opened.close()


@pytest.fixture
def paper(services):
    """The longest paper: it has questions to choose, to fill and to order."""
    return max(services.exams.papers(), key=lambda paper: paper.size)


@pytest.fixture
def exam(services, paper):
    return services.exams.start(paper, "周明")


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
