"""Real services on a fresh data folder, with the repository's own content compiled once a session."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.bootstrap import open_app
from app.paths import find_paths
from app.services.services import Services
from app.services.system_clock import SystemClock
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.page import Page
from app.ui.kit.theme import LIGHT, apply_theme, set_resources

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def compiled_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that holds the index of content/."""
    paths = find_paths(tmp_path_factory.mktemp("compiled"))
    services = open_app(paths)
    services.library.adopt(services.library.prepare())
    services.close()
    return paths.cache


@pytest.fixture
def clock() -> SystemClock:
    """Where time matters a folder of tests has a clock of its own."""
    return SystemClock()


@pytest.fixture
def services(tmp_path: Path, compiled_content: Path, clock: SystemClock) -> Iterator[Services]:
    """Nobody has done anything yet."""
    paths = find_paths(tmp_path / "data")
    shutil.copytree(compiled_content, paths.cache)
    made = open_app(paths, clock=clock, seed=1)
    assert made.library.open_newest()
    yield made
    made.close()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with its fonts and pictures."""
    set_resources(RESOURCES)
    load_fallback_font(RESOURCES)
    load_title_font(RESOURCES)
    return qapp


@pytest.fixture
def show_page(dressed: QApplication, qtbot) -> Iterator[Callable[..., QWidget]]:
    """Put a page into an active window of 1278 × 712 (what the shell leaves at 1366 × 768), or of the size given."""
    apply_theme(dressed, LIGHT)
    kept: list[QWidget] = []

    def show(page: Page, size: tuple[int, int] = (1278, 712)) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        page.shown()
        return window

    yield show
    apply_theme(dressed, LIGHT)


@pytest.fixture
def opened(qtbot) -> Callable[..., Page]:
    """Shows a page as a window of its own and gives it back."""

    def show(page: Page, width: int = 1366, height: int = 768) -> Page:
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.shown()
        return page

    return show


class StrayWindows(QObject):
    """Widgets shown before they have a parent: each would flash up as a window of its own and take the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


@pytest.fixture
def stray(dressed: QApplication) -> Iterator[list[QWidget]]:
    watcher = StrayWindows()
    dressed.installEventFilter(watcher)
    yield watcher.seen
    dressed.removeEventFilter(watcher)


@pytest.fixture
def nameless_stops() -> Callable[[QWidget], list[str]]:
    """The classes of the tab stops of a window that a screen reader could not name."""

    def find(window: QWidget) -> list[str]:
        found, widget = [], window.nextInFocusChain()
        while widget is not window:
            stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
            if stop and widget.isVisible() and widget.isEnabled():
                interface = QAccessible.queryAccessibleInterface(widget)
                if interface is None or not interface.text(QAccessible.Text.Name):
                    found.append(type(widget).__name__)
            widget = widget.nextInFocusChain()
        return found

    return find
