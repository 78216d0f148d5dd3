"""Names typed or pasted for the list of a meeting."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.name_list import NameList
from app.ui.kit.form_field import text_area
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog

MOST = 4
ABOUT = "一行一人：姓名 科室 职务。列席的在后面写“列席”，不参加抽点的写“不抽点”。不要写身份证号和手机号。"


class NamesDialog(ActingDialog):
    """``read`` looks at what was typed, ``add`` keeps it; both may raise UserError, and the text stays then."""

    def __init__(self, anchor: QWidget, read: Callable[[str], NameList], add: Callable[[NameList], None]) -> None:
        self._read, self._add = read, add
        self.field = text_area("名单", hint="周明远 社会救助股 股长\n李晓芳 办公室\n王建国 县纪委监委 列席", height=200)
        rows = [Paragraph(ABOUT, 15, "text2"), self.field]
        super().__init__(anchor, "手工录入名单", rows, self._take, "加进名单", width=640)

    def _take(self) -> None:
        names = self._read(self.field.toPlainText())
        if names.problems:
            raise UserError(problem_words(names))
        if not names.people:
            raise UserError("还没有写姓名。请一行写一个人。")
        self._add(names)


def problem_words(names: NameList) -> str:
    """The first lines that cannot be taken, and what to do."""
    lines = [f"第 {one.line} 行：{one.message}，{one.advice}。" for one in names.problems[:MOST]]
    rest = len(names.problems) - MOST
    return "\n".join([*lines, f"还有 {rest} 处。"] if rest > 0 else lines)
