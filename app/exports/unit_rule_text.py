"""A rule of the unit as a text of the regulations' format (docs/content-format.md)."""

import re
from collections.abc import Iterable, Iterator

from app.domain.chinese_numbers import to_number
from app.domain.errors import UserError
from app.domain.labels import OWN_NOTE, OWN_RULES
from app.domain.ledger.outcome import IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict

ARTICLE = re.compile("第([零〇一二三四五六七八九十百千]+)条(?:[ \u3000\t]+|$)(.*)", re.DOTALL)
HEADING = re.compile("第[零〇一二三四五六七八九十百]+[章节]")
HOW = "请让每一条另起一行，以“第一条　”这样的条号开头，从第一条起顺次编号。"
NOTE = f"**学习提示**　{OWN_NOTE}"
MOST_NAME = 12
STANDINGS = {Verdict.REPEAL: "repealed", Verdict.REVISE: "revising"}
UNFIT = re.compile(r"[@\s`/，。；·、“”《》（）():#'\"\[\]{}]+")


def file_name(rule: IssuedRule) -> str:
    return f"unit-{rule.id[:12]}.md"


def short_name(rule: IssuedRule, earlier: Iterable[IssuedRule] = ()) -> str:
    """What stands before the @ in a reference to it. Where one of the ``earlier`` rules is called the same, a part of
    its id is added: a reference means one rule, whichever of them is published first."""
    own = _plain_short(rule)
    taken = {(_plain_short(one), one.on.year) for one in earlier}
    return f"{own}{rule.id[:4]}" if (own, rule.on.year) in taken else own


def unit_rule_text(rule: IssuedRule, issuer: str, short: str = "") -> str:
    """Raises UserError where the text is not divided into articles."""
    articles = list(_articles(rule.text))
    numbers = [number for number, _, _ in articles]
    if numbers != list(range(1, len(numbers) + 1)):
        raise UserError(f"制度正文的条号不连续。{HOW}")
    head = [
        "---",
        f"title: {_quoted(rule.name)}",
        f"short: {_quoted(short or short_name(rule))}",
        f"version: {rule.on.year}",
        f"family: unit-{rule.id[:12]}",
        f"kind: {OWN_RULES}",
        f"issuer: {_quoted(issuer)}",
        f"number: {_quoted(rule.number or '无')}",
        f"issued: {rule.on.isoformat()}",
        f"effective: {rule.on.isoformat()}",
        "source: 本单位印发，由整改台账归集",
        "checked: ''",
        "---",
    ]
    body = [
        f"\n## {label} {_name(lines[0])}\n\n" + "\n>\n".join(f"> {line}" for line in lines) + f"\n\n{NOTE}"
        for _, label, lines in articles
    ]
    return "\n".join(head) + "\n" + "\n".join(body) + "\n"


def with_verdict(text: str, look: RuleLookBack | None) -> str:
    """The text of a published rule with what the last look back found, if there was one: its head says since when it
    is repealed or to be revised, or neither. All else stays: somebody may have written study notes into it."""
    opening, head, body = text.split("---\n", 2)
    lines = [line for line in head.splitlines() if not line.startswith(tuple(f"{key}:" for key in STANDINGS.values()))]
    if look is not None and look.verdict in STANDINGS:
        lines.append(f"{STANDINGS[look.verdict]}: {look.on.isoformat()}")
    return f"{opening}---\n" + "\n".join(lines) + f"\n---\n{body}"


def _plain_short(rule: IssuedRule) -> str:
    return UNFIT.sub("", rule.name)[:20] or OWN_RULES


def _articles(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """(number, label, its paragraphs). Heads of chapters are left out."""
    number, label, lines = 0, "", list[str]()
    for line in (one.strip() for one in text.splitlines()):
        if not line or HEADING.match(line):
            continue
        found = ARTICLE.match(line)
        if found:
            if label:
                yield number, label, _filled(label, lines)
            number, label = to_number(found[1]) or 0, f"第{found[1]}条"
            lines = [found[2].strip()] if found[2].strip() else []
        elif not label:
            raise UserError(f"制度正文的第一行不是条文。{HOW}")
        else:
            lines.append(line)
    if not label:
        raise UserError(f"制度正文里没有条文。{HOW}")
    yield number, label, _filled(label, lines)


def _name(line: str) -> str:
    """What an article is called in a list, where the rule gives it no name: its beginning."""
    name = UNFIT.sub("", re.split("[，。；：、]", line)[0]) or "条文"
    return name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 1]}…"


def _filled(label: str, lines: list[str]) -> list[str]:
    if not lines:
        raise UserError(f"{label}没有内容。请补上正文，或删去这一条。")
    return lines


def _quoted(text: str) -> str:
    """As a text of YAML, whatever is in it."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
