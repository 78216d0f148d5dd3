"""The parts of the self-test that open every page and both windows of a session, and keep pictures of them."""

from pathlib import Path

from PySide6.QtGui import QImage, QPixmap

from app.domain.exam_clock import Mark
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.ui.presenter.screens import Screens
from app.ui.presenter.session_log import RehearsalLog
from app.ui.presenter.session_windows import SessionWindows
from app.ui.shell.page_factory import PageFactory
from app.ui.tour.self_test_parts import SelfTestError
from app.ui.tour.self_test_records import page_arguments
from app.ui.tour.stage import Stage
from app.ui.tour.tour_screens import TourScreens

FEWEST_COLOURS = 12
"""A page that has been drawn has more; one that is empty has the shell's alone."""
SCREEN = (1280, 720)


def every_page(stage: Stage, folder: Path) -> str:
    """All that there are, each with something to show."""
    folder.mkdir(parents=True, exist_ok=True)
    services = stage.services
    keys, arguments = PageFactory(services, folder).keys, page_arguments(services)
    for key in keys:
        stage.go(key, arguments.get(key))
        _keep(stage.window.grab(), folder, key)
    return f"{len(keys)} 页：{'、'.join(keys)}"


def session_windows(stage: Stage, folder: Path) -> str:
    """What is projected, and what the leader sees, on screens that need not be there."""
    folder.mkdir(parents=True, exist_ok=True)
    services = stage.services
    shown = Presentation(services.decks.of_case(services.library.cases()[0].id))
    clock = services.clock
    log = RehearsalLog(shown, Pace().on(shown.page.id, Mark(clock.now(), clock.boot_id(), clock.boot_ms())))
    screens = TourScreens(SCREEN, SCREEN)
    windows = SessionWindows(log, clock, Screens(screens, screens.all()[0].name))
    windows.open()
    stage.settle(0.4)
    for name, window in (("console", windows.console), ("audience", windows.audience)):
        if window is None or not window.isVisible():
            raise SelfTestError(f"窗口 {name} 没有出现")
        _keep(window.grab(), folder, name)
    windows.close()
    return "主讲人、听众各一个窗口"


def _keep(grabbed: QPixmap, folder: Path, key: str) -> None:
    picture = grabbed.toImage()
    if not picture.save(str(folder / f"{key}.png")):
        raise SelfTestError(f"图片没有保存到 {folder}")
    if _colours(picture) < FEWEST_COLOURS:
        raise SelfTestError(f"{key} 是空白的")


def _colours(picture: QImage) -> int:
    """Different ones on a grid of points."""
    return len({picture.pixel(x, y) for x in range(80, picture.width(), 7) for y in range(0, picture.height(), 7)})
