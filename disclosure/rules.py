"""What a council has decided about small numbers: settings, none of them law.

The defaults are the habit of councils, counts under five hidden and zeros shown; a base of ten for
rates is that of research environments, which hide what rests on fewer than ten people.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Rules:
    """``threshold``: the smallest count that may be printed, other than a zero that is shown.

    ``base_for_rates``: the fewest people on whom a percentage, an average, a median or a longest
    may rest. ``one_payment``: a sum is hidden where one payment makes up more than this share.
    ``money_width``: how wide, as a share of itself, a hidden sum must stay uncertain.

    ``marks_tell``: the reader draws the conclusion that a number hidden only to protect another is
    not itself small. Without it such a number is held to be any. ``insiders``: somebody who knows
    that a count of one is their own complaint must learn no other small number from it.
    """

    threshold: int = 5
    show_zero: bool = True
    base_for_rates: int = 10
    one_payment: Fraction = Fraction(3, 4)
    money_width: Fraction = Fraction(1, 5)
    marks_tell: bool = True
    insiders: bool = True

    def __post_init__(self):
        if self.threshold < (3 if self.show_zero else 2):
            raise ValueError("A mark must leave two values: the threshold is too low for that.")

    def is_small(self, count: int) -> bool:
        """
        >>> [number for number in range(8) if Rules().is_small(number)]
        [1, 2, 3, 4]
        >>> Rules(show_zero=False).is_small(0)
        True
        """
        return (0 if not self.show_zero else 1) <= count < self.threshold
