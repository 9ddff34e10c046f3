"""Correcting a statement's data files: every change is checked as the files themselves are.

``opening`` makes a :class:`Work` from files or from a draft, ``editing`` changes it, ``history``
takes changes back, and ``packing`` makes what is taken home.
"""

from statement_map.reviewing.history import History
from statement_map.reviewing.work import Work

__all__ = ["History", "Work"]
