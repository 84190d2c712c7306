from .pack import Pack, PackDocument, PackDownload

__all__ = ["Pack", "PackDocument", "PackDownload"]
