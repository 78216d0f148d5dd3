"""What an exam package says before it is opened, and how its key is made from the opening password."""

import json
import re
import unicodedata
from dataclasses import dataclass, fields

from app.domain.exam_package import DRAWING, ExamPackage
from app.domain.password_strength import proposed_password, weakness

FORMAT, VERSION = "jingjian-exam", 1
SUFFIX = ".jjexam"
SCRYPT = (2**16, 8, 1)
"""N, r, p: a quarter of a second and 64 MB on an office PC for every password that somebody tries."""
MOST_BYTES, MOST_HEADER = 32 * 1024 * 1024, 8 * 1024
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 64
_HEX = re.compile(r"[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class PackageHeader:
    """``salt`` (16 bytes) and ``nonce`` (12 bytes) as hexadecimal digits; without a make-up its times are ""."""

    format: str
    version: int
    drawing: int
    id: str
    title: str
    opens: str
    closes: str
    make_up_opens: str
    make_up_closes: str
    book: str
    people: int
    n: int
    r: int
    p: int
    salt: str
    nonce: str

    @classmethod
    def of(cls, package: ExamPackage, salt: bytes, nonce: bytes) -> "PackageHeader":
        exam, make_up = package.exam, package.exam.make_up
        return cls(
            FORMAT,
            VERSION,
            DRAWING,
            exam.id,
            exam.title,
            exam.window.opens,
            exam.window.closes,
            make_up.opens if make_up else "",
            make_up.closes if make_up else "",
            exam.book.value,
            len(exam.roster),
            *SCRYPT,
            salt.hex(),
            nonce.hex(),
        )

    @classmethod
    def read(cls, line: bytes) -> "PackageHeader":
        """Raises ValueError where the line is no header, whatever the version; see `usable`."""
        try:
            found = json.loads(line.decode("utf-8"))
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if not isinstance(found, dict) or found.get("format") != FORMAT or type(found.get("version")) is not int:
            raise ValueError("another format")
        if found["version"] > VERSION:
            return cls(FORMAT, found["version"], 0, "", "", "", "", "", "", "", 0, 0, 0, 0, "", "")
        wanted = {field.name: field.type for field in fields(cls)}
        if list(found) != list(wanted) or any(type(found[name]) is not wanted[name] for name in wanted):
            raise ValueError("fields")
        header = cls(**found)
        for text, length in ((header.salt, 32), (header.nonce, 24)):
            if len(text) != length or not _HEX.fullmatch(text):
                raise ValueError("hexadecimal digits")
        return header

    @property
    def line(self) -> bytes:
        """Ends with the line feed; the encryption vouches for every byte of it."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    @property
    def usable(self) -> bool:
        """Whether this version of the program can open it: other figures for the key could cost any time and memory."""
        ours = (VERSION, DRAWING, *SCRYPT)
        return (self.version, self.drawing, self.n, self.r, self.p) == ours

    def key(self, password: str) -> bytes:
        """32 bytes. What is typed in full width or with spaces around it is the same password."""
        import hashlib

        n, r, p = SCRYPT
        plain = plain_password(password).encode("utf-8", "replace")
        return hashlib.scrypt(plain, salt=bytes.fromhex(self.salt), n=n, r=r, p=p, maxmem=2 * 128 * n * r, dklen=32)


def plain_password(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).strip()


def password_fault(typed: str, again: str) -> str:
    """Why it cannot be the opening password, or ""."""
    plain = plain_password(typed)
    if not SHORTEST_PASSWORD <= len(plain) <= LONGEST_PASSWORD:
        return f"开启口令应有 {SHORTEST_PASSWORD} 到 {LONGEST_PASSWORD} 个字符。请重新设定。"
    if len(set(plain)) < 4:
        return "开启口令太容易猜到。请至少用 4 个不同的字符。"
    if why := weakness(plain):
        return f"开启口令{why}，容易被猜到。请换一个，也可以用这一个：{proposed_password()}"
    return "" if plain == plain_password(again) else "两次输入的开启口令不一样。请重新输入。"
