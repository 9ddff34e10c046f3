"""deck.gl through Streamlit: the chart is built anew, the browser keeps its canvas."""

import pydeck
import streamlit as st

from benchmarks.rivals.marks import COLOURS, choose_day, read_marks

day = choose_day()
marks = [
    {
        "position": [mark.lon, mark.lat],
        "colour": list(bytes.fromhex(COLOURS[mark.state(day)][1:])),
        "title": mark.title,
    }
    for mark in read_marks()
]
st.pydeck_chart(
    pydeck.Deck(
        map_provider=None,
        initial_view_state=pydeck.ViewState(latitude=48, longitude=68, zoom=3),
        layers=[
            pydeck.Layer(
                "ScatterplotLayer",
                marks,
                get_position="position",
                get_fill_color="colour",
                radius_min_pixels=6,
                pickable=True,
            )
        ],
        tooltip={"text": "{title}"},
    ),
    height=540,
)
