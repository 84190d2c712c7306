"""Settings, read once from the environment.

``DEBUG=1`` is a laptop: demo people, the embedded PostgreSQL. Anything else is production, which
starts only when it has been told all that it needs.
"""

import os
from decimal import Decimal
from pathlib import Path

import environ
import pgtrigger

from complaints_site.environment import (
    CONNECTION,
    USUAL_DOCUMENT_TYPES,
    documents_folder,
    given_database,
    refuse_to_start_without,
)

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# What this copy is
DEMONSTRATION = env.bool("DEBUG", default=False)
DEBUG = DEMONSTRATION and env.bool("TECHNICAL_ERRORS", default=False)  # else the pages users get
COUNCIL_NAME = env("COUNCIL_NAME", default="Example Borough Council")
# Pounds: a payment above it is approved by a second person
PAYMENT_APPROVAL_LIMIT = Decimal(env("PAYMENT_APPROVAL_LIMIT", default="500"))
# Calendar days after which an action of a lesson that is late is shown to the head of service
ACTION_LONG_PAST_DAYS = env.int("ACTION_LONG_PAST_DAYS", default=28)
# Working days; no source has them (domain.md 7), so a council sets its own
MEDIATION_ANSWER_DAYS = env.int("MEDIATION_ANSWER_DAYS", default=10)
MEDIATION_HOLD_DAYS = env.int("MEDIATION_HOLD_DAYS", default=15)
MEDIATION_CONFIRM_DAYS = env.int("MEDIATION_CONFIRM_DAYS", default=5)
# What of a published report is hidden (docs/disclosure.md): counts below the first, zeros or not,
# and percentages, averages and the longest of fewer people than the last
SMALL_NUMBERS_UNDER = env.int("SMALL_NUMBERS_UNDER", default=5)
SMALL_NUMBERS_SHOW_ZERO = env.bool("SMALL_NUMBERS_SHOW_ZERO", default=True)
PERCENTAGES_FROM = env.int("PERCENTAGES_FROM", default=10)
PERCENT_DECIMALS = env.int("PERCENT_DECIMALS", default=0)  # of percentages on pages
ADVOCACY_OFFER_DAYS = env.int("ADVOCACY_OFFER_DAYS", default=3)
ADVOCATE_DAYS = env.int("ADVOCATE_DAYS", default=10)
RESTRICTION_APPEAL_DAYS = env.int("RESTRICTION_APPEAL_DAYS", default=20)
NOT_FOR_REAL_DATA = True  # every page says so
if not DEMONSTRATION:
    refuse_to_start_without(env)
SECRET_KEY = "laptop only" if DEMONSTRATION else env("SECRET_KEY")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("ALLOWED_HOSTS", default=[])]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Applications, lowest first: each may import those before it and none after
OUR_APPS = ["accounts", "cases", "messages_out", "documents", "stages", "packs", "letters"]
OUR_APPS += ["remedies", "reporting", "editions"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    *OUR_APPS,
    "complaints_site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "complaints_site.middleware.SecureHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "complaints_site.middleware.KeepsTyping",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "complaints_site.masking.MasksWithheld",
]
ROOT_URLCONF = "complaints_site.urls"
WSGI_APPLICATION = "complaints_site.wsgi.application"

# Database: PostgreSQL, and nothing else
if env("DATABASE_URL", default=""):
    DATABASES = {"default": given_database(env, embedded_allowed=DEMONSTRATION)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "complaints_site.pgdev",
            "NAME": "postgres",
            "USER": "postgres",
            "HOST": env("DEVDB", default=str(BASE_DIR / ".pgdata")),
            "CONN_MAX_AGE": 60,
            "OPTIONS": CONNECTION,
        }
    }
