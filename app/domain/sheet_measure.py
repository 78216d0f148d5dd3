"""The measures of a projected page, in units u = a hundredth of its height, on a page of 4:3.

The painter may draw with less (a wider page has longer lines) but never needs more: what is estimated to fit here fits
at every size and shape, so that page numbers, notes and print-outs agree everywhere. Sizes are font sizes.
"""

PAGE_WIDTH = 400 / 3
MARGIN = 7.3
WIDTH = PAGE_WIDTH - 2 * MARGIN

LINE = 1.45
"""Height of a line of running text for its size; the bundled face is 1.448 high. Titles and options are set tighter."""

KICKER = 3.3
TITLE, TITLE_TOP, TITLE_LINE, TITLE_LINES = 6.2, 9.2, 7.7, 2
"""``TITLE_TOP`` is the upper edge of the title's first line; a title has at most ``TITLE_LINES`` lines."""
BODY_GAP = 2.2
"""Between the title's last line and the first block."""
BOTTOM = 90.0
"""Lower edge of what the blocks may fill; below are a rule and the foot."""
FOOT = 2.7

BODY = 4.6
GAP = 2.2
"""Between two blocks."""
SMALL = 3.2
"""Source lines, dates of the time line, tags."""

ITEM_MARKS = ((1.5, 9.0), (3.3, 17.5))
"""Columns for the mark of a list line: up to this many em wide, so many u; a longer mark is a line above the text."""
ITEM_TAG_PADDING = 5.0
"""Around a tag, which is set in SMALL at the right."""

COVER_TITLE, COVER_LINE, COVER_LINES, COVER_ROOM = 8.4, 10.5, 3, 42.0
"""Cover, part and closing pages without lists: title size and line, most lines, height left for the blocks."""

RAIL = 7.0
"""The time line with its dots, left of dates and texts; the date is a line of ``DATE`` above its text."""
DATE = 4.0

QUOTE_PADDING = 3.4
"""On all four sides of the box with the law's words."""

CHOICE, CHOICE_LINE = 4.7, 1.38
CHOICE_KEY, CHOICE_MARK, CHOICE_PADDING, CHOICE_GAP, CHOICE_LEAST = 12.0, 17.0, 1.7, 1.5, 9.6
"""Left column for the letter, right one for 正确 and for the hands counted (in the box: bars beside choices take no
room of their own), space above and below the text, between boxes, least height of a box."""

COLUMN, COLUMN_GAP, COLUMN_PADDING, COLUMN_HEAD, COLUMN_MARK = 4.0, 2.4, 2.0, 11.5, 4.6
"""Columns side by side: text size, between columns, inside, height of the coloured head, room for ① before an item."""
COLUMN_ITEM_GAP = 1.8

CELL, CELL_PADDING = 3.8, 1.3
TABLE_WEIGHTS = {4: (24.0, 35.0, 33.0, 26.7), 3: (30.0, 50.0, 38.7), 2: (36.0, 82.7)}
"""Widths of a table's columns by how many there are; other tables have equal ones. They add up to WIDTH."""

BAR = 8.0
"""Height of an option's row in a chart that stands by itself."""

PICTURE_LEAST = 40.0
"""A picture takes what is left of the page, at least this."""


TEXT_ROOM = 56.0
"""Eight lines of running text: fuller pages are only made of what cannot be parted (options, tables, columns)."""


def table_widths(columns: int) -> tuple[float, ...]:
    return TABLE_WEIGHTS.get(columns) or (WIDTH / max(columns, 1),) * columns
