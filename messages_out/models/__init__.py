from .digest import DigestRun, WithoutDigest
from .message import Attachment, Message

__all__ = ["Attachment", "DigestRun", "Message", "WithoutDigest"]
