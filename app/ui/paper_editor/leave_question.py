"""Asked when somebody went away from a paper with changes that are not saved.

The page is gone by then, what was changed is on disk: so nothing is lost whatever is answered, or if nothing is.
"""

from typing import cast

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.paper_draft import blank_draft
from app.domain.unit_paper import PaperState
from app.services.paper_editor_service import PaperEditorService
from app.ui.kit.modal import Choice, Modal, ask
from app.ui.kit.page import Page

SAVE, BACK, DISCARD, KEEP = "save", "back", "discard", "keep"
REFRESHED = ("paper_editor", "exams")
"""Pages that show papers: opened anew after something was done with one."""


class LeaveQuestion:
    def __init__(self, window: QWidget, editor: PaperEditorService, paper_id: str, touched: bool) -> None:
        """``touched``: something was changed on this visit, so that there is something to ask."""
        self._window, self._editor, self._id, self._touched = window, editor, paper_id, touched

    def ask(self) -> Modal | None:
        """None where there is nothing to ask: all is saved, or nothing was touched. A new paper left so is gone."""
        try:
            one = self._editor.get(self._id)
            if one.draft is None:
                return None
            if one.state is PaperState.DRAFT and one.draft == blank_draft():
                self._editor.discard(self._id)
                self._open_anew()
                return None
            if not self._touched:
                return None
            wrong = self._editor.faults(self._id, one.draft)
        except UserError:
            return None
        kept = "已留作草稿。" if one.version == 0 else f"已留作草稿，考试仍用第 {one.version} 版。"
        if wrong:
            words = f"{kept}还有 {len(wrong)} 处要改才能保存：{wrong[0].words}"
            first = Choice(BACK, "回去修改")
        else:
            words, first = f"{kept}现在要保存成正式试卷吗？", Choice(SAVE, "保存试卷")
        give_up = Choice(DISCARD, "放弃改动" if one.version else "删除草稿")
        choices = [first, give_up, Choice(KEEP, "留作草稿", safe=True)]
        title = f"《{one.title}》的改动还没有保存"

        def answered(key: str) -> None:  # holds this object, which a connected method would not
            self._answer(key)

        return ask(self._window, title, words, choices, answered, icon="warning", tone="amber")

    def _answer(self, key: str) -> None:
        try:
            if key == SAVE:
                paper = self._editor.save(self._id, self._editor.written(self._id))
                self._say("green", f"《{paper.title}》已保存为第 {paper.version} 版，可以用来考试了。")
            elif key == DISCARD:
                self._editor.discard(self._id)
                self._say("green", "改动没有保留。")
        except UserError as error:
            self._say("red", str(error))
        if key == BACK and (front := self._front()):
            front.navigate.emit("paper_edit", self._id)
        elif key in (SAVE, DISCARD):
            self._open_anew()

    def _front(self) -> Page | None:
        pages = cast("list[Page]", self._window.findChildren(Page))
        return next((page for page in pages if page.isVisible()), None)

    def _say(self, tone: str, words: str) -> None:
        if front := self._front():
            front.message.emit(tone, words)

    def _open_anew(self) -> None:
        front = self._front()
        if front and front.facts.key in REFRESHED:
            front.navigate.emit(front.facts.key, None)
