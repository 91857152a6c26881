"""Every group of callbacks, listed."""

from __future__ import annotations

from dash import Dash

from dashboard.callbacks import (
    account,
    add_client,
    audit_trail,
    client_list,
    company_figures,
    documents,
    exports,
    frame,
    import_clients,
    like_for_like,
    list_selection,
    meeting,
    palette,
    provinces,
    remove_client,
    requests,
    saved_filters,
    team,
    to_the_median,
)

GROUPS = (
    frame,
    palette,
    client_list,
    list_selection,
    saved_filters,
    add_client,
    remove_client,
    import_clients,
    requests,
    documents,
    company_figures,
    meeting,
    like_for_like,
    to_the_median,
    provinces,
    exports,
    account,
    team,
    audit_trail,
)


def connect(app: Dash) -> None:
    for group in GROUPS:
        group.callbacks.connect(app)
