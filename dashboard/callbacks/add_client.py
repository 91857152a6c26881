"""Callbacks of the screen add_client."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()
