"""The papers of a meeting: what they say, word for word, and that they say nothing else."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENTATION
from docx.shared import Mm

from app.domain.labels import DISCLAIMER
from app.domain.meeting import MeetingKind
from app.domain.minutes import Speech
from app.exports.attendance_sheet_document import AttendanceSheetDocument
from app.exports.meeting_notice_document import MeetingNoticeDocument
from app.exports.meeting_parts import INTERNAL
from app.exports.minutes_document import MinutesDocument
from app.exports.title_lines import title_lines
from app.exports.vote_annex_document import VoteAnnexDocument
from tests.unit.exports.meetings import (
    BARE,
    MEETING,
    MINUTES,
    ORIGIN,
    PEOPLE,
    UNRECORDED,
    documents,
    foot,
    many,
    row_facts,
    tables,
    with_words,
)
from tests.unit.exports.papers import text
from tests.unit.exports.test_hostile_texts import everything_is_xml

MADE = documents(MINUTES)
EMPTY = documents(UNRECORDED)
VERSION = "内容版本 0123abcd　2026年11月18日"
NEVER = ("红头", "文号", "盖章", "〔2026〕", "公章")


def lines(document: bytes) -> list[str]:
    return [line for line in text(document).splitlines() if line.strip()]


def test_the_notice_says_who_is_called_where_and_when() -> None:
    assert lines(MADE["notice"]) == [
        "关于召开2026年第四季度",
        "警示教育大会的通知",
        "局机关全体党员干部：",
        "现将召开2026年第四季度警示教育大会的有关事项通知如下。",
        "一、时间：2026年11月21日（星期六）上午9:00",
        "二、地点：三楼会议室",
        "三、参加人员：局机关全体党员干部",
        "列席人员：派驻纪检监察组",
        "四、议程（约 105 分钟）",
        "1. 观看廉政教育纪录片：《警钟》",
        "2. 案例剖析：低保绿色通道（王建军）",
        "3. 交流发言",
        "4. 领导讲话（张志远）",
        "五、有关要求",
        "1. 请提前10分钟入场签到。",
        "2. 手机静音。",
        "青山县民政局",
        "2026年11月18日",
    ]


def test_a_notice_of_nothing_yet_is_lines_to_write_on() -> None:
    assert lines(EMPTY["notice"])[:6] == [
        "关于举办廉政党课的通知",
        "＿＿＿＿＿＿＿＿＿＿＿＿：",
        "现将举办廉政党课的有关事项通知如下。",
        "一、时间：＿＿＿＿年＿＿月＿＿日＿＿时＿＿分",
        "二、地点：＿＿＿＿＿＿＿＿＿＿＿＿",
        "三、参加人员：＿＿＿＿＿＿＿＿＿＿＿＿",
    ]


@pytest.mark.parametrize("kind", MeetingKind)
def test_every_kind_of_meeting_has_a_title_that_reads_well(kind: MeetingKind) -> None:
    title = lines(MeetingNoticeDocument(replace(BARE, kind=kind), ORIGIN).to_bytes())[0]
    wanted = {
        MeetingKind.FIRST_TOPIC: "关于开展党组会第一议题学习的通知",
        MeetingKind.THEORY_GROUP: "关于开展中心组学习的通知",
        MeetingKind.PARTY_DAY: "关于开展主题党日的通知",
        MeetingKind.LECTURE: "关于举办廉政党课的通知",
    }
    assert title == wanted.get(kind, f"关于召开{kind}的通知")


def test_the_agenda_counts_on_from_the_beginning() -> None:
    (table,) = tables(MADE["agenda"])
    assert table == [
        ["序号", "时间", "议程", "主讲或发言"],
        ["1", "9:00—9:25", "观看廉政教育纪录片：《警钟》", ""],
        ["2", "9:25—9:55", "案例剖析：低保绿色通道", "王建军"],
        ["3", "9:55—10:25", "交流发言", ""],
        ["4", "10:25—10:45", "领导讲话", "张志远"],
    ]


def test_the_sheet_to_sign_names_everybody_and_marks_nobody() -> None:
    (table,) = tables(MADE["before"])
    assert table[0] == ["序号", "姓名", "单位", "职务", "签名", "备注"]
    assert table[1] == ["1", "周明", "办公室", "主任", "", ""]
    assert table[2] == ["2", "李晓燕", "社会救助科", "", "", ""]
    assert table[5] == ["5", "孙立", "派驻组", "", "", "列席"]
    counts = "　".join(["应到 4 人", *(f"{word}＿＿＿人" for word in ("实到", "请假", "未到", "列席"))])
    assert lines(MADE["before"])[-1] == f"{counts}　　记录人：王芳"


def test_the_sheet_afterwards_says_who_came() -> None:
    (table,) = tables(MADE["after"])
    assert [row[4:] for row in table] == [
        ["签到", "备注"],
        ["到", ""],
        ["请假", "参加省厅培训"],
        ["迟到（9:12）", ""],
        ["未到", ""],
        ["到", "列席"],
    ]
    assert lines(MADE["after"])[-1] == "应到 4 人　实到 2 人　请假 1 人　未到 1 人　列席 1 人　　记录人：王芳"


def test_a_list_on_which_nobody_was_marked_does_not_say_that_nobody_came() -> None:
    unmarked = tuple(replace(one, presence=type(one.presence).ABSENT, at="", reason="") for one in PEOPLE)
    sheet = AttendanceSheetDocument(MEETING, unmarked, True, ORIGIN).to_bytes()
    record = MinutesDocument(replace(MINUTES, people=unmarked), ORIGIN).to_bytes()
    assert "未到" not in [cell for row in tables(sheet)[0] for cell in row]
    assert "实到＿＿＿人" in text(sheet) and "实到 0 人" not in text(sheet)
    assert ["应到", "4 人", "实到", "＿＿＿人"] in tables(record)[0]
    assert "缺席及原因：＿＿＿＿＿＿＿＿＿＿＿＿" in lines(record)


def test_the_sheet_is_a4_on_its_side_its_header_on_every_page_and_no_row_split() -> None:
    document = AttendanceSheetDocument(MEETING, many(200), False, ORIGIN).to_bytes()
    opened = Document(BytesIO(document))
    section = opened.sections[0]
    assert section.orientation == WD_ORIENTATION.LANDSCAPE
    assert abs(section.page_width - Mm(297)) < Mm(0.1) and abs(section.left_margin - Mm(25)) < Mm(0.1)
    assert row_facts(document, 0, "tblHeader") == [True] + [False] * 200
    assert all(row_facts(document, 0, "cantSplit"))
    widths = [Mm(width) for width in (14, 38, 82, 44, 40, 34)]
    cells = opened.tables[0].rows[200].cells
    assert all(abs(cell.width - width) < Mm(0.1) for cell, width in zip(cells, widths, strict=True))
    assert sum(widths) <= section.page_width - section.left_margin - section.right_margin + Mm(0.1)
    assert [row[1] for row in tables(document)[0][1:]] == [f"人〔{n}〕" for n in range(1, 201)]
    assert all(row.height and row.height.pt >= 22 for row in opened.tables[0].rows)


def test_a_sheet_without_a_list_has_numbered_rows_to_fill_in() -> None:
    (table,) = tables(EMPTY["before"])
    assert [row[0] for row in table[1:]] == [str(n) for n in range(1, 27)]
    assert not any(cell for row in table[1:] for cell in row[1:])


def test_the_minutes_follow_the_order_of_a_record() -> None:
    facts, follow_ups, signatures = tables(MADE["minutes"])
    assert facts == [
        ["会议类别", *["警示教育大会"] * 3],
        ["时间", *["2026年11月21日（星期六）上午9:03至11:20"] * 3],
        ["地点", *["三楼会议室"] * 3],
        ["主持人", "李国强", "记录人", "王芳"],
        ["应到", "4 人", "实到", "2 人"],
        ["缺席", "2 人", "列席", "1 人"],
    ]
    assert follow_ups == [
        ["序号", "事项", "责任人", "完成时限"],
        ["1", "核对回避登记", "社会救助科", "2026年11月28日"],
        ["2", "修订登记表", "", ""],
    ]
    assert signatures == [["主持人（签字）：＿＿＿＿", "记录人（签字）：＿＿＿＿", "日　期：＿＿＿＿"]]
    said = [line.text for line in Document(BytesIO(MADE["minutes"])).paragraphs if line.text.strip()]
    assert said == [
        "2026年第四季度警示教育大会",
        "会议记录",
        "一、出席情况",
        "出席人员见签到表。",
        "迟到：赵敏（财务科） 9:12 到。",
        "缺席及原因：李晓燕（社会救助科）：请假，参加省厅培训；",
        "欧阳文华（养老服务科）：未到，原因：＿＿＿＿＿＿。",
        "列席人员：孙立（派驻组）。",
        "二、会议议程",
        "1. 观看廉政教育纪录片：《警钟》",
        "2. 案例剖析：低保绿色通道（王建军）",
        "3. 交流发言",
        "4. 领导讲话（张志远）",
        "三、放映和学习的内容",
        "案例 8《低保绿色通道》（第 3 版）",
        "四、发言记录",
        "交流发言",
        "周明：我们科每月有六十多件申请。",
        "领导讲话",
        "张志远：登记要在前。",
        "五、议定事项",
        "1. 一周内逐件核对回避登记。",
        "2. 每季度抽查一次。",
        "六、会后事项",
        "附件：1. 签到表　2. 表决情况",
    ]


def test_minutes_of_nothing_recorded_claim_nothing() -> None:
    assert tables(EMPTY["minutes"])[0] == [
        ["会议类别", *["廉政党课"] * 3],
        ["时间", *["＿＿＿＿年＿＿月＿＿日＿＿时＿＿分至＿＿＿＿年＿＿月＿＿日＿＿时＿＿分"] * 3],
        ["地点", *["＿＿＿＿＿＿＿＿＿＿＿＿"] * 3],
        ["主持人", "＿＿＿＿＿＿", "记录人", "＿＿＿＿＿＿"],
        ["应到", "＿＿＿人", "实到", "＿＿＿人"],
        ["缺席", "＿＿＿人", "列席", "＿＿＿人"],
    ]
    assert "放映" not in text(EMPTY["minutes"]) and "会后事项" not in text(EMPTY["minutes"])
    assert "附件：签到表" in lines(EMPTY["minutes"])


def test_a_correction_says_so() -> None:
    assert "会议记录（第 2 版，更正）" in lines(MinutesDocument(replace(MINUTES, version=2), ORIGIN).to_bytes())


def test_two_hundred_people_and_forty_speeches_are_all_there() -> None:
    speeches = tuple(Speech(f"人〔{n}〕", f"话〔{n}〕\n又一段〔{n}〕", "交流发言") for n in range(40))
    absent = tuple(replace(one, presence=PEOPLE[1].presence) if one.number > 80 else one for one in many(200))
    record = MinutesDocument(replace(MINUTES, people=absent, speeches=speeches), ORIGIN).to_bytes()
    said = lines(record)
    assert all(f"人〔{n}〕：话〔{n}〕" in said and f"又一段〔{n}〕" in said for n in range(40))
    assert sum("：请假，原因：＿＿＿＿＿＿" in line for line in said) == 120
    assert said.count("交流发言") == 1, "the head of a part stands once over its speeches"


def test_the_annex_sets_both_votes_side_by_side_and_names_nobody() -> None:
    (table,) = tables(MADE["votes"])
    assert table == [
        ["选项", "内容", "第一次", "第二次", "揭晓"],
        ["A", "先办后补", "9", "2", ""],
        ["B", "登记并回避", "30", "37", "参考答案"],
        ["合计", "", "39", "39", ""],
    ]
    assert lines(MADE["votes"])[0] == "附件"
    assert not [one.name for one in PEOPLE if one.name in text(MADE["votes"])]
    once = replace(MINUTES.votes[0], poll=replace(MINUTES.votes[0].poll, second=None), answer=())
    single = VoteAnnexDocument(replace(MINUTES, votes=(once,)), ORIGIN).to_bytes()
    assert [row[2:] for row in tables(single)[0][1:]] == [["9", "—", ""], ["30", "—", ""], ["39", "—", ""]]


def test_the_bulletin_is_a_draft_on_every_page_with_room_for_two_photographs() -> None:
    assert lines(MADE["bulletin"])[0] == "草稿（未经审核，不得报送）"
    assert foot(MADE["bulletin"]) == [f"草稿，未经审核　{VERSION}", DISCLAIMER]
    assert tables(MADE["bulletin"]) == [
        [["照片一（插入后删去本行）", "照片二（插入后删去本行）"], ["图说：＿＿＿＿＿＿＿＿＿＿"] * 2]
    ]


def test_the_disclaimer_stands_where_a_case_is_named_and_only_there() -> None:
    assert foot(MADE["notice"]) == foot(MADE["agenda"]) == foot(MADE["votes"]) == [VERSION, DISCLAIMER]
    assert foot(MADE["minutes"]) == [f"{INTERNAL}　{VERSION}", DISCLAIMER]
    assert foot(MADE["before"]) == foot(MADE["after"]) == [INTERNAL]
    assert foot(EMPTY["notice"]) == foot(EMPTY["agenda"]) == []
    assert foot(EMPTY["minutes"]) == [INTERNAL]


@pytest.mark.parametrize("name", MADE)
def test_no_document_plays_an_official_one(name: str) -> None:
    for made in (MADE[name], EMPTY[name]):
        assert not [word for word in NEVER if word in text(made)]
        opened = Document(BytesIO(made))
        assert not opened.inline_shapes
        assert opened.sections[0].footer.paragraphs[0].text.startswith("— ")


HOSTILE = {
    "<b>粗</b> & <w:p/> ]]> &amp;": "<b>粗</b> & <w:p/> ]]> &amp;",
    "前\x00\x07\x1b后": "前后",
    "\u202e倒过来\u202c\u200b": "倒过来",
    "=1+1": "=1+1",
    "@SUM(A1)": "@SUM(A1)",
    "-2+3 {PAGE} \\t": "-2+3 {PAGE} \\t",
    "\ud800孤\uffff": "孤",
    "长" * 32_768: "长" * 32_768,
}


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_was_typed_stands_there_as_text(words: str) -> None:
    for name, made in documents(with_words(words)).items():
        everything_is_xml(made)
        if name != "bulletin":  # which shortens
            assert HOSTILE[words] in text(made).replace("\n", ""), name


@pytest.mark.parametrize("title", ["会", "警示教育大会" * 12, "关于2026年第四季度" * 5, "a" * 300, "《" * 70, ""])
def test_a_long_title_is_broken_into_lines_of_like_length(title: str) -> None:
    made = title_lines(title)
    assert "".join(made) == title
    if "大会" in title:
        assert max(map(len, made)) <= 20 and max(map(len, made)) - min(map(len, made)) <= 3


def test_a_row_that_no_page_could_hold_is_split_rather_than_cut_off() -> None:
    long = replace(PEOPLE[0], unit="长" * 2_000)
    document = AttendanceSheetDocument(MEETING, (long, *PEOPLE[1:]), False, ORIGIN).to_bytes()
    assert row_facts(document, 0, "cantSplit") == [True, False, True, True, True, True]
