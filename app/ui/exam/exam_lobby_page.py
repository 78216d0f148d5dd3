"""Before an exam: which paper, by what rules, by whom; first of all one that was not handed in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.exam import TIME_FACTORS, Exam, FinishReason
from app.domain.paper import Paper
from app.domain.paper_draft import is_own
from app.domain.partial_marks import partial_words
from app.domain.roster_extra_time import factor_words
from app.services.exam_service import ExamService
from app.services.paper_service import PaperService
from app.services.profile_service import ProfileService
from app.ui.exam.exam_words import break_words, overdue_words
from app.ui.exam.lobby_aside import LobbyAside
from app.ui.exam.paper_card import PaperCard
from app.ui.exam.person_asking import ask_whether_it_is
from app.ui.exam.unfinished_card import UnfinishedCard
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.card_grid import CardGrid
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, centred, column, row, set_across
from app.ui.kit.modal import Choice, Modal, ask
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tag import Tag
from app.ui.parts.paper_print import PaperPrint

_SIDE_BY_SIDE = 820
CLOSED_PRINT = "闭卷考试没有交卷，先不能印试卷。"


class ExamLobbyPage(Page):
    facts = PageFacts("exams", "模拟考试", "考", "模拟考试", (Shortcut("Enter", "开始或继续考试"),))

    def __init__(
        self,
        exams: ExamService,
        profiles: ProfileService,
        printed: PaperService,
        argument: object = None,
        parent: QWidget | None = None,
        *,
        offered: Callable[[], list[Paper]] | None = None,
        shut: Callable[[], bool] = lambda: False,
    ) -> None:
        """``offered`` gives the papers to choose from, by default those that come with the content. ``shut``: whether
        an exam without books is under way, so that nothing can be printed."""
        super().__init__(parent)
        self._exams, self._profiles, self._printed = exams, profiles, printed
        self._columns: QBoxLayout | None = None
        self._aside: LobbyAside | None = None
        self._cards: list[PaperCard] = []
        self._rules = [Paragraph("", 16, line=1.5) for _ in range(4)]
        self._start = button("开始考试", "primary", "play", big=True, filled=True)
        self._print = button("印成纸质试卷", "soft", "print")
        factors = [(str(factor), factor_words(factor)) for factor in TIME_FACTORS]
        self._factor = SegmentControl(factors, factors[0][0], "考试用时")
        self._unfinished = exams.unfinished()
        self._closed = shut()
        try:
            papers = (offered or exams.papers)()
        except UserError as error:
            self.setLayout(column(EmptyState("quiz", str(error))))
            return
        items: list[Item] = []
        if exams.overdue:
            items.append(self._overdue_banner(exams.overdue))
        if self._unfinished is not None:
            items.append(self._unfinished_card(self._unfinished))
        items.append(self._papers(papers) if papers else EmptyState("quiz", "还没有试卷。"))
        inner = centred(column(*items, None, margins=(28, 16, 28, 20), spacing=16), 1320)
        self._scroll = ScrollPage(inner)
        if self._aside is not None:
            self._aside.follow(self._scroll)
        self.setLayout(column(self._scroll, spacing=0))
        self._start.clicked.connect(self._begin)
        self._print.clicked.connect(self._print_chosen)
        if self._cards:
            self._cards[0].setChecked(True)

    def state(self) -> object:
        return next((card.paper.id for card in self._cards if card.isChecked()), None)

    def restore(self, state: object) -> None:
        for card in self._cards:
            if card.paper.id == state:
                card.setChecked(True)

    def on_width(self, logical: float) -> None:
        if self._columns is not None:
            set_across(self._columns, logical >= _SIDE_BY_SIDE)

    def main_action(self) -> None:
        if self._unfinished is not None:
            self._go_on()
        elif self._cards:
            self._begin()

    # slots

    def _begin(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._unfinished is not None:
            return
        try:
            exam = self._exams.start(chosen, self._profiles.current.shown_name, int(self._factor.chosen()))
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.navigate.emit("exam", exam.id)

    def _print_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._closed:
            return
        dialog = PaperPrint(self, self._printed, chosen)
        dialog.printed.connect(lambda said: self.message.emit("green", said))
        dialog.open()

    def _go_on(self) -> None:
        if (exam := self._unfinished) is not None:
            ask_whether_it_is(self, exam, lambda: self.navigate.emit("exam", exam.id))

    def _look_again(self) -> None:
        """The exam has come to its end on this page; not under a question that is being asked."""
        if self.window().findChild(Modal) is None:
            self.navigate.emit("exams", None)

    def _ask_to_give_up(self) -> None:
        exam = self._unfinished
        if exam is None:
            return
        blank = len(exam.items) - exam.answered
        words = f"将按已作答的 {exam.answered} 题计分，未答的 {blank} 题不得分。交卷后不能继续作答。"
        title = "放弃并按已答交卷？"
        if exam.seat:
            words = f"这是{exam.candidate}的《{exam.title}》，只能由本人或考试组织人员交卷。{words}"
            title = f"替 {exam.candidate} 交卷？"
        choices = [Choice("submit", "确认交卷"), Choice("stay", "返回", safe=True)]
        ask(self, title, words, choices, self._give_up, icon="warning", tone="amber")

    def _give_up(self, key: str) -> None:
        if key != "submit" or self._unfinished is None:
            return
        try:
            exam = self._exams.submit(self._unfinished, FinishReason.GIVEN_UP)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.navigate.emit("results", exam.id)

    def _choose(self, chosen: PaperCard, on: bool) -> None:
        if not on:
            return
        for card in self._cards:
            if card is not chosen:
                card.setChecked(False)
        paper = chosen.paper
        lines = (
            f"共 {paper.size_words}，{paper.minutes} 分钟，{overdue_words(paper)}。",
            f"满分 {paper.total} 分，{paper.pass_score} 分合格；{partial_words(paper)}。",
            f"每次作答自动保存；可以暂离，{break_words(paper)}。",
            "离开考试窗口的次数会记录" + ("，写在成绩上。" if paper.show_leaves else "并告诉你，不影响成绩。"),
        )
        for number, (rule, words) in enumerate(zip(self._rules, lines, strict=True), 1):
            rule.set_text(f"{number}. {words}")

    # private

    def _chosen(self) -> Paper | None:
        return next((card.paper for card in self._cards if card.isChecked()), None)

    def _overdue_banner(self, exam_id: str) -> Banner:
        banner = Banner("", "amber")
        banner.say("上次考试的时间已在中断期间用完，已按保存的答案交卷。", "amber", "看成绩")
        banner.acted.connect(lambda: self.navigate.emit("results", exam_id))
        return banner

    def _unfinished_card(self, exam: Exam) -> UnfinishedCard:
        card = UnfinishedCard(exam, lambda: self._exams.time_left_ms(exam), self._exams.past.book(exam.id))
        card.ran_out.connect(self._look_again)
        card.go_on_wanted.connect(self._go_on)
        card.give_up_wanted.connect(self._ask_to_give_up)
        return card

    def _papers(self, papers: list[Paper]) -> QWidget:
        latest: dict[str, str] = {}
        hidden = self._exams.releases.scoreless()
        for one in self._exams.past.of(""):
            if one.id not in hidden:
                latest.setdefault(one.paper_id, f"{one.score} 分（满分 {one.full}），{one.outcome_words}")
        self._cards = [PaperCard(paper, latest.get(paper.id, "")) for paper in papers]
        for card in self._cards:
            card.toggled.connect(lambda on, chosen=card: self._choose(chosen, on))
        left = column(Label("选一份试卷", 20, bold=True, serif=True), *self._grids(), None, spacing=12)
        self._aside = LobbyAside(self._details())
        self._columns = row((left, 5), (self._aside, 3), spacing=16)
        self._columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        return boxed(self._columns)

    def _grids(self) -> list[Item]:
        """The unit's own papers stand apart."""
        own = [card for card in self._cards if is_own(card.paper)]
        rest = [card for card in self._cards if not is_own(card.paper)]
        if not own:
            return [CardGrid(rest, narrowest=330)]
        for card in own:
            card.setAccessibleName(f"本单位试卷，{card.accessibleName()}")
        heads = Tag("本单位", "ink", "building"), Tag("内置", "plain")
        return [row(heads[0], None), CardGrid(own, narrowest=380), row(heads[1], None), CardGrid(rest, narrowest=330)]

    def _details(self) -> QWidget:
        who = self._profiles.current
        unit = f" · {who.unit}" if who.unit else ""
        items: list[Item] = [Label("考试须知", 20, bold=True, serif=True), *self._rules]
        items.append(Paragraph(f"考生：{who.shown_name}{unit}", 16, bold=True))
        if not who.name:
            link = button("填写姓名", "link")
            link.clicked.connect(lambda: self.navigate.emit("settings", "个人与单位"))
            items.append(row(Label("还没有填写姓名。", 15, "text2"), link, None, spacing=4))
        items += [Label("需要更多时间的，选加长用时", 15, "text2"), row(self._factor, None)]
        self._start.setEnabled(self._unfinished is None)
        items.append(row(self._start, self._print, None, spacing=12))
        package = button("打开统考文件", "link", "arrow_upload")
        package.clicked.connect(lambda: self.navigate.emit("unit_exam", None))
        items.append(row(Label("参加本单位统考：", 15, "text2"), package, None, spacing=4))
        if self._unfinished is not None:
            self._start.set_kind("default")
            items.append(Paragraph("上次的考试还没有交卷，现在不能开考别的。", 15, "text2"))
        if self._closed:
            self._print.setEnabled(False)  # the printed key has the answers
            items.append(Paragraph(CLOSED_PRINT, 15, "text2"))
        return Card(column(*items, margins=(24, 16, 24, 18), spacing=6))
