"""What follows the text of a case: 学后检测, 反思与承诺, the way to 对照自查, notes without a place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.annotation import AnnotationKind
from app.domain.case import Case
from app.domain.progress import CHECK
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.study_service import StudyService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.library.case_builder import REFLECTION
from app.ui.library.check_panel import CheckPanel
from app.ui.library.check_round import CheckRound
from app.ui.library.reflection_panel import ReflectionPanel

SELF_CHECK = "拿这个案例的 {} 条风险对照本科室的流程，选存在、未发现或需核实。存在的形成问题草稿，由负责人确认。"
NO_STATEMENTS = "这一篇没有自查条目，可以用通用自查表，或选一个业务相近的案例。"


class CaseEnding(QObject):
    """Makes its panels when they are asked for: behind a closed gate they do not exist."""

    progressed = Signal(object)
    message = Signal(str, str)
    article_requested = Signal(str)
    fact_requested = Signal(int)
    self_check_wanted = Signal()
    showed = Signal(object)

    def __init__(
        self,
        case: Case,
        library: LibraryService,
        study: StudyService,
        annotations: AnnotationService,
        practice: PracticeService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._case, self._library, self._study = case, library, study
        self._annotations, self._practice = annotations, practice
        self._drafts: tuple[str, ...] = ()
        self._round: CheckRound | None = None
        self._lost: list[QWidget] = []
        self._lost_column: QVBoxLayout | None = None
        self._lost_box: QWidget | None = None
        self.check: CheckPanel | None = None
        self.reflection: ReflectionPanel | None = None

    def panels(self, number: Callable[[str], str]) -> list[tuple[str, QWidget]]:
        """(key of the outline, panel) in order; a key may be empty. ``number`` gives 十三 for a key."""
        ends: list[tuple[str, QWidget]] = [] if self._case.own else [(CHECK, self._check(number))]
        self.reflection = ReflectionPanel(self._case.id, self._annotations, f"{number(REFLECTION)}、")
        self.reflection.set_drafts(self._drafts)
        self.reflection.message.connect(self.message)
        self.reflection.saved.connect(lambda: self.progressed.emit(self._study.progress(self._case.id)))
        return [*ends, (REFLECTION, self.reflection), ("", self._self_check()), ("", self._lost_notes())]

    def reflected(self) -> bool:
        """Whether a reflection or a pledge is saved."""
        kinds = (AnnotationKind.REFLECTION, AnnotationKind.PLEDGE)
        return any(note.kind in kinds for note in self._annotations.of(self._case.id))

    def show_lost(self, cards: list[QWidget]) -> None:
        """List the notes whose words no longer occur."""
        for old in self._lost:
            old.deleteLater()
        self._lost = cards
        if self._lost_column is not None and self._lost_box is not None:
            for card in cards:
                self._lost_column.addWidget(card)
            self._lost_box.setVisible(bool(cards))

    def drafts(self) -> tuple[str, ...]:
        """What is written but not saved."""
        return self.reflection.drafts() if self.reflection is not None else self._drafts

    def set_drafts(self, drafts: tuple[str, ...]) -> None:
        """Put back what was being written."""
        self._drafts = drafts
        if self.reflection is not None:
            self.reflection.set_drafts(drafts)

    def round(self) -> CheckRound | None:
        """A check that was begun."""
        return self.check.round() if self.check is not None else self._round

    def set_round(self, found: CheckRound | None) -> None:
        """Put a begun check back."""
        self._round = found
        if found is not None and self.check is not None:
            self.check.go_on_with(found)

    def keep_drafts(self) -> None:
        """Save what was written, on leaving, where nothing speaks against it."""
        if self.reflection is not None:
            self.reflection.keep()

    def _check(self, number: Callable[[str], str]) -> QWidget:
        self.check = CheckPanel(self._case, self._library, self._study, self._practice, f"{number(CHECK)}、")
        if self._round is not None:
            self.check.go_on_with(self._round)
        self.check.progressed.connect(self.progressed)
        self.check.showed.connect(self.showed)
        self.check.message.connect(self.message)
        self.check.article_requested.connect(self.article_requested)
        self.check.fact_requested.connect(self.fact_requested)
        return self.check

    def _self_check(self) -> QWidget:
        count = len(self._case.self_checks)
        go = button("照一照本科室", "soft", "arrow_right", name="对照自查：照一照本科室", trailing=True)
        go.clicked.connect(self.self_check_wanted)
        lines = column(
            Label("对照自查", 19, bold=True, serif=True),
            Paragraph(SELF_CHECK.format(count) if count else NO_STATEMENTS, 16),
            row(go, None),
            margins=(18, 14, 18, 16),
            spacing=8,
        )
        return Card(lines, "2")

    def _lost_notes(self) -> QWidget:
        self._lost_column = column(
            Label("原文已改", 17, bold=True, serif=True),
            Paragraph("案例更新后，下面的重点和笔记在正文中找不到原来的位置，内容仍为你保留。", 15, "text2"),
            spacing=10,
        )
        for card in self._lost:
            self._lost_column.addWidget(card)
        self._lost_box = boxed(self._lost_column)
        self._lost_box.setVisible(bool(self._lost))
        return self._lost_box
