"""What the first firm asked of the institution, and where its requests stand."""

from __future__ import annotations

import datetime

from dashboard.data import bulk
from dashboard.data.requests import Requests, step
from dashboard.demo.ground import Ground
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.requests import RequestAction, RequestState, earliest

# Who, which number, what is asked, of which service, days ago, and the state it reached.
ASKED = (
    ("Atelier Prénay SRL", None, RequestAction.AFFILIATE, Service.SECRETARIAT, 2, RequestState.SUBMITTED),
    (
        "Belmoulin, Inès",
        datetime.date(1991, 5, 17),
        RequestAction.AFFILIATE,
        Service.FUND,
        6,
        RequestState.IN_TREATMENT,
    ),
    (
        "Transport Moerbeke BV",
        None,
        RequestAction.TRANSFER,
        Service.SECRETARIAT,
        20,
        RequestState.REFUSED,
    ),
)
REASON = "Le préavis auprès du secrétariat social actuel n’a pas été donné."
COUNTER = 998


def record_requests(ground: Ground, numbers: tuple[CompanyNumber, ...]) -> None:
    """Ask for what is listed above, for enterprises with these numbers."""
    user = bulk.users_of(ground.connection, firm_id=ground.firms[0])[0]
    for place, (name, birth, action, service, days_ago, state) in enumerate(ASKED):
        asked = ground.now - datetime.timedelta(days=days_ago)
        sent = Requests(
            ground.connection,
            firm_id=ground.firms[0],
            user_id=user,
            now=asked,
            cipher=ground.store.cipher,
        ).send(
            RegisterNumber.invent(birth, COUNTER) if birth else numbers[place],
            action=action,
            service=service,
            name=name,
            effective=earliest(action, service, today=asked.date()),
            contact="manager@lumiere.example",
        )
        if state is not RequestState.SUBMITTED:
            reason = REASON if state is RequestState.REFUSED else ""
            step(ground.connection, sent, to=state, now=ground.now, reason=reason)
