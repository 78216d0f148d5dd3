"""Taking a 统考 out of use that was made by mistake, and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.services.unit_exam_decisions import LONGEST_NAME, LONGEST_WHY
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog

ABOUT = (
    "停用以后，这次统考排在列表最后，标着“已停用”，不再收结果、不再发文件。已经收到的成绩一份也不删，可以恢复。"
    "已经发出去的统考文件收不回来，请通知各台电脑不要再用。"
)


class ExamRetiring(ActingDialog):
    def __init__(self, anchor: QWidget, title: str, by: str, retire: Callable[[str, str], None]) -> None:
        """``retire(by, why)`` may raise UserError."""
        self._by = line_field("谁决定的", by, "如：王局长", LONGEST_NAME)
        self._why = line_field("停用的理由", "", "如：试卷选错了，另组织一次", LONGEST_WHY)
        rows = [
            Paragraph(ABOUT, 15, "text2"),
            FormField("谁决定的", self._by, strong=True),
            FormField("停用的理由", self._why, strong=True),
        ]
        super().__init__(
            anchor, f"停用“{title}”", rows, lambda: retire(self._by.text(), self._why.text()), "停用", width=620
        )
