"""Whole-number programmes, solved by HiGHS. What it finds is checked by whoever asked, exactly.

One thread, a fixed seed, a limit of nodes and not of seconds: the same question, the same answer.
"""

import highspy
import numpy as np

NODES = 1000
OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_max_nodes": NODES,
    "mip_detect_symmetry": False,
}


class Programme:
    """Columns with limits, rows over them; each ``solve`` asks for the least of other costs."""

    def __init__(self, near_enough: float = 0.0):
        """``near_enough``: as a share, how far from the least cost a solution may be."""
        self._near_enough = near_enough
        self._limits: list[tuple[int, int]] = []
        self._rows: list[tuple[list[tuple[int, int]], int | None, int | None]] = []
        self._highs = None

    def column(self, low: int, high: int) -> int:
        self._limits.append((low, high))
        return len(self._limits) - 1

    def row(self, terms, low: int | None, high: int | None) -> None:
        self._rows.append((list(terms), low, high))

    def nothing_or_at_least(self, column: int, low: int) -> None:
        """Let the column be nought or ``low`` and more."""
        is_there = self.column(0, 1)
        self.row([(column, 1), (is_there, -self._limits[column][1])], None, 0)
        self.row([(column, 1), (is_there, -low)], 0, None)

    def solve(self, costs: dict[int, float]) -> list[int] | None:
        """Whole numbers for every column, of the least cost found; None where there are none."""
        highs = self._ready(costs, relaxed=False)
        found = (
            highs.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        )
        return [round(value) for value in highs.getSolution().col_value] if found else None

    def floor(self, costs: dict[int, float]) -> float | None:
        """No solution costs less, fractions allowed; None where that was not settled."""
        highs = self._ready(costs, relaxed=True)
        settled = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return highs.getInfo().objective_function_value if settled else None

    def _ready(self, costs: dict[int, float], relaxed: bool) -> highspy.Highs:
        if self._highs is None:
            self._highs = self._passed()
        vector = np.zeros(len(self._limits))
        vector[list(costs)] = list(costs.values())
        self._highs.setOptionValue("solve_relaxation", relaxed)
        self._highs.changeColsCost(len(vector), np.arange(len(vector), dtype=np.int32), vector)
        self._highs.run()
        return self._highs

    def _passed(self) -> highspy.Highs:
        highs = highspy._Highs()  # without the thread, and the banner, of its subclass
        for option, value in OPTIONS.items():
            highs.setOptionValue(option, value)
        highs.setOptionValue("mip_rel_gap", self._near_enough)
        highs.passModel(self._model())
        return highs

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._limits), len(self._rows)
        model.col_cost_ = np.zeros(len(self._limits))
        model.col_lower_, model.col_upper_ = np.array(self._limits, dtype=float).T.copy()
        model.row_lower_ = _ends((low for _, low, _ in self._rows), -highspy.kHighsInf)
        model.row_upper_ = _ends((high for _, _, high in self._rows), highspy.kHighsInf)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self._limits)
        terms = [term for row, _, _ in self._rows for term in row]
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        lengths = [len(row) for row, _, _ in self._rows]
        matrix.start_ = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        matrix.index_ = np.array([column for column, _ in terms], dtype=np.int32)
        matrix.value_ = np.array([times for _, times in terms], dtype=float)
        return model


def _ends(ends, none: float) -> np.ndarray:
    return np.array([none if end is None else end for end in ends], dtype=float)
