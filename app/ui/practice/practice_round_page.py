"""One question a page: answer, see why, go on."""

from PySide6.QtWidgets import QWidget

from app.domain.marking import Verdict
from app.services.library_service import LibraryService
from app.services.practice_service import PRACTICE, PracticeService
from app.ui.kit.page import PageFacts, Shortcut
from app.ui.parts.round_keys import ANSWERING, BESIDES
from app.ui.parts.round_page import RoundPage
from app.ui.practice.round_summary import RoundSummary


class PracticeRoundPage(RoundPage):
    facts = PageFacts(
        "practice_round",
        "练习",
        "考",
        "练习",
        (*ANSWERING, Shortcut("Enter", "确认答案；下一题"), *BESIDES),
    )
    came_from = "practice"
    source = PRACTICE

    def __init__(
        self,
        library: LibraryService,
        practice: PracticeService,
        argument: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, practice, argument, parent)
        self._lay_out(self._confidence, self._go)

    def _show_step(self) -> None:
        last = self._place + 1 == len(self._items)
        self._step("看本轮结果" if last else "下一题", "arrow_right")

    def _go_on(self) -> None:
        if self._place + 1 < len(self._items):
            self._place += 1
            self._show_question()
            self._take_focus()
        else:
            self._finish()

    def _make_summary(self) -> RoundSummary:
        summary = RoundSummary(self._title, self._items)
        summary.done.connect(lambda: self.navigate.emit("practice", None))
        summary.again.connect(self._again)
        return summary

    def _summary_action(self) -> None:
        if isinstance(self._summary, RoundSummary):
            self._summary.main_action()

    def _again(self) -> None:
        ids = [item.question.id for item in self._items if item.verdict is not Verdict.RIGHT]
        title = self._title if self._title.endswith("（再练）") else f"{self._title}（再练）"
        self.navigate.emit("practice_round", {"title": title, "question_ids": ids})
