"""A file that says it is classified does not get in, as far as a program can read it."""

import io
import zipfile

import pytest

from app.domain.errors import UserError
from app.packs.file_words import refuse_graded_file

RUNS = "<w:p><w:r><w:t>机</w:t></w:r><w:r><w:t>密</w:t></w:r><w:r><w:t>★</w:t></w:r></w:p>"


def archive(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", text)
    return made.getvalue()


def docx():
    from docx import Document

    document, made = Document(), io.BytesIO()
    document.add_paragraph("关于比对名单的通知")
    document.sections[0].header.paragraphs[0].text = "秘密☆6个月"
    document.save(made)
    return made.getvalue()


def xlsx(*cells):
    from openpyxl import Workbook

    book, made = Workbook(), io.BytesIO()
    book.active.append(cells)
    book.save(made)
    return made.getvalue()


REFUSED = {
    "名单.txt": "附件 机密★ 一年".encode(),
    "名单-国标.TXT": "附件 机密★ 一年".encode("gb18030"),
    "名单-宽.txt": "附件 绝密★".encode("utf-16"),
    "通知.docx": docx(),
    "拆开的字.docx": archive(word__document=RUNS),
    "表.xlsx": xlsx("姓名", "密级：机密"),
}
TAKEN = {
    "名单.txt": "保密制度学习 12 人，无国家秘密".encode(),
    "坏的.docx": b"PK\x03\x04 broken",
    "不是压缩包.xlsx": b"x",
    "通知.docx": archive(word__document="<w:p><w:t>密级：</w:t></w:p><w:p><w:t>机密文件目录</w:t></w:p>"),
    "表.xlsx": xlsx("机密", "★"),
    "扫描.pdf": "机密★".encode(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_named(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(REFUSED[name])
    with pytest.raises(UserError, match=f"“{name}”里有密级标志“.*”，没有添加"):
        refuse_graded_file(path)


@pytest.mark.parametrize("name", TAKEN)
def test_what_says_nothing_of_the_kind_or_cannot_be_read_is_let_pass(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(TAKEN[name])
    refuse_graded_file(path)


def test_nothing_there_is_no_matter_of_its_words(tmp_path):
    refuse_graded_file(tmp_path / "gone.txt")
    refuse_graded_file(tmp_path)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_damaged_part_hides_none_of_the_others(tmp_path, packing):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("word/header1.xml", "页眉" * 90, packing)
        file.writestr("word/document.xml", f"<w:document>{RUNS}</w:document>")
    data = bytearray(made.getvalue())
    data[50:60] = bytes(10)
    path = tmp_path / "通知.docx"
    path.write_bytes(data)
    with pytest.raises(UserError, match="机密★"):
        refuse_graded_file(path)
