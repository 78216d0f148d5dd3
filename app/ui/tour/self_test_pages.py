"""The part of the self-test that opens every page and keeps a picture of it."""

from pathlib import Path

from PySide6.QtGui import QImage

from app.ui.shell.places import PLACES
from app.ui.tour.self_test_parts import SelfTestError
from app.ui.tour.stage import Stage

FEWEST_COLOURS = 12
"""A page that has been drawn has more; one that is empty has the shell's alone."""


def every_page(stage: Stage, folder: Path) -> str:
    """All pages of the rail, and those that need something to show."""
    folder.mkdir(parents=True, exist_ok=True)
    services = stage.services
    tabs = [(key, None) for place in PLACES for key, _ in place.tabs]
    with_something = [("case", services.library.cases()[0].id), ("search", "低保"), ("welcome", None)]
    seen = []
    for key, argument in [*tabs, *with_something]:
        stage.go(key, argument)
        picture = stage.window.grab().toImage()
        if not picture.save(str(folder / f"{key}.png")):
            raise SelfTestError(f"图片没有保存到 {folder}")
        if _colours(picture) < FEWEST_COLOURS:
            raise SelfTestError(f"页面 {key} 是空白的")
        seen.append(key)
    return f"{len(seen)} 页：{'、'.join(seen)}"


def _colours(picture: QImage) -> int:
    """Different ones on a grid of points."""
    return len({picture.pixel(x, y) for x in range(80, picture.width(), 7) for y in range(0, picture.height(), 7)})
