"""The examples of docs/content-format.md are content that the readers take."""

import re
from pathlib import Path

import pytest

from app.domain.case import CaseKind, Section
from app.packs.case_lengths import EXEMPLAR_LIMITS, LIMITS
from tests.unit.packs.builder import ContentFolder

DOCUMENT = (Path(__file__).parents[3] / "docs" / "content-format.md").read_text(encoding="utf-8")
PLACES = {
    "怎样写一条法规": "regulations/guiding-2023.md",
    "新旧条号": "regulations/numbers/guiding-2018-2023.yaml",
    "怎样写一道题": "quizzes/jie-che.yaml",
    "怎样写一份试卷": "quizzes/papers/lian-xi.yaml",
    "怎样写一个案例": "cases/jie-che.md",
    "怎样写一个榜样": "cases/shou-men.md",
}
# What a short example cannot have: the length, the number of measures, the second article, a large bank.
SHORT = (
    "字，应为",
    "整改措施有",
    "对照自查有",
    "第六条未收录",
    "符合条件的只有",
    "“案情”",
    "没有对应的自查",
    "道题",
    "的题相同",
)


@pytest.mark.parametrize("heading", PLACES)
def test_an_example_is_read(folder: ContentFolder, heading: str) -> None:
    for name, place in PLACES.items():
        found = re.search(rf"##+ {name}\n.*?```(?:markdown|yaml)\n(.*?)```", DOCUMENT, re.DOTALL)
        assert found
        folder.write(place, found[1])
    problems = [p for p in folder.problems() if p.file == PLACES[heading]]
    assert [f"{p.line} {p.message}" for p in problems if not any(words in p.message for words in SHORT)] == []


def test_the_limits_are_those_that_are_checked() -> None:
    for section, (low, high) in LIMITS.items():
        row = re.search(rf"^\| {section.value} \| (.+?) \|", DOCUMENT, re.MULTILINE)
        assert row
        expected = f"≤ {high}" if low == 1 else f"{low}–{high}"
        assert row[1] == ("三题" if section is Section.DISCUSSION else expected)


def test_every_heading_is_described() -> None:
    outline = DOCUMENT.partition("### 标题、字数和要求")[2].partition("\n## ")[0]
    assert re.findall(r"^\| (\S+) \| [^|]+ \| [^|]+ \|$", outline, re.MULTILINE)[1:] == [s.value for s in Section]


def test_the_limits_of_exemplars_are_those_that_are_checked() -> None:
    for section in (section for section in LIMITS if EXEMPLAR_LIMITS[section] != LIMITS[section]):
        low, high = EXEMPLAR_LIMITS[section]
        assert f"\n| {section.heading(CaseKind.EXEMPLAR)} | {low}–{high} |" in DOCUMENT
