"""学习记录: a strip of days, the figures of the year, and every completed item by day."""

from itertools import groupby
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.domain.activity import Activity, ActivityKind
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.profile_service import ProfileService
from app.services.record_service import RecordService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.parts.disclaimer import Disclaimer
from app.ui.records.activity_row import OPENS, ActivityRow
from app.ui.records.day_strip import DayStrip
from app.ui.records.ink_steps import STEPS
from app.ui.records.legend import Legend
from app.ui.records.totals import Totals
from app.ui.records.words import long_day_words

DAYS = 53 * 7
AT_ONCE = 20
WIDEST = 1120
_EXAMS = (ActivityKind.EXAM, ActivityKind.UNIT_EXAM)
EMPTY = "学完第一个案例后，这里会记录时间和成绩。"


class RecordsPage(Page):
    facts = PageFacts(
        "records", "学习记录", "记", "学习记录", (Shortcut("Up", "日历上换一天"), Shortcut("Left", "日历上换一周"))
    )

    def __init__(
        self,
        records: RecordService,
        library: LibraryService,
        practice: PracticeService,
        profiles: ProfileService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._records, self._profiles = records, profiles
        self._cases = {case.id for case in library.cases()} if library.ready else set()
        self._wrong = len(practice.wrong_book())
        self._today, self._items = records.today(), records.activities()
        self._day, self._most = "", AT_ONCE
        self._strip = DayStrip(records.minutes_by_day(DAYS), self._today)
        self._pointed = Label(self._strip.words(), 15)
        kinds = [("", "全部"), *((kind.value, kind.value) for kind in self._kinds())]
        self._filter = SegmentControl(kinds, "", "按类型筛选")
        self._day_chip = button("", "soft", "dismiss", small=True, trailing=True)
        self._count = Label("", 14, "text2")
        self._list = column(spacing=10)
        self._more = button("再显示一些", "default")
        self._scroll = ScrollPage(self._content())
        self.setLayout(column(self._scroll))
        self._strip.pointed.connect(self._pointed.setText)
        self._strip.picked.connect(self._pick_day)
        self._filter.changed.connect(self._refill)
        self._day_chip.clicked.connect(lambda: self._pick_day(self._day))
        self._more.clicked.connect(self._show_more)
        self._refill()

    def state(self) -> dict[str, Any]:
        return {
            "kind": self._filter.chosen(),
            "day": self._day,
            "most": self._most,
            "scroll": self._scroll.verticalScrollBar().value(),
        }

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._filter.set_chosen(state["kind"])
            self._day, self._most = state["day"], state["most"]
            self._refill()
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(state["scroll"]))

    def shown_items(self) -> list[Activity]:
        """The items that the filters let through, newest first."""
        kind = self._filter.chosen()
        return [item for item in self._items if kind in ("", item.kind.value) and self._day in ("", item.day)]

    @Slot(str)
    def _pick_day(self, day: str) -> None:
        """Only this day; the same again: all days."""
        self._day = "" if day == self._day else day
        self._refill()

    @Slot()
    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._refill()

    @Slot()
    def _refill(self) -> None:
        items = self.shown_items()
        clear(self._list)
        for day, of_day in groupby(items[: self._most], key=lambda item: item.day):
            self._list.addWidget(self._day_card(day, list(of_day)))
        if self._items and not items:
            nothing = EmptyState("calendar", "这里没有记录。", "看全部记录", kind="default")
            nothing.acted.connect(self._show_all)
            self._list.addWidget(nothing)
        self._strip.set_picked(self._day)
        self._day_chip.setVisible(bool(self._day))
        words = f"只看 {long_day_words(self._day, self._today)}" if self._day else ""
        self._day_chip.set_label(words)
        self._day_chip.setAccessibleName(f"{words}，按下看全部日期")
        self._count.setText(f"{len(items)} 项" if items else "")
        self._more.setVisible(len(items) > self._most)

    @Slot()
    def _show_all(self) -> None:
        self._day = ""
        self._filter.set_chosen("")
        self._refill()

    def _kinds(self) -> list[ActivityKind]:
        present = {item.kind for item in self._items}
        return [kind for kind in ActivityKind if kind in present]

    def _content(self) -> QWidget:
        name = self._profiles.current.shown_name
        title = row(Label("学习记录", 24, bold=True, serif=True), Label(name, 16, "text2"), None, spacing=12)
        body = column(title, margins=(28, 24, 28, 28), spacing=16)
        if self._items:
            body.addWidget(Totals(self._today[:4], self._records.year(), self._wrong))
            body.addWidget(self._calendar())
            body.addLayout(row(self._filter, self._day_chip, None, self._count, spacing=10))
            body.addLayout(self._list)
            body.addLayout(row(None, self._more, None))
        else:
            body.addWidget(self._empty())
        body.addLayout(self._assurance())
        body.addWidget(Disclaimer())
        body.addStretch(1)
        content = boxed(body)
        content.setMaximumWidth(px(WIDEST))
        return boxed(row(content))

    def _calendar(self) -> QWidget:
        foot = row(self._pointed, None, Legend(STEPS))
        title = Label("学习日历", 18, bold=True, serif=True)
        return Card(column(title, self._strip, foot, margins=(20, 16, 20, 16), spacing=12))

    def _empty(self) -> QWidget:
        nothing = EmptyState("book_open", EMPTY, "去案例库选一个案例", "一个案例约 8 至 15 分钟。")
        nothing.acted.connect(self.main_action)
        return Card(column(nothing))

    def main_action(self) -> None:
        if not self._items:
            self.navigate.emit("library", None)

    def _day_card(self, day: str, items: list[Activity]) -> QWidget:
        minutes = sum(item.minutes for item in items)
        head = row(
            Label(long_day_words(day, self._today), 16, bold=True, serif=True),
            None,
            Label(f"{minutes} 分钟" if minutes else "", 14, "text2"),
            margins=(16, 10, 16, 6),
        )
        rows = column(head, spacing=0, margins=(0, 0, 0, 6))
        for item in items:
            line = ActivityRow(item, item.kind in _EXAMS or item.object_id in self._cases)
            if line.open_button is not None:
                line.open_button.clicked.connect(lambda _=False, one=item: self._open(one))
            rows.addWidget(Rule())
            rows.addWidget(line)
        return Card(rows)

    def _open(self, item: Activity) -> None:
        self.navigate.emit(OPENS[item.kind][0], item.object_id)

    def _assurance(self) -> Any:
        whole = self._records.untouched()
        words = (
            "学习记录完整：没有缺失，也没有被改动。"
            if whole
            else "学习记录不完整：有记录缺失或被改动过。学习和练习不受影响，需要核对时请联系管理员。"
        )
        icon = IconLabel("shield_checkmark" if whole else "warning", 18, "green" if whole else "amber", True)
        return row(icon, (Paragraph(words, 14, "text2"), 1))
