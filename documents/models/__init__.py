from .document import Document, DocumentKind, Download
from .email import FiledEmail

__all__ = ["Document", "DocumentKind", "Download", "FiledEmail"]
