"""What stands in the place of a hidden number, and why it is hidden."""

from enum import Enum


class Mark(Enum):
    """Each with the sign for a cell and the words for a legend or a sentence."""

    SMALL = "[c]", "fewer than {threshold}"
    GROUP = "[g]", "from a group of fewer than {threshold}"
    PROTECTING = "[z]", "hidden so that nothing else can be worked out"
    RATE = "[r]", "rests on too few people"
    WITHHELD = "[w]", "in a table that is not published"
    MONEY = "[p]", "too few payments, or one that is most of the sum"

    @property
    def sign(self) -> str:
        return self.value[0]

    def words(self, threshold: int) -> str:
        """
        >>> Mark.SMALL.sign, Mark.SMALL.words(5)
        ('[c]', 'fewer than 5')
        """
        return self.value[1].format(threshold=threshold)
