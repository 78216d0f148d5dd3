"""What Windows shows of the program under 属性 › 详细信息, in the notation of PyInstaller."""

from release.facts import DESCRIPTION, NAME, SHOWN_NAME, VERSION

CHINESE, UNICODE = 0x0804, 1200


def version_resource() -> str:
    numbers = tuple(int(part) for part in VERSION.split(".")) + (0,) * (4 - len(VERSION.split(".")))
    words = {
        "CompanyName": f"{SHOWN_NAME}（开源软件，MIT 许可）",
        "FileDescription": f"{SHOWN_NAME}：{DESCRIPTION}",
        "FileVersion": ".".join(map(str, numbers)),
        "InternalName": NAME,
        "LegalCopyright": "The Jingjian authors, MIT License",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": SHOWN_NAME,
        "ProductVersion": VERSION,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,"
        f" fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo([StringTable('{CHINESE:04x}{UNICODE:04x}',"
        f" [{strings}])]), VarFileInfo([VarStruct('Translation', [{CHINESE}, {UNICODE}])])])\n"
    )
