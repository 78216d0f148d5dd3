"""Starts the product's own window on a data folder and reports at its first paint, or when 首页 has been painted.

``app_start.py paint|home DATA``
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from app.paths import find_paths
from app.services.appearance_file import load_appearance
from app.ui.shell.application import Application
from benchmarks.start_probe import report

if TYPE_CHECKING:
    from app.services.services import Services


class FirstPaintOf(QObject):
    """Reports and ends after ``watched`` has painted once."""

    def __init__(self, application: Application, watched: QObject) -> None:
        super().__init__()
        self._application = application
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        report()
        self._application.window.close()


def main(mode: str, data: str) -> int:
    paths = find_paths(Path(data))
    appearance = load_appearance(paths.appearance)

    def open_services() -> "Services":
        from app.bootstrap import open_app

        return open_app(paths, appearance)

    application = Application(appearance, paths.resources, paths.data, open_services)
    if mode == "paint":
        application.window.painted.disconnect()
        application.window.painted.connect(lambda: (report(), application.window.close()))
    else:
        fill = application.window.fill

        def fill_and_watch(services: "Services", folder: Path) -> None:
            fill(services, folder)
            assert application.window.page is not None
            application.watch = FirstPaintOf(application, application.window.page)  # type: ignore[attr-defined]

        application.window.fill = fill_and_watch  # type: ignore[method-assign]
    return application.run()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
