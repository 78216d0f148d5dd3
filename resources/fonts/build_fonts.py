#!/usr/bin/env python3
"""Subset (and, if asked, rename) one CJK font for bundling.

Needs fontTools (any 4.x).  The character set is
  the given charset file (one ``U+XXXX`` or one character per line)
  + the whole of GB2312 (taken from Python's own codec)
  + Latin, punctuation, circled digits, arrows, full-width forms, UI symbols.

    build_fonts.py SOURCE.ttf CHARSET.txt OUT.ttf [--family "New Family Name"]

The result keeps outlines only: no hinting, no DSIG, only the layout features
listed in FEATURES.  Copyright and licence records of the name table are kept.
Running it twice on the same input gives the same bytes.
"""

import argparse
import contextlib
import hashlib
import re
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FEATURES = ["kern", "vert", "vrt2", "palt", "halt", "locl"]
RANGES = [
    (0x0020, 0x007E),
    (0x00A0, 0x017F),  # Latin, Latin-1, Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels
    (0x02C6, 0x02DD),
    (0x0391, 0x03C9),
    (0x0401, 0x0451),
    (0x2000, 0x206F),
    (0x20A0, 0x20BF),  # punctuation, currency
    (0x2100, 0x218F),
    (0x2190, 0x21FF),  # letterlike, number forms, arrows
    (0x2200, 0x22FF),
    (0x2300, 0x2335),  # mathematics, a few technical signs
    (0x2460, 0x24FF),  # enclosed digits and letters
    (0x2500, 0x25FF),
    (0x2600, 0x266F),  # box drawing, shapes, symbols
    (0x23CE, 0x23CE),
    (0x26A0, 0x26A0),  # return key, warning sign
    (0x2700, 0x2794),  # ticks, crosses, black circled digits
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x3105, 0x3129),
    (0x3200, 0x33FF),  # bopomofo, enclosed CJK, units
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),  # vertical and full-width forms
]
# Korean syllables and kana words inside 0x3200-0x33FF are not wanted.
UNWANTED = set(range(0x3200, 0x3220)) | set(range(0x3260, 0x3280)) | set(range(0x32D0, 0x3358))


def gb2312() -> set[int]:
    found = set()
    for hi in range(0xA1, 0xF8):
        for lo in range(0xA1, 0xFF):
            with contextlib.suppress(UnicodeDecodeError):
                found.add(ord(bytes((hi, lo)).decode("gb2312")))
    return found


def read_charset(path: Path) -> set[int]:
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        word = line.split("#")[0].strip()
        if not word:
            continue
        match = re.match(r"U\+([0-9A-Fa-f]{4,6})$", word)
        found.update([int(match.group(1), 16)] if match else map(ord, word))
    return found


def rename(font: TTFont, family: str) -> None:
    table = font["name"]
    style = table.getDebugName(17) or table.getDebugName(2)
    version = (table.getDebugName(5) or "Version 1").replace("Version ", "").split(";")[0]
    postscript = family.replace(" ", "") + "-" + style.replace(" ", "")
    old_prefix = table.getDebugName(25)
    values = {
        1: family,
        2: style,
        3: f"{version};subset;{postscript}",
        4: f"{family} {style}",
        6: postscript,
        16: family,
        17: style,
    }
    for record in list(table.names):
        if record.nameID == 25 or (record.nameID > 255 and old_prefix and old_prefix in str(record)):
            table.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    for name_id, text in values.items():
        table.removeNames(nameID=name_id)
        table.setName(text, name_id, 3, 1, 0x409)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("charset", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--family", help="new family name (keeps copyright and licence records)")
    args = parser.parse_args()

    listed, gb = read_charset(args.charset), gb2312()
    extra = {c for first, last in RANGES for c in range(first, last + 1)} - UNWANTED
    options = subset.Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG"]
    font = TTFont(args.source, recalcTimestamp=False)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=listed | gb | extra)
    worker.subset(font)
    if args.family:
        rename(font, args.family)
    else:
        unique = font["name"].getDebugName(3)
        font["name"].setName(f"{unique};subset", 3, 3, 1, 0x409)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    font.save(args.out, reorderTables=True)

    done = TTFont(args.out)
    have = set(done.getBestCmap())
    hanzi = {c for c in gb if 0x4E00 <= c <= 0x9FFF}
    print(f"{args.out.name}: family {done['name'].getDebugName(16) or done['name'].getDebugName(1)!r}")
    print(
        f"  listed {len(listed & have)}/{len(listed)}, GB2312 hanzi {len(hanzi & have)}/{len(hanzi)}, "
        f"GB2312 all {len(gb & have)}/{len(gb)}, code points {len(have)}, glyphs {done['maxp'].numGlyphs}"
    )
    print(f"  missing from GB2312: {' '.join(f'U+{c:04X}' for c in sorted(gb - have)) or 'none'}")
    data = args.out.read_bytes()
    print(f"  {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
