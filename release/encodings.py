"""Old code pages out of the Windows bundle: nobody there reads or writes a text of MacRoman or of DOS in Greek."""

import re
import zipfile
from pathlib import Path

# Kept: Unicode, Latin, what a Windows may have set as its own code page (874, 93x, 949, 950, 125x; consoles: 437, 850,
# 852, 866), and everything Chinese.
_UNUSED = re.compile(
    r"encodings/(mac_\w+|koi8_\w+|iso8859_(?!1\.|15\.)\d+|iso2022_\w+|euc_\w+|johab|shift_\w+|hp_roman8|kz1048|ptcp154"
    r"|palmos|tis_620|bz2_codec|cp(037|273|424|500|720|737|775|855|856|857|858|86[0-5]|869|1006|1026|1125|1140))\.pyc"
)


def drop_encodings(library: Path) -> None:
    """Write PyInstaller's archive of what Python starts with anew, in the same order with the same dates."""
    with zipfile.ZipFile(library) as packed:
        kept = [(entry, packed.read(entry)) for entry in packed.infolist() if not _UNUSED.fullmatch(entry.filename)]
    with zipfile.ZipFile(library, "w") as packed:
        for entry, content in kept:
            packed.writestr(entry, content)
