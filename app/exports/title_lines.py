"""A title over several lines, none of them a leftover of one character."""

import re

from app.exports import house_style as style
from app.exports.clean_text import clean_text, width

_WHOLE = (
    r"[0-9A-Za-z.\-/%]+年?",
    r"第[一二三四五六七八九十]+[季年届次期批]?度?",
    r"整改|月报|专项|台账|汇总|方案|清单|问题|情况|风险|催报|成果|措施",
    r"[《（“][^》）”]{0,8}[》）”]",
    r".[，、。；：！？》）”]*",
)
_PIECE = re.compile("|".join(_WHOLE), re.DOTALL)
_MOST = 18.5
"""Characters of the title's size on a line."""
assert _MOST * style.TITLE_SIZE / 72 * 25.4 <= style.TEXT_WIDTH


def title_lines(text: str, most: float = _MOST) -> tuple[str, ...]:
    """About equally long; a number, a short name in brackets and the usual words of a title stay whole."""
    line = " ".join(clean_text(text).split())
    whole = width(line)
    if whole <= most:
        return (line,)
    count = int(-(-whole // (most - 1)))
    lines: list[str] = []
    held, done = "", 0.0
    for piece in _PIECE.findall(line):
        goal = whole * (len(lines) + 1) / count
        if held and len(lines) < count - 1 and done + width(held) + width(piece) / 2 > goal:
            lines.append(held)
            done += width(held)
            held = ""
        held += piece
    return (*lines, held)
