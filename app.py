"""The page: one statement on a map, stepped through in time.

`streamlit run app.py` shows the statement in data/; `streamlit run app.py -- DIR` another one.
With `?view=review` it is the page on which visitors make a map of a text of their own.
"""

import sys
from functools import partial
from pathlib import Path

import streamlit as st

from statement_map import panels
from statement_map.edge import ready_process

ready_process()
st.set_page_config(page_title="Statement Map", page_icon=panels.ICON, layout="wide")

own_data = Path(__file__).parent / "data"
# No st.stop(): the fragments of the page before would live on and write into this one.
if panels.is_reviewing():
    panels.show_review()
elif data := panels.load_data(Path(sys.argv[1]) if len(sys.argv) > 1 else own_data):
    panels.follow_address(data)
    language = panels.show_header(data)
    with st.container(key="page"):
        panels.show_map(data)
        panels.show_cover(data, language)
        panels.show_sheet(data, language)
        panels.show_axis(data, language)
        panels.show_accounts()
        panels.show_drawer(
            language,
            {
                "text": partial(panels.show_reader, data, language),
                "events": partial(panels.show_event_list, data, language),
                "balance": partial(panels.show_balance, data, language),
                "share": partial(panels.show_sharing, data, language),
                "about": partial(panels.show_about, data, language),
            },
        )
