"""纪实 on the page of a meeting: speeches, decisions and what is to be done, kept while they are typed."""

from dataclasses import replace

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QDateEdit, QWidget

from app.domain.errors import UserError
from app.domain.meeting import Meeting
from app.domain.meeting_entry import EntryKind, MeetingEntry
from app.services.meeting_minutes import MeetingMinutes
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import line_field, text_area
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.presenter.entry_row import EntryRow
from app.ui.presenter.filling_scroll import FillingScroll

KEEP_MS = 400
WHO = {EntryKind.SPEECH: "发言人", EntryKind.DECISION: "提出人，可不填", EntryKind.FOLLOW_UP: "责任人或责任科室"}
TEXT = {
    EntryKind.SPEECH: "记要点，不用记原话",
    EntryKind.DECISION: "议定了什么",
    EntryKind.FOLLOW_UP: "要做什么。会后移交到“改”，列入台账",
}
NONE_YET = "还没有记录。写好一条按 Ctrl+回车，下面就会列出；没写完的也会保存。"


class RecordCard(Card):
    said = Signal(str, str)

    def __init__(
        self, minutes: MeetingMinutes, meeting: Meeting, names: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._minutes, self._id = minutes, meeting.id
        self._changing: MeetingEntry | None = None
        self._typed: dict[str, str] = {}
        self.kind = SegmentControl([(kind.value, kind.value) for kind in EntryKind], name="记什么")
        titles = dict.fromkeys(part.title or part.kind.value for part in meeting.parts)
        parts = [("", "不分环节"), *((title, title) for title in titles)]
        self.part = ChoiceField("哪一个环节", parts)
        self.who, self.text = line_field("姓名", most=40), text_area("内容", height=92)
        if names:
            completer = QCompleter(list(names), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.who.setCompleter(completer)
        self.dated, self.deadline = QCheckBox("期限"), QDateEdit(QDate.currentDate().addDays(30))
        self.dated.setAccessibleName("定期限")
        self.deadline.setDisplayFormat("yyyy-MM-dd")
        self.deadline.setAccessibleName("完成期限")
        self.deadline.lineEdit().setAccessibleName("完成期限")
        self.deadline.setFixedWidth(px(140))
        self._until = boxed(row(self.dated, self.deadline, spacing=6))
        self._enter, self._back = button("记下", "primary"), button("不改了", "ghost")
        self._place = column(spacing=8, margins=(0, 0, 6, 0))
        self._kept = Label("", 14, "text2")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._connect()
        self._recall()
        self._show()

    def keep(self) -> None:
        """What is being typed, on disk."""
        self._pause.stop()
        texts = {"kind": self.kind.chosen(), "part": self.part.chosen(), "who": self.who.text()}
        texts["text"] = self.text.toPlainText()
        texts["entry"] = str(self._changing.number) if self._changing else ""
        try:
            if not texts["text"].strip() and not self._changing:
                texts |= {"kind": "", "part": "", "entry": ""}
            for field, text in texts.items():
                if text != self._typed.get(field, ""):
                    self._minutes.keep_typed(self._id, field, text)
        except UserError as error:
            self.said.emit("red", str(error))
            return
        self._typed = texts
        self._kept.setText("草稿已保存" if texts["text"].strip() else "")

    # private

    def _lay_out(self) -> None:
        entries = FillingScroll(boxed(column(self._place, None, spacing=0)), 140)
        foot = row(self._until, self._kept, None, self._back, self._enter, spacing=8)
        about = row((self.who, 1), (self.part, 1), spacing=8)
        self.setLayout(
            column(
                row(Label("纪实", 18, bold=True, serif=True), None, self.kind), about, self.text, foot, (entries, 1),
                margins=(16, 12, 16, 12), spacing=8,
            )
        )  # fmt: skip

    def _connect(self) -> None:
        self._pause.timeout.connect(self.keep)
        self.kind.changed.connect(lambda _: self._dress())
        self.text.textChanged.connect(self._pause.start)
        self.who.textChanged.connect(lambda _: self._pause.start())
        self.part.currentIndexChanged.connect(lambda _: self._pause.start())
        self._enter.clicked.connect(self.enter)
        self._back.clicked.connect(self._stop_changing)
        bind_keys(self, {"Ctrl+Return": self.enter, "Ctrl+Enter": self.enter})

    def enter(self) -> None:
        """Write it down."""
        kind, text = EntryKind(self.kind.chosen()), self.text.toPlainText()
        has_day = kind is EntryKind.FOLLOW_UP and self.dated.isChecked()
        deadline = self.deadline.date().toString("yyyy-MM-dd") if has_day else ""
        who, part = self.who.text(), self.part.chosen()
        try:
            if self._changing is not None:
                entry = replace(self._changing, kind=kind, text=text, who=who, part=part, deadline=deadline)
                self._minutes.change(self._id, entry)
            else:
                self._minutes.add(self._id, kind, text, who, part, deadline)
        except UserError as error:
            self.said.emit("red", str(error))
            self.text.setFocus()
            return
        self._stop_changing()
        self._show()
        self.who.setFocus()

    def _dress(self) -> None:
        kind = EntryKind(self.kind.chosen())
        self.who.setPlaceholderText(WHO[kind])
        self.who.setAccessibleName(WHO[kind])
        self.text.setPlaceholderText(TEXT[kind])
        self._until.setVisible(kind is EntryKind.FOLLOW_UP)
        self._enter.set_label("改好" if self._changing else "记下")
        self._back.setVisible(self._changing is not None)
        self._pause.start()

    def _recall(self) -> None:
        self._typed = typed = self._minutes.typed(self._id)
        self.kind.set_chosen(typed.get("kind", ""))
        self.part.choose(typed.get("part", ""))
        self.who.setText(typed.get("who", ""))
        self.text.setPlainText(typed.get("text", ""))
        number = typed.get("entry", "")
        entries = self._minutes.entries(self._id)
        self._changing = next((one for one in entries if str(one.number) == number), None)
        self._dress()
        self._pause.stop()
        self._kept.setText("上次没写完的，已恢复" if typed.get("text") else "")

    def _stop_changing(self) -> None:
        self._changing = None
        self.text.clear()
        self.who.clear()
        self.dated.setChecked(False)
        self._dress()
        self.keep()

    def _change(self, entry: MeetingEntry) -> None:
        self._changing = entry
        self.kind.set_chosen(entry.kind.value)
        self.part.choose(entry.part)
        self.who.setText(entry.who)
        self.text.setPlainText(entry.text)
        self.dated.setChecked(bool(entry.deadline))
        if entry.deadline:
            self.deadline.setDate(QDate.fromString(entry.deadline, "yyyy-MM-dd"))
        self._dress()
        self.text.setFocus()

    def _remove(self, entry: MeetingEntry) -> None:
        try:
            self._minutes.remove(self._id, entry.number)
        except UserError as error:
            self.said.emit("red", str(error))
            return
        if self._changing is not None and self._changing.number == entry.number:
            self._stop_changing()
        self._show()
        self.said.emit("green", "已移除这一条，操作记录里还在。")

    def _show(self) -> None:
        clear(self._place)
        entries = self._minutes.entries(self._id)
        if not entries:
            self._place.addWidget(Paragraph(NONE_YET, 15, "text2"))
        for entry in reversed(entries):
            line = EntryRow(entry)
            line.change_wanted.connect(lambda one=entry: self._change(one))
            line.remove_wanted.connect(lambda one=entry: self._remove(one))
            self._place.addWidget(line)
