"""The keys that work everywhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from app.ui.shell.places import PLACES

if TYPE_CHECKING:
    from app.ui.shell.shell import Shell


class ShellKeys(QObject):
    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell = shell
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+K", shell.focus_search),
            ("Alt+Left", shell.back),
            ("Ctrl+Tab", lambda: shell.next_tab(1)),
            ("Ctrl+Shift+Tab", lambda: shell.next_tab(-1)),
            ("F1", shell.show_help),
            ("Shift+F1", shell.show_keys),
            ("F11", self._toggle_full_screen),
            ("F5", lambda: shell.project_page(False)),
            ("Shift+F5", lambda: shell.project_page(True)),
            ("Ctrl+Shift+=", lambda: shell.step_scale(1)),
            ("Ctrl+Shift++", lambda: shell.step_scale(1)),
            ("Ctrl+Shift+-", lambda: shell.step_scale(-1)),
            ("Ctrl+Shift+_", lambda: shell.step_scale(-1)),
        ]
        keys.extend((place.keys, lambda rail=place.rail: shell.open_place(rail)) for place in PLACES)  # type: ignore[misc]
        for sequence, action in keys:
            shortcut = QShortcut(QKeySequence(sequence), shell)
            shortcut.activated.connect(lambda act=action, name=sequence: self._by_key(name, act))

    def _by_key(self, sequence: str, action: Callable[[], object]) -> None:
        """A page that takes the whole window (an exam, the first start) is not left by a key."""
        if not self._shell.fills_window or sequence in ("F1", "Shift+F1", "F11") or sequence.startswith("Ctrl+Shift"):
            action()

    def _toggle_full_screen(self) -> None:
        window = self._shell.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
