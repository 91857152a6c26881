"""The questions that can be asked of a client's figures, and what answers each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer, Question
from dashboard.viewmodels.questions import (
    absence_lengths,
    benefits,
    conversation,
    groups,
    growth,
    overtime,
    pay_mix,
    provinces,
    season,
    shift,
    staff,
    standing,
    to_the_median,
    turnover,
    unusual,
)


class Answering(Protocol):
    """What answers one question; None where it cannot be asked of this client and period."""

    def __call__(
        self, firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
    ) -> Answer | None: ...


ANSWERS: Mapping[Question, Answering] = {
    Question.STANDING: standing.answer,
    Question.CONVERSATION: conversation.answer,
    Question.GROUPS: groups.answer,
    Question.GROWTH: growth.answer,
    Question.UNUSUAL: unusual.answer,
    Question.ABSENCE_LENGTHS: absence_lengths.answer,
    Question.PAY_MIX: pay_mix.answer,
    Question.SHIFT: shift.answer,
    Question.SEASON: season.answer,
    Question.TURNOVER: turnover.answer,
    Question.STAFF: staff.answer,
    Question.BENEFITS: benefits.answer,
    Question.OVERTIME: overtime.answer,
    Question.TO_THE_MEDIAN: to_the_median.answer,
    Question.PROVINCES: provinces.answer,
}
