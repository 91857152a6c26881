"""Which release a new one continues, and when one may take the place of what readers see (R5, R7)."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from sqlalchemy import Connection, select, update

from dashboard.data.releases.history import Release, activate, all_releases, refuse_early
from dashboard.data.releases.mandates import withhold_in
from dashboard.data.releases.tables import releases
from dashboard.domain.disclosure import Rules
from dashboard.domain.workforce import Quarter
from dashboard.errors import ReleaseRefused


def continued(connection: Connection, quarter: Quarter) -> Release | None:
    """The release that a new one of the quarter continues: the published one, else the newest before it.

    A correction keeps the panel of what it corrects, so that the two differ by no employer's coming or going.
    """
    active = [one for one in all_releases(connection) if one.active]
    before = [one for one in active if one.quarter <= quarter]
    is_published = bool(before) and before[0].quarter == quarter
    if active and active[0].quarter > quarter and not is_published:
        raise ReleaseRefused(
            "Quarters are released in their order, and {later} is published.", later=active[0].quarter
        )
    return before[0] if before else None


def publish(connection: Connection, release: Release, *, rules: Rules, now: datetime.datetime) -> None:
    """Show a release in place of the one that is shown; going back to one that was shown is always allowed.

    Firms that have come to know too much of a group since it was built do not see that group (R3).
    """
    # Two who publish at once wait for each other; readers wait for nobody.
    connection.execute(select(releases.c.id).with_for_update())
    if release.published_at is None:
        refuse_draft(connection, release, today=now.date())
        this = releases.c.id == release.id
        connection.execute(update(releases).where(this).values(published_at=now))
    activate(connection, release)
    withhold_in(connection, release.id, rules=rules, today=now.date())


def refuse_draft(connection: Connection, draft: Release, *, today: datetime.date) -> None:
    refuse_early(draft.quarter, today)
    base = continued(connection, draft.quarter)
    if base and base.id != draft.follows:
        raise ReleaseRefused(
            "{name} does not continue {base}, which is active now. Build {quarter} again.",
            name=draft.name,
            base=base.name,
            quarter=draft.quarter,
        )
    if base and base.quarter == draft.quarter:
        refuse_between_rebases(draft, all_releases(connection))


def refuse_between_rebases(draft: Release, others: Collection[Release]) -> None:
    """R5: a published quarter may change once a year, while the first release of a panel is the newest."""
    newest = max((one for one in others if one.active), key=lambda one: one.quarter)
    year = newest.quarter.year
    is_first = not any(one.active and one.quarter.year == year for one in others if one != newest)
    shown = [one.published_at for one in others if one.quarter == draft.quarter and one.published_at]
    begun = min(one.published_at for one in others if one.quarter == newest.quarter and one.published_at)
    if not (is_first and max(shown) < begun):
        raise ReleaseRefused(
            "{quarter} is published: a correction can be activated after the first release of {year}.",
            quarter=draft.quarter,
            year=year + 1,
        )
