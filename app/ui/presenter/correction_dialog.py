"""Putting right the minutes of a meeting that is over: a new version with a reason, the old ones stay."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.attendance import Presence, marked
from app.domain.errors import UserError
from app.domain.minutes import FollowUp, Minutes, Speech
from app.ui.kit.button import button
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.presenter.attendance_list import AttendanceList

ABOUT = "更正后成为新的一版，写明原因；原来的各版都保留，可以随时再写出来。"


class CorrectionDialog(ActingDialog):
    """``save(minutes, reason)`` may raise UserError: its sentence is shown and everything typed stays."""

    def __init__(self, anchor: QWidget, minutes: Minutes, save: Callable[[Minutes, str], None]) -> None:
        self._minutes, self._people = minutes, minutes.people
        self.reason = line_field("更正的原因", hint="原因，如：发言人姓名有误", most=200)
        meeting = minutes.meeting
        self.chair, self.recorder = line_field("主持人", meeting.chair), line_field("记录人", meeting.recorder)
        self.place_field = line_field("地点", meeting.place)
        self.decisions = text_area("议定事项", "\n".join(minutes.decisions), "一行一项", 84)
        self.follow_ups = text_area("待办事项", "\n".join(map(_line, minutes.follow_ups)), _FOLLOW_HINT, 84)
        self.speeches: list[tuple[QLineEdit, QPlainTextEdit, str]] = []
        self._speech_place: QVBoxLayout = column(spacing=6)
        for speech in minutes.speeches:
            self._add_speech(speech)
        self.names = AttendanceList()
        self.names.set_people(self._people)
        self.names.marked.connect(self._mark)
        rows = [Paragraph(ABOUT, 15, "text2"), FormField("更正的原因", self.reason)]
        super().__init__(
            anchor, "更正会议记录", rows, lambda: save(self.minutes(), self.reason.text()), "保存为新的一版",
            below=self._fields(), width=820,
        )  # fmt: skip

    def say(self, words: str, tone: str = "red") -> None:
        super().say(words, tone)
        if tone == "red":
            self.reason.setFocus()

    def minutes(self) -> Minutes:
        """As typed. Raises UserError for a deadline that is no day."""
        meeting = replace(
            self._minutes.meeting,
            chair=self.chair.text().strip(),
            recorder=self.recorder.text().strip(),
            place=self.place_field.text().strip(),
        )
        speeches = tuple(
            Speech(who.text().strip(), text.toPlainText().strip(), part)
            for who, text, part in self.speeches
            if text.toPlainText().strip()
        )
        return replace(
            self._minutes,
            meeting=meeting,
            people=self._people,
            speeches=speeches,
            decisions=tuple(_lines(self.decisions)),
            follow_ups=tuple(map(_follow_up, _lines(self.follow_ups))),
        )

    # private

    def _fields(self) -> list[Item]:
        more = button("补一条发言", "link", "add")
        more.clicked.connect(lambda: self._add_speech(Speech("", "")))
        top = row((FormField("主持人", self.chair), 1), (FormField("记录人", self.recorder), 1),
                  (FormField("地点", self.place_field), 2), spacing=12)  # fmt: skip
        items: list[Item] = [top, Label("发言", 15, "text2"), self._speech_place, row(more, None)]
        items += [FormField("议定事项", self.decisions), FormField("待办事项", self.follow_ups)]
        if self._people:
            items += [Label("签到：空格换到与未到，J 换请假", 15, "text2"), self.names]
        return items

    def _add_speech(self, speech: Speech) -> None:
        who = line_field("发言人", speech.speaker, "发言人", 40)
        text = text_area("发言内容", speech.text, "发言要点；清空就去掉这一条", 72)
        who.setFixedWidth(px(130))
        self.speeches.append((who, text, speech.part))
        self._speech_place.addLayout(row((who, Qt.AlignmentFlag.AlignTop), (text, 1), spacing=8))

    def _mark(self, number: int, presence: Presence) -> None:
        self._people = marked(self._people, number, presence)
        self.names.set_people(self._people)


_FOLLOW_HINT = "一行一项：事项｜责任人｜2026-12-31"


def _line(one: FollowUp) -> str:
    return (
        "｜".join(filter(None, (one.what, one.owner, one.deadline)))
        if one.owner or not one.deadline
        else (f"{one.what}｜｜{one.deadline}")
    )


def _follow_up(line: str) -> FollowUp:
    from datetime import date

    what, owner, deadline = (*(part.strip() for part in line.replace("|", "｜").split("｜")), "", "")[:3]
    try:
        day = date.fromisoformat(deadline).isoformat() if deadline else ""
    except ValueError as error:
        raise UserError(f"“{what}”的期限“{deadline}”不是日期。请写成 2026-12-31 的样子。") from error
    return FollowUp(what, owner, day)


def _lines(field: QPlainTextEdit) -> list[str]:
    return [line.strip() for line in field.toPlainText().split("\n") if line.strip()]
