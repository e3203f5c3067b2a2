"""What is remembered, in a Valkey or Redis: it outlives restarts, and several programs that serve one bot share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import SecretStr
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot.faces.telegram.state.model import SECONDS, Key, StateError

SCHEMES: Final = {"redis": "redis", "rediss": "rediss", "valkey": "redis", "valkeys": "rediss"}
"""How an address of one may begin, and how the library calls it."""
_CONNECTIONS: Final = 32
_WITHIN: Final = 3.0
"""Seconds for it to answer; it does so in a thousandth, but on a machine with much to do."""


def connect(address: SecretStr) -> Redis:
    """A connection, made when it is needed, to redis://HOST:PORT/DB; ValueError where that is no address of one."""
    scheme, _, rest = address.get_secret_value().partition("://")
    pool = BlockingConnectionPool.from_url(
        f"{SCHEMES[scheme]}://{rest}",
        max_connections=_CONNECTIONS,
        # For a connection to be free.
        timeout=_WITHIN,
        socket_timeout=_WITHIN,
        socket_connect_timeout=_WITHIN,
        # Once more: the connection may be one from before it was started again.
        retry=Retry(NoBackoff(), 1),
    )
    return Redis.from_pool(pool)


class InValkey:
    """Keeps the things of one bot there."""

    def __init__(self, valkey: Redis, bot: int) -> None:
        """bot: its id, so that several may share one Valkey."""
        self._valkey, self._bot = valkey, bot

    async def get(self, keys: Sequence[Key]) -> list[bytes | None]:
        """See State."""
        try:
            found = await self._valkey.mget([self._name(key) for key in keys])
        except (RedisError, OSError) as error:
            raise StateError(type(error).__name__) from None
        # The library's types allow for texts, which are decoded only where that is asked for.
        return [each if isinstance(each, bytes) else None for each in found]

    async def put(self, values: Mapping[Key, bytes | None]) -> None:
        """See State."""
        try:
            async with self._valkey.pipeline(transaction=False) as commands:
                for key, value in values.items():
                    if value is None:
                        commands.delete(self._name(key))
                    else:
                        commands.set(self._name(key), value, ex=SECONDS[key.kind])
                await commands.execute()
        except (RedisError, OSError) as error:
            raise StateError(type(error).__name__) from None

    async def close(self) -> None:
        """See State."""
        await self._valkey.aclose()

    def _name(self, key: Key) -> str:
        return f"resolution-bot:{self._bot}:{key.kind}:{key.ident}"
