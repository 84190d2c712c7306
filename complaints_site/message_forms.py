"""What becomes of a message that was not sent; and which messages somebody wants."""

from django import forms

from accounts.models import User
from messages_out.actions.messages import count_as_sent, do_not_send, send_again
from messages_out.models import Message

AGAIN, WAS_SENT, NOT_TO_BE_SENT = "again", "was_sent", "not_to_be_sent"
SETTLES = {AGAIN: send_again, WAS_SENT: count_as_sent, NOT_TO_BE_SENT: do_not_send}
DONE = {
    AGAIN: "It is queued, and goes in a moment.",
    WAS_SENT: "It counts as sent, and does not go again.",
    NOT_TO_BE_SENT: "It is not sent.",
}


class SettleForm(forms.Form):
    what = forms.ChoiceField(
        label="What becomes of it",
        choices=[
            (AGAIN, "Send it again"),
            (WAS_SENT, "It was sent: it does not go again"),
            (NOT_TO_BE_SENT, "It is not to be sent"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what becomes of it"},
    )
    why = forms.CharField(
        label="How you know, or why",
        help_text="Not needed to send it again",
        max_length=300,
        required=False,
    )

    def clean(self):
        data = super().clean()
        if data.get("what") in (WAS_SENT, NOT_TO_BE_SENT) and not data.get("why"):
            self.add_error("why", "Enter how you know that it was sent, or why it is not to be")
        return data

    def settle(self, message: Message, *, by: User) -> str:
        SETTLES[self.cleaned_data["what"]](message, why=self.cleaned_data["why"], by=by)
        return DONE[self.cleaned_data["what"]]


class OwnMessagesForm(forms.Form):
    wanted = forms.BooleanField(
        label="Send me the desk digest on working days on which something is due",
        help_text="References, dates and a link: no name, and nothing of what a complaint is about",
        required=False,
    )
