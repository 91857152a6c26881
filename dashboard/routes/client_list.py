"""Routes of the screen client_list."""

from __future__ import annotations

from dashboard import guard

routes = guard.Routes()
