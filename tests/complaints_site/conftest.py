"""Who works in the browser."""

import pytest

from accounts.models import User
from accounts.permissions import Role


@pytest.fixture
def officer(client):
    """Anna Fielding, a complaints officer, who has signed in."""
    user = User.objects.create_user("officer@example.org", "Anna Fielding", [Role.OFFICER])
    client.force_login(user)
    return user
