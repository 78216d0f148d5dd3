"""案例阅读: the facts, the decision, and only then what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.case_issue import CaseIssue
from app.domain.errors import UserError
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.settings_service import SettingsService
from app.services.study_service import StudyService
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import column
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.library.case_issues_line import CaseIssuesLine
from app.ui.library.case_reader import CaseReader
from app.ui.library.check_round import CheckRound


@dataclass(frozen=True)
class ReadingState:
    """Where the page was, exactly: a share of the sheet, what was being written, a check that was begun."""

    position: float
    drafts: tuple[str, ...]
    check: CheckRound | None


class CasePage(Page):
    """``argument`` is a case id, or (case id, words to open at); an unknown one leads back to the library."""

    facts: ClassVar[PageFacts] = PageFacts(
        "case",
        "案例阅读",
        "学",
        "案例库",
        (
            Shortcut("PgDown", "向下翻一屏（也可按空格）"),
            Shortcut("Ctrl+PgDown", "下一部分（Ctrl+PgUp 上一部分）"),
            Shortcut("H", "划重点（也可按 Ctrl+H）"),
            Shortcut("N", "记笔记（也可按 Ctrl+N）"),
            Shortcut("L", "显示或收起条文（也可按 Ctrl+L）"),
            Shortcut("Ctrl+D", "收藏"),
            Shortcut("Ctrl+T", "目录"),
            Shortcut("Ctrl+F", "在本页查找"),
            Shortcut("Ctrl+=", "正文放大（Ctrl+- 缩小，Ctrl+0 还原）"),
            Shortcut("F5", "投影讲授"),
            Shortcut("Ctrl+P", "打印"),
        ),
    )

    def __init__(
        self,
        library: LibraryService,
        study: StudyService,
        annotations: AnnotationService,
        practice: PracticeService,
        settings: SettingsService,
        argument: object = None,
        parent: QWidget | None = None,
        *,
        issues: Callable[[str], Sequence[CaseIssue]] = lambda _: (),
    ) -> None:
        """``issues`` gives those that the unit has found by a case."""
        super().__init__(parent)
        case_id, self._needle = _read(argument)
        self._study, self._settled = study, False
        self._restored: ReadingState | None = None
        self.reader: CaseReader | None = None
        try:
            case = library.case(case_id)
        except UserError as error:
            nothing = EmptyState("book", str(error) if case_id else "先在案例库选择一个案例。", "返回案例库")
            nothing.acted.connect(lambda: self.navigate.emit("library", None))
            self.setLayout(column(nothing))
            return
        line = self._issues_line(issues(case.id))
        self.reader = CaseReader(library, study, annotations, practice, settings, case, below=line)
        self.reader.message.connect(self.message)
        self.reader.navigate.connect(self.navigate)
        self.setLayout(column(self.reader))
        self._add_keys(self.reader)

    def _issues_line(self, issues: Sequence[CaseIssue]) -> CaseIssuesLine | None:
        if not issues:
            return None
        line = CaseIssuesLine(issues)
        line.opened.connect(lambda issue: self.navigate.emit("issue", issue))
        return line

    def shown(self) -> None:
        reader = self.reader
        if reader is None or self._settled:
            return
        self._settled = True
        if self._restored is None:
            reader.begin()
        reader.build_rest()
        reader.sheet.settle()
        progress = self._study.progress(reader.case.id)
        position = self._restored.position if self._restored is not None else progress.position
        if self._restored is None and self._needle:
            reader.travel.show_needle(self._needle)
        elif position:
            reader.place.scroll_to_share(position)
        reader.place.watch(True)
        texts = reader.sheet.texts()
        if texts:
            texts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def projection(self, from_here: bool) -> object:
        """What F5 projects."""
        return ("case", self.reader.case.id) if self.reader is not None and not self.reader.case.own else None

    def leave(self) -> None:
        if self.reader is not None:
            self.reader.place.save()
            self.reader.ending.keep_drafts()
            self.reader.place.watch(False)

    def state(self) -> object:
        if self.reader is None:
            return None
        return ReadingState(self.reader.place.share(), self.reader.ending.drafts(), self.reader.ending.round())

    def restore(self, state: object) -> None:
        if isinstance(state, ReadingState) and self.reader is not None:
            self._restored = state
            self.reader.ending.set_drafts(state.drafts)
            self.reader.ending.set_round(state.check)

    def on_width(self, logical: float) -> None:
        if self.reader is not None:
            self.reader.fold(logical)

    def main_action(self) -> None:
        if self.reader is not None:
            self.reader.confirm_or_go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.reader.area.verticalScrollBar() if self.reader is not None else None
        pages = {Qt.Key.Key_Space: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        way = pages.get(Qt.Key(event.key()))
        if (
            bar is not None
            and way
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-way if back else way) * round(bar.pageStep() * 0.9))
        else:
            super().keyPressEvent(event)

    def _add_keys(self, reader: CaseReader) -> None:
        keys: tuple[tuple[tuple[str, ...], Callable[[], object]], ...] = (
            (("H", "Ctrl+H"), reader.notes.highlight),
            (("N", "Ctrl+N"), reader.notes.write),
            (("L", "Ctrl+L"), reader.toggle_clauses),
            (("Ctrl+D",), reader.toggle_bookmark),
            (("Ctrl+T",), reader.sides.open_outline),
            (("Ctrl+F",), lambda: reader.find_bar.open(reader.builder.opened)),
            (("Ctrl+=", "Ctrl++"), lambda: reader.step_size(1)),
            (("Ctrl+-",), lambda: reader.step_size(-1)),
            (("Ctrl+0",), lambda: reader.step_size(0)),
            (("Ctrl+PgDown",), lambda: reader.travel.step(1)),
            (("Ctrl+PgUp",), lambda: reader.travel.step(-1)),
            (("Ctrl+P",), lambda: reader.print_it(False)),
        )
        bind_keys(self, {sequence: act for sequences, act in keys for sequence in sequences})


def _read(argument: object) -> tuple[str, str]:
    if isinstance(argument, str):
        return argument, ""
    if isinstance(argument, tuple) and len(argument) == 2:
        return str(argument[0]), str(argument[1])
    return "", ""
