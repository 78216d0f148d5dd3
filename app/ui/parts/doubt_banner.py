"""What of the words being typed asks for a second look: said while they stand there, until somebody has looked."""

from collections.abc import Callable, Iterator
from typing import cast
from weakref import WeakSet

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from app.domain.open_matters import second_look, warnings_of
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import column, row

PASS = "核对过，保留"
PAUSE_MS = 300

Doubts = Callable[[str], tuple[str, ...]]
Field = QLineEdit | QPlainTextEdit


class DoubtBanner(Banner):
    """It watches every field in ``scope``, also those that come later; no key hides it.

    Where it goes up, whoever would save asks `look` first; the button on it lets the words pass as they stand."""

    def __init__(self, scope: QWidget, doubts: Doubts = warnings_of) -> None:
        super().__init__("", "amber")
        self._scope, self._doubts = scope, doubts
        self._passed: set[str] = set()
        self._known: dict[str, tuple[str, ...]] = {}
        self._watched: WeakSet[Field] = WeakSet()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.hide()
        self.acted.connect(self._pass)
        application = cast("QApplication", QApplication.instance())
        application.focusChanged.connect(self._follow)

    def look(self) -> bool:
        """Whether there is something to look at again; it is said then."""
        self._watch_all()
        fields = [(field, text) for field, text in self._fields() if text not in self._passed]
        self._known = {text: self._known.get(text) or self._doubts(text) for _, text in fields}
        wrong = [(field, self._known[text]) for field, text in fields if self._known[text]]
        if not wrong:
            self.hide()
            return False
        found = tuple(dict.fromkeys(word for _, words in wrong for word in words))
        names = [f"“{name}”" for field, _ in wrong if (name := field.accessibleName())]
        said = f"{'、'.join(names[:3])}{'等' * (len(names) > 3)}：{second_look(found)}"
        if said != self.text() or not self.isVisibleTo(self._scope):
            self.say(said, "amber", PASS)
            self.show()
            announce(self, said)
        return True

    def pass_all(self) -> None:
        """What stands there now was looked at before; what comes in its place is looked at."""
        self._watch_all()
        self._passed |= {text for _, text in self._fields()}

    def _row(self) -> QHBoxLayout:
        """What to do stands below: it goes up in narrow columns, too."""
        words = column(self._text, row(self._action, self._other, self._close, None), spacing=2)
        return row((self._icon, Qt.AlignmentFlag.AlignTop), (words, 1), margins=(14, 8, 10, 6), spacing=10)

    def _pass(self) -> None:
        self.pass_all()
        self.look()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, Field) and self._scope.isAncestorOf(now):
            self._watch(now)

    def _watch_all(self) -> None:
        for kind in (QLineEdit, QPlainTextEdit):
            for field in cast("list[Field]", self._scope.findChildren(kind)):
                self._watch(field)

    def _watch(self, field: Field) -> None:
        if field not in self._watched:
            self._watched.add(field)
            field.textChanged.connect(self._wait)

    def _wait(self) -> None:
        self._timer.start()

    def _fields(self) -> Iterator[tuple[Field, str]]:
        for line in cast("list[QLineEdit]", self._scope.findChildren(QLineEdit)):
            inner = isinstance(line.parent(), QAbstractSpinBox) or line.echoMode() is QLineEdit.EchoMode.Password
            if line.text().strip() and not line.isReadOnly() and not inner:
                yield line, line.text()
        for area in cast("list[QPlainTextEdit]", self._scope.findChildren(QPlainTextEdit)):
            if not area.isReadOnly() and (text := area.toPlainText()).strip():
                yield area, text
