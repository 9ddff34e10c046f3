"""What stands before Streamlit's own answers, where server.py puts it, and what a process needs."""

from statement_map.edge.headers import PolicyHeaders, page_policy
from statement_map.edge.kept import KeptFiles
from statement_map.edge.origins import OwnOrigins
from statement_map.edge.process import ready_process

__all__ = ["KeptFiles", "OwnOrigins", "PolicyHeaders", "page_policy", "ready_process"]
