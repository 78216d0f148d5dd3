#!/usr/bin/env python3
"""Make the icon files that are not drawn by hand.

    build_icons.py --fluent FOLDER_WITH_SVGS     copy the Fluent icons named below
    build_icons.py --title-font FONT.ttf         outlines in rail/ (needs fontTools)
    build_icons.py --controls                    QSS control images in controls/

Fluent and rail files carry no colour: put fill="..." on the root <svg> element.
"""

import argparse
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = """
home settings search question_circle question quiz text_font_size weather_moon weather_sunny
arrow_left arrow_right arrow_undo arrow_sync arrow_repeat_all arrow_download arrow_upload arrow_exit
chevron_left chevron_right chevron_down chevron_up
dismiss dismiss_circle checkmark checkmark_circle circle warning info error_circle
clock timer hourglass history calendar
book book_open book_open_globe document document_text document_copy document_table copy
scales gavel building certificate shield shield_checkmark lock_closed target lightbulb
flag bookmark star tag highlight note note_add notepad comment text_quote edit delete print save open
filter options list grid table data_bar_vertical link
play pause eye eye_off keyboard presenter slide_text
person people people_team folder folder_open
clipboard_task clipboard_checkmark task_list_square_ltr
add subtract more_horizontal
""".split()
RAIL = {"xue": "学", "jiang": "讲", "kao": "考", "gai": "改", "ji": "记"}
THEMES = {
    "light": {"surface": "#FFFFFF", "borderS": "#8F877B", "redFill": "#9B1C26", "text2": "#5A534B"},
    "dark": {"surface": "#211E1C", "borderS": "#8C8378", "redFill": "#B5343C", "text2": "#BDB4A8"},
}
LINE = 'fill="none" stroke="{text2}" stroke-width="{w}" stroke-linecap="round" stroke-linejoin="round"/>'
CONTROLS = {
    "box": '<rect x="1" y="1" width="16" height="16" rx="4" fill="{surface}" stroke="{borderS}" stroke-width="1.6"/>',
    "box_on": '<rect x="1" y="1" width="16" height="16" rx="4" fill="{redFill}"/><path d="M4.8 9.3l2.9 2.9 5.6-6" '
    'fill="none" stroke="#FFFFFF" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
    "radio": '<circle cx="9" cy="9" r="7.6" fill="{surface}" stroke="{borderS}" stroke-width="1.6"/>',
    "radio_on": '<circle cx="9" cy="9" r="7.6" fill="{surface}" stroke="{redFill}" stroke-width="1.8"/>'
    '<circle cx="9" cy="9" r="4" fill="{redFill}"/>',
    "down": '<path d="M3 6l6 6 6-6" ' + LINE.replace("{w}", "2"),
    "right": '<path d="M6.5 4.5l5 4.5-5 4.5" ' + LINE.replace("{w}", "1.6"),
    "branch_open": '<path d="M4.5 6.5l4.5 5 4.5-5" ' + LINE.replace("{w}", "1.6"),
}


def svg(size: int, body: str) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {size} {size}">'
    return f"{head}{body}</svg>\n"


def copy_fluent(source: Path) -> None:
    count = 0
    for name in NAMES:
        for size in (20, 24):
            for style in ("regular", "filled"):
                file = source / f"{name}_{size}_{style}.svg"
                if not file.exists():
                    print("not in the package:", file.name)
                    continue
                (HERE / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
                count += 1
    print(len(NAMES), "names,", count, "files")


def make_rail(font_file: Path) -> None:
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.statisticsPen import StatisticsPen
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib import TTFont

    font = TTFont(font_file)
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    (HERE / "rail").mkdir(exist_ok=True)
    boxes = {}
    for name, char in RAIL.items():
        pen = BoundsPen(glyphs)
        glyphs[cmap[ord(char)]].draw(pen)
        boxes[name] = pen.bounds
    # One scale for all five, so that the strokes are equally heavy.
    scale = 22 / max(max(b[2] - b[0], b[3] - b[1]) for b in boxes.values())
    for name, char in RAIL.items():
        glyph = glyphs[cmap[ord(char)]]
        weight = StatisticsPen(glyphs)
        glyph.draw(weight)
        x0, y0, x1, y1 = boxes[name]
        # Optical centre: mostly the middle of the box, a little the centre of mass.
        cx = 0.75 * (x0 + x1) / 2 + 0.25 * weight.meanX
        cy = 0.75 * (y0 + y1) / 2 + 0.25 * weight.meanY
        # Never nearer than half a unit to the edge of the 24-unit square.
        half = 11.5 / scale
        cx = min(max(cx, x1 - half), x0 + half)
        cy = min(max(cy, y1 - half), y0 + half)
        path = SVGPathPen(glyphs, ntos=lambda v: f"{v:.2f}".rstrip("0").rstrip("."))
        glyph.draw(TransformPen(path, (scale, 0, 0, -scale, 12 - scale * cx, 12 + scale * cy)))
        (HERE / "rail" / f"{name}.svg").write_text(svg(24, f'<path d="{path.getCommands()}"/>'), encoding="utf-8")
        print(name, char, "box centre", round((x0 + x1) / 2), round((y0 + y1) / 2), "used", round(cx), round(cy))


def make_controls() -> None:
    (HERE / "controls").mkdir(exist_ok=True)
    for theme, colours in THEMES.items():
        for name, body in CONTROLS.items():
            (HERE / "controls" / f"{name}_{theme}.svg").write_text(svg(18, body.format(**colours)), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fluent", type=Path)
    parser.add_argument("--title-font", type=Path)
    parser.add_argument("--controls", action="store_true")
    args = parser.parse_args()
    if args.fluent:
        copy_fluent(args.fluent)
    if args.title_font:
        make_rail(args.title_font)
    if args.controls:
        make_controls()
