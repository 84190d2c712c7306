"""What a program can judge of a letter, from its text and the record; one check a file.

It says "found" or "not found" with the sentence, never "correct": whether a sentence is right is
for the vetter. Nothing here asks the database; :mod:`letters.record` has read it.
"""

from letters.checks.check import NEXT_STAGE, Check
from letters.checks.every import checks_of

__all__ = ["NEXT_STAGE", "Check", "checks_of"]
