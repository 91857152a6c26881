"""Callbacks of the screen account."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()
