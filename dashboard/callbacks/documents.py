"""Callbacks of the screen documents."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()
