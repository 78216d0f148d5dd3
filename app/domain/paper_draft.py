"""A paper of the unit's own while it is being written: what it holds, and what is wrong with it, in sentences."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.bank import Bank
from app.domain.drawing import overlap, shortages, split
from app.domain.errors import UserError
from app.domain.paper import BreakPolicy, DrawRule, FixedQuestion, MultipleRule, OverduePolicy, Paper
from app.domain.question import QuestionKind

OWN_PREFIX = "unit/"
"""Ids of a unit's own papers begin so; those that come with the content are file names and hold no slash."""
MAX_TITLE, MAX_DESCRIPTION = 40, 120
MAX_MINUTES, MAX_COUNT, MAX_SCORE, MAX_PASS = 300, 200, 100, 1000
MAX_RULES, MAX_PICKS = 50, 200
LEAST_CASE_STUDY = 4
"""Points: a 案例分析 has up to four parts, and none of them is worth nothing."""
MUCH_OVERLAP = 0.3


class Source(StrEnum):
    """Where the questions of a paper come from."""

    RULES = "按条件抽题"
    PICKS = "固定题目"


@dataclass(frozen=True, slots=True)
class Pick:
    """A question chosen by hand, or a 案例分析 with all its parts; ``score`` is for all of it."""

    ids: tuple[str, ...]
    score: int

    def questions(self) -> tuple[FixedQuestion, ...]:
        points = split(self.score, len(self.ids))
        return tuple(FixedQuestion(name, score) for name, score in zip(self.ids, points, strict=True))


@dataclass(frozen=True, slots=True)
class Fault:
    """``place``: a field of the draft, or "rules"/"picks" with the row in ``row`` (-1: all of them)."""

    place: str
    message: str
    row: int = -1

    @property
    def words(self) -> str:
        """The message with the row that it is about, for where it stands away from that row."""
        return f"第 {self.row + 1} 条：{self.message}" if self.place == "rules" and self.row >= 0 else self.message


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """Rules and picks are both kept while one is writing; only those of ``source`` are the paper."""

    title: str = ""
    description: str = ""
    minutes: int = 30
    pass_score: int = 60
    multiple: MultipleRule = MultipleRule.PARTIAL
    breaks: BreakPolicy = BreakPolicy.FREE
    overdue: OverduePolicy = OverduePolicy.AUTO
    shuffle_options: bool = True
    show_leaves: bool = False
    source: Source = Source.RULES
    rules: tuple[DrawRule, ...] = ()
    picks: tuple[Pick, ...] = ()

    @classmethod
    def of(cls, paper: Paper, groups: Mapping[str, str]) -> "PaperDraft":
        """``groups``: question → the 案例分析 that it is a part of, or ""."""
        return cls(
            paper.title,
            paper.description,
            paper.minutes,
            paper.pass_score,
            paper.multiple,
            paper.breaks,
            paper.overdue,
            paper.shuffle_options,
            paper.show_leaves,
            Source.PICKS if paper.fixed else Source.RULES,
            paper.rules,
            _gathered(paper.fixed, groups),
        )

    def paper(self, paper_id: str, version: int = 1) -> Paper:
        """What would be drawn from, whatever is wrong with it."""
        fixed = self.source is Source.PICKS
        return Paper(
            paper_id,
            self.title.strip(),
            self.description.strip(),
            self.minutes,
            self.pass_score,
            self.multiple,
            self.breaks,
            () if fixed else self.rules,
            version,
            self.shuffle_options,
            self.overdue,
            self.show_leaves,
            tuple(one for pick in self.picks for one in pick.questions()) if fixed else (),
        )


def blank_draft() -> PaperDraft:
    """What a new paper begins with: something that can be changed rather than nothing."""
    rules = (DrawRule(QuestionKind.SINGLE, 20, 3), DrawRule(QuestionKind.MULTIPLE, 10, 4))
    return PaperDraft(rules=rules)


def is_own(paper: Paper) -> bool:
    """Whether it was written in this unit."""
    return paper.id.startswith(OWN_PREFIX)


def faults(draft: PaperDraft, taken: Collection[str], known: Collection[str]) -> list[Fault]:
    """Everything but what the bank is short of. ``taken``: titles of other papers; ``known``: ids of all questions."""
    found = [*_head(draft, taken), *(_rules(draft) if draft.source is Source.RULES else _picks(draft, known))]
    full = draft.paper("").total
    if full and draft.pass_score > full:
        found.append(Fault("pass_score", f"合格线 {draft.pass_score} 分高于满分 {full} 分。请调低合格线，或加题加分。"))
    return found


def short(draft: PaperDraft, bank: Bank) -> list[Fault]:
    """What the bank cannot give, at the rules that want it."""
    return [
        Fault("rules", f"{sentence}。请减少题数，或放宽这一条的条件。", row)
        for row, sentence in shortages(draft.paper(""), bank)
    ]


