"""How far a plan is, as the steps of a case brought it."""

from __future__ import annotations

from typing import Literal

Status = Literal["none", "open", "proposed", "set", "ended"]
