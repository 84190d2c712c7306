from .document import Document, DocumentKind, Download
from .email import FiledEmail
from .text import DocumentText

__all__ = ["Document", "DocumentKind", "DocumentText", "Download", "FiledEmail"]
