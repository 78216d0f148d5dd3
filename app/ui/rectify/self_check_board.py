"""The statements of a self-check in their three directions, side by side or one under the other."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import Finding, SelfCheck
from app.ui.kit.layouts import row, set_across
from app.ui.rectify.self_check_column import SelfCheckColumn
from app.ui.rectify.self_check_item import SelfCheckItem

KEEP_MS = 500


class SelfCheckBoard(QWidget):
    answered = Signal(str, object, str)
    """Id of the item, Finding, note: at once for an answer, after a pause for a note."""
    draft_wanted = Signal(str)
    undo_wanted = Signal(str)
    reached = Signal(object)
    """The item that the arrows have gone to."""

    def __init__(self, check: SelfCheck) -> None:
        super().__init__()
        self._check, self._changed = check, set[str]()
        self.items: dict[str, SelfCheckItem] = {}
        with_area = not check.case
        columns = []
        for dimension in Dimension:
            mine = []
            for item in (one for one in check.items if one.dimension is dimension):
                made = SelfCheckItem(len(self.items) + 1, item, with_area, not check.open_to_answer(item.id))
                self.items[item.id] = made
                mine.append(made)
            columns.append(SelfCheckColumn(dimension, mine))
        self._columns = tuple(columns)
        self._ways: QBoxLayout = row(*((one, 1) for one in columns), spacing=12)
        self.setLayout(self._ways)
        self._pause = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._pause.timeout.connect(self.flush)
        for item_id, made in self.items.items():
            self._connect(item_id, made)

    def set_wide(self, wide: bool) -> None:
        set_across(self._ways, wide)

    def show_check(
        self,
        check: SelfCheck,
        state_of: Callable[[str], IssueState | None],
        back_to: Callable[[str], Finding | None],
        only: str = "",
    ) -> None:
        """All items, or the one of that id, as they were answered."""
        self._check = check
        for item_id in (only,) if only else self.items:
            answer = check.answer(item_id)
            state = state_of(answer.issue) if answer and answer.issue else None
            self.items[item_id].show_answer(answer, state, back_to(item_id))
        for one in self._columns:
            one.show_count(sum(check.answer(item.item.id) is not None for item in one.items))

    def flush(self) -> None:
        """Have the notes saved that were written since."""
        self._pause.stop()
        changed, self._changed = self._changed, set()
        for item_id in changed:
            answer = self._check.answer(item_id)
            if answer is not None and answer.note != self.items[item_id].written():
                self.answered.emit(item_id, answer.finding, self.items[item_id].written())

    def refused(self) -> dict[str, str]:
        """Notes that may not be stored, by the ids of their items."""
        return {item_id: item.written() for item_id, item in self.items.items() if item.refused()}

    def put(self, notes: Mapping[str, str]) -> None:
        """By the ids of their items, as if somebody had typed them; and have them saved, as far as they can be."""
        for item_id in notes.keys() & self.items.keys():
            self.items[item_id].put(notes[item_id])
        self.flush()

    def first_open(self) -> SelfCheckItem | None:
        """The first statement that has no answer, else the first 存在 or 需核实 without a note."""
        for item in self.items.values():
            if self._check.answer(item.item.id) is None:
                return item
        for item in self.items.values():
            answer = self._check.answer(item.item.id)
            if answer is not None and answer.finding is not Finding.NOT_FOUND and not answer.note:
                return item
        return None

    def go_to(self, item: SelfCheckItem, note: bool = False) -> None:
        if note and item.note is not None:
            item.note.setFocus()
        else:
            item.take_focus()
        self.reached.emit(item)

    def _connect(self, item_id: str, made: SelfCheckItem) -> None:
        made.answered.connect(lambda finding: self._answer(item_id, finding))
        made.noted.connect(lambda: self._note(item_id))
        made.note_left.connect(self.flush)
        made.stepped.connect(lambda step: self._step(made, step))
        made.draft_wanted.connect(self.draft_wanted)
        made.undo_wanted.connect(lambda: self.undo_wanted.emit(item_id))

    def _answer(self, item_id: str, finding: Finding) -> None:
        self._changed.discard(item_id)
        self.answered.emit(item_id, finding, self.items[item_id].written())

    def _note(self, item_id: str) -> None:
        self._changed.add(item_id)
        self._pause.start()

    def _step(self, here: SelfCheckItem, step: int) -> None:
        items = list(self.items.values())
        place = items.index(here) + step
        if 0 <= place < len(items):
            self.go_to(items[place])
