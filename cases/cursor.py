"""Where the cursor stands as a form opens: whoever works by keyboard goes on from there."""

from django import forms


def focus_first(form: forms.Form) -> None:
    """Put the cursor where answering begins: into the first box or choice without an answer.

    A single tick is no answer that is waited for, nor what only one of a few choices asks for.
    Where more is answered since, it goes further.
    """
    for field in form.fields.values():
        field.widget.attrs.pop("autofocus", None)
    for name, field in form.fields.items():
        is_tick = isinstance(field.widget, forms.CheckboxInput)
        passed_over = is_tick or "data-only-if" in field.widget.attrs
        if not passed_over and not form.get_initial_for_field(field, name):
            field.widget.attrs["autofocus"] = True
            return
