"""The faces, sizes and measures of every text document that leaves the product (公文 style, A4).

The faces are those that offices are used to; ``FALLBACKS`` go into the font table of the file, so that a computer
without a face takes the next best.
"""

TITLE_FACE, HEAD_FACE, SUBHEAD_FACE, BODY_FACE = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
LATIN_FACE = "Times New Roman"
FALLBACKS = {
    TITLE_FACE: "华文中宋,STZhongsong,宋体,SimSun",
    HEAD_FACE: "SimHei,Noto Sans CJK SC",
    SUBHEAD_FACE: "楷体,KaiTi,宋体",
    BODY_FACE: "仿宋,FangSong,宋体,SimSun",
}

TITLE_SIZE, BODY_SIZE, SMALL_SIZE, NOTE_SIZE = 22.0, 16.0, 12.0, 10.5
"""Points: 2号, 3号, 小四, 五号."""
BODY_LINE, TITLE_LINE, SMALL_LINE, NOTE_LINE = 28.0, 34.0, 21.0, 16.0
"""Points from line to line, exactly."""

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, BOTTOM, LEFT, RIGHT = 37.0, 35.0, 28.0, 26.0
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
"""Millimetres."""
WIDE_TOP, WIDE_BOTTOM, WIDE_LEFT, WIDE_RIGHT = 22.0, 24.0, 25.0, 20.0
WIDE_TEXT_WIDTH = PAGE_HEIGHT - WIDE_LEFT - WIDE_RIGHT
"""Of a table that lies on its side, in millimetres."""

BODY, TITLE, HEAD, SUBHEAD, SMALL, NOTE = "Normal", "Title", "Heading 1", "Heading 2", "Jingjian Small", "Jingjian Note"
"""Names of the paragraph styles in the file."""
