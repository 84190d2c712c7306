"""What a service is asked about a case."""

from stages.steps.step import OPEN, Step

STEPS = (
    Step(
        "ask-service",
        "Ask a service for information",
        OPEN,
        then=(
            "The answer stands on the case’s timeline when it comes. Until then it is on the desk "
            "of whoever holds the case."
        ),
        tells="Whoever is asked sees the question and the reference, and nothing else of the case.",
        only_adds=True,
    ),
)
