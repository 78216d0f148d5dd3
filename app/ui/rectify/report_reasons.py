"""What is asked before a step of a monthly report that needs a reason or a name."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog

Act = Callable[[str], None]


def ask_overrule(anchor: QWidget, flag: str, act: Act) -> None:
    words = f"{flag.partition('。')[0]}。如果确实如此，写明原因就可以保留；原因随月报一起报送。"
    LedgerReasonDialog(anchor, "说明原因并保留", words, "保留", "如：本月没有到期的工作，与上月一致", act).open()


def ask_correction(anchor: QWidget, version: int, act: Act) -> None:
    words = f"提交后成为第 {version + 1} 版，第 {version} 版保留，随时可以查看。"
    LedgerReasonDialog(anchor, "提交更正", words, "提交更正", "如：户数写错，46 份应为 64 份", act).open()


def ask_return(anchor: QWidget, unit: str, month: str, act: Act) -> None:
    words = f"退回{unit}的{month}月报，责任单位改后重新提交。迟报按第一次报送的日期算。"
    LedgerReasonDialog(anchor, "退回月报", words, "退回", "如：第 3 个问题没有写纠正了多少份", act).open()


def ask_reviewer(anchor: QWidget, name: str, act: Act) -> None:
    """Who of the 整改办 has looked at it."""
    line = line_field("整改办审核人", name, "姓名", 40)
    words = Paragraph("记下整改办由谁审核了现行的这一版。", 16, "text2")
    rows = [words, FormField("整改办审核人", line)]
    ActingDialog(anchor, "记为已审核", rows, lambda: act(line.text()), "记为已审核", width=520).open()
