"""What must not be written into this product, recognised by its marks."""

import re
from dataclasses import dataclass

from app.domain.errors import RefusedTextError

_GRADE = re.compile(r"(绝\s*密|机\s*密|秘\s*密)\s*[★☆]|密\s*级\s*[：:]\s*(绝密|机密|秘密)")
_IDENTITY = re.compile(r"(?<!\d)\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)")
_PHONE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class Review:
    """``refusal`` is the sentence that stops the saving, or empty; ``warnings`` ask for a second look."""

    refusal: str
    warnings: tuple[str, ...]


def review(text: str) -> Review:
    """Looks at a text before it is saved or imported."""
    found = _GRADE.search(text)
    if found:
        return Review(
            f"文字中有密级标志“{found[0]}”，没有保存。本机不得录入国家秘密，请删去涉密内容并按保密规定处理。", ()
        )
    warnings = []
    if _IDENTITY.search(text):
        warnings.append("像是身份证号")
    cards = [re.sub(r"\D", "", number[0]) for number in _CARD.finditer(text)]
    if any(_luhn(number) for number in cards if not _IDENTITY.fullmatch(number)):
        warnings.append("像是银行卡号")
    if _PHONE.search(text):
        warnings.append("像是手机号")
    return Review("", tuple(warnings))


def refuse_graded(*texts: str) -> None:
    """Raises RefusedTextError where a text has a security grading: nothing of it may be stored."""
    if refusal := review("\n".join(texts)).refusal:
        raise RefusedTextError(refusal)


def _luhn(number: str) -> bool:
    digits = [int(character) for character in reversed(number)]
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
