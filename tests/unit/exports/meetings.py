"""Meetings before and after, small and large, and what can be read back out of their documents."""

from dataclasses import replace
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from app.domain.attendance import Attendee, Presence
from app.domain.bulletin import bulletin_of
from app.domain.meeting import Meeting, MeetingKind, MeetingPart, PartKind
from app.domain.minutes import FollowUp, Minutes, Speech, VoteRecord
from app.domain.poll import Poll
from app.exports.attendance_sheet_document import AttendanceSheetDocument
from app.exports.bulletin_document import BulletinDocument
from app.exports.document_origin import DocumentOrigin
from app.exports.meeting_agenda_document import MeetingAgendaDocument
from app.exports.meeting_notice_document import MeetingNoticeDocument
from app.exports.minutes_document import MinutesDocument
from app.exports.vote_annex_document import VoteAnnexDocument

ORIGIN = DocumentOrigin("2026-11-18", "0123abcd")
BARE = Meeting("m0", MeetingKind.LECTURE, "")
PARTS = (
    MeetingPart("p1", PartKind.FILM, "《警钟》", 25),
    MeetingPart("p2", PartKind.ANALYSIS, "低保绿色通道", 30, "王建军", case="di-bao"),
    MeetingPart("p3", PartKind.TALK, "交流发言", 30),
    MeetingPart("p4", PartKind.SPEECH, "领导讲话", 20, "张志远"),
)
MEETING = Meeting(
    "m1",
    MeetingKind.WARNING,
    "2026年第四季度警示教育大会",
    unit="青山县民政局",
    starts_at="2026-11-21T09:00",
    place="三楼会议室",
    chair="李国强",
    recorder="王芳",
    audience="局机关全体党员干部",
    observers="派驻纪检监察组",
    requirements="请提前10分钟入场签到。\n手机静音。",
    parts=PARTS,
)
PEOPLE = (
    Attendee(1, "周明", "办公室", Presence.PRESENT, post="主任"),
    Attendee(2, "李晓燕", "社会救助科", Presence.LEAVE, reason="参加省厅培训"),
    Attendee(3, "赵敏", "财务科", Presence.LATE, at="9:12"),
    Attendee(4, "欧阳文华", "养老服务科"),
    Attendee(5, "孙立", "派驻组", Presence.PRESENT, observer=True),
)
VOTE = VoteRecord(
    "如果你是经办人，会怎么做？",
    (("A", "先办后补"), ("B", "登记并回避")),
    Poll(("A", "B"), (9, 30), (2, 37)),
    ("B",),
)
MINUTES = Minutes(
    MEETING,
    "2026-11-21T09:03",
    "2026-11-21T11:20",
    PEOPLE,
    (Speech("周明", "我们科每月有六十多件申请。", "交流发言"), Speech("张志远", "登记要在前。", "领导讲话")),
    ("一周内逐件核对回避登记。", "每季度抽查一次。"),
    (FollowUp("核对回避登记", "社会救助科", "2026-11-28"), FollowUp("修订登记表")),
    (VOTE,),
    ("案例 8《低保绿色通道》（第 3 版）",),
)
UNRECORDED = Minutes(BARE, "", "", ())


def many(count: int) -> tuple[Attendee, ...]:
    return tuple(Attendee(n, f"人〔{n}〕", "社会救助科", Presence.PRESENT, post="科员") for n in range(1, count + 1))


def documents(minutes: Minutes) -> dict[str, bytes]:
    """Every document of a meeting."""
    meeting = minutes.meeting
    return {
        "notice": MeetingNoticeDocument(meeting, ORIGIN).to_bytes(),
        "agenda": MeetingAgendaDocument(meeting, ORIGIN).to_bytes(),
        "before": AttendanceSheetDocument(meeting, minutes.people, False, ORIGIN).to_bytes(),
        "after": AttendanceSheetDocument(meeting, minutes.people, True, ORIGIN).to_bytes(),
        "minutes": MinutesDocument(minutes, ORIGIN).to_bytes(),
        "bulletin": BulletinDocument(bulletin_of(minutes), True, ORIGIN).to_bytes(),
        "votes": VoteAnnexDocument(minutes, ORIGIN).to_bytes(),
    }


def with_words(words: str) -> Minutes:
    """The same text in every place that a person can fill."""
    part = MeetingPart("p", PartKind.OWN, words, 5, words, case="di-bao")
    fields = ("title", "unit", "place", "chair", "recorder", "audience", "observers", "requirements")
    meeting = replace(
        MEETING,
        **dict.fromkeys(fields, words),
        parts=(part,),
    )
    return replace(
        MINUTES,
        meeting=meeting,
        people=(
            Attendee(1, words, words, Presence.LEAVE, words, words, post=words),
            Attendee(2, words, words, Presence.PRESENT, observer=True),
        ),
        speeches=(Speech(words, words, words),),
        decisions=(words,),
        follow_ups=(FollowUp(words, words, words),),
        votes=(replace(VOTE, title=words, options=(("A", words), ("B", words))),),
        shown=(words,),
    )


def foot(document: bytes) -> list[str]:
    """The lines under the number of the page."""
    return [line.text for line in Document(BytesIO(document)).sections[0].footer.paragraphs[1:]]


def tables(document: bytes) -> list[list[list[str]]]:
    """Rows of cells; a joined cell stands as often as it has columns."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(BytesIO(document)).tables]


def row_facts(document: bytes, table: int, fact: str) -> list[bool]:
    """Row by row, whether it has w:``fact`` ("cantSplit", "tblHeader")."""
    rows = Document(BytesIO(document)).tables[table]._tbl.tr_lst
    return [next(row.iter(qn(f"w:{fact}")), None) is not None for row in rows]
