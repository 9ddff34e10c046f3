"""Heavy work in processes of its own, so that nobody who steps through a map waits for it.

``pool`` keeps the queue and the worker processes, ``worker`` is what runs in one of them;
``memory`` and ``processors`` tell how much of both is left for another.
"""

from statement_map.working.memory import free_bytes
from statement_map.working.pool import Limits, Pool, QueueFullError, Ticket, UnfinishedError, Why
from statement_map.working.processors import count_free, count_processors

__all__ = [
    "Limits",
    "Pool",
    "QueueFullError",
    "Ticket",
    "UnfinishedError",
    "Why",
    "count_free",
    "count_processors",
    "free_bytes",
]
