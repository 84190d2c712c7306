"""A report as JSON: the document as it is, each number with its text, its value and its name."""

import json

from editions.document import Document


def as_json(document: Document) -> bytes:
    plain = document.as_plain() | {"said": document.said}
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()
