"""What the worker does with papers: reads them, so that the search finds what is written there."""

from procrastinate.contrib.django import app

from documents.reading_papers import read_paper, unread

AT_ONCE = 200  # then the worker looks after its e-mail again


@app.periodic(cron="* * * * *")
@app.task(name="documents.read_papers", lock="documents.read_papers", queueing_lock="read_papers")
def read_papers(timestamp: int) -> None:
    """Each minute what came since, and what an undoing has brought back."""
    for key in unread()[:AT_ONCE]:
        read_paper(key)
