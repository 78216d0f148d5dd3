"""Whether a refusal is fit to be shown: Chinese, complete, says what to do, shows nothing that cannot be seen."""

import re
import unicodedata

MOST = 4_000
_FOREIGN = re.compile(r"Error|Exception|Traceback|NoneType|object has no|unexpected|codec can't|0x[0-9a-f]{6}|app\.")
_TURNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|(?:/[A-Za-z0-9_. -]+)+|\d+|[0-9a-f]{16,}")
_ADVICE = re.compile(
    "请|先|改|删|检查|不影响|不用|可以|核对|重新|补|换|写|填|拆|照|减少|缩进|保留|分成|移走|直接|去掉|怎么改：|都要"
)


def faults(sentence: str) -> list[str]:
    """What is wrong with it, nothing for one that can be shown."""
    kinds = {unicodedata.category(one) for one in sentence.replace("\n", "")}
    plain = _QUOTED.sub("", sentence)
    found = {
        "is not Chinese": not re.search("[\u4e00-\u9fff]", sentence),
        "does not end": not sentence.rstrip().endswith(("。", "）", "”", "》")),
        "says nothing to do": not _ADVICE.search(plain),
        "speaks of the program": bool(_FOREIGN.search(plain)),
        "has what cannot be shown": bool(kinds & {"Cc", "Cs", "Zl", "Zp"} or set(sentence) & _TURNS),
        "is endless": len(sentence) > MOST,
    }
    return [words for words, wrong in found.items() if wrong]


def kind(sentence: str) -> str:
    """The sentence without what it names: two of one kind are the same refusal."""
    return _QUOTED.sub("…", sentence)[:60]
