import mailbox
import sys

from django.core.management.base import BaseCommand, CommandError

from messages_out.actions.messages import came_back
from messages_out.bounces import LARGEST, read_bounce


class Command(BaseCommand):
    help = (
        "Read a delivery report from standard input, or those of a mailbox file, and mark the "
        "messages that did not arrive, for a person to see to."
    )

    def add_arguments(self, parser):
        parser.add_argument("--mbox", help="a mailbox file, in place of standard input")

    def handle(self, *, mbox, **options):
        reports = _of_mailbox(mbox) if mbox else [sys.stdin.buffer.read(LARGEST)]
        not_ours = [reason for reason in map(self.take, reports) if reason]
        if not_ours:
            # The mail server that called us keeps the report, and its postmaster reads it
            raise CommandError("\n".join(not_ours))

    def take(self, raw: bytes) -> str:
        """Mark the message; or say why a person must read this report."""
        bounce = read_bounce(raw)
        if bounce is None:
            return "This is no report that a message did not arrive. Read it yourself."
        if bounce.message is None:
            return "The report names no message that was sent from here. Read it yourself."
        came_back(bounce.message, reason=bounce.reason, by=None)
        self.stdout.write(f"{bounce.message.message_id} did not arrive")
        return ""


def _of_mailbox(path: str) -> list[bytes]:
    try:
        box = mailbox.mbox(path, create=False)
    except mailbox.NoSuchMailboxError as error:
        raise CommandError(f"There is no mailbox {path}.") from error
    return [bytes(report) for report in box]
