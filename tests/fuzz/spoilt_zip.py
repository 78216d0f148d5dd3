"""Office files and other zips with something wrong: in the zip, in its XML, or in how much there is of it."""

import io
import re
import warnings
import zipfile
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.fuzz import spoilt_bytes
from tests.fuzz.values import NUMBERS, text

NAMES = (
    "../evil.txt",
    "/etc/x",
    "..\\x",
    "C:\\x",
    "xl/../../x",
    "xl/worksheets/sheet99.xml",
    "a" * 300,
    "\u202ex",
    "con",
    "x/",
)
TAG = re.compile(rb"<[^<>]*>")
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
BETWEEN = re.compile(rb">([^<>]+)<")
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">'
    b'<!ENTITY d "&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;">]>',
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    b'<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>',
)


def spoilt(chance: Random, data: bytes) -> bytes:
    """``data`` is a sound zip; a third of what is made is wrong as a zip, the rest within."""
    if chance.random() < 0.2:
        return spoilt_bytes.spoilt(chance, data)
    with ZipFile(io.BytesIO(data)) as file:
        members = [(name, file.read(name)) for name in file.namelist()]
    for _ in range(chance.choice((1, 1, 2, 4))):
        _member(chance, members)
    return _zipped(chance, members)


def _member(chance: Random, members: list[tuple[str, bytes]]) -> None:
    at = chance.randrange(len(members))
    name, content = members[at]
    kind = chance.randrange(20)
    if kind < 13:
        members[at] = name, spoilt_xml(chance, content)
    elif kind == 13:
        members[at] = name, spoilt_bytes.spoilt(chance, content)
    elif kind == 14 and len(members) > 1:
        del members[at]
    elif kind == 15:
        members.append((chance.choice(NAMES), content))
    elif kind == 16:
        members[at] = chance.choice(NAMES), content
    elif kind == 17:
        members.append((name, content))
    elif kind == 18:
        other = chance.randrange(len(members))
        members[at], members[other] = (name, members[other][1]), (members[other][0], content)
    elif chance.random() < 0.1:
        members[at] = name, content + b" " * chance.choice((5_000_000, 70_000_000))
    else:
        members += [(f"x{number}.xml", b"") for number in range(600)]


def spoilt_xml(chance: Random, content: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 3, 10))):
        content = _xml_once(chance, content)
    return content


def _xml_once(chance: Random, content: bytes) -> bytes:
    kind = chance.randrange(10)
    if kind == 0:
        head, end, rest = content.partition(b"?>")
        entity = chance.choice((b"&e;", b"&a;", b"&undefined;", b"&#0;", b"&#xD800;"))
        return head + end + chance.choice(ENTITIES) + BETWEEN.sub(lambda found: b">" + entity + b"<", rest, 2)
    pattern = chance.choice((TAG, ATTRIBUTE, ATTRIBUTE, BETWEEN))
    found = list(pattern.finditer(content))
    if not found:
        return spoilt_bytes.spoilt(chance, content)
    one = chance.choice(found)
    if pattern is TAG:
        put = chance.choice((b"", one[0] * 2, one[0] * 300, b"<x>", b"</x>", one[0].swapcase(), b"<!--"))
        return content[: one.start()] + put + content[one.end() :]
    begin, end = one.span(pattern.groups)
    if chance.random() < 0.3:
        other = chance.choice(found)
        put = other[pattern.groups]
    elif chance.random() < 0.5:
        put = str(
            chance.choice((*NUMBERS[:10], "XFD1048576", "A0", "ZZZZ1", "1E400", "45000.999999", "-1", "2958466"))
        ).encode()
    else:
        put = _escaped(text(chance)[:5_000])
    return content[:begin] + put + content[end:]


def _escaped(words: str) -> bytes:
    plain = words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return plain.encode("utf-8", "surrogatepass")


def _zipped(chance: Random, members: list[tuple[str, bytes]]) -> bytes:
    """Members of one name, odd names, lies about sizes, other ways of packing, a password that is none."""
    made = io.BytesIO()
    packing = chance.choice((ZIP_DEFLATED,) * 8 + (ZIP_STORED, ZIP_BZIP2, ZIP_LZMA))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ZipFile(made, "w", packing, compresslevel=1) as file:
            for name, content in members:
                info = ZipInfo(name.encode("utf-8", "replace").decode())
                info.compress_type = packing
                file.writestr(info, content)
            if chance.random() < 0.1:
                _lie(chance, file)
    data = made.getvalue()
    if chance.random() < 0.2:
        place, flipped = chance.randrange(len(data)), bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        data = bytes(flipped)
    if chance.random() < 0.05:
        data = data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    return data


def _lie(chance: Random, file: ZipFile) -> None:
    info: zipfile.ZipInfo = chance.choice(file.filelist)
    kind = chance.randrange(4)
    if kind == 0:
        info.file_size = chance.choice((0, 1, 2**31, 2**33))
    elif kind == 1:
        info.CRC ^= 1
    elif kind == 2:
        info.header_offset = chance.choice(file.filelist).header_offset
    else:
        info.compress_size = chance.choice((0, 1, 2**31))
