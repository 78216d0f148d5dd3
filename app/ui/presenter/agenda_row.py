"""One item of an agenda: what, who, how long, and what is shown with it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.meeting import MeetingPart, PartKind
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.form_field import line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.tokens import px
from app.ui.presenter.count_box import CountBox

CASE, DECK, ARTICLES, FILM, NOTHING = "选案例", "选我的课件", "加条文", "选影片", "不放内容"
OFFERED = {
    PartKind.FILM: (FILM,),
    PartKind.REPORT: (CASE, DECK),
    PartKind.ANALYSIS: (CASE, DECK),
    PartKind.RULES: (ARTICLES,),
    PartKind.OWN: (CASE, DECK, ARTICLES),
}
MINUTES = {
    PartKind.FILM: 25, PartKind.REPORT: 15, PartKind.ANALYSIS: 30, PartKind.RULES: 10, PartKind.TALK: 20,
    PartKind.SPEECH: 15, PartKind.OWN: 10,
}  # fmt: skip


class AgendaRow(Card):
    changed = Signal()
    moved = Signal(int)
    removed = Signal()
    content_wanted = Signal(str)
    """One of the words above."""

    def __init__(self, part: MeetingPart, shown: str, parent: QWidget | None = None) -> None:
        """``shown``: what is projected, in words, "" for nothing."""
        super().__init__(kind="2", parent=parent)
        self._part = part
        self._number = Label("", 17, bold=True)
        self._number.setFixedWidth(px(26))
        self.kind = ChoiceField("环节", [(one.value, one.value) for one in PartKind], part.kind.value)
        self.title = line_field("环节标题", part.title, "标题，可不填", 60)
        self.speaker = line_field("主讲或发言人", part.speaker, "主讲人，可不填", 40)
        self.minutes = CountBox("分钟数", part.minutes, 0, 480, "分钟", 104)
        self._up, self._down = self._tool("chevron_up", "上移"), self._tool("chevron_down", "下移")
        remove = self._tool("dismiss", "移除这一项")
        self._shown = ElidedLabel(shown or "没有放内容", 15, tone="text" if shown else "text2")
        self._choose = [self._chooser(what) for what in (CASE, DECK, ARTICLES, FILM, NOTHING)]
        tools = (self.minutes, self._up, self._down, remove)
        line = row(self._number, self.kind, (self.title, 3), (self.speaker, 2), *tools)
        below = row(26, (self._shown, 1), *self._choose, spacing=6)
        self.setLayout(column(line, below, margins=(12, 10, 8, 8), spacing=6))
        self.kind.setFixedWidth(px(170))
        self._offer(bool(shown))
        self.kind.currentIndexChanged.connect(self._change_kind)
        for signal in (self.title.textChanged, self.speaker.textChanged, self.minutes.valueChanged):
            signal.connect(lambda _: self.changed.emit())
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        remove.clicked.connect(self.removed)

    def part(self) -> MeetingPart:
        """As typed."""
        return replace(
            self._part,
            kind=PartKind(self.kind.chosen()),
            title=self.title.text().strip(),
            speaker=self.speaker.text().strip(),
            minutes=self.minutes.value(),
        )

    def set_place(self, number: int, last: int) -> None:
        """``number`` from 1."""
        self._number.setText(str(number))
        self.kind.setAccessibleName(f"第 {number} 项的环节")
        self._up.setEnabled(number > 1)
        self._down.setEnabled(number < last)

    def take_focus(self, step: int = 0) -> None:
        """On the button that moved it, where that is still of use."""
        wanted = self._up if step < 0 else self._down
        (wanted if step and wanted.isEnabled() else self.title).setFocus()

    # private

    def _change_kind(self) -> None:
        kind = PartKind(self.kind.chosen())
        if self.minutes.value() == MINUTES.get(self._part.kind, 0):
            self.minutes.show_value(MINUTES[kind])
        self._part = replace(self._part, kind=kind)
        self._offer(self._shown.text() != "没有放内容")
        self.changed.emit()

    def _offer(self, has: bool) -> None:
        offered = OFFERED.get(PartKind(self.kind.chosen()), ())
        self._shown.setVisible(bool(offered) or has)
        for made in self._choose:
            made.setVisible(made.label() in offered or (made.label() == NOTHING and has))

    def _chooser(self, what: str) -> Button:
        made = button(what, "link", small=True, name=what)
        made.clicked.connect(lambda: self.content_wanted.emit(what))
        made.hide()
        return made

    def _tool(self, icon: str, name: str) -> Button:
        return button("", "ghost", icon, small=True, tip=name, name=name)
