"""Goes through an exam by keys beside a bare page that does the same, and prints one JSON line of figures.

``switch_probe.py DATA_FOLDER``; the folder is made at the first run.
"""

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.bootstrap import open_app
from app.domain.exam import Exam, FinishReason
from app.domain.question import Question
from app.paths import find_paths
from app.services.services import Services
from app.ui.exam.exam_page import ExamPage
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.theme import LIGHT, apply_theme, set_resources
from app.ui.parts.question_card import QuestionCard
from benchmarks.exam_switch import p95

SIZE = (1366, 768)
SWITCHES, WARMING = 80, 10
PAUSE_MS = 100
"""Before the next key. In it the page puts the question where its picture was, writes its place and makes the
neighbours ready, once for every switch."""


class BarePage(QWidget):
    """One label; → shows the next text."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts, self._place = texts, 0
        self.label = QLabel(texts[0])
        self.label.setWordWrap(True)
        QVBoxLayout(self).addWidget(self.label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._place = (self._place + 1) % len(self._texts)
        self.label.setText(self._texts[self._place])
        self.update()


class Switch(QObject):
    """One key press, until the window has been painted. Then ``then(milliseconds, of these the handler)``."""

    def __init__(self, page: QWidget, key: Qt.Key, then: Callable[[float, float], None]) -> None:
        super().__init__()
        self._then = then
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        self._began = time.perf_counter()
        QApplication.sendEvent(page, pressed)  # not to the focus: a field to fill in has its own use for → and ←
        self._handled = time.perf_counter()
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:  # what makes a window paint all that has changed
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)
        return False

    def _end(self) -> None:
        now = time.perf_counter()
        self._then((now - self._began) * 1e3, (self._handled - self._began) * 1e3)


class Turns(QObject):
    """Exam page and bare page in turn, forth through the paper and back; ``done`` when there are enough."""

    def __init__(self, page: ExamPage, bare: BarePage, total: int, disk: list[float]) -> None:
        super().__init__()
        self._page, self._bare, self._total, self._disk = page, bare, total, disk
        self._count = 0
        self._switch: Switch | None = None
        self._shown: QuestionCard | None = None
        self.mine: list[float] = []
        self.keys: list[float] = []
        self.others: list[float] = []
        self.afterwards: list[float] = []
        self._seen = 0.0

    def begin(self) -> None:
        if self._count == WARMING:
            for figures in (self.mine, self.keys, self.others, self.afterwards, self._disk):
                figures.clear()
        if self._count == WARMING + SWITCHES:
            QApplication.exit(0)
            return
        back = self._count // (self._total - 1) % 2
        self._count += 1
        key = Qt.Key.Key_Left if back else Qt.Key.Key_Right
        self._switch = Switch(self._page, key, self._note)

    def _note(self, whole: float, handled: float) -> None:
        self.mine.append(whole)
        self.keys.append(handled)
        self._seen = time.process_time()
        QTimer.singleShot(PAUSE_MS, self._go_bare)  # what the page still does is not the bare page's

    def _go_bare(self) -> None:
        self.afterwards.append((time.process_time() - self._seen) * 1e3)
        cards: Iterable[QuestionCard] = self._page.findChildren(QuestionCard)
        (shown,) = (card for card in cards if card.isVisible())
        assert shown is not self._shown, "the key did not change the question"
        self._shown = shown
        self._switch = Switch(self._bare, Qt.Key.Key_Right, self._note_bare)

    def _note_bare(self, whole: float, _: float) -> None:
        self.others.append(whole)
        QTimer.singleShot(PAUSE_MS, self.begin)


def main(folder: str) -> int:
    application = QApplication(sys.argv[:1])
    paths = find_paths(Path(folder))
    set_resources(paths.resources)
    load_fallback_font(paths.resources)
    load_title_font(paths.resources)
    apply_theme(application, LIGHT)
    services = open_app(paths, seed=1)
    services.library.adopt(services.library.prepare())
    exam, disk = _exam(services), _timed_beats(services)
    page = ExamPage(services.exams, exam.id)
    bare = BarePage([_words(item.question) for item in exam.items])
    for window in (bare, page):
        window.resize(*SIZE)
        window.show()
    page.shown()
    turns = Turns(page, bare, len(exam.items), disk)
    gc.collect()
    gc.freeze()  # as the product does once it has started
    QTimer.singleShot(500, turns.begin)
    application.exec()
    page.leave()
    services.exams.submit(services.exams.reload(exam), FinishReason.GIVEN_UP)
    services.close()
    figures = {
        "page_ms": statistics.median(turns.mine),
        "page_p95_ms": p95(turns.mine),
        "bare_ms": statistics.median(turns.others),
        "ratio": statistics.median(one / other for one, other in zip(turns.mine, turns.others, strict=True)),
        "key_ms": statistics.median(turns.keys),
        "after_ms": statistics.median(turns.afterwards),
        "disk_ms": statistics.median(disk),
    }
    print(json.dumps(figures))
    return 0


def _exam(services: Services) -> Exam:
    """The longest paper, half of it answered."""
    exam = services.exams.start(max(services.library.papers(), key=lambda paper: paper.size), "周明")
    for item in exam.items[::2]:
        exam = services.exams.answer(exam, item.place, item.question.answer)
    return exam


def _timed_beats(services: Services) -> list[float]:
    """Milliseconds of every time that place and clock are written, from now on."""
    seen: list[float] = []
    beat = services.exams.beat

    def timed(exam: Exam, current: int) -> Exam:
        began = time.perf_counter()
        written = beat(exam, current)
        seen.append((time.perf_counter() - began) * 1e3)
        return written

    services.exams.beat = timed  # type: ignore[method-assign]
    return seen


def _words(question: Question) -> str:
    return "\n".join([question.stem, *(option.text for option in question.options)])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
