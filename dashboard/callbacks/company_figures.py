"""Callbacks of the screen company_figures."""

from __future__ import annotations

from dashboard import guard

callbacks = guard.Callbacks()
