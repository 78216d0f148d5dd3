"""Cases, rules, questions and papers, from the compiled index; rebuilding it when the sources have changed."""

from __future__ import annotations  # the kinds of content are imported where they are read: not at start

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.case_summary import CaseSummary
from app.domain.clock import Clock
from app.domain.codec import from_plain
from app.domain.errors import UserError
from app.domain.events import ContentReady
from app.services.bus import EventBus
from app.services.own_index import OwnIndex, fingerprint_of
from app.storage.content_files import FORMAT_VERSION, PREFIX, sweep
from app.storage.content_index import ContentIndex

if TYPE_CHECKING:
    from app.domain.bank import Bank
    from app.domain.case import Case
    from app.domain.content import Content
    from app.domain.paper import Paper
    from app.domain.problem import Problem
    from app.domain.question import Question, QuestionSummary
    from app.domain.regulation import Article, Regulation, RegulationSummary

NOTHING = "none"
"""In place of a fingerprint."""


class LibraryService:
    def __init__(
        self, content_dir: Path, cache_dir: Path, bus: EventBus, clock: Clock, own: Path | None = None
    ) -> None:
        """``own`` is the folder with the unit's own rules and exemplars, which need not be there."""
        self._content_dir, self._cache_dir = content_dir, cache_dir
        self._bus, self._clock = bus, clock
        self._own = OwnIndex(own, cache_dir)
        self._index: ContentIndex | None = None
        self._base: Path | None = None
        self._in_memory: ContentIndex | None = None
        self._articles: dict[str, tuple[Regulation, Article] | None] = {}
        self._bank: Bank | None = None

    @property
    def index(self) -> ContentIndex:
        """Raises UserError while there is no content."""
        if self._index is None:
            raise UserError(f"内容还没有准备好。如果一直这样，请检查内容文件夹：{self._content_dir}")
        return self._index

    @property
    def ready(self) -> bool:
        return self._index is not None

    @property
    def without_content(self) -> bool:
        """Whether the program's content could not be had and `prepare_empty` stands in for it."""
        return self.ready and self.fingerprint == NOTHING

    @property
    def fingerprint(self) -> str:
        """Of the program's content: the unit's own rules are not in it."""
        return fingerprint_of(self.index.path)

    def open_newest(self) -> bool:
        """Open the index last built, whatever the sources say now; False where there is none that can be read."""
        try:
            paths = sorted(
                self._cache_dir.glob(f"{PREFIX}*.db"), key=lambda path: path.stat().st_mtime_ns, reverse=True
            )
        except OSError:
            return False
        for path in paths:
            try:
                self._adopt(ContentIndex(path))
                return True
            except UserError:
                continue
        return False

    def prepare(self) -> Path:
        """The index for the sources as they are, built if need be. Runs in the background; changes nothing in use.

        Where the cache cannot be written it is built in memory. Raises UserError where the content cannot be read.
        """
        self._base = self._prepare_content()
        return self._with_own(self._base)

    def prepare_empty(self) -> Path:
        """Like `prepare`, for when that has failed: none of the program's content, so that all the rest can be used."""
        from app.domain.content import Content

        base = self._base = self._cache_dir / f"{PREFIX}{NOTHING}.db"
        self._in_memory = ContentIndex.in_memory(Content((), (), (), (), (), {}), base)
        return self._with_own(base)

    def _with_own(self, base: Path) -> Path:
        """The index with what is the unit's own over ``base``; that itself where there is nothing."""
        names = self._own.names_over(base)
        if not names:
            return base
        used = self._index.path if self._index is not None else None
        unwritten = self._in_memory if not base.exists() else None
        made = self._own.prepare(base, names, unwritten, used)
        self._in_memory = made.in_memory
        return made.path

    def _prepare_content(self) -> Path:
        """The index of the program's content alone."""
        return self._compiled(self._content_dir)

    def _compiled(self, folder: Path) -> Path:
        """The index of the texts in ``folder``, made unless there is a sound one."""
        from app.packs.content_sources import fingerprint

        try:
            if not folder.is_dir():
                raise UserError(f"找不到内容文件夹 {folder}。请重新安装，或在启动时用 --content 指定。")
            name = f"{PREFIX}{fingerprint(folder, FORMAT_VERSION)}"
            # A second name, for when the first is damaged and cannot be replaced because it is open.
            first, second = self._cache_dir / f"{name}.db", self._cache_dir / f"{name}-2.db"
            for path in (first, second):
                if ContentIndex.sound(path):
                    return path
            content = self.check(folder)
        except OSError as error:
            raise UserError(f"内容文件夹 {folder} 读不出来。请检查权限。") from error
        from app.storage.content_compiler import build  # with all readers, seldom needed

        target = second if self._index is not None and self._index.path == first else first
        try:
            build(content, target)
        except UserError:
            self._in_memory = ContentIndex.in_memory(content, target)
        return target

    def adopt(self, path: Path) -> None:
        """Take a prepared index into use and tell everyone. On the thread that owns the services."""
        if self._index is not None and self._index.path == path:
            self._bus.publish(ContentReady(self.fingerprint, rebuilt=False))
            return
        built, self._in_memory = self._in_memory, None
        self._adopt(built if built is not None and built.path == path else ContentIndex(path))
        self._bus.publish(ContentReady(self.fingerprint, rebuilt=True))

    def sweep_old(self) -> None:
        """Not while the index in use is in memory only: an old one on disk is better than none at the next start."""
        if self._index is not None and self._index.path.exists():
            sweep(self._cache_dir, [path for path in (self._index.path, self._base) if path])

    def close(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None

    def cases(self) -> list[CaseSummary]:
        return [from_plain(CaseSummary, entry) for entry in self.index.summaries("case")]

    def case(self, case_id: str) -> Case:
        """Raises UserError where the case is no longer in the content."""
        case = self.index.case(case_id)
        if case is None:
            raise UserError("找不到这个案例，可能已从内容中移除。请回到案例库重新选择。")
        return case

    def case_of(self, slug: str) -> CaseSummary | None:
        return next((case for case in self.cases() if case.slug == slug), None)

    def regulations(self) -> list[RegulationSummary]:
        from app.domain.regulation import RegulationSummary

        return [from_plain(RegulationSummary, entry) for entry in self.index.summaries("regulation")]

    def article(self, written: str) -> tuple[Regulation, Article] | None:
        """The article that a reference names (with or without 款 and 项), or None where it is not included."""
        from app.domain.reference import ArticleReference

        reference = ArticleReference.parse(written)
        if reference is None:
            return None
        if reference.base not in self._articles:
            self._articles[reference.base] = self.index.article(reference.base)
        return self._articles[reference.base]

    def moved_to(self, written: str) -> list[str]:
        """Where an article of an older version stands now: references, none where that is not known."""
        from app.domain.reference import ArticleReference

        reference = ArticleReference.parse(written)
        return self.index.moved_to(reference.base) if reference else []

    def cases_citing(self, base: str) -> list[CaseSummary]:
        wanted = set(self.index.citing(base, "case"))
        return [case for case in self.cases() if case.id in wanted]

    def questions_citing(self, base: str) -> list[str]:
        return self.index.citing(base, "question")

    def citation_counts(self) -> dict[str, int]:
        """Article base → number of cases that cite it."""
        return self.index.citation_counts("case")

    def question_summaries(self) -> list[QuestionSummary]:
        from app.domain.question import QuestionSummary

        return [from_plain(QuestionSummary, entry) for entry in self.index.summaries("question")]

    def question(self, question_id: str) -> Question | None:
        return self.index.question(question_id)

    def questions(self, ids: Iterable[str]) -> list[Question]:
        return self.index.questions(ids)

    def check_questions(self, case: Case | CaseSummary, count: int = 5) -> list[Question]:
        """The first questions of a case that the program can mark: the check at its end."""
        own = [summary.id for summary in self.question_summaries() if summary.case == case.slug and not summary.group]
        return [question for question in self.questions(own) if question.markable][:count]

    def papers(self) -> list[Paper]:
        return self.index.papers()

    def paper(self, paper_id: str) -> Paper:
        paper = self.index.paper(paper_id)
        if paper is None:
            raise UserError("找不到这份试卷，可能已从内容中移除。")
        return paper

    def bank(self) -> list[Question]:
        """Every question."""
        return self.questions(summary.id for summary in self.question_summaries())

    def question_bank(self) -> Bank:
        """What papers are drawn from; made once for each index."""
        from app.domain.bank import Bank

        if self._bank is None:
            self._bank = Bank(self.question_summaries())
        return self._bank

    def problems(self) -> list[Problem]:
        return self.index.problems()

    def check(self, folder: Path) -> Content:
        """Read a folder and find everything wrong in it; nothing is stored.

        Raises UserError where there is no such folder.
        """
        from app.packs.content_folder import read_content

        if not folder.is_dir():
            raise UserError(f"找不到文件夹 {folder}。请检查路径是否写对。")
        return read_content(folder, self._clock.now().astimezone().date())

    def _adopt(self, index: ContentIndex) -> None:
        old, self._index = self._index, index
        self._articles.clear()
        self._bank = None
        if old is not None:
            old.close()
