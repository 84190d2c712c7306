from letters.kinds import Kind

from .chain import LetterChain, Part, Substitution
from .letter import Enclosure, Letter, LetterDraft, LetterFinding, SentCopy
from .template import LetterTemplate
from .vetting import LetterComment, ReturnedBecause, ReturnReason, Vetting

__all__ = [
    "Enclosure",
    "Kind",
    "Letter",
    "LetterChain",
    "LetterComment",
    "LetterDraft",
    "LetterFinding",
    "LetterTemplate",
    "Part",
    "ReturnReason",
    "ReturnedBecause",
    "SentCopy",
    "Substitution",
    "Vetting",
]
