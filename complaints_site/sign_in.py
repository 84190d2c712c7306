"""Who may sign in with a password."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from complaints_site import demo_people


class SignIn(ModelBackend):
    """Keeps the people and the password of the demonstration out of production.

    Also where a demo's database was copied there, and for those who are signed in already.
    """

    def authenticate(self, request, username=None, password=None, **kwargs):
        if password == demo_people.PASSWORD and not settings.DEMONSTRATION:
            return None
        return super().authenticate(request, username, password, **kwargs)

    def user_can_authenticate(self, user) -> bool:
        welcome = settings.DEMONSTRATION or not demo_people.is_demo_person(user.email)
        return welcome and super().user_can_authenticate(user)
