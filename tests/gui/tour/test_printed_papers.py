"""The longest shipped paper as LibreOffice prints it: A4, no question on two pages, title and 密封线 in their place."""

import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from app.bootstrap import open_app
from app.domain.labels import DISCLAIMER
from app.paths import find_paths
from app.ui.tour.printed_form import PrintedForm, converter, printed_forms

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(converter() is None, reason="没有安装 LibreOffice，不能核对打印出来的试卷"),
]
SEED, LETTERS = 7, ("A", "B")
PAPER, SHEET, KEY = "试卷", "答题卡", "答案与解析"
MOST = {PAPER: 24, SHEET: 4, KEY: 30}
"""Pages. With another face than 仿宋 a page more or less is no fault; with twice as many nobody would print it."""
_SEEN = 12
"""Characters by which a text is found again."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory, compiled_content):
    """(letter, what it is) → as printed; and both versions of the paper."""
    folder = tmp_path_factory.mktemp("卷")
    paths = find_paths(folder / "data")
    shutil.copytree(compiled_content, paths.cache)
    services = open_app(paths, seed=1)
    assert services.library.open_newest()
    longest = max(services.library.papers(), key=lambda one: one.size)
    files = services.papers.write_papers(longest, SEED, folder)
    versions = dict(zip(LETTERS, services.papers.versions(longest, SEED), strict=True))
    services.close()
    forms = printed_forms(files)
    assert len(files) == len(forms) == 6
    return {_named(path): form for path, form in forms.items()}, versions


def _named(path: Path) -> tuple[str, str]:
    letter, what = re.search(r"（([AB])-\d+）(.+)\.docx", path.name).groups()
    return letter, what


def plain(text: str) -> str:
    """Without what copying out of a PDF makes of it: radicals that look like characters, spaces, line ends."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def pages(form: PrintedForm) -> list[str]:
    return [plain(text) for text in form.texts]


def on(found: list[str], text: str) -> set[int]:
    """Pages on which it stands."""
    return {number for number, page in enumerate(found) if plain(text) in page}


def first_and_last(one) -> tuple[str, str]:
    """How a question begins and ends on paper."""
    stem = re.split("[＿_]{2,}", one.question.stem)
    last = one.options[-1][1] if one.options else stem[-1] or stem[-2]
    return stem[0][:_SEEN], last[-_SEEN:]


def test_every_page_is_a4_upright_and_there_are_not_too_many(printed):
    forms, _ = printed
    assert {named: fault for named, form in forms.items() if (fault := form.fault(wide=False))} == {}
    assert [named for named, form in forms.items() if not 1 <= len(form.sizes) <= MOST[named[1]]] == []
    assert all(abs(len(forms["A", what].sizes) - len(forms["B", what].sizes)) <= 2 for what in MOST)


def test_the_title_stands_on_the_first_page_and_the_paper_number_on_every_page(printed):
    forms, versions = printed
    for (letter, _), form in forms.items():
        version, found = versions[letter], pages(form)
        assert on(found, version.title) == {0}
        assert on(found, version.code) == on(found, DISCLAIMER) == set(range(len(found)))
        assert all(f"—{number}—" in page for number, page in enumerate(found, 1))


def test_the_seal_line_stands_on_the_first_page_of_the_paper_and_all_of_the_sheet_and_nowhere_in_the_key(printed):
    forms, _ = printed
    for (_, what), form in forms.items():
        dotted = {number for number, text in enumerate(form.texts) if text.count("…") > 40}
        found = pages(form)
        fields = on(found, "单位：") & on(found, "姓名：") & on(found, "工号：")
        words = on(found, "密...") & on(found, "封...") & on(found, "线...")  # as NFKC writes …
        wanted = {PAPER: {0}, SHEET: set(range(len(found))), KEY: set()}[what]
        assert dotted == fields & words == wanted, what


@pytest.mark.parametrize("letter", LETTERS)
def test_no_question_is_split_over_two_pages(printed, letter):
    forms, versions = printed
    found = pages(forms[letter, PAPER])
    split = []
    for one in versions[letter].questions:
        first, last = (on(found, part) for part in first_and_last(one))
        assert first and last, f"第 {one.number} 题没有找到"
        if not first & last:
            split.append(one.number)
    assert split == []


@pytest.mark.parametrize("letter", LETTERS)
def test_a_material_stands_on_the_page_of_its_first_question(printed, letter):
    forms, versions = printed
    found = pages(forms[letter, PAPER])
    units = [unit for section in versions[letter].sections for unit in section.units if unit.scenario]
    assert units
    for unit in units:
        ends = on(found, unit.scenario[-_SEEN:]), on(found, first_and_last(unit.questions[0])[0])
        assert ends[0] & ends[1], unit.scenario[:_SEEN]


@pytest.mark.parametrize("letter", LETTERS)
def test_sheet_and_key_have_every_number(printed, letter):
    forms, versions = printed
    for what in (SHEET, KEY):
        said = {int(number) for text in forms[letter, what].texts for number in re.findall(r"\d+", text)}
        assert {one.number for one in versions[letter].questions} <= said
