"""What is said of a paper before its questions: name, time, pass mark, how it is marked and sat."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QWidget

from app.domain.paper import BreakPolicy, MultipleRule, OverduePolicy
from app.domain.paper_draft import MAX_DESCRIPTION, MAX_MINUTES, MAX_PASS, MAX_TITLE, PaperDraft
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.paper_editor.form_row import FormRow
from app.ui.paper_editor.number_field import NumberField


class BasicsCard(Card):
    changed = Signal()

    def __init__(self, draft: PaperDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = _line("名称", draft.title, MAX_TITLE, "如：2026 年第四季度党纪法规测试")
        self._description = _line("说明", draft.description, MAX_DESCRIPTION, "给考的人看的一句话，可以不写")
        self._minutes = NumberField("时长", draft.minutes, 1, MAX_MINUTES, "分钟", width=116)
        self._pass = NumberField("合格线", draft.pass_score, 1, MAX_PASS, "分", width=104)
        self._share = Label("", 15, "text2")
        self._multiple = _segments(MultipleRule, draft.multiple, "多选少选时")
        self._breaks = _segments(BreakPolicy, draft.breaks, "中断时")
        self._overdue = _segments(OverduePolicy, draft.overdue, "时间到时")
        self._uneven = Paragraph("", 15, "amber", line=1.45)
        self._uneven.hide()
        self._shuffle, self._leaves = QCheckBox("选项打乱顺序"), QCheckBox("成绩上写离开窗口的次数")
        self._shuffle.setChecked(draft.shuffle_options)
        self._leaves.setChecked(draft.show_leaves)
        self._rows = {
            "title": FormRow("名称", self._title),
            "description": FormRow("说明", self._description),
            "minutes": FormRow("时长", row(self._minutes, None)),
            "pass_score": FormRow("合格线", row(self._pass, self._share, None, spacing=10)),
        }
        self._halves = self._lay_out()
        self._connect()

    def draft(self, before: PaperDraft) -> PaperDraft:
        """``before`` with what stands here."""
        return replace(
            before,
            title=self._title.text(),
            description=self._description.text(),
            minutes=self._minutes.value(),
            pass_score=self._pass.value(),
            multiple=MultipleRule(self._multiple.chosen()),
            breaks=BreakPolicy(self._breaks.chosen()),
            overdue=OverduePolicy(self._overdue.chosen()),
            shuffle_options=self._shuffle.isChecked(),
            show_leaves=self._leaves.isChecked(),
        )

    def show_full(self, full: int) -> None:
        """Full marks: what the pass mark is a share of."""
        share = f"（{self._pass.value() / full:.0%}）" if full >= self._pass.value() else ""
        self._share.setText(f"满分 {full} 分{share}")

    def show_uneven(self, words: str) -> None:
        """Where half the points of a 多选 is no whole number, or ""."""
        self._uneven.set_text(words)
        self._uneven.setVisible(bool(words))

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Field → what is wrong with it."""
        for name, one in self._rows.items():
            one.show_fault(faults.get(name, ""))

    def focus_field(self, name: str) -> None:
        fields: dict[str, QWidget] = {
            "title": self._title,
            "description": self._description,
            "minutes": self._minutes,
            "pass_score": self._pass,
        }
        if name in fields:
            fields[name].setFocus()

    def set_wide(self, wide: bool) -> None:
        set_across(self._halves, wide)

    def _lay_out(self) -> QBoxLayout:
        ticks = row(self._shuffle, self._leaves, None, spacing=24)
        left = column(
            self._rows["minutes"],
            FormRow("多选", column(row(self._multiple, None), self._uneven, spacing=4)),
            FormRow("其他", ticks),
            None,
            spacing=10,
        )
        right = column(
            self._rows["pass_score"],
            FormRow("中断", row(self._breaks, None)),
            FormRow("到时", row(self._overdue, None)),
            None,
            spacing=10,
        )
        halves = row((boxed(left), 1), (boxed(right), 1), spacing=10)
        head = Label("基本信息", 18, bold=True, serif=True)
        items = (head, self._rows["title"], self._rows["description"], halves)
        self.setLayout(column(*items, margins=(20, 14, 20, 16), spacing=10))
        return halves

    def _connect(self) -> None:
        for line in (self._title, self._description):
            line.textChanged.connect(self.changed)
        for number in (self._minutes, self._pass):
            number.valueChanged.connect(self.changed)
        for segments in (self._multiple, self._breaks, self._overdue):
            segments.changed.connect(self.changed)
        for box in (self._shuffle, self._leaves):
            box.toggled.connect(self.changed)


def _line(name: str, text: str, most: int, hint: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setObjectName(f"field-{name}")
    made.setMaxLength(most)
    made.setPlaceholderText(hint)
    return made


def _segments(
    words: type[MultipleRule] | type[BreakPolicy] | type[OverduePolicy], chosen: str, name: str
) -> SegmentControl:
    return SegmentControl([(one.value, one.value) for one in words], chosen, name)
