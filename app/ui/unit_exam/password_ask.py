"""Asks for an opening password, twice."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.package_header import LONGEST_PASSWORD, password_fault
from app.domain.password_strength import proposed_password
from app.ui.kit.button import button
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph


def ask_password(anchor: QWidget, then: Callable[[str], None]) -> Modal:
    """``then`` gets a password that will do; nothing is called where the person thought better of it."""
    first, again = (line_field(name, most=LONGEST_PASSWORD, secret=True) for name in ("开启口令", "再输一次开启口令"))
    fault = Paragraph("至少 8 个字符。已经发出去的文件仍用原来的口令。", 15, "text2")
    fields = FormField("开启口令", first, strong=True), FormField("再输一次", again, strong=True)
    propose = button("替我想一个", "link")
    body = boxed(column(*fields, row(propose, None), fault, spacing=10))
    choices = [Choice("back", "取消"), Choice("save", "保存", safe=True)]
    modal = Modal(anchor, "设定这份文件的开启口令", body, choices, stays=True)

    def answer(key: str) -> None:
        words = password_fault(first.text(), again.text()) if key == "save" else ""
        if words:
            fault.set_text(words)
            first.setFocus()
            return
        if modal.isVisible() and key:
            modal.dismiss()
            if key == "save":
                then(first.text())

    def fill() -> None:
        made = proposed_password()
        for field in (first, again):
            field.setText(made)
        fault.set_text(f"口令是 {made} ，已经填好。请先记下来，再保存。")

    propose.clicked.connect(fill)
    modal.chosen.connect(answer)
    modal.open()
    return modal
