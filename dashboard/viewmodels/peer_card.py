"""The peer card: with whom a client is compared, how many they are, when, and who was left out."""

from __future__ import annotations

import dataclasses

from dashboard.domain.peers import LADDERS, PeerCard
from dashboard.i18n import Language
from dashboard.viewmodels.figure_words import band_words, comparison_words, group_words, period_words

FIRM_GROUND = 25


@dataclasses.dataclass(frozen=True)
class PeerCardWords:
    """One comparison in words; `step` is the rung of its ladder, `finer` what had not enough peers."""

    name: str
    group: str
    band: str
    period: str
    small: str
    step: str
    exclusions: str
    finer: tuple[str, ...]

    @property
    def line(self) -> str:
        return " · ".join(part for part in (self.group, self.band, self.period) if part)


def peer_card(card: PeerCard, language: Language) -> PeerCardWords:
    text = language.text
    return PeerCardWords(
        name=comparison_words(card.comparison, language),
        group=group_words(card.group, language) if card.group else text("Too few peers to compare"),
        band=band_words(card.band, language) if card.band else "",
        period=period_words(card.period, language),
        small=text("Small group: interpret with care") if card.band and card.band.least < FIRM_GROUND else "",
        step=step_words(card, language),
        exclusions=text(
            "Left out: employers with fewer than three employees, and those without three delivered months. "
            "The employers of one enterprise group count once."
        ),
        finer=tuple(group_words(group, language) for group in card.finer),
    )


def step_words(card: PeerCard, language: Language) -> str:
    """The rung on the way from the finest group to the widest."""
    if card.group is None:
        return ""
    ladder = LADDERS[card.comparison]
    step = ladder.index(card.group.level) + 1
    return language.text(
        "Step {n} of {all}, from the finest group to the widest",
        n=language.integer(step),
        all=language.integer(len(ladder)),
    )
