"""The dark theme for as long as a session runs: a bright console would light up the room."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.ui.kit.theme import DARK, Theme, apply_theme, current_theme

NARROWEST, LOWEST = 940, 530
"""Design pixels that the console needs at least: on a small screen the scale gives way."""


def console_scale(wanted: float, width: int, height: int) -> float:
    """The scale at which the console fits into a screen of that size, at most ``wanted``."""
    return max(min(wanted, width / NARROWEST, height / LOWEST), 0.6)


class DarkSpan(QObject):
    """`begin`, then `end`, which gives the theme of before back."""

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application, self._before = application, current_theme()
        self._theme: Theme | None = None

    @property
    def wanted_scale(self) -> float:
        """The one that the person has chosen."""
        return self._before.scale

    @property
    def scale(self) -> float | None:
        """Of the span that is on."""
        return self._theme.scale if self._theme is not None else None

    def begin(self, scale: float) -> None:
        """Again with another scale when the console moves to another screen."""
        if self._theme is None:
            self._before = current_theme()
            self._application.styleHints().colorSchemeChanged.connect(self._again)
        self._theme = DARK.with_scale(scale)
        apply_theme(self._application, self._theme)

    def end(self) -> None:
        if self._theme is not None:
            self._theme = None
            self._application.styleHints().colorSchemeChanged.disconnect(self._again)
            apply_theme(self._application, self._before)

    @Slot()
    def _again(self) -> None:
        """The system has changed between light and dark, and the window below has followed it."""
        QTimer.singleShot(0, self, self._reapply)

    def _reapply(self) -> None:
        if self._theme is not None and current_theme() is not self._theme:
            apply_theme(self._application, self._theme)
