"""The control chart worked out again, exactly and without haste: fractions, and every window tried."""

from fractions import Fraction


def slow_plateaus(rates, least):
    """Start, mean, low and high of each plateau."""
    exact = [Fraction(rate) for rate in rates]
    plateaus, start = [], 0
    while start is not None:
        plateaus.append(slow_plateau(exact, start))
        start = slow_shift(exact, *plateaus[-1][:2], least)
    return plateaus


def slow_plateau(exact, start):
    year = exact[start : start + 12]
    mean = sum(year) / len(year)
    moves = sum(abs(year[place + 1] - year[place]) for place in range(len(year) - 1))
    # 2.66 is 266 hundredths: nothing is rounded on the way.
    reach = Fraction(266, 100) * moves / max(len(year) - 1, 1)
    return start, mean, max(mean - reach, 0), mean + reach


def slow_shift(exact, start, mean, least):
    """The earliest start of a stretch of eight or more that is beyond the first twelve at its end.

    A value on the other side, or none, stands before it: else it would not be the start.
    """
    for first in range(start, len(exact)):
        for last in range(max(first + 7, start + 12), len(exact)):
            stretch = exact[first : last + 1]
            one_side = all(one > mean for one in stretch) or all(one < mean for one in stretch)
            is_start = first == start or (exact[first - 1] - mean) * (exact[first] - mean) <= 0
            if one_side and is_start and abs(slow_plateau(exact, first)[1] - mean) >= least:
                return first
    return None


def slow_signals(rates, least):
    exact, plateaus = [Fraction(rate) for rate in rates], slow_plateaus(rates, least)
    marked = set()
    for number, (start, _mean, low, high) in enumerate(plateaus):
        end = plateaus[number + 1][0] if number + 1 < len(plateaus) else len(exact)
        marked |= {place for place in range(start, end) if not low <= exact[place] <= high}
        marked |= set(range(start, start + 8)) if number else set()
    return sorted(marked)
