"""Pictures from SVG files, recoloured, sharp at the screen's pixel ratio, kept in Qt's own pixmap cache."""

import logging
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap, QPixmapCache

from app.ui.kit.tokens import current_theme, resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_LOG = logging.getLogger(__name__)
_RAIL = ("xue", "jiang", "kao", "gai", "ji")


def pixmap(name: str, size: float = 20, token: str = "text2", filled: bool = False) -> QPixmap:
    """The icon ``name`` in ``size`` design pixels and the colour ``token``. Empty, and logged, if there is none."""
    theme = current_theme()
    return draw(path(name, size, filled), theme.px(size), theme.value(token))


def icon(name: str, size: float = 20, token: str = "text2", filled: bool = False) -> "QIcon":
    """The same picture for widgets that take a QIcon, with a paler one for the disabled state."""
    from PySide6.QtGui import QIcon  # not before something takes one: its list of theme icons is long

    made = QIcon(pixmap(name, size, token, filled))
    made.addPixmap(pixmap(name, size, "text3", filled), QIcon.Mode.Disabled)
    return made


def rail_pixmap(name: str, size: float, token: str) -> QPixmap:
    """A glyph of the rail: one of the drawn characters, or an ordinary icon of that name."""
    theme = current_theme()
    if name in _RAIL:
        return draw(resources() / "icons" / "rail" / f"{name}.svg", theme.px(size), theme.value(token))
    return pixmap(name, size, token, filled=token == "on_red")


def path(name: str, size: float = 20, filled: bool = False) -> Path | None:
    """The file that serves ``name`` best: the wanted size and style, else the other size, else the other style."""
    return _find(resources(), name, size >= 22, filled)


@lru_cache(maxsize=1024)
def _find(resources_folder: Path, name: str, large: bool, filled: bool) -> Path | None:
    """Asked of the disk once: cells ask for their icon at every painting."""
    folder = resources_folder / "icons"
    grids = (24, 20) if large else (20, 24)
    styles = ("filled", "regular") if filled else ("regular", "filled")
    for style in styles:
        for grid in grids:
            file = folder / f"{name}_{grid}_{style}.svg"
            if file.exists():
                return file
    return None


def draw(file: Path | None, pixels: int, colour: str) -> QPixmap:
    """Render an SVG file as a square of ``pixels`` logical pixels, filled with ``colour``."""
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    key = f"jingjian:{file}:{pixels}:{colour}:{ratio}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(max(1, round(pixels * ratio)), max(1, round(pixels * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    if file is None or not file.exists():
        _LOG.error("no such icon: %s", file)
    else:
        _render(file, colour, made)
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def _render(file: Path, colour: str, onto: QPixmap) -> None:
    from PySide6.QtSvg import QSvgRenderer  # a library of its own: loaded with the first icon

    text = file.read_text(encoding="utf-8").replace("<svg ", f'<svg fill="{colour}" ', 1)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    painter = QPainter(onto)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(onto.rect()))
    painter.end()
