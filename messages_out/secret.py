"""The secret in an address that a message carries.

The message is kept until it is sent, the secret never: it is made of a seed and of the system's own
key each time, so that a copy of the database alone opens nothing.
"""

import base64
import secrets

from django.utils.crypto import salted_hmac

SALT = "messages_out.secret"
PLACE = "{secret}"


def new_seed() -> str:
    return secrets.token_hex(32)


def secret_of(seed: str) -> str:
    digest = salted_hmac(SALT, seed, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def put_in(text: str, seed: str) -> str:
    return text.replace(PLACE, secret_of(seed)) if seed else text
