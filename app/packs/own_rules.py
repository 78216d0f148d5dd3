"""The unit's own rules read apart from the program's content: nothing in them can hide or pass for what is there."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.labels import OWN_NOTE, OWN_RULES, RULE_NAMES
from app.domain.problem import Problem
from app.domain.prose import prose_text
from app.domain.regulation import Article, Regulation
from app.packs.content_folder import guarded, may_be_read
from app.packs.entry import Entry
from app.packs.markdown_regulations import read_regulation
from app.packs.own_files import MOST, RULES, own_paths
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile, shown_name

OURS = "（本单位）"
FAMILY = "own/"
"""Before the slug and the family of a rule of the unit's own: no file of the program's has a slash there."""


@dataclass(frozen=True)
class OwnRules:
    regulations: tuple[Regulation, ...]
    problems: tuple[Problem, ...]


def read_own_rules(folder: Path, taken: Collection[str]) -> OwnRules:
    """Never raises for what ``folder``/rules holds; a broken file costs only itself. ``taken`` are the 简称 of the
    program's rules. Files of problems are named from the data folder (``ledger/rules/…``)."""
    root = folder.parent
    kept: dict[str, Regulation] = {}
    problems: list[Problem] = []
    paths = own_paths(folder, RULES)
    for path in paths:
        listed = ProblemList(shown_name(path, root))
        guarded(_reading(path, root, {*taken, *RULE_NAMES}, kept, listed), listed)
        problems.extend(listed.problems)
    if len(paths) == MOST:
        place = shown_name(folder / RULES, root)
        problems.append(Problem(place, 0, f"{OWN_RULES}超过 {MOST} 件，其余没有读", "减少文件"))
    ordered = sorted(kept.values(), key=lambda rule: (rule.title, rule.version, rule.slug))
    return OwnRules(tuple(ordered), tuple(problems))


def _reading(
    path: Path, root: Path, taken: Collection[str], kept: dict[str, Regulation], problems: ProblemList
) -> Callable[[], None]:
    def read() -> None:
        source = SourceFile.read(path, root, problems)
        if source is None or not may_be_read(source, problems):
            return
        entry = read_regulation(source, problems)
        if entry is None or not _ours(entry, problems):
            return
        rule = _apart(entry.item, taken)
        if rule.id in kept:
            message = f"已有另一件{OWN_RULES}叫“{rule.short}”（{rule.version}），这一件没有列入"
            problems.error(entry.at("short"), message, "改一个 short")
            return
        kept[rule.id] = rule

    return read


def _ours(entry: Entry[Regulation], problems: ProblemList) -> bool:
    """Whether it may stand among the unit's own: a law that somebody put here must not pass for one of ours."""
    rule = entry.item
    if rule.kind != OWN_RULES:
        message = f"这里只放{OWN_RULES}，这一件没有列入"
        problems.error(entry.at("kind"), message, f"本单位印发的写 kind: {OWN_RULES}；法律法规不放在这里")
    elif not rule.articles:
        problems.error(1, "没有条文，这一件没有列入", "在“成果归集”里重新列入，或写全条文")
    elif not rule.title or not rule.issuer:
        problems.error(1, "没有名称或制发单位，这一件没有列入", "在“成果归集”里重新列入，或写全 title 和 issuer")
    else:
        return True
    return False


def _apart(rule: Regulation, taken: Collection[str]) -> Regulation:
    """With a 简称, slug and family that no rule of the program has, without a note that only says there is none."""
    return replace(
        rule,
        slug=f"{FAMILY}{rule.slug}",
        family=f"{FAMILY}{rule.family}",
        short=f"{rule.short}{OURS}" if rule.short in taken else rule.short,
        number="" if rule.number == "无" else rule.number,
        checked="",
        articles=tuple(_noted(article) for article in rule.articles),
    )


def _noted(article: Article) -> Article:
    return replace(article, note=()) if prose_text(article.note).strip() == OWN_NOTE else article
