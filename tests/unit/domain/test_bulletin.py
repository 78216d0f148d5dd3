"""信息简报: only what was recorded, and never more than 800 characters."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.attendance import Attendee, Presence
from app.domain.bulletin import LIMIT, bulletin_of
from app.domain.meeting import Meeting, MeetingKind, MeetingPart, PartKind
from app.domain.minutes import FollowUp, Minutes, Speech, VoteRecord
from app.domain.poll import Poll
from tests.unit.exports.meetings import MINUTES, UNRECORDED

PRAISE = "深刻 圆满 成功 热烈 显著 高度 扎实 有力 切实 重要 精彩 一致认为 反响 收获 受益 震撼".split()
TEXTS = st.text(max_size=1200) | st.sampled_from(["", "  ", "。", "长" * 40_000, "核对登记。", "\n"])


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    def some(made: st.SearchStrategy[object]) -> tuple[object, ...]:
        return tuple(draw(st.lists(made, max_size=9)))

    parts = some(st.builds(MeetingPart, st.just("p"), st.sampled_from(PartKind), TEXTS, st.integers(0, 90), TEXTS))
    texts = [draw(TEXTS) for _ in range(6)]
    meeting = Meeting("m", draw(st.sampled_from(MeetingKind)), *texts, parts=parts)  # type: ignore[arg-type]
    people = st.builds(Attendee, st.integers(1, 300), TEXTS, TEXTS, st.sampled_from(Presence), TEXTS, TEXTS)
    return Minutes(
        meeting,
        draw(TEXTS | st.just("2026-11-21T09:03")),
        draw(TEXTS),
        some(people),  # type: ignore[arg-type]
        some(st.builds(Speech, TEXTS, TEXTS, TEXTS)),  # type: ignore[arg-type]
        some(TEXTS),  # type: ignore[arg-type]
        some(st.builds(FollowUp, TEXTS)),  # type: ignore[arg-type]
        some(st.builds(VoteRecord, TEXTS, st.just(()), st.just(Poll.empty(())))),  # type: ignore[arg-type]
        some(TEXTS),  # type: ignore[arg-type]
    )


@given(minutes())
def test_it_never_has_more_than_800_characters(held: Minutes) -> None:
    made = bulletin_of(held)
    assert made.characters <= LIMIT == 800
    assert made.characters == len(made.title + "".join(made.paragraphs))
    assert all("\n" not in text for text in (made.title, *made.paragraphs))


def test_it_says_what_was_recorded() -> None:
    made = bulletin_of(MINUTES)
    assert made.title == "青山县民政局召开2026年第四季度警示教育大会"
    assert made.paragraphs == (
        "2026年11月21日，青山县民政局在三楼会议室召开2026年第四季度警示教育大会。李国强主持。"
        "应到 4 人，实到 2 人，列席 1 人。",
        "会议议程：1. 观看廉政教育纪录片：《警钟》；2. 案例剖析：低保绿色通道；3. 交流发言；4. 领导讲话。",
        "会上放映：案例 8《低保绿色通道》（第 3 版）。",
        "会上，周明发言；张志远讲话。",
        "会上举手作答（只计人数）：如果你是经办人，会怎么做？",
        "会议议定：1. 一周内逐件核对回避登记；2. 每季度抽查一次。",
        "会后事项：1. 核对回避登记；2. 修订登记表。",
    )


def test_it_praises_nobody() -> None:
    for held in (MINUTES, UNRECORDED):
        said = "".join(bulletin_of(held).paragraphs)
        assert not [word for word in PRAISE if word in said]


def test_what_was_not_recorded_is_a_line_and_not_a_claim() -> None:
    assert bulletin_of(UNRECORDED).paragraphs == (
        "＿＿＿＿年＿＿月＿＿日，＿＿＿＿＿＿在＿＿＿＿组织廉政党课。应到＿＿＿人，实到＿＿＿人。",
    )


def test_a_decision_that_finds_no_room_is_left_to_the_record_whole() -> None:
    held = replace(MINUTES, decisions=("核" * 300 + "。", "对" * 300 + "。", "第三件。"))
    (said,) = [text for text in bulletin_of(held).paragraphs if text.startswith("会议议定")]
    assert said == f"会议议定：1. {'核' * 300}；另有 2 项，见会议记录。"
    huge = replace(MINUTES, decisions=("核" * 900,))
    (said,) = [text for text in bulletin_of(huge).paragraphs if text.startswith("会议议定")]
    assert said == "会议议定：共 1 项，见会议记录。"
