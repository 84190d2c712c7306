"""The worker of a demonstration: a thread beside the server, which ends with it."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from procrastinate.contrib.django import app

SECONDS_TO_END = 10


@contextmanager
def worker_beside() -> Iterator[None]:
    """Run a worker on an event loop of its own while the block runs."""
    loop = asyncio.new_event_loop()
    working = loop.create_task(_work())
    thread = threading.Thread(target=_until_stopped, args=[loop, working], daemon=True)
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(working.cancel)
        thread.join(SECONDS_TO_END)


async def _work() -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as own:
        async with own.open_async():
            await own.run_worker_async(install_signal_handlers=False)


def _until_stopped(loop: asyncio.AbstractEventLoop, working: asyncio.Task) -> None:
    try:
        loop.run_until_complete(working)
    except asyncio.CancelledError:
        pass
    finally:
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