def overlap_words(draft: PaperDraft, bank: Bank, draws: int = 12) -> str:
    """How alike two draws are, as a sentence; "" where there is nothing to draw."""
    paper = draft.paper("")
    if not paper.size:
        return ""
    if draft.source is Source.PICKS:
        return "固定题目：每个人、每一次都是同样的题。"
    try:
        share = overlap(paper, bank, draws)
    except UserError:
        return ""
    words = f"连抽两次，平均有 {share:.0%} 的题相同" if share >= 0.005 else "连抽两次，题目几乎不会相同"
    return f"{words}。题库偏小，可放宽条件或减少题数。" if share >= MUCH_OVERLAP else f"{words}。"


def copied_title(title: str, taken: Collection[str]) -> str:
    """A title for a copy that no other paper has."""
    base = title[: MAX_TITLE - 8]
    names = (f"{base}（副本{number if number > 1 else ''}）" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _gathered(fixed: Iterable[FixedQuestion], groups: Mapping[str, str]) -> tuple[Pick, ...]:
    """Neighbours of one 案例分析 become one pick."""
    picks: list[Pick] = []
    before = ""
    for one in fixed:
        group = groups.get(one.question_id, "")
        if group and group == before:
            picks[-1] = Pick((*picks[-1].ids, one.question_id), picks[-1].score + one.score)
        else:
            picks.append(Pick((one.question_id,), one.score))
        before = group
    return tuple(picks)


def _head(draft: PaperDraft, taken: Collection[str]) -> Iterable[Fault]:
    title = draft.title.strip()
    if not title:
        yield Fault("title", "试卷还没有名称。请在“名称”里写一个，如“2026 年第四季度测试”。")
    elif len(title) > MAX_TITLE:
        yield Fault("title", f"试卷名称有 {len(title)} 字，最多 {MAX_TITLE} 字。请写短一些。")
    elif title in taken:
        yield Fault("title", f"已有一份试卷叫《{title}》。请换一个名称，免得考的人选错。")
    if len(draft.description.strip()) > MAX_DESCRIPTION:
        yield Fault("description", f"说明超过 {MAX_DESCRIPTION} 字。请写短一些。")
    if not 1 <= draft.minutes <= MAX_MINUTES:
        yield Fault("minutes", f"时长应在 1 到 {MAX_MINUTES} 分钟之间。请改“时长”。")
    if not 1 <= draft.pass_score <= MAX_PASS:
        yield Fault("pass_score", f"合格线应在 1 到 {MAX_PASS} 分之间。请改“合格线”。")


def _rules(draft: PaperDraft) -> Iterable[Fault]:
    if not draft.rules:
        yield Fault("rules", "还没有抽题条件。请点“加一条”，写明题型、题数和分值。")
    if len(draft.rules) > MAX_RULES:
        yield Fault("rules", f"抽题条件有 {len(draft.rules)} 条，最多 {MAX_RULES} 条。请合并相近的几条。")
    for row, rule in enumerate(draft.rules):
        if not 1 <= rule.count <= MAX_COUNT:
            yield Fault("rules", f"题数应在 1 到 {MAX_COUNT} 之间。请改“题数”。", row)
        least = LEAST_CASE_STUDY if rule.kind is QuestionKind.CASE_STUDY else 1
        if rule.score < least and rule.kind is QuestionKind.CASE_STUDY:
            said = f"案例分析每题至少 {LEAST_CASE_STUDY} 分，因为分值要分给各小题。请提高分值。"
            yield Fault("rules", said, row)
        elif not least <= rule.score <= MAX_SCORE:
            yield Fault("rules", f"每题分值应在 1 到 {MAX_SCORE} 分之间。请改“每题分值”。", row)


def _picks(draft: PaperDraft, known: Collection[str]) -> Iterable[Fault]:
    if not draft.picks:
        yield Fault("picks", "还没有选题。请点“从题库选题”。")
    if sum(len(pick.ids) for pick in draft.picks) > MAX_PICKS:
        yield Fault("picks", f"固定题目最多 {MAX_PICKS} 题（案例分析按小题计）。请移出一些。")
    seen: set[str] = set()
    for row, pick in enumerate(draft.picks):
        if any(name not in known for name in pick.ids):
            yield Fault("picks", f"第 {row + 1} 题已不在题库中（{pick.ids[0]}）。请移出它，另选一题。", row)
        if seen.intersection(pick.ids):
            yield Fault("picks", f"第 {row + 1} 题和前面的重复。请移出一道。", row)
        seen.update(pick.ids)
        if pick.score < len(pick.ids):
            said = f"第 {row + 1} 题有 {len(pick.ids)} 道小题，至少 {len(pick.ids)} 分。请提高分值。"
            yield Fault("picks", said if len(pick.ids) > 1 else f"第 {row + 1} 题至少 1 分。请提高分值。", row)
        elif pick.score > MAX_SCORE:
            yield Fault("picks", f"第 {row + 1} 题超过 {MAX_SCORE} 分。请降低分值。", row)
