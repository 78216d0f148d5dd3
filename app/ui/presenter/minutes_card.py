"""What a meeting that is over has left: its minutes in every version, its documents, what was handed over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.attendance import count
from app.domain.follow_up_list import OpenFollowUp
from app.domain.minutes import FollowUp
from app.domain.minutes_version import MinutesVersion
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import day_words, moment_words

PAPERS = "会议记录、签到表、信息简报（草稿），有表决的另附表决情况，都写成 Word 文件。"


class MinutesCard(Card):
    write_wanted = Signal(int)
    """A version."""
    correct_wanted = Signal()
    take_wanted = Signal(int)
    """The number of a follow-up that shall go into the ledger."""

    def __init__(
        self, versions: list[MinutesVersion], open_ones: list[OpenFollowUp], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        latest = versions[-1].minutes
        self.write = button("写会议材料", "primary", "document_text")
        correct = button("更正", "default", "edit")
        self.write.clicked.connect(lambda: self.write_wanted.emit(latest.version))
        correct.clicked.connect(self.correct_wanted)
        title, version = Label("会议记录", 18, bold=True, serif=True), Tag(f"第 {latest.version} 版", "green")
        head = row(title, version, None, correct, self.write)
        items: list[Item] = [head, Paragraph(PAPERS, 15, "text2")]
        figures = count(latest.people)
        facts = [f"{_wall(latest.began_at)} 至 {_wall(latest.ended_at)}"]
        if latest.people:
            facts.append(f"应到 {figures.expected} 人，实到 {figures.present} 人，请假 {figures.leave} 人")
        numbers = ((len(latest.speeches), "条发言"), (len(latest.decisions), "项议定"), (len(latest.votes), "题表决"))
        facts.append("，".join(f"{number} {word}" for number, word in numbers if number) or "没有发言和议定事项")
        items.append(Paragraph("；".join(facts) + "。", 16))
        for text in latest.decisions:
            items.append(Paragraph(f"议定：{text}", 16, line=1.5))
        for speech in latest.speeches:
            items.append(ElidedLabel(f"{speech.speaker or '（未写姓名）'}：{speech.text}", 15, lines=2, fit=True))
        items += self._follow_ups(latest.follow_ups, open_ones)
        items += [8, Label("历次版本", 16, bold=True)]
        items += [self._version(one) for one in reversed(versions)]
        self.setLayout(column(*items, margins=(18, 14, 18, 16), spacing=8))

    def _follow_ups(self, follow_ups: tuple[FollowUp, ...], open_ones: list[OpenFollowUp]) -> list[Item]:
        if not follow_ups:
            return []
        waiting = {one.follow_up: one.number for one in open_ones}
        items: list[Item] = [8, Label("待办事项（移交“改”）", 16, bold=True)]
        for one in follow_ups:
            facts = [one.what, one.owner, f"{day_words(one.deadline)}前" if one.deadline else ""]
            words = Paragraph(" · ".join(fact for fact in facts if fact), 15)
            if one in waiting:
                items.append(
                    row((words, 1), Tag("等待列入台账", "amber"), self._take(one.what, waiting[one]), spacing=8)
                )
            else:
                items.append(row((words, 1), Tag("已列入台账", "green", "checkmark_circle")))
        return items

    def _take(self, what: str, number: int) -> Button:
        take = button("列入台账", small=True, name=f"列入台账：{what}")
        take.clicked.connect(lambda: self.take_wanted.emit(number))
        return take

    def _version(self, one: MinutesVersion) -> QWidget:
        number = one.minutes.version
        words = f"第 {number} 版　{moment_words(one.made_at)}　{one.made_by}"
        if one.reason:
            words += f"　更正：{one.reason}"
        again = button("写出这一版", "link", small=True, name=f"写出第 {number} 版")
        again.clicked.connect(lambda: self.write_wanted.emit(number))
        made = Card(row((ElidedLabel(words, 15), 1), again, margins=(12, 4, 8, 4)), kind="2")
        return made


def _wall(moment: str) -> str:
    day, _, clock = moment.partition("T")
    return f"{day_words(day)} {clock}"
