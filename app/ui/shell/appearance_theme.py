"""From the chosen appearance to a theme."""

from PySide6.QtWidgets import QApplication

from app.domain.settings import Appearance
from app.ui.kit.tokens import DARK, LIGHT, THEME_PROPERTY, Theme


def theme_for(appearance: Appearance, application: QApplication) -> Theme:
    dark = appearance.theme == "dark" or (appearance.theme == "system" and _system_is_dark(application))
    screen = application.primaryScreen()
    room = screen.availableGeometry() if screen else None
    width, height = (room.width(), room.height()) if room else (1366, 768)
    scale = min(appearance.scale or automatic_scale(width), largest_scale(width, height))
    return (DARK if dark else LIGHT).with_scale(scale)


def automatic_scale(width: int) -> float:
    """1.0 below 1,600 logical pixels of screen width, 1.3 from 1,800 up: a wide screen wants larger type."""
    return 1.0 if width < 1600 else 1.15 if width < 1800 else 1.3


def largest_scale(width: int, height: int) -> float:
    """At which 960 × 500 design pixels still fit the screen; what was chosen beyond it would cut the pages."""
    return max(1.0, min(width / 960, height / 500))


def _system_is_dark(application: QApplication) -> bool:
    """Fusion's own palette follows the system's colour scheme; before a theme is applied it is the one in use.

    Asking for the scheme by its name would create the Qt namespace before the first paint.
    """
    themed = application.property(THEME_PROPERTY) is not None
    palette = application.style().standardPalette() if themed else application.palette()
    return palette.window().color().lightness() < 128
