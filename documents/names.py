"""The name of a file as it is shown and given back: without a folder, and without tricks."""

import unicodedata

LONGEST = 200


def plain_name(name: str) -> str:
    """The last part of ``name``, without what is not seen when it is read.

    >>> plain_name("../../etc/letter.pdf"), plain_name("C:\\\\Users\\\\anna\\\\letter.pdf")
    ('letter.pdf', 'letter.pdf')
    >>> plain_name("letter\\u202efdp.exe"), plain_name(" \\r\\n.. ")
    ('letterfdp.exe', 'file')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(one for one in last if unicodedata.category(one)[0] != "C")
    seen = " ".join(seen.split()).strip(". ") or "file"
    if len(seen) <= LONGEST:
        return seen
    stem, dot, extension = seen.rpartition(".")
    return f"{stem[: LONGEST - 10]}{dot}{extension[:9]}" if dot else seen[:LONGEST]
