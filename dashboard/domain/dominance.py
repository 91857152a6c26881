"""R4, whether a total may be told: what one contributor or one firm holds of it, in plain functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dashboard.domain.disclosure import USELESS_SHARE, Rules

Members = Mapping[str, Collection[int]]


def clients_of(members: Members) -> dict[object, set[str]]:
    """The contributors that each firm knows; one that no firm knows is a firm of its own."""
    clients: dict[object, set[str]] = {}
    for member, firms in members.items():
        for firm in firms or (member,):
            clients.setdefault(firm, set()).add(member)
    return clients


def hard_to_guess(rules: Rules, amounts: Mapping[str, float], members: Members) -> bool:
    """The p% rule for every firm: its best guess at the largest other contributor is far enough off."""
    for clients in clients_of(members).values():
        others = [amount for member, amount in amounts.items() if member not in clients]
        largest = max(others, default=0)
        if 100 * (sum(others) - largest) < rules.percent * largest:
            return False
    return True


def evenly_held(rules: Rules, amounts: Mapping[str, float], members: Members) -> bool:
    """No contributor, and no firm with all its clients, holds more than one part in four."""
    total = sum(amounts.values())
    firms = [sum(amounts[one] for one in clients) for clients in clients_of(members).values()]
    return rules.largest_part * max([*amounts.values(), *firms], default=0) <= total


def same_for_most(shares: Collection[float]) -> bool:
    """R10: more than nine contributors in ten have nothing of a part, or nothing else."""
    most = max(sum(share == end for share in shares) for end in (0, 1))
    return most > USELESS_SHARE * len(shares)
