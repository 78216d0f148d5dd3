"""What does not fit goes on overleaf: nothing lost, nothing over the edge, nothing torn where nobody pauses."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import sheet_measure as m
from app.domain.line_breaks import NEVER_FIRST, line_count
from app.domain.sheet import (
    Bars,
    Block,
    Choice,
    Column,
    Item,
    Moment,
    Picture,
    Quotation,
    Row,
    Sheet,
    SheetKind,
    Text,
)
from app.domain.sheet_fit import paged
from app.domain.sheet_height import blocks_height, body_room, fits, text_room
from app.domain.text_split import TOGETHER, cut

SENTENCES = st.lists(
    st.sampled_from(
        (
            "他自己扫了18元。",
            "承包人说：“顺路，家里有灶。”",
            "付款单压在桌上，",
            "2026年3月16日县纪委监委初核，他如实说明，交出9600元。",
            "为什么",
            "（二）利用职权为他人谋取私利的；\n",
            "WPS表格",
        )
    ),
    min_size=1,
    max_size=45,
).map("".join)
SHORT = st.sampled_from(("甲某", "意见一", "1", "", "贪图享乐 【2】【4】"))
TEXTS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, SENTENCES, source=st.sampled_from(("", "编者说明"))),
    st.builds(Item, SENTENCES, SHORT, st.sampled_from(("", "20 分钟"))),
    st.builds(Moment, st.just("2026年7月13日"), SENTENCES, st.just("【2】")),
    st.builds(Quotation, SENTENCES, st.just("《中国共产党纪律处分条例》（2023年版）第三十条 · 2024年1月1日起施行")),
    st.builds(Choice, st.just("A"), SENTENCES),
)
TITLE = "发生了什么"


def words(blocks: tuple[Block, ...]) -> str:
    return "".join(block.text for block in blocks if not isinstance(block, (Column, Row, Bars, Picture)))  # type: ignore[union-attr]


@given(st.lists(TEXTS, min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost_and_every_page_holds_what_is_on_it(blocks: list[Block]) -> None:
    pages = paged(blocks, TITLE)
    assert "".join(words(page) for page in pages).replace("\n", "") == words(tuple(blocks)).replace("\n", "")
    assert all(blocks_height(page) <= body_room(TITLE) for page in pages)
    assert all(page for page in pages)


@given(SENTENCES)
@settings(deadline=None)
def test_a_parted_quotation_says_on_each_page_where_it_is_from(text: str) -> None:
    pages = paged((Quotation(text, "《政务处分法》第三十条", True),), TITLE)
    assert all(block.source and block.excerpt for page in pages for block in page if isinstance(block, Quotation))


@given(SENTENCES)
@settings(deadline=None)
def test_the_source_of_a_parted_paragraph_stands_at_its_end_only(text: str) -> None:
    pages = paged((Text(text, source="编者"),), TITLE)
    sources = [block.source for page in pages for block in page if isinstance(block, Text)]
    assert sources == [""] * (len(sources) - 1) + ["编者"]


@given(SENTENCES, st.integers(2, 9))
def test_a_cut_leaves_two_lines_and_six_characters_together(text: str, most: int) -> None:
    room = text_room(Text(text))
    place = cut(text, room, most)
    if place:
        assert place >= TOGETHER
        assert len(text) - place >= TOGETHER
        assert line_count(text[:place], room) <= most
        assert text[place] not in NEVER_FIRST
        assert not (text[place - 1].isdigit() and text[place] in "元年月日")


def test_a_paragraph_is_cut_where_a_sentence_ends() -> None:
    text = "他把付款单放回抽屉，没有签。" * 40
    first = paged((Text(text),), TITLE)[0][0]
    assert isinstance(first, Text)
    assert first.text.endswith("。")


def test_pages_are_even_not_one_line_on_the_last() -> None:
    room = text_room(Text(""))
    pages = paged((Text("登记簿上孤零零的一行是线头，" * 17),), TITLE)
    counts = [line_count(page[0].text, room) for page in pages if isinstance(page[0], Text)]
    assert len(counts) == 2
    assert max(counts) - min(counts) <= 2


def test_what_fits_stays_on_one_page() -> None:
    blocks = (Text("一句话。"), Text("又一句话。"))
    assert paged(blocks, TITLE) == (blocks,)
    assert paged((), TITLE) == ((),)


def test_a_block_that_fits_on_a_page_by_itself_is_never_parted() -> None:
    moments = tuple(Moment(f"2026年{month}月", "他把话咽了回去，签了字。" * 9, f"【{month}】") for month in range(1, 6))
    assert [block for page in paged(moments, TITLE) for block in page] == list(moments)


def test_a_table_repeats_its_header_on_every_page() -> None:
    header = Row(("环节", "应有控制", "实际缺失", "本应由谁发现"))
    rows = tuple(Row((f"{number} 付款", "两人核对", "一人签字", "财务股")) for number in range(30))
    pages = paged((header, *rows), TITLE)
    assert len(pages) > 1
    assert all(page[0] == header and len(page) > 1 for page in pages)
    assert tuple(block for page in pages for block in page if block != header) == rows


def test_a_page_with_too_much_on_it_is_recognised() -> None:
    sheet = Sheet(SheetKind.TEXT, "一、案情", TITLE, (Text("他" * 250),))
    assert fits(replace(sheet, blocks=(Text("他" * 100),)))
    assert not fits(replace(sheet, blocks=(Text("他" * 300),)))
    assert not fits(replace(sheet, title="他" * 60, blocks=()))
    assert not fits(replace(sheet, kicker="他" * 60, blocks=()))
    assert not fits(Sheet(SheetKind.COVER, "", "他" * 80))


def test_bars_beside_options_take_no_room_of_their_own() -> None:
    choices = tuple(Choice(key, "两人核对") for key in "ABCD")
    bars = Bars(tuple("ABCD"), (1, 2, 3, 4))
    assert blocks_height((*choices, bars)) == blocks_height(choices)
    assert blocks_height((bars,)) == 4 * m.BAR


def test_columns_stand_side_by_side() -> None:
    short = Column("监管盲区", "查关系", ("存在未回避的情形。",))
    long = replace(short, items=("存在未回避的情形。",) * 4)
    assert blocks_height((short, long, short)) == blocks_height((long, long, long))
