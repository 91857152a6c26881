"""Routes of the screen file."""

from __future__ import annotations

from dashboard import guard

routes = guard.Routes()
