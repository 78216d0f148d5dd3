"""An exam package: a header in clear, then paper, roster, questions and keys under AES-256-GCM."""

import json
import os

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage
from app.domain.package_header import MOST_BYTES, MOST_HEADER, PackageHeader


def package_body(package: ExamPackage) -> str:
    """What is encrypted, as JSON."""
    plain = {
        "exam": to_plain(package.exam),
        "questions": to_plain(package.questions),
        "content": package.content,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def write_package(package: ExamPackage, password: str) -> bytes:
    """Every call gives another file, by its salt and nonce. Raises UserError where it would be too large."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = PackageHeader.of(package, os.urandom(16), os.urandom(12))
    line, body = header.line, package_body(package).encode()
    if len(line) > MOST_HEADER or len(line) + len(body) + 16 > MOST_BYTES:
        raise UserError("统考文件会超过 32 MB。请换一份抽题范围小一些的试卷，或把名单分成几次统考。")
    return line + AESGCM(header.key(password)).encrypt(bytes.fromhex(header.nonce), body, line)
