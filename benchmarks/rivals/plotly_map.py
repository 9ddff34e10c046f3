"""plotly's scatter_map: the figure is built anew, the browser keeps its canvas."""

import plotly.graph_objects as go
import streamlit as st

from benchmarks.rivals.marks import COLOURS, choose_day, read_marks

day = choose_day()
marks = read_marks()
figure = go.Figure(
    go.Scattermap(
        lat=[mark.lat for mark in marks],
        lon=[mark.lon for mark in marks],
        text=[mark.title for mark in marks],
        marker={"size": 12, "color": [COLOURS[mark.state(day)] for mark in marks]},
    )
)
figure.update_layout(
    map={"style": "white-bg", "center": {"lat": 48, "lon": 68}, "zoom": 3}, height=540
)
st.plotly_chart(figure, key="map")
