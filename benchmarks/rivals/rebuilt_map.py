"""What most apps do: the whole folium map is built anew at each step."""

from streamlit_folium import st_folium

from benchmarks.rivals.local_map import LocalMap, draw_marks
from benchmarks.rivals.marks import choose_day, read_marks

day = choose_day()
map_ = LocalMap()
draw_marks(read_marks(), day, map_)
st_folium(map_, height=540, width=None, returned_objects=[])
