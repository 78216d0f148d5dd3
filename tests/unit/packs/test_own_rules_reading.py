"""The unit's own rules as files: the program's rules keep their names, what is issued comes back whole."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.chinese_numbers import to_chinese
from app.domain.labels import OWN_RULES, REGULATION_KINDS, RULE_NAMES
from app.domain.ledger.outcome import IssuedRule
from app.domain.problem import Severity
from app.exports.unit_rule_text import file_name, short_name, unit_rule_text
from app.packs.own_files import own_mark
from app.packs.own_rules import read_own_rules

TAKEN = {"条例", "规定"}
ON = date(2026, 3, 2)
CHARACTERS = st.characters(
    categories=("Lo", "Nd", "Po", "Ps", "Pe", "Sm", "Zs"), max_codepoint=0x9FFF, exclude_characters="@\u2028\u2029"
)
NAMES = st.text(CHARACTERS, min_size=1, max_size=40).filter(lambda name: name.strip())
HEADS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["印章办法", "办法: '1'", ""]),
        "short": st.sampled_from(["办法", "条例", "规定", "条例（本单位）", "", "a@b"]),
        "version": st.sampled_from(["2026", "2023", "x"]),
        "family": st.sampled_from(["yin-zhang", "tiao-li", ""]),
        "kind": st.sampled_from([OWN_RULES, *REGULATION_KINDS, "其他"]),
        "issuer": st.sampled_from(["某县民政局", ""]),
        "effective": st.sampled_from(["2024-01-01", "2024", "昨天"]),
        "source": st.just("本单位印发"),
    },
    optional={"checked": st.sampled_from(["2026-01-01", "待核校", ""]), "missing": st.just("全文")},
)
BODIES = st.one_of(st.text(max_size=200), st.just("\n## 第一条 名称\n\n> 原文。\n\n**学习提示**　提示。\n"))


def words(text):
    return "".join(text.split())


@st.composite
def issued(draw):
    """A rule as somebody types it, and the words of its articles."""
    line = st.text(CHARACTERS, min_size=1, max_size=60).map(str.strip)
    line = line.filter(lambda text: words(text) and text[0] not in "第（(>" and not text.startswith("**"))
    articles = draw(st.lists(st.lists(line, min_size=1, max_size=3), min_size=1, max_size=5))
    lines = [f"第{to_chinese(number)}条　" + "\n".join(article) for number, article in enumerate(articles, 1)]
    number = draw(st.sampled_from(["", "某民发〔2026〕7号", "'1': #"]))
    rule = IssuedRule(draw(st.uuids()).hex, "c", draw(NAMES).strip(), number, ON, "\n".join(lines))
    return rule, articles


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(HEADS, BODIES), min_size=1, max_size=4))
def test_nothing_that_lies_there_takes_a_name_of_the_program_s_or_passes_for_law(files):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ledger" / "rules"
        folder.mkdir(parents=True)
        for number, (head, body) in enumerate(files):
            text = "---\n" + "\n".join(f"{key}: {value}" for key, value in head.items()) + f"\n---\n{body}"
            (folder / f"{number}.md").write_text(text, encoding="utf-8", errors="replace")
        found = read_own_rules(folder.parent, TAKEN)
    assert all(rule.own and rule.kind == OWN_RULES and rule.checked == "" for rule in found.regulations)
    assert not {rule.short for rule in found.regulations} & (TAKEN | set(RULE_NAMES))
    assert len({rule.id for rule in found.regulations}) == len(found.regulations)
    assert all(rule.slug.startswith("own/") and rule.family.startswith("own/") for rule in found.regulations)
    assert all(problem.file.startswith("ledger/rules/") and problem.line >= 0 for problem in found.problems)
    named = {problem.file for problem in found.problems if problem.severity is Severity.ERROR}
    assert len(found.regulations) + len(named) >= len(files)  # what is left out is told


@settings(max_examples=60, deadline=None)
@given(st.lists(issued(), min_size=1, max_size=4, unique_by=lambda pair: pair[0].id[:4]))
def test_what_is_issued_comes_back_whole_each_rule_under_a_name_of_its_own(pairs):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ledger" / "rules"
        folder.mkdir(parents=True)
        for number, (rule, _) in enumerate(pairs):
            short = short_name(rule, [other for other, _ in pairs[:number]])
            (folder / file_name(rule)).write_text(unit_rule_text(rule, "某局", short), encoding="utf-8")
        found = read_own_rules(folder.parent, TAKEN)
    assert [problem for problem in found.problems if problem.severity is Severity.ERROR] == []
    by_file = {rule.slug: rule for rule in found.regulations}
    for rule, articles in pairs:
        read = by_file["own/" + file_name(rule).removesuffix(".md")]
        assert words(read.title) == words(rule.name)
        assert [words(article.text) for article in read.articles] == [words("".join(lines)) for lines in articles]
        assert all(article.note == () for article in read.articles)


def test_the_mark_tells_of_every_change_and_of_nothing_else(tmp_path):
    ledger = tmp_path / "ledger"
    rules = ledger / "rules"
    assert own_mark(None) == own_mark(ledger) == ""
    rules.mkdir(parents=True)
    (rules / "a.md.void").write_text("1")
    assert own_mark(ledger) == ""
    marks = []
    for name, text in (("a.md", "1"), ("b.md", "1"), ("b.md", "12")):
        (rules / name).write_text(text)
        marks.append(own_mark(ledger))
    (rules / "a.md").rename(rules / "a.md.void")
    marks.append(own_mark(ledger))
    assert len(set(marks)) == 4 and own_mark(ledger) == marks[-1]
