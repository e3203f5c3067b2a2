"""Faults on purpose: random ones at given rates, single ones, and outages."""

from __future__ import annotations

import random
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError


@dataclass(frozen=True)
class Fault:
    """What happens to a call instead of (or after) its work."""

    status: int = 0
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    drop: bool = False
    processed: bool = False
    delay: float = 0.0
    result: Any = None

    def error(self) -> ApiError:
        """Give the answer that reports this fault."""
        return ApiError(self.description, self.status or 500, dict(self.parameters))


@dataclass
class Faults:
    """Random faults; every rate is the chance that a call meets that fault.

    They strike the methods named in ``methods``, or all but getUpdates, which has ``rate_poll_fail`` of its own, and
    spare the chats in ``spared``. Of the flood limits ``long_share`` say ``long_retry_after`` instead of
    ``retry_after``. A dropped call gets no response: its work is done before (``drop_processed`` true), not done
    (false), or either at random (None).
    """

    rate_429: float = 0.0
    rate_502: float = 0.0
    rate_drop: float = 0.0
    rate_poll_fail: float = 0.0
    retry_after: int = 1
    long_share: float = 0.0
    long_retry_after: int = 60
    spared: Collection[int] = ()
    drop_processed: bool | None = None
    methods: Collection[str] | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        """Seed the dice."""
        self._random = random.Random(self.seed)

    def draw(self, method: str, chat: int | None = None) -> Fault | None:
        """Throw the dice for one call."""
        dice = self._random
        if method == "getUpdates":
            if dice.random() >= self.rate_poll_fail:
                return None
            return dice.choice([Fault(502), Fault(drop=True), too_many(self.retry_after)])
        if chat in self.spared or (self.methods is not None and method not in self.methods):
            return None
        roll = dice.random()
        if roll < self.rate_429:
            long = roll < self.rate_429 * self.long_share
            return too_many(self.long_retry_after if long else self.retry_after)
        if roll < self.rate_429 + self.rate_502:
            return Fault(502)
        if roll < self.rate_429 + self.rate_502 + self.rate_drop:
            done = self.drop_processed
            return Fault(drop=True, processed=dice.random() < 0.5 if done is None else done)
        return None


def too_many(retry_after: int) -> Fault:
    """Make the fault of a flood limit."""
    return Fault(429, f"retry after {retry_after}", {"retry_after": retry_after})


@dataclass
class _Planned:
    fault: Fault
    method: str | None
    chat: int | None
    times: int


@dataclass
class FaultPlan:
    """The single faults that wait for their call, and the outage that is on."""

    planned: list[_Planned] = field(default_factory=list)
    outage_until: float = 0.0
    outage_calls: int = 0
    outage: Fault = Fault(drop=True)

    def plan(self, fault: Fault, method: str | None, chat: int | None, times: int) -> None:
        """Let the next calls of a method (of any but getUpdates) meet a fault."""
        self.planned.append(_Planned(fault, method.lower() if method else None, chat, times))

    def take(self, method: str, chat: Any) -> Fault | None:
        """Give the fault that awaits this call."""
        if self.outage_calls > 0:
            self.outage_calls -= 1
            return self.outage
        if time.monotonic() < self.outage_until:
            return self.outage
        for item in self.planned:
            wanted = item.method or (method.lower() if method != "getUpdates" else None)
            if wanted == method.lower() and item.chat in (None, chat):
                item.times -= 1
                if item.times <= 0:
                    self.planned.remove(item)
                return item.fault
        return None
