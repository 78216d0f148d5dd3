"""成果汇总: what came of the campaign, in four batches, on one page: as much as finds room, the rest counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.chinese_numbers import to_chinese
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule, OutcomeSummary
from app.domain.minutes_words import day_words
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.form import SIGNED, Block, Entry, Form, Heading, Note
from app.exports.form_paper import FormPaper
from app.exports.one_page import shortened, shown_of, wrapped_lines
from app.exports.title_lines import title_lines

_ROOM, _BY_ROOM = 33.5, 12.0
"""Characters of 小四 on a line, less the inset; of them for whoever it comes from."""
_HEAD_MORE, _SPACE, _FOOT = 9.0, 2.0, 42.0
"""Points: what a heading has more than a line, what is before it, and the place for the stamp."""
_PITCHES, _MOST_LINES = (17.0, 16.0, 15.0), (3, 2, 1)
"""Points from line to line, and lines of an entry: the first with which all find room."""
_MOST_LISTED = 40
"""No page has so many lines."""
_TITLE_ROOM = 34
_LEDGER, _OUTCOMES = "整改台账", "成果归集"


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """``solved`` are closed issues; ``names`` of the units by id, ``titles`` of the cases that are linked."""

    campaign: Campaign
    summary: OutcomeSummary
    clues: Sequence[FileReference]
    cases: Sequence[FileReference]
    solved: Sequence[IssueRow]
    rules: Sequence[IssuedRule]
    practices: Sequence[GoodPractice]
    names: dict[str, str]
    day: date
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Item:
    """``facts`` are kept where the name has to be cut."""

    name: str
    facts: str

    def text(self, lines: int) -> str:
        return shortened(f"· {self.name}", self.facts, _ROOM, lines)


@dataclass(frozen=True, slots=True)
class _Public(_Item):
    """A case that was made public: ``name`` is number, source and date, ``notice`` what it leads to and ``case`` the
    case of 学 for it, or "". Two lines at least; where they are too few, first the case gives way, then the notice."""

    notice: str
    case: str

    def text(self, lines: int) -> str:
        lines, name, end = max(lines, 2), f"· {self.name}公开通报《{self.notice}", f"》{self.facts}"
        whole = shortened(name, f"{end}{self.case}", _ROOM, lines)
        return whole if self.notice in whole else shortened(name, end, _ROOM, lines)


@dataclass(frozen=True, slots=True)
class _Part:
    """``words`` are lines that say how many there are; ``more`` is where the entries stand that find no room."""

    heading: str
    words: tuple[str, ...]
    entries: Sequence[_Item]
    more: str = _OUTCOMES


class OutcomeSummaryDocument(FormPaper):
    def __init__(self, facts: OutcomeFacts, origin: DocumentOrigin) -> None:
        super().__init__(origin)
        self._facts = facts

    def form(self) -> Form:
        facts = self._facts
        campaign = facts.campaign
        title = "".join(title_lines(f"{_cut(campaign.title, _TITLE_ROOM - 4)}成果汇总")[:2])
        since, until = day_words(campaign.since.isoformat()), day_words(campaign.until.isoformat())
        blocks: list[Block] = [Note(f"{since}至{until}，截至{day_words(facts.day.isoformat())}", centred=True)]
        batches = self._parts()
        pitch, listed = _laid_out(batches, len(title_lines(title)))
        for place, (part, entries) in enumerate(zip(batches, listed, strict=True), 1):
            blocks.append(Heading(f"{to_chinese(place)}、{part.heading}", pitch + _HEAD_MORE))
            blocks += [Entry(_cut(line, _ROOM), pitch) for line in part.words]
            blocks += [Entry(line, pitch) for line in entries]
        signs = ("填报单位（盖章）：", f"日期：{SIGNED}")
        named = any(case.case in facts.titles for case in facts.cases)
        return Form(title, facts.day, tuple(blocks), wide=False, signs=signs, composite=named)

    def _parts(self) -> list[_Part]:
        facts, one = self._facts, self._facts.summary
        names = facts.names
        known = [self._public(one) for one in facts.cases if one.notice]
        filed = [_filed(case) for case in facts.cases if not case.notice]
        counts = f"问题 {one.issues} 个，涉及 {one.units} 个单位；已销号 {one.closed} 个，长期坚持 {one.lasting} 个。"
        late = f"措施完成 {one.measures_done}/{one.measures}；逾期 {one.overdue} 个，回头看发现反弹 {one.relapsed} 个。"
        looked = f"回头看：保留 {one.rules_kept} 项，修订 {one.rules_revised} 项，废止 {one.rules_repealed} 项。"
        closed = [_named(row.title, names.get(row.unit, row.unit), row.closed_on, " 销号") for row in facts.solved]
        issued = [_named(rule.name, rule.number, rule.on) for rule in facts.rules]
        told = [_named(work.title, names.get(work.unit, "本单位")) for work in facts.practices]
        others = f"好做法 {one.practices} 项，完成对照自查 {one.self_checks} 次，岗位廉政风险点 {one.post_risks} 个。"
        cases = f"登记 {one.cases} 件，其中已公开通报 {one.public_cases} 件。"
        return [
            _Part(Batch.CLUES, (f"登记 {one.clues} 件。",), [_filed(clue) for clue in facts.clues]),
            _Part(Batch.CASES, (cases,), known + filed),
            _Part(Batch.SOLVED, (counts, late), closed, _LEDGER),
            _Part(Batch.RULES, (f"出台 {one.rules} 项。{looked}",), issued),
            _Part("好做法和排查", (others,), told),
        ]

    def _public(self, one: FileReference) -> _Public:
        """Number, source, date and the link: the notice, and the case of 学 that stands for it."""
        told, known = _filed(one), self._facts.titles.get(one.case, "")
        case = f"，对应案例《{known}》" if known else ""
        where = _named("", one.published_by, one.published_on).facts
        return _Public(f"{told.name}{told.facts}", where, one.notice.strip("《》"), case)


def _room_for(batches: Sequence[_Part], title: int, pitch: float) -> int:
    """Lines that the page has for entries, beside so many of the title, the headings and the counts."""
    page = (style.PAGE_HEIGHT - style.TOP - style.BOTTOM) / 25.4 * 72
    headings = len(batches) * (pitch + _HEAD_MORE + _SPACE)
    free = page - title * style.TITLE_LINE - style.SMALL_LINE - headings - _FOOT
    return int(free / pitch) - sum(len(part.words) for part in batches)


def _laid_out(batches: Sequence[_Part], title: int) -> tuple[float, list[list[str]]]:
    """Points from line to line, and the lines of each part under its counts: all entries, whole if that can be; else
    as many as there is room for, cut to a line each, and how many more there are."""
    pitch, shown = _PITCHES[-1], list[int]()
    texts = list[list[str]]()
    for most in _MOST_LINES:
        texts = [[entry.text(most) for entry in part.entries[:_MOST_LISTED]] for part in batches]
        lines = [
            [
                *(wrapped_lines(text, _ROOM) for text in found),
                *[1] * (len(part.entries) - len(found)),
            ]
            for part, found in zip(batches, texts, strict=True)
        ]
        for pitch in _PITCHES:
            shown = shown_of(lines, _room_for(batches, title, pitch))
            if shown == [len(part.entries) for part in batches]:
                return pitch, texts
    return pitch, [_listed(part, found, count) for part, found, count in zip(batches, texts, shown, strict=True)]


def _listed(part: _Part, texts: Sequence[str], count: int) -> list[str]:
    left = len(part.entries) - count
    return [*texts[:count], *([f"· 另有 {left} 项，见{part.more}。"] if left else [])]


def _filed(one: FileReference) -> _Item:
    """Number, source and date: nothing else is known of it here."""
    return _named(one.number, one.source, one.on)


def _named(name: str, by: str, on: date | None = None, word: str = "") -> _Item:
    facts = [part for part in (_cut(by, _BY_ROOM), f"{on:%Y-%m-%d}{word}" if on else "") if part]
    return _Item(name, f"（{'，'.join(facts)}）" if facts else "")


def _cut(text: str, room: float) -> str:
    return shortened(text, "", room, 1)
