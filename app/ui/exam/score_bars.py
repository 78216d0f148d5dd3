"""How an exam went by topic, by article, by fact of a case."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.domain.labels import domain_label
from app.domain.reference import ArticleReference
from app.services.library_service import LibraryService
from app.ui.kit.card import Card
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl

WEAK, MOST = 0.7, 10
_BY = (("topic", "按专题"), ("article", "按条文"), ("fact", "按案例事实"))
_NONE = {"topic": "", "article": "这份试卷的题没有引用条文。", "fact": "这份试卷没有案例里的题。"}


class ScoreBars(Card):
    """What is under 70 % is hatched and called 薄弱; the weakest ones come first. A tick stands at the average of the
    attempts ``before``, where they asked about the same."""

    def __init__(
        self, exam: Exam, library: LibraryService, before: Sequence[Exam] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._exam, self._before = exam, before
        self._titles = {case.slug: case.title for case in library.cases()} if library.ready else {}
        self._by = SegmentControl(_BY, "topic", "按什么看掌握情况")
        self._rows = column(spacing=2)
        head = row(Label("掌握情况", 17, bold=True, serif=True), None, self._by, spacing=10)
        hint = Label("得分率低于 70% 为薄弱，薄弱的在前", 14, "text2")
        self._legend = Paragraph("", 14, "text2", line=1.5)
        waiting = f"还有 {len(exam.unmarked)} 题待评分，没有算进来。" if exam.unmarked else ""
        open_ = [Paragraph(waiting, 14, "text2", line=1.5)] if waiting else []
        content = column(head, hint, *open_, self._legend, boxed(self._rows), margins=(20, 14, 20, 16), spacing=6)
        self.setLayout(content)
        self._by.changed.connect(self._draw)
        self._draw(self._by.chosen())

    def _draw(self, by: str) -> None:
        clear(self._rows)
        found = shares(self._sums(self._exam, by))
        averages = self._averages(by)
        for name, share in found[:MOST]:
            figure = f"{round(share * 100)}%" + ("　薄弱" if share < WEAK else "")
            self._rows.addWidget(
                HorizontalBar(
                    name,
                    share,
                    figure,
                    tick=averages.get(name),
                    weak=share < WEAK,
                    name_width=236,
                    figure_width=110,
                    tick_name="以前平均",
                )
            )
        self._legend.set_text(self._legend_words(any(name in averages for name, _ in found[:MOST])))
        if not found:
            self._rows.addWidget(Paragraph("" if self._exam.unmarked else _NONE[by], 15, "text2"))
        elif len(found) > MOST:
            self._rows.addWidget(Label(f"其余 {len(found) - MOST} 项得分率更高，没有列出。", 14, "text2"))

    def _sums(self, exam: Exam, by: str) -> Mapping[str, tuple[int, int]]:
        match by:
            case "article":
                return {_article(base): sums for base, sums in exam.by_article().items()}
            case "fact":
                facts = exam.by_fact().items()
                return {f"{self._titles.get(case, case)}【{fact}】": sums for (case, fact), sums in facts}
            case _:
                return {domain_label(topic): sums for topic, sums in exam.by_topic().items()}

    def _averages(self, by: str) -> dict[str, float]:
        """Name → share of all points that could be had before."""
        pooled: dict[str, tuple[int, int]] = {}
        for exam in self._before:
            for name, (got, possible) in self._sums(exam, by).items():
                had, all_ = pooled.get(name, (0, 0))
                pooled[name] = (had + got, all_ + possible)
        return {name: got / possible for name, (got, possible) in pooled.items() if possible}

    def _legend_words(self, ticked: bool) -> str:
        if ticked:
            return f"横条上的竖线，是自己以前 {len(self._before)} 次考试的平均得分率；没有竖线的，以前没有考到。"
        return "以前的考试没有考到这些，没有可比的平均得分率。" if self._before else ""


def shares(sums: Mapping[str, tuple[int, int]]) -> list[tuple[str, float]]:
    """(name, share of the points), the weakest first."""
    found = [(name, got / possible if possible else 1.0) for name, (got, possible) in sums.items()]
    return sorted(found, key=lambda entry: entry[1])


def _article(base: str) -> str:
    reference = ArticleReference.parse(base)
    return reference.words if reference else base
