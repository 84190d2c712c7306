"""What a case list can be narrowed by. The filter is the address: each question has a key in it.

``kinds`` says what a filter is, ``panel`` holds them all in the order of the page, ``form`` reads
an address, and ``sentence`` reads it back.
"""

from .form import FilterForm
from .kinds import Asked
from .sentence import result_sentence

__all__ = ["Asked", "FilterForm", "result_sentence"]
