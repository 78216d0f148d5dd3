"""Names typed or pasted for the list of a meeting."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.name_list import NameList
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.presenter.form_field import text_area

ADD, MOST = "add", 4
ABOUT = "一行一人：姓名 科室 职务。列席的在后面写“列席”，不参加抽点的写“不抽点”。不要写身份证号和手机号。"


class NamesDialog(Modal):
    """``read`` looks at what was typed, ``add`` keeps it; both may raise UserError, and the text stays then."""

    def __init__(self, anchor: QWidget, read: Callable[[str], NameList], add: Callable[[NameList], None]) -> None:
        self._read, self._add = read, add
        self.field = text_area("名单", hint="周明远 社会救助股 股长\n李晓芳 办公室\n王建国 县纪委监委 列席", height=200)
        self._problem = Banner("", "red")
        self._problem.hide()
        content = boxed(column(Paragraph(ABOUT, 15, "text2"), self.field, self._problem, ConfidentialityBanner()))
        choices = (Choice("", "取消"), Choice(ADD, "加进名单", safe=True))
        super().__init__(anchor, "手工录入名单", content, choices, width=640, stays=True)
        self.chosen.connect(self._choose)

    def first_focus(self) -> QWidget | None:
        return self.field

    def _choose(self, key: str) -> None:
        if key != ADD:
            if self.isVisible():
                self.dismiss()
            return
        try:
            names = self._read(self.field.toPlainText())
            if names.problems:
                raise UserError(problem_words(names))
            if not names.people:
                raise UserError("还没有写姓名。请一行写一个人。")
            self._add(names)
        except UserError as error:
            self._problem.say(str(error), "red")
            self._problem.show()
            self.place()
            return
        self.dismiss()


def problem_words(names: NameList) -> str:
    """The first lines that cannot be taken, and what to do."""
    lines = [f"第 {one.line} 行：{one.message}，{one.advice}。" for one in names.problems[:MOST]]
    rest = len(names.problems) - MOST
    return "\n".join([*lines, f"还有 {rest} 处。"] if rest > 0 else lines)
