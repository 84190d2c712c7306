"""A report as a file: each kind is made of the same document."""

KINDS = (
    ("docx", "Word"),
    ("pdf", "PDF"),
    ("html", "web pages"),
    ("xlsx", "Excel"),
    ("csv", "CSV"),
    ("json", "JSON"),
)
BY_THE_WORKER = {"docx", "pdf"}  # seconds to minutes; the others take no longer than a page
