"""Starts the window: paint first, then open the data and show 首页, then all the rest."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.domain.settings import Appearance
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.theme import apply_colours, set_resources, use_fusion
from app.ui.shell.appearance_theme import theme_for
from app.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.services.services import Services
    from app.ui.kit.tasks import TaskRunner
    from app.ui.shell.content_desk import ContentDesk
    from app.ui.shell.file_desk import FileDesk
    from app.ui.shell.single_instance import SingleInstance

LISTENING_AFTER_MS = 300


class Application:
    """One run of the window. The order of its parts is the order of the start."""

    def __init__(
        self, appearance: Appearance, resources: Path, data: Path, open_services: "Callable[[], Services]"
    ) -> None:
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
        self.qt.setApplicationName("镜鉴")
        set_resources(resources)
        load_fallback_font(resources)
        use_fusion(self.qt)
        apply_colours(self.qt, theme_for(appearance, self.qt))
        self._resources, self._data, self._open_services = resources, data, open_services
        self._tasks: TaskRunner | None = None
        self._finished = False
        self._later: QTimer | None = None
        self._instance: SingleInstance | None = None
        self._content: ContentDesk | None = None
        self._files: FileDesk | None = None
        self.services: Services | None = None
        self.open_file: Path | None = None
        self.window = MainWindow(appearance)
        self.window.painted.connect(self._open)
        self.window.settled.connect(self._settle)
        self.window.reopen_wanted.connect(self._reopen)

    def show(self, width: int = 1366, height: int = 768) -> None:
        screen = self.qt.primaryScreen()
        room = screen.availableGeometry() if screen else None
        if room and (room.width() <= width or room.height() <= height):
            self.window.resize(min(width, room.width()), min(height, room.height()))
            self.window.showMaximized()
        else:
            self.window.resize(width, height)
            self.window.show()

    def run(self) -> int:
        self.show()
        status = self.qt.exec()
        self.close()
        return status

    def close(self) -> None:
        """The background thread ends before the window goes, the data is closed last."""
        if self._later is not None:
            self._later.stop()
            self._later = None
        if self._instance is not None:
            self._instance.close()
            self._instance = None
        self._close_data()

    def _close_data(self) -> None:
        self._content = self._files = None
        if self._tasks is not None:
            self._tasks.close()
            self._tasks = None
        if self.services is not None:
            self.services.close()
            self.services = None

    def _open(self) -> None:
        """After the first paint: the data, and the first page from it."""
        from app.ui.shell.crash_report import CrashReport

        self._crash_report = CrashReport(self._data / "logs", self.window.say)
        self._crash_report.install()
        load_title_font(self._resources)
        self._fill()

    def _fill(self) -> None:
        from app.domain.errors import BusyDataError
        from app.domain.events import OwnContentChanged

        try:
            self.services = self._open_services()
        except BusyDataError as error:
            self._refuse(str(error))
            return
        self.services.library.open_newest()
        self.services.bus.subscribe(OwnContentChanged, self._prepare_again)
        self.window.fill(self.services, self._data)

    def _reopen(self) -> None:
        """The data anew in the same window: another person, or fresh records in place of damaged ones."""
        assert self.services is not None
        appearance = self.services.settings.appearance
        self._close_data()
        self.window.empty(appearance)
        self._fill()

    def _settle(self) -> None:
        """After the first page is on screen: all that it does not need."""
        from app.ui.kit.tasks import TaskRunner
        from app.ui.shell.content_desk import ContentDesk

        if self.services is None:
            return
        if not self._finished:
            self._finish_start()
        self._tasks = TaskRunner(self._crash_report.report)
        self._settle_own_rules()
        self._finish_erasing()
        self._content = ContentDesk(self.window, self.services.library, self._tasks, self._crash_report.report)
        self._content.prepare()
        gc.freeze()  # what the start has made stays to the end: no need to look through it again and again
        gc.enable()

    def _finish_start(self) -> None:
        """Once a run."""
        from PySide6.QtGui import QIcon

        self._finished = True
        self._translate()
        self.qt.setWindowIcon(QIcon(str(self._resources / "icons" / "app.png")))
        self.qt.styleHints().colorSchemeChanged.connect(self._system_theme_changed)
        self._say_what_the_start_found()
        self._later = QTimer(self.window, singleShot=True, interval=LISTENING_AFTER_MS)
        self._later.timeout.connect(self._listen)
        self._later.start()

    def _say_what_the_start_found(self) -> None:
        from datetime import UTC, datetime

        from app.ui.shell.start_notes import clock_note

        if note := clock_note(self._resources.parent / "build.json", datetime.now(UTC)):
            self.window.notice("amber", note, closable=True)
        if self.open_file is not None:
            self._open_file(self.open_file)

    def _listen(self) -> None:
        """For a second start, which then brings this window forward instead of opening one of its own."""
        from app.ui.shell.single_instance import SingleInstance

        if self.services is not None:
            self._instance = SingleInstance(self._data, self._come_forward, self.window)
            self._instance.listen()

    def _come_forward(self, file: Path | None) -> None:
        from PySide6.QtCore import Qt

        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if tell := getattr(window.page, "started_again", None):
            tell()  # an exam under way has it on record
        if file is not None:
            self._open_file(file)

    def _open_file(self, file: Path) -> None:
        from app.ui.shell.file_desk import FileDesk

        self._files = self._files or FileDesk(self.window)
        self._files.open(file)

    def _settle_own_rules(self) -> None:
        """The unit's rules say what looks back have found, even if the last run was cut off in between."""
        from app.domain.errors import UserError

        if self.services is None or not (self._data / "ledger" / "rules").is_dir():
            return
        try:
            self.services.own_shelf.settle()
        except UserError as error:
            self.window.notice("amber", str(error), closable=True)

    def _finish_erasing(self) -> None:
        """What a wiping could not do in an earlier run, or was cut off in."""
        from app.domain.errors import UserError

        try:
            left = self.services.finish_erasing() if self.services is not None else ""
        except UserError as error:
            left = str(error)
        if left:
            self.window.notice("amber", left, closable=True)

    def _prepare_again(self, _: object = None) -> None:
        if self._content is not None:  # else it is looked at anyway
            self._content.prepare()

    def _system_theme_changed(self) -> None:
        if self.services and self.services.settings.appearance.theme == "system":
            self.window.restyle()

    def _translate(self) -> None:
        """Qt's own dialogs in Chinese."""
        from PySide6.QtCore import QTranslator

        translator = QTranslator(self.qt)
        if translator.load(str(self._resources / "translations" / "qtbase_zh_CN.qm")):
            self.qt.installTranslator(translator)

    def _refuse(self, sentence: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Information, "镜鉴", sentence, parent=self.window)
        box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        self.window.close()
        self.qt.exit(1)
