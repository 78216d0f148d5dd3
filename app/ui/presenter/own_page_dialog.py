"""Writing or changing a page of one's own: text, a question, a picture, a film or a sound."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.open_matters import numbers_in
from app.domain.own_page import OwnKind, OwnPage
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.layouts import Item
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.presenter.option_rows import OptionRows

LONGEST_TITLE, LONGEST_TEXT = 80, 4_000
_HINTS = {
    OwnKind.TEXT: "一行一段。写得多会自动分成几页，字不会缩小。",
    OwnKind.QUESTION: "先让大家举手，揭晓以后显示正确答案和理由。",
    OwnKind.PICTURE: "图片按页面大小显示，不会变形。",
    OwnKind.MEDIA: "翻到这一页时可以播放，由主讲人视图控制。",
}


class OwnPageDialog(ActingDialog):
    """``save(page)`` may raise UserError: its sentence is shown and what was typed stays."""

    def __init__(self, anchor: QWidget, page: OwnPage, save: Callable[[OwnPage], None], about: str = "") -> None:
        self._page = page
        question = page.kind is OwnKind.QUESTION
        file = page.kind in (OwnKind.PICTURE, OwnKind.MEDIA)
        self.title_field = line_field("标题", page.title, "这一页的标题", LONGEST_TITLE)
        word = "题目" if question else "说明（可不填）" if file else "正文"
        self.text_field = text_area(word, page.text, height=72 if question or file else 190)
        self.options = OptionRows(page.options, page.answer)
        self.after_field = text_area("为什么（揭晓后显示）", page.text_after, height=72)
        items: list[Item] = [Paragraph(about or _HINTS[page.kind], 15, "text2")]
        items += [FormField("标题", self.title_field), FormField(word, self.text_field)]
        if question:
            items += [FormField("选项", self.options), FormField("为什么（揭晓后显示）", self.after_field)]
        super().__init__(anchor, f"{page.kind.value}页", items, lambda: save(self.page()), "保存这一页", width=720)

    @staticmethod
    def doubts(text: str) -> tuple[str, ...]:
        """A page tells a public case, with its words."""
        return numbers_in(text)

    def page(self) -> OwnPage:
        """As typed. Raises UserError where something is missing."""
        title, text = " ".join(self.title_field.text().split()), self.text_field.toPlainText().strip()
        if len(text) > LONGEST_TEXT:
            raise UserError(f"文字有 {len(text)} 字，最多 {LONGEST_TEXT} 字。请分成几页。")
        made = replace(self._page, title=title, text=text)
        if self._page.kind is OwnKind.TEXT and not (title or text):
            raise UserError("这一页还是空的。请写标题或正文。")
        if self._page.kind is not OwnKind.QUESTION:
            return made
        options, answer = self.options.options(), self.options.answer()
        if not text:
            raise UserError("还没有写题目。请写清楚要大家判断什么。")
        if len(options) < 2:
            raise UserError("至少写两个选项，才能让大家举手。")
        if not answer:
            raise UserError("还没有勾选正确的选项。请至少勾选一个。")
        after = self.after_field.toPlainText().strip()
        return replace(made, title=title or "现场作答", options=options, answer=answer, text_after=after)
