"""Which column of the file holds what, with the first cells of each; changed by keyboard, shown at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from app.domain.ledger.findings import FindingField, FindingsPreview
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

ABOUT = "左边是台账要的项目，右边是文件里的列和前几行。对错了就改选；文件没有的，选“不收”。"
SAMPLES = 3


class FindingsMappingCard(Card):
    changed = Signal(object)
    """A dict: FindingField → number of the column."""

    def __init__(self, preview: FindingsPreview) -> None:
        super().__init__()
        self._preview, mapping = preview, dict(preview.mapping)
        listed = [("", "不收")]
        listed += [(str(at), f"{_letter(at)} 列　{name or '（没有表头）'}") for at, name in enumerate(preview.columns)]
        self.fields: dict[FindingField, ChoiceField] = {}
        self._samples: dict[FindingField, ElidedLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        for place, one in enumerate(FindingField):
            needed = "（必须有）" if one is FindingField.TITLE else ""
            made = ChoiceField(f"{one.value}在哪一列", listed, str(mapping.get(one, "")))
            sample = ElidedLabel("", 15, lines=2, tone="text2", fit=True)
            grid.addWidget(Label(f"{one.value}{needed}", 16, bold=not place), place, 0)
            grid.addWidget(made, place, 1)
            grid.addWidget(sample, place, 2)
            made.currentIndexChanged.connect(lambda _: self._tell())
            self.fields[one], self._samples[one] = made, sample
        head = Label("列怎么对应", 18, bold=True, serif=True)
        where = f"{preview.table.file}" + (f" · {preview.table.place}" if preview.table.place else "")
        about = Paragraph(f"{where}。{ABOUT}", 15, "text2", line=1.5)
        self.setLayout(column(head, about, grid, margins=(20, 14, 20, 16), spacing=10))
        self._show_samples()

    def mapping(self) -> dict[FindingField, int]:
        return {one: int(made.chosen()) for one, made in self.fields.items() if made.chosen()}

    def _tell(self) -> None:
        self._show_samples()
        self.changed.emit(self.mapping())

    def _show_samples(self) -> None:
        mapping, lines = self.mapping(), self._preview.table.lines
        for one, label in self._samples.items():
            at = mapping.get(one)
            cells = [line.cells[at] for line in lines[:SAMPLES] if at is not None and at < len(line.cells)]
            words = " ／ ".join(" ".join(cell.split()) for cell in cells if cell.strip())
            label.set_text(words or ("（前几行是空的）" if at is not None else ""))


def _letter(at: int) -> str:
    """0 → A, 26 → AA, as a spreadsheet counts."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
