"""From the chosen appearance to a theme."""

from PySide6.QtWidgets import QApplication

from app.domain.settings import Appearance
from app.ui.kit.tokens import DARK, LIGHT, THEME_PROPERTY, Theme


def theme_for(appearance: Appearance, application: QApplication) -> Theme:
    dark = appearance.theme == "dark" or (appearance.theme == "system" and _system_is_dark(application))
    screen = application.primaryScreen()
    width = screen.availableGeometry().width() if screen else 1366
    return (DARK if dark else LIGHT).with_scale(appearance.scale or automatic_scale(width))


def automatic_scale(width: int) -> float:
    """1.0 below 1,600 logical pixels of screen width, 1.2 from 1,800 up."""
    return 1.0 if width < 1600 else 1.1 if width < 1800 else 1.2


def _system_is_dark(application: QApplication) -> bool:
    """Fusion's own palette follows the system's colour scheme; before a theme is applied it is the one in use.

    Asking for the scheme by its name would create the Qt namespace before the first paint.
    """
    themed = application.property(THEME_PROPERTY) is not None
    palette = application.style().standardPalette() if themed else application.palette()
    return palette.window().color().lightness() < 128