DATABASES["default"]["TEST"] = {"NAME": f"test_complaints{os.environ.get('DB_TEST_SUFFIX', '')}"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The trail of changes. Statement triggers: row triggers make one large transaction grow with the
# square of its rows.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_LEVEL = pgtrigger.Statement

# People and sessions
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["complaints_site.sign_in.SignIn"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_AGE = 60 * 60 * 10  # a working day

# Documents: outside the web's reach; checked as they come in (documents/receiving.py)
DOCUMENTS_ROOT = documents_folder(env, BASE_DIR, laptop=DEMONSTRATION)
DOCUMENT_MAX_MEGABYTES = env.int("DOCUMENT_MAX_MEGABYTES", default=25)
DOCUMENT_TYPES = env("DOCUMENT_TYPES", default=USUAL_DOCUMENT_TYPES).lower().split(",")
CLAMD_ADDRESS = env("CLAMD_ADDRESS", default="")  # tcp://HOST:3310 or unix:///PATH
# One file of a case: the most pages and megabytes that one may have, as whoever reads it can take
PACK_MAX_PAGES = env.int("PACK_MAX_PAGES", default=1000)
PACK_MAX_MEGABYTES = env.int("PACK_MAX_MEGABYTES", default=100)
PACK_REVIEW_DAYS = env.int("PACK_REVIEW_DAYS", default=2)  # working days; a reminder, no limit
# What is typed in one form: more than any box takes, so that the page says so and loses nothing
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000  # bytes
FILE_UPLOAD_HANDLERS = [
    "documents.uploads.DropsTooLarge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Work that is safe
UNDO_MINUTES = env.int("UNDO_MINUTES", default=10)  # how long the last step of a case can be undone
# How many days after closing the complainant is asked how it went; 0: no task is set for it
ASK_AFTERWARDS_DAYS = env.int("ASK_AFTERWARDS_DAYS", default=0)
CSRF_FAILURE_VIEW = "complaints_site.views.refused.form_too_old"

# How the Ombudsman is reached, as letters print it (it changes: see what the Ombudsman publishes)
OMBUDSMAN_CONTACT = env(
    "OMBUDSMAN_CONTACT",
    default="Local Government and Social Care Ombudsman, PO Box 4771, Coventry CV4 0EH, "
    "telephone 0300 061 0614, www.lgo.org.uk",
)
# Whom other procedures lead to, by their key. Not verified: ask them before the first letter goes
OTHER_OMBUDSMEN = {
    "housing": env(
        "HOUSING_OMBUDSMAN_CONTACT",
        default="Housing Ombudsman Service, PO Box 1484, Unit D, Preston PR2 0ET, "
        "telephone 0300 111 3000, www.housing-ombudsman.org.uk",
    ),
    "data-protection": env(
        "INFORMATION_COMMISSIONER_CONTACT",
        default="Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow SK9 5AF, "
        "telephone 0303 123 1113, www.ico.org.uk",
    ),
}

# Questions to a service: who signs in answers here, who does not through a link sent by e-mail
SERVICE_REQUEST_DAYS = env.int("SERVICE_REQUEST_DAYS", default=5)  # working days to answer
# Links go to these and to no other; without them none is sent
COUNCIL_MAIL_DOMAINS = env.list(
    "COUNCIL_MAIL_DOMAINS", default=["example.org"] if DEMONSTRATION else []
)
SITE_ADDRESS = env("SITE_ADDRESS", default="http://127.0.0.1:8000" if DEMONSTRATION else "")
MAIL_IS_SENT = DEMONSTRATION or bool(env("EMAIL_URL", default=""))

# E-mail: queued in the database, sent by the worker (messages_out/). A laptop prints what it would
# send
vars().update(env.email("EMAIL_URL", default="consolemail://"))
# How case content may go by e-mail, in the council's words; nothing of a case does without it
SECURE_MAIL_ROUTE = env("SECURE_MAIL_ROUTE", default="")
EMAIL_TIMEOUT = 60  # seconds in which a mail server says something
DEFAULT_FROM_EMAIL = env("MAIL_FROM", default="complaints@example.org")
BOUNCES_TO = env("BOUNCES_TO", default="")  # where reports of what does not arrive go: the sender
DIGEST_HOUR = env.int("DIGEST_HOUR", default=6)  # of the day, from which digests are made
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful"}

# Language, time, pages
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
FORMAT_MODULE_PATH = ["complaints_site.formats"]
FORM_RENDERER = "complaints_site.rendering.PageRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "complaints_site.context.site",
            ],
        },
    },
]
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEMONSTRATION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMONSTRATION
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}

# Security
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
if not DEMONSTRATION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
