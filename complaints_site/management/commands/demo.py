import signal
import socket
import time
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers.basehttp import get_internal_wsgi_application, run
from django.utils.timezone import localdate

from accounts.permissions import Role
from cases.models import Case
from complaints_site import demo_people
from complaints_site.demo_worker import worker_beside
from stages.actions.procedures import ProcedureInUse

STOPS = signal.SIGINT, signal.SIGTERM, signal.SIGHUP
HERE = "127.0.0.1"  # this machine only: everybody may know the password
YEAR = settings.BASE_DIR / "fixtures" / "2006_07"
A_CASE_OF_THE_YEAR = "CH-2006-001"
BEGIN_AGAIN = (
    "This demonstration was made under procedures that have been changed since. Run "
    "`make demo-reset`, which throws its data away, then `make demo`, which makes them anew."
)


class Command(BaseCommand):
    help = (
        "Set up the demonstration as far as it is not there yet, then serve it until Ctrl-C. "
        "What was changed in it stays."
    )

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-server", action="store_true", help="Set it up, and end.")

    def handle(self, *, port, no_server, **options):
        demo_people.refuse_in_production()
        try:
            if no_server:
                self.set_up()
            else:
                stop_like_ctrl_c()
                refuse_a_taken_port(port)
                self.set_up()
                self.serve(port)
        except KeyboardInterrupt:
            ignore_further_stops()
            self.stdout.write("\nStopped. The data are kept; `make demo-reset` starts over.")

    def set_up(self):
        with self.step("Database and its migrations"):
            call_command("migrate", verbosity=0)
        with self.step("Bank holidays, procedures, lists"):
            call_command("load_calendar", verbosity=0)
            load_procedures()
            call_command("load_lists", verbosity=0)
            call_command("load_letters", verbosity=0)
        if not Case.objects.filter(reference=A_CASE_OF_THE_YEAR).exists():
            with self.step("The year 2006/07"):
                call_command("import_cases", YEAR, create_missing=True, verbosity=0)
        with self.step("Demo people and a council of today"):
            call_command("demo_people", verbosity=0)
            call_command("demo_cases", verbosity=0)
            demo_people.put_work_before_them(on=localdate())

    @contextmanager
    def step(self, name: str):
        self.stdout.write(f"{name} … ", ending="")
        self.stdout.flush()
        began = time.monotonic()
        yield
        self.stdout.write(f"{time.monotonic() - began:.1f} s")

    def serve(self, port: int):
        settings.SITE_ADDRESS = f"http://{HERE}:{port}"  # in the messages that are printed here
        application = get_internal_wsgi_application()
        with worker_beside():
            run(HERE, port, application, threading=True, on_bind=self.say_where)

    def say_where(self, port: int):
        self.stdout.write(f"\nOpen http://{HERE}:{port}/ and sign in as one of these:\n\n")
        for role in demo_people.NAMES:
            self.stdout.write(f"  {demo_people.email_of(role):36} {Role(role).label}")
        self.stdout.write(f"\nThe password of all is: {demo_people.PASSWORD}")
        self.stdout.write("Ctrl-C stops the demonstration and keeps its data.\n\n")
        self.stdout.flush()


def load_procedures() -> None:
    """Load them, or say how to begin again: a council's cases keep their rules, a demo's need not.

    Cases of an older demonstration go by files that have been changed since.
    """
    try:
        call_command("load_procedures", verbosity=0)
    except CommandError as error:
        if isinstance(error.__cause__, ProcedureInUse):
            raise CommandError(BEGIN_AGAIN) from error
        raise


def stop_like_ctrl_c() -> None:
    """End cleanly on SIGTERM too, and on Ctrl-C where a shell began us with it switched off."""
    for number in STOPS:
        begun_by_nohup = number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN
        if not begun_by_nohup:
            signal.signal(number, signal.default_int_handler)


def ignore_further_stops() -> None:
    """Let the database end in peace. make passes a SIGTERM on, so that it comes twice."""
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)


def refuse_a_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HERE, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be had ({error.strerror}). Choose another: make demo PORT=8001"
            ) from error
