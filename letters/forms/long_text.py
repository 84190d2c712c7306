"""How long the text of a letter may be.

No browser cuts what is pasted short: it arrives whole, and stands in its box with what is wrong.
"""

from django.core.validators import MaxLengthValidator

MOST = 60_000  # letters of the alphabet: some twenty-five pages
AT_MOST = MaxLengthValidator(
    MOST,
    f"It has %(show_value)s characters. At most {MOST:,} are kept, some twenty-five pages: shorten "
    "it, and save it again. What was kept before is not lost",
)
