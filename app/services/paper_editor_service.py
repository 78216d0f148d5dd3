"""Writing the unit's own papers: drafts, saving, retiring, and what the bank has to offer for them."""

import random
import uuid
from collections.abc import Callable
from dataclasses import replace

from app.domain.bank import Bank
from app.domain.clock import Clock
from app.domain.codec import to_plain
from app.domain.confidentiality import refuse_graded
from app.domain.drawing import SEEDS, DrawnQuestion, draw
from app.domain.errors import UserError
from app.domain.events import PaperChanged
from app.domain.paper import DrawRule, Paper
from app.domain.paper_draft import (
    OWN_PREFIX,
    Fault,
    PaperDraft,
    blank_draft,
    copied_title,
    faults,
    overlap_words,
    short,
)
from app.domain.partial_marks import uneven_words
from app.domain.unit_paper import PaperChange, PaperState, UnitPaper
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.services.question_finder import QuestionFinder
from app.storage.journal import Journal
from app.storage.paper_store import PaperStore

GONE = "找不到这份试卷。请回到“试卷编辑”重新选择。"
MOST_REASON = 100
KINDS = ("paper.saved", "paper.retired", "paper.restored")


class PaperEditorService:
    """Everything is on disk when a method returns. Drafts are no facts: only what is saved goes into the log."""

    def __init__(
        self,
        library: LibraryService,
        journal: Journal,
        store: PaperStore,
        bus: EventBus,
        clock: Clock,
        chance: random.Random,
        who: Callable[[], str],
        saves: bool,
    ) -> None:
        """``journal`` and ``store`` are the unit's; ``who`` names the current person; ``saves`` is False where the
        unit's database could not be opened, so that everything is gone when the window closes."""
        self._library, self._journal, self._store = library, journal, store
        self._bus, self._clock, self._chance, self._who, self.saves = bus, clock, chance, who, saves
        self._bank: tuple[str, Bank, dict[str, str]] | None = None

    def papers(self) -> list[UnitPaper]:
        """All of the unit's own, changed last first; retired ones too."""
        return self._store.all()

    def builtin(self) -> list[Paper]:
        return self._library.papers()

    def get(self, paper_id: str) -> UnitPaper:
        found = self._store.all(paper_id)
        if not found or not paper_id:
            raise UserError(GONE)
        return found[0]

    def written(self, paper_id: str) -> PaperDraft:
        """What is written now: the draft, or else what was saved last."""
        one = self.get(paper_id)
        if one.draft is not None:
            return one.draft
        assert one.paper is not None
        return PaperDraft.of(one.paper, self._groups())

    def new(self) -> str:
        """The id of a new paper: a draft that begins with two rules."""
        return self._begin(blank_draft())

    def copy(self, paper_id: str) -> str:
        """The id of a draft that is like a paper, a built-in or one of the unit's own."""
        builtin = next((paper for paper in self.builtin() if paper.id == paper_id), None)
        draft = PaperDraft.of(builtin, self._groups()) if builtin else self.written(paper_id)
        return self._begin(replace(draft, title=copied_title(draft.title.strip() or "试卷", self._titles(""))))

    def keep(self, paper_id: str, draft: PaperDraft) -> None:
        """Keep what is being written. What equals the saved paper is no draft any more."""
        refuse_graded(*_texts(draft))
        one = self.get(paper_id)
        saved = PaperDraft.of(one.paper, self._groups()) if one.paper else None
        if saved is not None and _same(saved, draft):
            if one.draft is not None:
                self.discard(paper_id)
        elif draft != one.draft:
            now = self._now()
            self._journal.note(lambda: self._store.put_draft(paper_id, draft, now))

    def discard(self, paper_id: str) -> None:
        """Give up what was changed since the last saving; a paper that was never saved is gone."""
        self._journal.note(lambda: self._store.drop_draft(paper_id))

    def save(self, paper_id: str, draft: PaperDraft) -> Paper:
        """The next version of the paper, offered for exams from now on; the present one where nothing was changed.

        Raises UserError with everything that is wrong with it; the draft is kept then.
        """
        self.keep(paper_id, draft)
        one = self.get(paper_id)
        if one.state is PaperState.RETIRED:
            raise UserError("这份试卷已作废，不能再改。请在试卷编辑里恢复使用，或复制一份来改。")
        if wrong := self.faults(paper_id, draft):
            more = f"（另有 {len(wrong) - 2} 处，见页面红字）" if len(wrong) > 2 else ""
            raise UserError("没有保存，改动留作草稿。" + "".join(fault.words for fault in wrong[:2]) + more)
        if one.paper is not None and _same(PaperDraft.of(one.paper, self._groups()), draft):
            return one.paper
        paper = draft.paper(paper_id, one.version + 1)
        who, now = self._who(), self._now()
        with self._journal.record("paper.saved", paper_id, {"paper": to_plain(paper), "by": who}):
            self._store.put(paper, now, who)
            self._store.drop_draft(paper_id)
        self._bus.publish(PaperChanged(paper_id))
        return paper

    def retire(self, paper_id: str, reason: str) -> None:
        """Offer it no more; the record stays. Raises UserError without a reason."""
        reason = reason.strip()
        if not reason:
            raise UserError("请写明作废的原因，如“条文已修订”。")
        if len(reason) > MOST_REASON:
            raise UserError(f"原因有 {len(reason)} 字，最多 {MOST_REASON} 字。请写短一些。")
        refuse_graded(reason)
        one = self.get(paper_id)
        if one.state is not PaperState.IN_USE:
            raise UserError("这份试卷没有在使用，不用作废。草稿请用“删除草稿”。")
        with self._journal.record("paper.retired", paper_id, {"reason": reason, "by": self._who()}):
            self._store.retire(paper_id, self._now(), reason)
        self._bus.publish(PaperChanged(paper_id))

    def restore(self, paper_id: str) -> None:
        """Take a retired paper into use again. Raises UserError where another one has its title by now."""
        one = self.get(paper_id)
        if one.state is not PaperState.RETIRED or one.paper is None:
            raise UserError("这份试卷没有作废，不用恢复。")
        if one.paper.title in self._titles(paper_id):
            raise UserError(f"已有一份试卷叫《{one.paper.title}》，不能恢复。请先给那一份改名，或复制这一份。")
        with self._journal.record("paper.restored", paper_id, {"by": self._who()}):
            self._store.retire(paper_id, "", "")
        self._bus.publish(PaperChanged(paper_id))

    def history(self, paper_id: str) -> list[PaperChange]:
        """Newest first."""
        events = [event for event in self._journal.events(object_id=paper_id) if event[2] in KINDS]
        return [
            PaperChange(utc, _change_words(kind, payload), str(payload.get("by", "")))
            for _, utc, kind, _, payload in reversed(events)
        ]

    def faults(self, paper_id: str, draft: PaperDraft) -> list[Fault]:
        """Everything that keeps it from being saved, what the bank is short of last."""
        bank = self.bank()
        return [*faults(draft, self._titles(paper_id), self._groups()), *short(draft, bank)]

    def available(self, rule: DrawRule) -> int:
        """How many questions of the bank a rule admits by itself."""
        return len(self.bank().pool(rule))

    def overlap_words(self, draft: PaperDraft) -> str:
        """How alike two draws are; "" where it cannot be drawn."""
        return overlap_words(draft, self.bank())

    def uneven_words(self, draft: PaperDraft) -> str:
        """Where half the points of a 多选 is no whole number; "" for nowhere."""
        kinds = {name: whole.kind for whole in self.bank().wholes for name in whole.ids}
        return uneven_words(draft.paper(""), kinds)

    def trial(self, draft: PaperDraft) -> tuple[int, tuple[DrawnQuestion, ...]]:
        """A seed and what it draws; nobody's exam, nothing is kept. Raises UserError where it cannot be drawn."""
        paper = draft.paper("")
        if not paper.size:
            raise UserError("试卷里还没有题，不能试抽。请先在“题目”里加抽题条件，或从题库选题。")
        seed = self._chance.randrange(1, SEEDS)
        return seed, draw(replace(paper, title=paper.title or "未命名试卷"), self._library.bank(), seed)

    def finder(self) -> QuestionFinder:
        return QuestionFinder(self._library, self.bank().wholes)

    def bank(self) -> Bank:
        return self._known()[1]

    def _groups(self) -> dict[str, str]:
        """Question → its 案例分析, or ""."""
        return self._known()[2]

    def _known(self) -> tuple[str, Bank, dict[str, str]]:
        """Kept as long as the content is the same."""
        if self._bank is None or self._bank[0] != self._library.fingerprint:
            all_of_them = self._library.question_summaries()
            groups = {one.id: one.group for one in all_of_them}
            self._bank = (self._library.fingerprint, Bank(all_of_them), groups)
        return self._bank

    def _begin(self, draft: PaperDraft) -> str:
        paper_id, now = f"{OWN_PREFIX}{uuid.uuid4().hex}", self._now()
        self._journal.note(lambda: self._store.put_draft(paper_id, draft, now))
        return paper_id

    def _titles(self, but: str) -> set[str]:
        """Of all papers that are offered, but one."""
        own = [one for one in self._store.in_use() if one.id != but]
        return {paper.title for paper in (*own, *self.builtin())}

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="milliseconds")


def _same(one: PaperDraft, other: PaperDraft) -> bool:
    """Whether both are the same paper: what the other source keeps does not count."""
    return one.paper("") == other.paper("")


def _texts(draft: PaperDraft) -> tuple[str, str]:
    return draft.title, draft.description


def _change_words(kind: str, payload: dict[str, object]) -> str:
    if kind == "paper.retired":
        return f"作废：{payload.get('reason', '')}"
    if kind == "paper.restored":
        return "恢复使用"
    paper = payload.get("paper")
    version = paper.get("version", 1) if isinstance(paper, dict) else 1
    return f"保存第 {version} 版"
