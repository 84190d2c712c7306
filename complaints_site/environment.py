"""What the environment must say before a copy of this system starts."""

import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

NEEDED_IN_PRODUCTION = {
    "SECRET_KEY": "a long random text, kept to yourself",
    "DATABASE_URL": "postgres://USER:PASSWORD@HOST/NAME of a PostgreSQL 17 or 18",
    "DOCUMENTS_ROOT": "a folder for documents that no web server serves",
    "NOT_FOR_REAL_DATA": (
        "1, and try this version on invented cases only: sign-in, trail, retention and restore "
        "are not complete yet"
    ),
}

# What a council's correspondence comes as. Each proves itself in documents/kinds_of_file.py
USUAL_DOCUMENT_TYPES = (
    "pdf,docx,doc,xlsx,xls,pptx,odt,ods,odp,rtf,txt,csv,eml,msg,jpg,jpeg,png,gif,tif,tiff,heic,"
    "mp3,m4a,wav"
)

# PostgreSQL's default is for discs that turn: with it, one year's report reads all years' cases.
FAST_DISCS = "-c random_page_cost=1.1"
# How alike names and addresses are that the indexes of letters find (cases.heard_before): with
# PostgreSQL's defaults they read ten times as many, to throw them away
LIKENESS = "-c pg_trgm.similarity_threshold=0.45 -c pg_trgm.strict_word_similarity_threshold=0.8"
# The same of a misspelt word within a name (complaints_site.case_filters.search)
LIKENESS += " -c pg_trgm.word_similarity_threshold=0.44"
# A page's query joins a case with a dozen lists of a few rows: to weigh every order in which that
# can be done takes several times as long as to do it
FEW_ORDERS = "-c join_collapse_limit=5"
# To start helpers takes longer than a page's query alone; a whole year's report has them still
ALONE = "-c parallel_setup_cost=20000"
# The statements of cases.prepared, the only ones, are for a few keys whatever these are: one plan
ONE_PLAN = "-c plan_cache_mode=force_generic_plan"
# A parameter "options" in DATABASE_URL takes its place
SESSION = f"{FAST_DISCS} {LIKENESS} {FEW_ORDERS} {ALONE} {ONE_PLAN}"
# At their first use; no others are prepared at all
CONNECTION = {"options": SESSION, "prepare_threshold": 0}


def refuse_to_start_without(env: environ.Env) -> None:
    """Say all that is missing at once, so that it is set in one go."""
    missing = [name for name in NEEDED_IN_PRODUCTION if not env(name, default="")]
    if "NOT_FOR_REAL_DATA" not in missing and not env.bool("NOT_FOR_REAL_DATA"):
        missing.append("NOT_FOR_REAL_DATA")
    if missing:
        sentences = [f"Set {name} to {NEEDED_IN_PRODUCTION[name]}." for name in missing]
        raise ImproperlyConfigured("\n".join([*sentences, "(On a laptop, set DEBUG=1 instead.)"]))


def documents_folder(env: environ.Env, project: Path, *, laptop: bool) -> Path:
    """Where documents lie: a folder that is there, can be written, and is not among the program."""
    if laptop:
        return Path(env("DOCUMENTS_ROOT", default=str(project / ".documents")))
    folder = Path(env("DOCUMENTS_ROOT")).absolute()
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        raise ImproperlyConfigured(
            f"DOCUMENTS_ROOT names {folder}, which is no folder that can be written to. Make it, "
            "owned by the user that runs the system."
        )
    if folder.resolve().is_relative_to(project.resolve()):
        raise ImproperlyConfigured(
            f"DOCUMENTS_ROOT names {folder}, which lies in the program's own folder. Choose one "
            "outside it that no web server serves."
        )
    return folder


def given_database(env: environ.Env, *, embedded_allowed: bool) -> dict:
    """The database of ``DATABASE_URL``, which is PostgreSQL."""
    database = env.db()
    options = {"connect_timeout": 5} | CONNECTION | database.get("OPTIONS", {})
    if database.get("ENGINE") != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with postgres:// (PostgreSQL 17 or 18)."
        )
    for host in database["HOST"], str(options.get("host", "")):
        if _is_embedded(host) and not embedded_allowed:
            raise ImproperlyConfigured(
                f"DATABASE_URL names the embedded database in {host}, which has no password and "
                "is for a laptop only. Name a PostgreSQL 17 or 18 server."
            )
    kept_open = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return database | kept_open | {"OPTIONS": options}


def _is_embedded(host: str) -> bool:
    """Its socket lies in its data folder; a server's own lies in /run."""
    return host.startswith("/") and (Path(host) / "PG_VERSION").exists()
