"""Files as they come in, and as they should not: made here, byte by byte."""

import io
import zipfile
from email import message_from_string, policy

PDF = b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 40 + b"\xff\xd9"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
WINDOWS_PROGRAM = b"MZ\x90\0" + b"\0" * 200
CONTENT_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
EMAIL = """\
From: Juniper Vale <juniper.vale@example.org>
To: complaints@example.gov.uk
Subject: Nobody came on Monday
Date: Fri, 20 Nov 2026 09:15:00 +0000
Message-ID: <one@example.org>
Content-Type: text/plain; charset="utf-8"

Dear complaints team,

the visit on Monday did not take place, and nobody rang.
"""


def archive(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def docx(more: dict[str, bytes] | None = None) -> bytes:
    parts = {"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": b"<w:document/>"}
    return archive(parts | (more or {}))


def odt() -> bytes:
    return archive(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}
    )


def doc(stream="WordDocument") -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0" * 100


def email(
    *, with_files: dict[str, bytes] | None = None, head: dict[str, str] | None = None, text=""
) -> bytes:
    """The e-mail above, with some of its headers changed ("" leaves one out) and files attached."""
    message = message_from_string(EMAIL, policy=policy.default)
    for name, value in (head or {}).items():
        del message[name]
        if value:
            message[name] = value
    if text:
        message.set_content(text)
    for name, content in (with_files or {}).items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()
