"""People who sign in, and their roles."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from accounts.permissions import RIGHTS, Permission, Role
from accounts.trail import tracked


class UserManager(BaseUserManager):
    def create_user(self, email: str, full_name: str, roles=(), password=None) -> "User":
        user = self.model(email=email.strip().lower(), full_name=full_name, roles=list(roles))
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)


@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """Someone of the council who signs in. Leavers become inactive; nobody is deleted."""

    email = models.EmailField("email address", unique=True)
    full_name = models.CharField("name", max_length=200)
    roles = ArrayField(models.CharField(max_length=30, choices=Role), default=list, blank=True)
    is_active = models.BooleanField("can sign in", default=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = [Lower("full_name")]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_whatever_its_case")]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    @property
    def role_names(self) -> str:
        return ", ".join(Role(role).label for role in self.roles)

    @property
    def permissions(self) -> frozenset[Permission]:
        return frozenset().union(*(RIGHTS[Role(role)] for role in self.roles))

    def may(self, permission: Permission) -> bool:
        return self.is_active and permission in self.permissions

    def has_role(self, role: Role) -> bool:
        return self.is_active and role in self.roles
