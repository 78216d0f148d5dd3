"""信息简报 as a draft: the words of `bulletin_of`, two places for photographs, and 草稿 on every page."""

from docx.shared import Pt

from app.domain.bulletin import LIMIT, Bulletin
from app.domain.minutes_words import LINE
from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import write_foot, write_paragraphs, write_title

_DRAFT = "草稿"
_PHOTO = 150.0
"""Points of height of a photograph's place."""


class BulletinDocument:
    def __init__(self, bulletin: Bulletin, composite: bool, origin: DocumentOrigin) -> None:
        """``composite``: a teaching case was shown."""
        self._bulletin, self._composite, self._origin = bulletin, composite, origin
        self._document = HouseDocument(f"信息简报（{_DRAFT}）", origin.day)

    def to_bytes(self) -> bytes:
        document, bulletin = self._document, self._bulletin
        document.heading(f"{_DRAFT}（未经审核，不得报送）")
        document.line()
        write_title(document, bulletin.title)
        document.line()
        for paragraph in bulletin.paragraphs:
            write_paragraphs(document, paragraph)
        document.line()
        self._write_photos()
        count = len(clean_text(bulletin.title)) + sum(len(clean_text(text)) for text in bulletin.paragraphs)
        written = f"文字据会议记录生成，共 {count} 字（不超过 {LIMIT} 字）。补充内容请据实填写，送审后删去本行。"
        document.line(written, style.NOTE).paragraph_format.space_before = Pt(6)
        write_foot(document, self._origin, self._composite, f"{_DRAFT}，未经审核")
        return document.to_bytes()

    def _write_photos(self) -> None:
        mark = self._document.mark()
        table = self._document.table([style.TEXT_WIDTH / 2] * 2, 2)
        for column in range(2):
            table.write(0, column, f"照片{'一二'[column]}（插入后删去本行）", style.NOTE)
            table.write(1, column, f"图说：{LINE * 10}", style.NOTE)
        table.set_height(0, _PHOTO)
        table.set_height(1, style.SMALL_LINE)
        self._document.keep_from(mark)
