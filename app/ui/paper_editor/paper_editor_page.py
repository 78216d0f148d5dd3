"""试卷编辑: the unit's own papers, and those that come with the content, to copy from."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.unit_paper import PaperState, UnitPaper
from app.services.paper_editor_service import PaperEditorService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, ask
from app.ui.kit.page import PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.paper_editor.paper_edit_page import UNSAVED
from app.ui.paper_editor.paper_line import COPY, DISCARD, EDIT, HISTORY, RESTORE, RETIRE, PaperLine
from app.ui.parts.ask_text import AskText
from app.ui.parts.day_words import moment_words
from app.ui.parts.list_page import ListPage

WIDEST = 1080
ABOUT = "保存后在“模拟考试”里和内置试卷一起选用，标明“本单位”。本机的人都看得到。"
RETIRED = "作废后考试里不再出现，记录和已有成绩都保留，以后可以恢复使用。"
NONE_YET = "还没有本单位的试卷"
NONE_HINT = "点“新建试卷”从头写，或从下面的内置试卷复制一份来改。"


class PaperEditorPage(ListPage):
    facts = PageFacts("paper_editor", "试卷编辑", "考", "试卷编辑", (Shortcut("Enter", "新建试卷"),))

    def __init__(self, editor: PaperEditorService, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._editor = editor
        self._fill()

    def main_action(self) -> None:
        self._begin(self._editor.new)

    # slots

    def _begin(self, begin: Callable[[], str]) -> None:
        try:
            paper_id = begin()
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.navigate.emit("paper_edit", paper_id)

    def _act(self, one: UnitPaper, what: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            EDIT: lambda: self.navigate.emit("paper_edit", one.id),
            COPY: lambda: self._begin(lambda: self._editor.copy(one.id)),
            RETIRE: lambda: self._ask_to_retire(one),
            RESTORE: lambda: self._do(lambda: self._editor.restore(one.id), f"《{one.title}》已恢复使用。"),
            DISCARD: lambda: self._ask_to_discard(one),
            HISTORY: lambda: self._show_history(one),
        }
        actions[what]()

    # private

    def _fill(self) -> None:
        try:
            own, builtin = self._editor.papers(), self._editor.builtin()
        except UserError as error:
            self._place.addWidget(EmptyState("error_circle", str(error)))
            return
        new = button("新建试卷", "primary", "add")
        new.clicked.connect(self.main_action)
        self._place.addLayout(row(Label("本单位试卷", 20, bold=True, serif=True), None, new))
        if not self._editor.saves:
            self._place.addWidget(Banner(UNSAVED, "red"))
        self._place.addWidget(Paragraph(ABOUT, 15, "text2", line=1.5))
        offered = [one for one in own if one.state is not PaperState.RETIRED]
        if not offered:
            self._place.addWidget(EmptyState("document_text", NONE_YET, hint=NONE_HINT))
        self._add_own(offered)
        self._place.addSpacing(px(8))
        self._place.addWidget(Label("内置试卷", 18, bold=True, serif=True))
        for paper in builtin:
            line = PaperLine.of_content(paper)
            line.wanted.connect(lambda _, name=paper.id: self._begin(lambda: self._editor.copy(name)))
            self._place.addWidget(line)
        if retired := [one for one in own if one.state is PaperState.RETIRED]:
            self._place.addSpacing(px(8))
            self._place.addWidget(Label("已作废的本单位试卷", 18, bold=True, serif=True))
            self._add_own(retired)
        self._place.addStretch(1)

    def _add_own(self, papers: list[UnitPaper]) -> None:
        for one in papers:
            line = PaperLine.of_unit(one)
            line.wanted.connect(lambda what, paper=one: self._act(paper, what))
            self._place.addWidget(line)

    def _ask_to_retire(self, one: UnitPaper) -> None:
        def retire(reason: str) -> None:
            self._editor.retire(one.id, reason)
            self._refill()
            self.message.emit("green", f"《{one.title}》已作废，考试里不再出现。")

        title, name, hint = f"作废《{one.title}》？", "作废的原因", "原因，如：条文已修订，另出新卷"
        AskText(self, title, RETIRED, name, "作废", retire, hint=hint, icon="warning", tone="amber").open()

    def _ask_to_discard(self, one: UnitPaper) -> None:
        def answered(key: str) -> None:
            if key == DISCARD:
                self._do(lambda: self._editor.discard(one.id), "草稿已删除。")

        words = "这份草稿从来没有保存过，删除后找不回来。"
        choices = (Choice(DISCARD, DISCARD), Choice("", "保留", safe=True))
        ask(self, f"删除草稿《{one.title}》？", words, choices, answered, icon="warning", tone="amber")

    def _show_history(self, one: UnitPaper) -> None:
        try:
            changes = self._editor.history(one.id)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        lines = [Paragraph(f"{moment_words(change.utc)}　{change.by}　{change.words}", 16) for change in changes]
        ask(self, f"《{one.title}》历次保存", boxed(column(*lines)), (Choice("", "关闭", safe=True),), lambda _: None)
