"""表决情况: the annex of the minutes. Hands counted, the first and the second vote side by side; never a name."""

from app.domain.minutes import Minutes, VoteRecord
from app.domain.minutes_words import counted, shows_case, span_words
from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import meeting_title, write_foot

_COLUMNS = (("选项", 14.0), ("内容", 80.0), ("第一次", 18.0), ("第二次", 18.0), ("揭晓", 26.0))
_NOTE = "现场举手，只计人数，不记姓名，供学习讨论使用。"
_SIGN = "参考答案"
_KEPT_TOGETHER = 400
"""Characters of a question that is not torn apart by the end of a page; more might not find room on one."""


class VoteAnnexDocument:
    def __init__(self, minutes: Minutes, origin: DocumentOrigin) -> None:
        self._minutes, self._origin = minutes, origin
        self._document = HouseDocument(f"{meeting_title(minutes.meeting)}表决情况", origin.day)

    def to_bytes(self) -> bytes:
        document, minutes = self._document, self._minutes
        document.heading("附件")
        document.line()
        document.title("现场作答表决情况")
        document.line(meeting_title(minutes.meeting), centred=True)
        document.line(span_words(minutes.began_at, minutes.ended_at), style.SMALL, centred=True)
        present = counted(minutes.people)
        document.line(f"实到 {present.present} 人。{_NOTE}" if present else _NOTE, style.SMALL, centred=True)
        for place, vote in enumerate(minutes.votes, 1):
            mark = document.mark()
            self._write_vote(place, vote)
            if len(vote.title) + sum(len(text) for _, text in vote.options) <= _KEPT_TOGETHER:
                document.keep_from(mark)
        write_foot(document, self._origin, shows_case(minutes.meeting) or bool(minutes.votes))
        return document.to_bytes()

    def _write_vote(self, place: int, vote: VoteRecord) -> None:
        document, poll = self._document, vote.poll
        document.line()
        document.heading(f"{place}. {clean_text(vote.title).strip()}", level=2)
        options = dict(vote.options)
        table = document.table([width for _, width in _COLUMNS], 2 + len(poll.keys))
        table.repeat_header()
        for column, (name, _) in enumerate(_COLUMNS):
            table.write(0, column, name, face=style.HEAD_FACE)
        second = poll.second or ()
        for row, key in enumerate(poll.keys, 1):
            again = str(second[row - 1]) if second else "—"
            right = _SIGN if key in vote.answer else ""
            cells = (key, options.get(key, ""), str(poll.first[row - 1]), again, right)
            for column, text in enumerate(cells):
                table.write(row, column, text, centred=column != 1)
        totals = ("合计", "", str(sum(poll.first)), str(sum(second)) if second else "—", "")
        for column, text in enumerate(totals):
            table.write(len(poll.keys) + 1, column, text)
