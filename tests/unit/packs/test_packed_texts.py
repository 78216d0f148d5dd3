"""The texts of an installed program, out of the one file that they are packed in."""

import zipfile

import pytest

from app.domain.errors import UserError
from app.packs.content_sources import fingerprint
from app.packs.packed_texts import unpack_texts


def packed(folder, entries):
    file = folder / "content.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return file


def test_texts_come_out_where_the_reader_looks_for_them(tmp_path):
    file = packed(tmp_path, {"cases/一.md": "正文", "quizzes/papers/ru-men.yaml": "id: a"})
    unpack_texts(file, tmp_path / "texts")
    assert (tmp_path / "texts" / "cases" / "一.md").read_text("utf-8") == "正文"
    assert (tmp_path / "texts" / "quizzes" / "papers" / "ru-men.yaml").exists()


def test_unpacked_twice_they_are_the_same_content(tmp_path):
    file = packed(tmp_path, {"cases/a.md": "正文"})
    for name in ("one", "two"):
        unpack_texts(file, tmp_path / name)
    assert fingerprint(tmp_path / "one", 1) == fingerprint(tmp_path / "two", 1)


@pytest.mark.parametrize(
    "name",
    ["../a.md", "/cases/a.md", "cases/../../a.md", "cases/a.exe", "other/a.md", "cases/b\\..\\c.md", "cases/c:d.md"],
)
def test_a_name_that_no_text_has_is_refused_and_nothing_is_written_outside(tmp_path, name):
    file = packed(tmp_path, {name: "x"})
    with pytest.raises(UserError, match="已损坏"):
        unpack_texts(file, tmp_path / "in" / "texts")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["content.zip"]


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_not_whole_is_told_of(tmp_path, content):
    file = tmp_path / "content.zip"
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"content\.zip 已损坏"):
        unpack_texts(file, tmp_path / "texts")


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_byte_flipped_anywhere_in_what_is_packed_is_found(tmp_path, packing):
    file = tmp_path / "content.zip"
    with zipfile.ZipFile(file, "w", packing) as archive:
        archive.writestr("cases/a.md", "".join(map(chr, range(0x4E00, 0x4F00))))
    whole, refused = file.read_bytes(), 0
    for place in range(40, whole.index(b"PK\x01\x02"), 7):
        data = bytearray(whole)
        data[place] ^= 0x55
        file.write_bytes(data)
        try:
            unpack_texts(file, tmp_path / "texts")
        except UserError as error:
            assert "已损坏" in str(error)
            refused += 1
        else:  # the last bits of a deflated text fill up a byte and say nothing
            assert (tmp_path / "texts" / "cases" / "a.md").read_text("utf-8")[-1] == chr(0x4EFF)
    assert refused > 5


def test_a_flipped_byte_is_found(tmp_path):
    file = packed(tmp_path, {"cases/a.md": "正文" * 100})
    data = bytearray(file.read_bytes())
    data[60] ^= 1
    file.write_bytes(data)
    with pytest.raises(UserError, match="已损坏"):
        unpack_texts(file, tmp_path / "texts")


def test_more_than_our_texts_could_be_is_refused_before_it_is_unpacked(tmp_path):
    file = tmp_path / "content.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cases/a.md", bytes(65 * 1024 * 1024))
    with pytest.raises(UserError, match="已损坏"):
        unpack_texts(file, tmp_path / "texts")
    assert not (tmp_path / "texts").exists()
