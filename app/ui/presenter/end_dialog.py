"""After the second Esc: is it over, or only interrupted?"""

from PySide6.QtWidgets import QWidget

from app.ui.kit.modal import Choice
from app.ui.presenter.dialog import Dialog

CLOSE, LATER, STAY = "close", "later", "stay"
_MEETING = (
    "会议结束：停止投影，生成会议记录，以后的改动记为更正。\n"
    "稍后继续：停止投影，页码、投票、签到都保留，下次从这一页接着讲。"
)
_REHEARSAL = "试讲不留下任何记录。"


class EndDialog(Dialog):
    """Emits ``chosen`` with CLOSE, LATER or STAY; Esc and the clicker stay."""

    def __init__(self, anchor: QWidget, is_meeting: bool) -> None:
        ways = [Choice(CLOSE, "会议结束"), Choice(LATER, "稍后继续")] if is_meeting else [Choice(CLOSE, "结束试讲")]
        text = _MEETING if is_meeting else _REHEARSAL
        super().__init__(anchor, "结束投影？", text, [*ways, Choice(STAY, "返回投影", safe=True)], icon="info")
        self.passed.connect(self.dismiss)
