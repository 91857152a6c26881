"""Callbacks of the screen remove_client."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()
