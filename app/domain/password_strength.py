"""Which opening passwords somebody would try first, and one that nobody would."""

import re
import unicodedata

_WORDS = sorted(
    (
        "password passwd passw pass admin administrator root user guest welcome login hello iloveyou love woaini test "
        "exam kaoshi tongkao mima minzheng minzhengju jingjian secret master letmein dragon monkey "
        "口令 密码 考试 统考 开考 测试 民政局 民政 党纪法规 党纪 法规 单位 年度"
    ).split(),
    key=len,
    reverse=True,
)
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujm")
_RUNS = (*_ROWS, *(row[::-1] for row in _ROWS))
_LOOKS = str.maketrans("@$!0", "asio")
_RUN = 3
_DATE = re.compile("[年月日号时分]")
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Nothing that is misread or misheard: no l and 1, no o and 0."""
_GROUPS, _IN_GROUP = 3, 3


def weakness(password: str) -> str:
    """Why it would be guessed, as the end of a sentence without a full stop, or ""."""
    folded = unicodedata.normalize("NFKC", password).casefold()
    if not _letters(_DATE.sub("", folded)):
        return "只有数字，或者是日期"
    if not _rest(_letters(folded)) or not _rest(_letters(folded.translate(_LOOKS))):
        return "只是常用词或键盘上连着的字母，加上数字也一样"
    return ""


def proposed_password() -> str:
    """Such as kmt-7wq-h4z: 30,000,000,000,000 others are as likely."""
    import secrets  # OpenSSL comes with it

    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_IN_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalpha())


def _rest(letters: str) -> str:
    """What is left without common words and runs."""
    for word in _WORDS:
        letters = letters.replace(word, "")
    left, at = "", 0
    while at < len(letters):
        run = _run(letters[at:])
        left += "" if run >= _RUN else letters[at]
        at += run if run >= _RUN else 1
    return left


def _run(text: str) -> int:
    """How many letters from the first on stand side by side in the alphabet or on a keyboard."""
    length = 1
    while length < len(text) and any(text[: length + 1] in row for row in _RUNS):
        length += 1
    return length
