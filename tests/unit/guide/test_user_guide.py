"""The guide says what the program says: a button renamed, a key moved or a sentence rewritten is found here."""

import re
from functools import cache
from pathlib import Path

import pytest

from app.domain.guide import GuideChapter
from app.domain.labels import CONFIDENTIALITY, DISCLAIMER
from app.domain.prose import Block, BlockKind, Prose, RunKind, plain_text, prose_text
from app.packs.guide_file import read_guide
from tests.unit.guide import program_words

FOLDER = program_words.ROOT / "docs" / "user-guide"
MOST_PICTURES = 2_500_000
WITH_CASES = ("01-two-minutes", "03-learn", "04-present")
WITH_ENTRIES = ("01-two-minutes", "06-rectify", "07-manage")
KEYBOARD = {"Ctrl", "Shift", "Alt"}
"""Keys that do nothing alone."""


@cache
def chapters() -> tuple[GuideChapter, ...]:
    return read_guide(FOLDER)


def named() -> list[str]:
    return [chapter.name for chapter in chapters()]


def chapter(name: str) -> GuideChapter:
    return next(one for one in chapters() if one.name == name)


def blocks(one: GuideChapter) -> Prose:
    return one.opening + tuple(block for section in one.sections for block in section.blocks)


def runs(one: GuideChapter, kind: RunKind) -> list[str]:
    return [run.text for block in blocks(one) for line in block.lines for run in line if run.kind is kind]


def rows(one: GuideChapter) -> list[list[str]]:
    """Of the tables of keys, without their headings."""
    tables = [block for block in one.sections[-1].blocks if block.kind is BlockKind.TABLE]
    return [plain_text(line).split("\t") for table in tables for line in table.lines[1:]]


def pictures() -> list[Block]:
    return [block for one in chapters() for block in blocks(one) if block.kind is BlockKind.IMAGE]


def test_the_chapters_are_those_that_a_person_looks_for():
    titles = ["两分钟上手", "安装", "学", "讲", "考", "改", "管", "记", "常见问题"]
    assert [one.title for one in chapters()] == titles
    assert all(one.sections[-1].title == "按键" for one in chapters())


@pytest.mark.parametrize("name", named())
def test_what_is_bold_is_written_so_on_the_screen(name):
    words = runs(chapter(name), RunKind.STRONG)
    assert [one for one in words if not program_words.says(one)] == []


@pytest.mark.parametrize("name", named())
def test_a_sentence_in_a_box_is_one_that_the_program_says(name):
    boxes = [block for block in blocks(chapter(name)) if block.kind is BlockKind.QUOTE]
    said = [plain_text(line) for block in boxes for line in block.lines]
    assert [one for one in said if not program_words.says_sentence(one)] == []


def test_a_sentence_that_nobody_says_would_be_found():
    assert program_words.says("开始练习") and not program_words.says("开始练习吧")
    assert program_words.says_sentence("磁盘空间不足，不能写入……。请腾出空间后再打开。")
    assert not program_words.says_sentence("磁盘空间不足，不能写入……。请重新开机。")


@pytest.mark.parametrize("name", named())
def test_a_key_in_the_text_is_one_of_the_program(name):
    keys = [one for one in runs(chapter(name), RunKind.KEY) if one not in KEYBOARD]
    assert [one for one in keys if one not in program_words.key_names()] == []


@pytest.mark.parametrize("name", named())
def test_a_row_of_a_table_of_keys_is_one_of_the_program(name):
    known = {pair for _, keys in program_words.page_keys().values() for pair in keys}
    assert [row for row in rows(chapter(name)) if tuple(row) not in known] == []


def test_no_key_of_the_program_is_missing():
    told = {tuple(row) for one in chapters() for row in rows(one)}
    missing = {
        page: [pair for pair in keys if pair not in told] for page, (_, keys) in program_words.page_keys().items()
    }
    assert {page: keys for page, keys in missing.items() if keys} == {}


def test_every_picture_is_there_and_no_other():
    used = {block.target for block in pictures()}
    there = {f"pictures/{file.name}" for file in (FOLDER / "pictures").glob("*.png")}
    assert used == there
    assert 20 <= len(used) <= 32


@pytest.mark.parametrize("name", named())
def test_every_chapter_shows_a_picture(name):
    assert [block for block in blocks(chapter(name)) if block.kind is BlockKind.IMAGE]


def test_pictures_are_small_and_described():
    assert sum(file.stat().st_size for file in (FOLDER / "pictures").iterdir()) < MOST_PICTURES
    assert all(len(plain_text(block.lines[0])) >= 4 for block in pictures())


def test_every_link_leads_to_a_chapter():
    targets = [
        run.target
        for one in chapters()
        for block in blocks(one)
        for line in block.lines
        for run in line
        if run.kind is RunKind.LINK
    ]
    assert targets and set(targets) <= set(named())


def test_where_a_case_is_pictured_it_says_what_a_case_is():
    for name in WITH_CASES:
        assert DISCLAIMER.partition("：")[2] in prose_text(chapter(name).opening)


def test_where_something_is_entered_it_says_what_must_not_be():
    for name in WITH_ENTRIES:
        assert CONFIDENTIALITY in prose_text(blocks(chapter(name)))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.md")), ids=lambda file: file.stem)
def test_the_text_is_short_and_in_one_language(file: Path):
    text = file.read_text("utf-8")
    assert max(len(line) for line in text.splitlines()) < 220
    prose = re.sub(r"`[^`]*`|\([^)]*\.(?:md|png)\)|^\|.*$", "", text, flags=re.MULTILINE)
    known = {"Windows", "Word", "Excel", "PDF", "U", "D", "R", "P", "A", "B", "F1", "F5", "MB", "mp3", "mp4"}
    files = r"[\w.%~/\\:-]*[.\\/~%-][\w.%~/\\-]*|[jJ]ingjian|portable|data|backups|jjexam|jjresult|xlsx|docx"
    words = re.findall(r"[A-Za-z][A-Za-z0-9.]*", re.sub(files, "", prose, flags=re.ASCII))
    assert sorted(set(words) - known) == []
