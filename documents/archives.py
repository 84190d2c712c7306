"""The modern files of Word, Excel, PowerPoint and LibreOffice: ZIP archives of a certain content.

Each answers why it is not taken, or "". Nothing is unpacked to the disc.
"""

import io
import zipfile
import zlib

MAIN_PART = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
}
MIMETYPE = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
UNPACKED_AT_MOST = 250 * 1024 * 1024
PARTS_AT_MOST = 5000
PIECE = 1024 * 1024
TYPES = "[Content_Types].xml"
HAS_A_MACRO = "has a macro in it: save it without macros, or as a PDF, and upload that"
MACROS = ("vbaproject.bin", "vbadata.xml")
FOLDERS_OF_MACROS = ("xl/macrosheets/", "basic/", "scripts/")
PROGRAMS = (".exe", ".dll", ".scr", ".bat", ".cmd", ".ps1", ".js", ".vbs", ".jar", ".hta", ".lnk")
NOT_READABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
END = b"PK\x05\x06"


def why_not(extension: str, content: bytes) -> str:
    """Why ``content`` is not taken as an office file of that extension."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return (
                _too_much(archive)
                or _carries(archive)
                or ("" if _is(extension, archive) else f"is no .{extension} file inside")
                or _ends_elsewhere(content)
            )
    except NOT_READABLE:
        return "is damaged, or locked with a password: save it again and upload that"


def _too_much(archive: zipfile.ZipFile) -> str:
    """What it says of itself may be a lie, so it is unpacked too, piece by piece, to the limit."""
    parts = archive.infolist()
    said = sum(part.file_size for part in parts)
    too_much = f"unpacks to more than {UNPACKED_AT_MOST // 1024**2} MB, which no letter does"
    if len(parts) > PARTS_AT_MOST or said > UNPACKED_AT_MOST:
        return too_much
    unpacked = 0
    for part in parts:
        with archive.open(part) as file:
            while piece := file.read(PIECE):
                unpacked += len(piece)
                if unpacked > UNPACKED_AT_MOST:
                    return too_much
    return ""


def _carries(archive: zipfile.ZipFile) -> str:
    names = [name.lower() for name in archive.namelist()]
    for name in names:
        if name.endswith(MACROS) or name.startswith(FOLDERS_OF_MACROS):
            return HAS_A_MACRO
        if name.endswith(PROGRAMS):
            return "has a program in it"
    types = archive.read(TYPES).lower() if TYPES in archive.namelist() else b""
    return HAS_A_MACRO if b"macroenabled" in types else ""


def _is(extension: str, archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    if extension in MAIN_PART:
        return TYPES in names and MAIN_PART[extension] in names
    return "mimetype" in names and archive.read("mimetype").decode("ascii", "replace").startswith(
        MIMETYPE[extension]
    )


def _ends_elsewhere(content: bytes) -> str:
    """Something before or behind the archive is a second file in the same clothes."""
    end = content.rfind(END)
    comment = int.from_bytes(content[end + 20 : end + 22], "little")
    whole = content.startswith(b"PK\x03\x04") and end + 22 + comment == len(content)
    return "" if whole else "is two kinds of file at once"
