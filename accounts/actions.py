"""User accounts: who signs in, and with which roles. Nobody is deleted; leavers are shut out."""

from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.permissions import Role
from accounts.trail import action, record


@action
def add_user(*, email: str, full_name: str, roles: list[str], password: str, by: User) -> User:
    """Open an account with a first password, which its owner changes."""
    user = User.objects.create_user(email, full_name, roles, password)
    record(f"opened the account of {user} as {user.role_names}", user, by=by)
    return user


@action
def correct_details(user: User, *, full_name: str, email: str, by: User) -> None:
    """Change the name or the email address, which is what they sign in with."""
    before = f"{user} ({user.email})"
    user.full_name, user.email = full_name, email.strip().lower()
    user.save(update_fields=["full_name", "email"])
    record(f"changed the details of {before} to {user} ({user.email})", user, by=by)


@action
def change_roles(user: User, *, roles: list[str], by: User) -> None:
    """Give ``user`` these roles and no other, from the next page they open."""
    _refuse_oneself(user, by, "Your own roles are changed by another administrator.")
    before = user.role_names or "no role"
    user.roles = [role for role in Role if role in roles]
    user.save(update_fields=["roles"])
    record(
        f"changed the roles of {user} from {before} to {user.role_names or 'no role'}", user, by=by
    )


@action
def deactivate(user: User, *, by: User) -> None:
    """Shut someone out at once, wherever they are signed in. What they did keeps their name."""
    _refuse_oneself(user, by, "Your own account is closed by another administrator.")
    user.is_active = False
    user.save(update_fields=["is_active"])
    record(f"closed the account of {user}", user, by=by)


@action
def reactivate(user: User, *, by: User) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(f"opened the account of {user} again", user, by=by)


@action
def set_temporary_password(user: User, *, password: str, by: User) -> None:
    """Replace a password. Whoever is signed in with the old one is signed out."""
    _refuse_oneself(user, by, "Change your own password on its own page: it asks for the old one.")
    user.set_password(password)
    user.save(update_fields=["password"])
    record(f"set a temporary password for {user}", user, by=by)


@action
def change_own_password(*, password: str, by: User) -> None:
    by.set_password(password)
    by.save(update_fields=["password"])
    record("changed their own password", by, by=by)


def _refuse_oneself(user: User, by: User | None, sentence: str) -> None:
    """Two people stand behind every right: so the last administrator can never be locked out."""
    if by is not None and by.pk == user.pk:
        raise ValidationError(sentence)
