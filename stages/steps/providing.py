"""A complaint that a contracted provider answers: put to it, and its answer recorded."""

from stages.steps.guards import awaits_no_provider, awaits_the_provider
from stages.steps.step import ASKED_OR_UNDER_WAY, OPEN, Step

STEPS = (
    Step(
        "put-to-provider",
        "Put it to the provider",
        ASKED_OR_UNDER_WAY,
        (awaits_no_provider,),
        then="Our own deadline stays as it is. Somebody is reminded to chase the answer.",
    ),
    Step(
        "provider-answered",
        "Record the provider's answer",
        OPEN,
        (awaits_the_provider,),
        then="Nobody chases it any longer. Our own clock runs until the answer is sent.",
    ),
)
