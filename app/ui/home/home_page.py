"""首页: what to do now, and how far one is."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.case_summary import CaseSummary
from app.domain.errors import UserError
from app.domain.progress import CaseProgress, ReadingState
from app.services.home_service import HomeService
from app.services.library_service import LibraryService
from app.services.profile_service import ProfileService
from app.services.record_service import RecordService
from app.services.study_service import StudyService
from app.ui.home.hero_card import HeroCard
from app.ui.home.task_row import TaskRow
from app.ui.home.unit_cards import UnitCards, UnitServices
from app.ui.home.year_card import YearCard
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.theme import px

if TYPE_CHECKING:
    from app.services.exam_service import ExamService

WEEKDAYS = "一二三四五六日"
SIDE, MOST = 372, 5
LATER_MS = 30  # 每日一条, 讲 and 改 come when the page has been painted


class HomePage(Page):
    facts = PageFacts(
        "home",
        "首页",
        "首页",
        "今日",
        (Shortcut("Enter", "继续阅读"), Shortcut("1", "今天要做的第一项（2、3…类推）")),
    )

    def __init__(
        self,
        library: LibraryService,
        study: StudyService,
        home: HomeService,
        exams: "Callable[[], ExamService]",
        records: RecordService,
        profiles: ProfileService,
        unit: UnitServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit_cards = UnitCards(home, unit, records.today, self.navigate.emit, self.message.emit)
        self._steps: list[Callable[[], None]] = []
        self._library, self._home, self._exams = library, home, exams
        self._records, self._profiles = records, profiles
        listed = library.cases()
        self._cases, self._own = [case for case in listed if not case.own], [case for case in listed if case.own]
        self._progress = study.all_progress()
        self._tasks: list[TaskRow] = []
        self._article_step, self._more_wanted = 0, True
        self._hero: HeroCard | None = None
        self._article_slot = column(spacing=0)
        self._columns: QBoxLayout = row(spacing=18)
        self._build()

    def main_action(self) -> None:
        if self._hero:
            self._hero.action.click()

    def on_width(self, logical: float) -> None:
        one_column = logical < 1000
        set_across(self._columns, not one_column)
        self._side.setFixedWidth(px(SIDE)) if not one_column else self._side.setMaximumWidth(16_777_215)
        if one_column:
            self._side.setMinimumWidth(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._more_wanted:
            self._more_wanted = False
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(LATER_MS, self, self._show_more))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        number = event.key() - Qt.Key.Key_1
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and 0 <= number < len(self._tasks):
            self._tasks[number].button.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        case = self._case_to_go_on_with()
        if case is None:
            self._build_empty()
            return
        progress = self._progress.get(case.id, CaseProgress(case.id))
        self._hero = HeroCard(case, progress, lambda: self.navigate.emit("case", case.id))
        left = boxed(
            column(
                self._hero,
                self._unit_cards.results,
                self._unit_cards.session,
                self._unit_cards.due,
                self._task_card(case),
                self._unit_cards.check,
                None,
                spacing=16,
            )
        )
        year = YearCard(self._records.year(), len(self._cases))
        year.details.clicked.connect(lambda: self.navigate.emit("records", None))
        self._side = boxed(column(year, self._article_slot, None, spacing=16))
        self._side.setFixedWidth(px(SIDE))
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._side)
        content = boxed(column(self._greeting(), self._columns, None, margins=(28, 20, 28, 24), spacing=14))
        content.setMaximumWidth(px(1480))
        ground = QWidget()
        self.setLayout(column(ScrollPage(ground), spacing=0))
        # Afterwards: what a scroll area is given complete, it lays out at once and in vain.
        ground.setLayout(row(None, (content, 100), None, spacing=0))

    def _build_empty(self) -> None:
        """What is the unit's is here all the same."""
        from app.ui.kit.empty_state import EmptyState

        self._side = QWidget()
        gone = self._library.without_content
        words = "案例、法规和题目现在看不了" if gone else "还没有可以学习的案例"
        hint = "原因和办法见上方的提示。" if gone else "内容文件夹是空的，或文件有错误。"
        empty = EmptyState("folder_open", words, "查看内容状态", hint)
        empty.acted.connect(lambda: self.navigate.emit("settings", "内容"))
        unit = self._unit_cards
        cards = (unit.results, unit.session, unit.due, unit.check)
        content = boxed(column(empty, *cards, None, margins=(28, 20, 28, 24), spacing=16))
        content.setMaximumWidth(px(1000))
        ground = QWidget()
        self.setLayout(column(ScrollPage(ground), spacing=0))
        ground.setLayout(row(None, (content, 100), None, spacing=0))

    def _greeting(self) -> QWidget:
        today = date.fromisoformat(self._records.today())
        hour = self._records.hour()
        greeting = "早上好" if hour < 9 else "上午好" if hour < 12 else "下午好" if hour < 18 else "晚上好"
        name = self._profiles.current.name or "同志"
        day = f"{today.month}月{today.day}日 星期{WEEKDAYS[today.weekday()]}"
        return boxed(row(Label(f"{name}，{greeting}", 26, bold=True, serif=True), 8, Label(day, 15, "text2"), None))

    def _case_to_go_on_with(self) -> CaseSummary | None:
        begun = [
            (progress.opened_at, case)
            for case in self._cases
            if (progress := self._progress.get(case.id)) and progress.state is ReadingState.READING
        ]
        if begun:
            return max(begun, key=lambda entry: entry[0])[1]
        fresh = [case for case in self._cases if self._unread(case)]
        return min(fresh or self._cases, key=lambda case: (case.difficulty, case.number), default=None)

    def _task_card(self, hero: CaseSummary) -> Card:
        self._tasks = self._open_tasks(hero)
        done = [
            TaskRow("checkmark_circle", "green", entry.title, f"{entry.kind} {entry.detail}".strip())
            for entry in self._records.activities(self._records.today())[:3]
        ]
        rows: list[QWidget] = []
        for task in (*self._tasks[:MOST], *done):
            rows += [Rule(), task] if rows else [task]
        summary = f"{len(self._tasks)} 项" if self._tasks else "今天的安排已完成"
        head = row(Label("今天要做", 19, bold=True, serif=True), Label(summary, 15, "text2"), None)
        return Card(column(head, 2, *rows, margins=(18, 14, 18, 10), spacing=0))

    def _open_tasks(self, hero: CaseSummary) -> list[TaskRow]:
        tasks: list[TaskRow] = []
        unfinished = None
        try:
            if self._home.exam_waiting():
                unfinished = self._exams().unfinished()
        except UserError as error:
            self.message.emit("red", str(error))
        if unfinished:
            left = round(self._exams().time_left_ms(unfinished) / 60_000)
            rest = f"还剩约 {left} 分钟" if left >= 0 else f"已超时约 {-left} 分钟"
            whose = f"{unfinished.candidate}的" if unfinished.seat else ""
            detail = f"已答 {unfinished.answered}/{len(unfinished.items)}，{rest}"
            tasks.append(
                TaskRow("timer", "amber", f"{whose}考试没有交卷：{unfinished.title}", detail, max(left, 0), "去继续",
                        lambda: self.navigate.emit("exams", None), True)
            )  # fmt: skip
        due = self._home.review_due()
        if due.number:
            waiting = due.wrong + due.starred + due.spaced
            detail = f"错题 {due.wrong} · 收藏 {due.starred} · 间隔 {due.spaced}"
            if waiting > due.number:
                detail = f"到期的共 {waiting} 题，超出每日上限的顺延"
            tasks.append(
                TaskRow("arrow_sync", "amber", f"复习到期 {due.number} 题", detail, max(1, due.number // 2), "去复习",
                        lambda: self.navigate.emit("review", None), not unfinished)
            )  # fmt: skip
        if practice := next((case for case in self._own if self._unread(case)), None):
            tasks.append(self._practice_row(practice))
        following = next(
            (case for case in self._cases if case.id != hero.id and self._unread(case)),
            None,
        )  # fmt: skip
        if following:
            tasks.append(
                TaskRow("book_open", "red", following.title, following.subtitle, following.minutes, "去读",
                        lambda: self.navigate.emit("case", following.id))
            )  # fmt: skip
        tasks.append(
            TaskRow("quiz", "ink", "随机练习 5 题", "从全部题目中抽取，先练没做过的", 3, "去练",
                    lambda: self._practise("RANDOM"))
        )  # fmt: skip
        return tasks

    def _practice_row(self, case: CaseSummary) -> TaskRow:
        from app.domain.labels import OWN_DRAFT, OWN_EXEMPLAR  # hardly any start needs them

        detail = case.subtitle or (OWN_DRAFT if case.draft else "可以照着做，也可以接着改进")
        go = lambda: self.navigate.emit("case", case.id)  # noqa: E731
        return TaskRow("building", "green", f"{OWN_EXEMPLAR}：{case.title}", detail, case.minutes, "去读", go)

    def _unread(self, case: CaseSummary) -> bool:
        return self._progress.get(case.id, CaseProgress("")).state is ReadingState.NEW

    def _practise(self, source: str) -> None:
        from app.domain.practice import PracticeSource, SourceKind

        self.navigate.emit("practice", PracticeSource(SourceKind[source]))

    def _show_more(self) -> None:
        if not self._library.ready:  # the program is closing
            return
        self._show_article()
        self._steps = self._unit_cards.steps()
        QTimer.singleShot(0, self, self._take_step)

    def _take_step(self) -> None:
        """One at a time: a key pressed meanwhile is heard in between."""
        if self._steps and self._library.ready:
            self._steps.pop(0)()
            QTimer.singleShot(0, self, self._take_step)

    def _show_article(self) -> None:
        from app.ui.home.article_card import ArticleCard

        while (item := self._article_slot.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        bases = [
            f"{regulation.id}/{number}"
            for regulation in self._library.regulations()
            if not regulation.own
            for number, _, _ in regulation.articles
        ]
        if not bases:
            return
        day = date.fromisoformat(self._records.today()).toordinal()
        # A step that shares no factor with usual counts, so that neighbouring days differ in subject.
        base = bases[(day * 37 + self._article_step * 17) % len(bases)]
        found = self._library.article(base)
        if found:
            card = ArticleCard(*found, lambda: self.navigate.emit("regulations", base), self._next_article)
            self._article_slot.addWidget(card)

    def _next_article(self) -> None:
        self._article_step += 1
        self._show_article()
