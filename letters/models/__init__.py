from letters.kinds import Kind

from .letter import Enclosure, Letter, LetterDraft, LetterFinding, SentCopy
from .template import LetterTemplate
from .vetting import LetterComment, Vetting

__all__ = [
    "Enclosure",
    "Kind",
    "Letter",
    "LetterComment",
    "LetterDraft",
    "LetterFinding",
    "LetterTemplate",
    "SentCopy",
    "Vetting",
]
