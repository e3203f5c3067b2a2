"""The state that all methods share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .args import Args
from .text import Entity
from .updates import Updates
from .world import Chat, World


@dataclass
class Profile:
    """What the bot says of itself, by language (and scope)."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    name: dict[str, str] = field(default_factory=dict)


@dataclass
class Core:
    """Everything a method may look at or change."""

    world: World
    updates: Updates
    profile: Profile = field(default_factory=Profile)


@dataclass
class Outcome:
    """What a method did: its result and what the record of the call shows of it."""

    result: Any
    chat: Chat | None = None
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    message: dict[str, Any] | None = None


Method = Callable[[Core, Args], Outcome]
"""A method of the API."""
