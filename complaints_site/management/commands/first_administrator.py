from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts.actions import add_user
from accounts.models import User
from accounts.permissions import Role


class Command(BaseCommand):
    help = (
        "Open the account of the first administrator, who opens all others in the browser. "
        "Asks for the password. Refused once somebody is an administrator."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("full_name", metavar="name")

    def handle(self, *, email, full_name, **options):
        if User.objects.filter(roles__contains=[Role.ADMINISTRATOR], is_active=True).exists():
            raise CommandError("There is an administrator already, who opens all other accounts.")
        account = User(email=email, full_name=full_name, roles=[Role.ADMINISTRATOR])
        password = getpass("Password, at least 12 characters: ")
        try:
            account.set_password(password)
            account.full_clean()
            validate_password(password, account)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user = add_user(
            email=email, full_name=full_name, roles=account.roles, password=password, by=None
        )
        self.stdout.write(f"{user} can sign in as {user.email}.")
