from .digest import DigestRun, WithoutDigest
from .message import Message

__all__ = ["DigestRun", "Message", "WithoutDigest"]
