"""The steps of a scale: round numbers from nought to a little over the highest."""

from math import ceil, floor, log10

FEW = 5


def steps_to(top: float, *, whole: bool) -> list[float]:
    """
    >>> steps_to(7, whole=True), steps_to(100, whole=False), steps_to(1, whole=True)
    ([0.0, 2.0, 4.0, 6.0, 8.0], [0.0, 20.0, 40.0, 60.0, 80.0, 100.0], [0.0, 1.0])
    """
    rough = top / FEW
    size = 10 ** floor(log10(rough))
    step = next(size * times for times in (1, 2, 5, 10) if size * times >= rough)
    step = max(step, 1) if whole else step
    return [float(step * n) for n in range(ceil(top / step - 1e-9) + 1)]
