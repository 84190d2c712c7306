"""What an administrator is asked about someone who signs in; :mod:`accounts.actions` saves it."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.timezone import localdate

from accounts.models import User
from accounts.permissions import Role
from cases.models import ServiceArea

HELP_TO_CHOOSE = (
    "At least 12 characters: three or four words that have nothing to do with each other"
)
OUR_WORDS = {
    "password_too_short": "Enter a password of at least 12 characters",
    "password_too_common": "Choose another password: this one is among the first that get tried",
    "password_too_similar": "Choose a password that does not look like the name or email address",
}


def tick_boxes() -> forms.CheckboxSelectMultiple:
    return forms.CheckboxSelectMultiple(
        attrs={"class": "govuk-checkboxes--small app-choices-in-columns"}
    )


class DetailsForm(forms.Form):
    full_name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Enter their name"}
    )
    email = forms.EmailField(
        label="Email address",
        help_text="They sign in with it",
        error_messages={
            "required": "Enter their email address",
            "invalid": "Enter an email address such as name@example.org",
        },
    )

    def __init__(self, *args, person: User | None = None, **kwargs):
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        others = User.objects.filter(email__iexact=email)
        if self.person:
            others = others.exclude(pk=self.person.pk)
        if other := others.first():
            raise forms.ValidationError(f"{other} has an account with this email address already")
        return email


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        choices=Role,
        widget=tick_boxes(),
        error_messages={"required": "Choose at least one role"},
    )


class PasswordForm(forms.Form):
    """A password that an administrator makes up, for a person who may not have an account yet."""

    password = forms.CharField(
        label="Temporary password",
        help_text=HELP_TO_CHOOSE,
        error_messages={"required": "Enter a password of at least 12 characters"},
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, person: User | None = None, **kwargs):
        self.person = person
        super().__init__(*args, **kwargs)

    def clean_password(self):
        password = self.cleaned_data["password"]
        refuse_weak(password, self.person or self.person_typed())
        return password

    def person_typed(self) -> User:
        typed = self.cleaned_data
        return User(email=typed.get("email", ""), full_name=typed.get("full_name", ""))


class AddPersonForm(PasswordForm, RolesForm, DetailsForm):
    """The three together: the fields stand in the order in which they are asked."""

    field_order = ["full_name", "email", "roles", "password"]


class AccessForm(RolesForm):
    """What someone may do here: their roles, the service areas they head, whether they sign in."""

    is_active = forms.BooleanField(
        label="Can sign in",
        help_text="Without it they are shut out at once. What they did keeps their name",
        required=False,
    )
    areas = forms.ModelMultipleChoiceField(
        ServiceArea.objects.none(),
        label="Heads these service areas",
        help_text="A head of service sees the cases of these, and no others",
        required=False,
        widget=tick_boxes(),
    )

    def __init__(self, *args, person: User, **kwargs):
        initial = {
            "roles": person.roles,
            "areas": list(person.heads_service_areas.all()),
            "is_active": person.is_active,
        }
        super().__init__(*args, initial=initial, **kwargs)
        in_use = ServiceArea.objects.in_use_on(localdate())
        headed = person.heads_service_areas.all()
        self.fields["areas"].queryset = ServiceArea.objects.filter(
            pk__in=in_use.values("pk").union(headed.values("pk"))
        )


class OwnPasswordForm(PasswordForm):
    old_password = forms.CharField(
        label="Your password until now",
        error_messages={"required": "Enter the password you signed in with"},
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["old_password", "password"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Your new password"

    def clean_old_password(self):
        old = self.cleaned_data["old_password"]
        if not self.person.check_password(old):
            raise forms.ValidationError("This is not the password you signed in with")
        return old


def refuse_weak(password: str, person: User) -> None:
    """Raise what the validators of the settings say, in our words."""
    try:
        validate_password(password, person)
    except forms.ValidationError as error:
        raise forms.ValidationError(
            [OUR_WORDS.get(one.code, one.messages[0]) for one in error.error_list]
        ) from None
