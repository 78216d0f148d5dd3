"""催报单: by which day the units are asked to report, and as which kind of file."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField
from app.ui.kit.layouts import boxed, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.form_kinds import NAMES
from app.ui.rectify.ledger_date_field import LedgerDateField

WORDS = "列出逾期未报和退回后未重报的单位，请他们在这一天以前报送。"


class UrgeDialog(ActingDialog):
    """``write(day, kind)`` may raise UserError; ``kind`` is the ending of the file."""

    def __init__(self, anchor: QWidget, today: date, until: date, write: Callable[[date, str], None]) -> None:
        """``until`` is the day that is usually asked for."""
        self._write = write
        self.until = LedgerDateField("报送期限", today, until)
        self.kind = ChoiceField("文件格式", list(NAMES.items()))
        fields = row((FormField("报送期限", self.until), 1), (FormField("文件格式", self.kind), 1), spacing=16)
        rows = [Paragraph(WORDS, 16, "text2"), boxed(fields)]
        super().__init__(anchor, "催报单", rows, self._act_now, "写出催报单", width=560, typed=False)

    def first_focus(self) -> QWidget | None:
        return self.until.line

    def _act_now(self) -> None:
        self._write(self.until.needed_day(), self.kind.chosen())
