"""What is done on the pages of a file of a case: marking, reviewing, reading what was made."""

import re

from documents import vault

SENT = {"for_whom": "ombudsman", "with_chronology": "on"}


def keys_on(answer, name="shown") -> list[str]:
    return re.findall(rf'name="{name}" value="([^"]+)"', answer.content.decode())


def mark(pages, by, pack, words, *, do="send", untick=(), **sent):
    """Type words, look at the places, untick those whose keys begin so, and send it for review."""
    address = f"{pack.pk}/black-out/"
    pages(by).post(address, words=words, do="find", **sent)
    keys = keys_on(pages(by).get(address))
    ticked = [key for key in keys if not key.startswith(tuple(untick))]
    return pages(by).post(address, words=words, do=do, shown=keys, tick=ticked, **sent)


def review(pages, by, pack, do="finish", **sent):
    address = f"{pack.pk}/review/"
    page = pages(by).get(address)
    ticks = re.findall(r'name="tick" value="([^"]+)"[^>]* checked', page.content.decode())
    usual = {"seen": keys_on(page, "seen"), "shown": keys_on(page), "tick": ticks, "do": do}
    return pages(by).post(address, **(usual | sent))


def finished_file(pack) -> bytes:
    pack.refresh_from_db()
    assert pack.is_finished
    return vault.read(pack.sha256)
