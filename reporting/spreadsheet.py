"""What every table of a report has in a spreadsheet: how numbers look, and no formula."""

FORMATS = {
    "count": "#,##0",
    "pounds": "£#,##0.00",
    "percent": "0.0%",
    "measured": "0.0",
    "days": "0.0",
    "rate": "0.00",
}
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A spreadsheet reads no formula out of what somebody wrote.

    >>> harmless("=1+1"), harmless("Missed visits")
    ("'=1+1", 'Missed visits')
    """
    return f"'{text}" if text.startswith(BEGINS_A_FORMULA) else text
