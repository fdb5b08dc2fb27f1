"""Two ways to do the same, measured in turn: a machine's speed varies, and a pair shares what it has just then."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pairs:
    """Seconds of both ways, pair by pair."""

    ours: Sequence[float]
    other: Sequence[float]

    @property
    def ratios(self) -> list[float]:
        """Our time by the other's, of each pair, the least first."""
        return sorted(ours / other for ours, other in zip(self.ours, self.other, strict=True))

    def row(self, size: int) -> str:
        """A line of a table: medians, and the median of the ratios with the least and the most of them."""
        ours, other = statistics.median(self.ours), statistics.median(self.other)
        ratios = self.ratios
        ratio = statistics.median(ratios)
        return f"{size:>9} {other:>9.2f}s {ours:>9.2f}s {ratio:>8.2f} {ratios[0]:>9.2f} … {ratios[-1]:.2f}"


def heading(other: str, ours: str) -> str:
    """The line above the rows."""
    return f"{'versions':>9} {other:>10} {ours:>10} {'ratio':>8} {'least':>9} … most"


def in_turn(count: int, ours: Callable[[], float], other: Callable[[], float]) -> Pairs:
    """Measure so many pairs; each way is first in every other one."""
    taken: dict[Callable[[], float], list[float]] = {ours: [], other: []}
    for number in range(count):
        for way in (ours, other) if number % 2 else (other, ours):
            taken[way].append(way())
    return Pairs(taken[ours], taken[other])


def growth(measured: dict[int, Pairs]) -> str:
    """What each version more costs, between the smallest size and the largest."""
    few, many = min(measured), max(measured)
    if few == many:
        return ""

    def each(side: Callable[[Pairs], Sequence[float]]) -> float:
        more = statistics.median(side(measured[many])) - statistics.median(side(measured[few]))
        return 1000 * more / (many - few)

    other, ours = each(lambda pairs: pairs.other), each(lambda pairs: pairs.ours)
    return f"{'each more':>9} {other:>8.2f}ms {ours:>8.2f}ms"
