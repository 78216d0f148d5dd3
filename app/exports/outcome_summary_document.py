"""成果汇总: what came of the campaign, in four batches, on one page: whatever finds no room is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.shared import Pt

from app.domain.chinese_numbers import to_chinese
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule, OutcomeSummary
from app.domain.minutes_words import day_words
from app.exports import form_parts as parts
from app.exports import house_style as style
from app.exports.clean_text import clean_text, width
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.title_lines import title_lines

_LISTED = 3
"""Entries of each list."""
_ROOM, _BY_ROOM = 33.5, 12.0
"""Characters of 小四 on a line, less the inset; of them for whoever it comes from."""
_LINE, _HEAD_LINE, _SPACE = 17.0, 26.0, 2.0
"""Points; with two lines of title and all lists full the page is full."""
_TITLE_ROOM = 34


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """``solved`` are closed issues; ``names`` of the units by id."""

    campaign: Campaign
    summary: OutcomeSummary
    clues: Sequence[FileReference]
    cases: Sequence[FileReference]
    solved: Sequence[IssueRow]
    rules: Sequence[IssuedRule]
    practices: Sequence[GoodPractice]
    names: dict[str, str]
    day: date


class OutcomeSummaryDocument:
    def __init__(self, facts: OutcomeFacts, origin: DocumentOrigin) -> None:
        self._facts, self._origin = facts, origin
        self._document = HouseDocument(f"{facts.campaign.title}成果汇总", facts.day.isoformat())

    def to_bytes(self) -> bytes:
        facts, document = self._facts, self._document
        campaign = facts.campaign
        title = _cut(campaign.title, _TITLE_ROOM - 4)
        document.title("\n".join(title_lines(f"{title}成果汇总")[:2]))
        since, until = day_words(campaign.since.isoformat()), day_words(campaign.until.isoformat())
        document.line(f"{since}至{until}，截至{day_words(facts.day.isoformat())}", style.SMALL, centred=True)
        for place, (batch, words, entries) in enumerate(self._batches(), 1):
            self._heading(place, batch)
            for line in (*words, *_listed(entries)):
                self._line(line)
        self._heading(len(Batch) + 1, "好做法和排查")
        for line in self._others():
            self._line(line)
        parts.write_sign_line(document, style.TEXT_WIDTH, ("填报单位（盖章）：", f"日期：{parts.SIGNED}"))
        parts.write_form_foot(document, self._origin)
        return document.to_bytes()

    def _line(self, text: str) -> None:
        """One line, never two."""
        line = self._document.line(_cut(text, _ROOM), style.SMALL, hanging=-style.SMALL_SIZE * 2)
        line.paragraph_format.line_spacing = Pt(_LINE)

    def _heading(self, place: int, text: str) -> None:
        form = self._document.line(f"{to_chinese(place)}、{text}", style.HEAD).paragraph_format
        form.space_before, form.line_spacing = Pt(_SPACE), Pt(_HEAD_LINE)

    def _batches(self) -> list[tuple[Batch, list[str], list[str]]]:
        facts, one = self._facts, self._facts.summary
        names = facts.names
        known = [_named(one.notice, one.published_by, one.published_on) for one in facts.cases if one.notice]
        filed = [_filed(case) for case in facts.cases if not case.notice]
        counts = f"问题 {one.issues} 个，涉及 {one.units} 个单位；已销号 {one.closed} 个，长期坚持 {one.lasting} 个。"
        late = f"措施完成 {one.measures_done}/{one.measures}；逾期 {one.overdue} 个，回头看发现反弹 {one.relapsed} 个。"
        looked = f"回头看：保留 {one.rules_kept} 项，修订 {one.rules_revised} 项，废止 {one.rules_repealed} 项。"
        return [
            (Batch.CLUES, [f"登记 {one.clues} 件。"], [_filed(clue) for clue in facts.clues]),
            (Batch.CASES, [f"登记 {one.cases} 件，其中已公开通报 {one.public_cases} 件。"], known + filed),
            (
                Batch.SOLVED,
                [counts, late],
                [_named(row.title, names.get(row.unit, row.unit), row.closed_on, " 销号") for row in facts.solved],
            ),
            (
                Batch.RULES,
                [f"出台 {one.rules} 项。{looked}"],
                [_named(rule.name, rule.number, rule.on) for rule in facts.rules],
            ),
        ]

    def _others(self) -> list[str]:
        facts, one = self._facts, self._facts.summary
        told = [_named(work.title, facts.names.get(work.unit, "本单位")) for work in facts.practices]
        first = f"好做法 {one.practices} 项，完成对照自查 {one.self_checks} 次，岗位廉政风险点 {one.post_risks} 个。"
        return [first, *_listed(told)]


def _listed(entries: Sequence[str]) -> list[str]:
    """The first few; how many more there are, where there are more."""
    if len(entries) <= _LISTED:
        return [f"· {one}" for one in entries]
    return [*(f"· {one}" for one in entries[: _LISTED - 1]), f"· 另有 {len(entries) - _LISTED + 1} 项，见台账。"]


def _filed(one: FileReference) -> str:
    """Number, source and date: nothing else is known of it here."""
    return _named(one.number, one.source, one.on)


def _named(name: str, by: str, on: date | None = None, word: str = "") -> str:
    """The name gives way where the line is too short."""
    facts = [part for part in (_cut(by, _BY_ROOM), f"{on:%Y-%m-%d}{word}" if on else "") if part]
    told = f"（{'，'.join(facts)}）" if facts else ""
    return f"{_cut(name, _ROOM - 2.5 - width(told))}{told}"


def _cut(text: str, room: float) -> str:
    line = " ".join(clean_text(text).split())
    if width(line) <= room:
        return line
    while width(line) > room - 1:
        line = line[:-1]
    return f"{line}…"
