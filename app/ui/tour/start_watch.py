"""Looks on at a start of the product and writes down what a person would have read; then closes the window.

For the tests of the packed program (``--watch-start OUT``): nothing is done differently, only looked at.
"""

import json
import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

from app.ui.kit.banner import Banner
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.toast import Toast
from app.ui.shell.application import Application
from app.ui.tour.stage import children

RESULT, EVERY_MS = "start.json", 100
QUIET, LONGEST = float(os.environ.get("JINGJIAN_WATCH_QUIET", "2")), 60.0
"""Seconds: without anything new to read once a page stands; in all."""


class StartWatch(QObject):
    def __init__(self, application: Application, out: Path) -> None:
        super().__init__(application.window)
        self._application, self._out = application, out
        self._said: list[str] = []
        self._began = self._changed = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(EVERY_MS)

    def _look(self) -> None:
        now = time.monotonic()
        box = QApplication.activeModalWidget()
        refused = isinstance(box, QMessageBox)
        new = [text for text in self._texts(box) if text not in self._said]
        if new:
            self._said += new
            self._changed = now
        stands = refused or self._page() != "" or bool(self._said)
        if (stands and now - self._changed > QUIET) or now - self._began > LONGEST:
            self._timer.stop()
            self._write(refused)
            if isinstance(box, QMessageBox):
                box.accept()
            else:
                self._application.window.close()

    def _texts(self, box: QWidget | None) -> list[str]:
        if isinstance(box, QMessageBox):
            return [box.text()]
        window = self._application.window
        texts = [one.text() for one in children(window, Banner) if one.isVisibleTo(window)]
        for toast in children(window, Toast):
            if toast.isVisibleTo(window):
                texts += [one.text() for one in children(toast, Paragraph)]
                texts += [one.text() for one in children(toast, QLabel)]
        return [text for text in texts if len(text) > 1]

    def _page(self) -> str:
        page = self._application.window.page
        return page.facts.key if page else ""

    def _write(self, refused: bool) -> None:
        self._out.mkdir(parents=True, exist_ok=True)
        self._application.window.grab().save(str(self._out / "start.png"))
        seen = {"page": self._page(), "refused": refused, "said": self._said}
        (self._out / RESULT).write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
