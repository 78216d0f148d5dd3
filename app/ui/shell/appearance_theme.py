"""From the chosen appearance to a theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.domain.settings import Appearance
from app.ui.kit.theme import DARK, LIGHT, Theme


def theme_for(appearance: Appearance, application: QGuiApplication) -> Theme:
    dark = appearance.theme == "dark"
    if appearance.theme == "system":
        dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    screen = application.primaryScreen()
    width = screen.availableGeometry().width() if screen else 1366
    return (DARK if dark else LIGHT).with_scale(appearance.scale or automatic_scale(width))


def automatic_scale(width: int) -> float:
    """1.0 below 1,600 logical pixels of screen width, 1.2 from 1,800 up."""
    return 1.0 if width < 1600 else 1.1 if width < 1800 else 1.2
