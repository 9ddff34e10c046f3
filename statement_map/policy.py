"""What the map's frame may load and ask, and under which address it is served."""

TILES = "https://tile.openstreetmap.org https://tile.opentopomap.org"
"""The map servers that a visitor may switch on."""

FRAME_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    f"img-src 'self' data: {TILES}; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy of the frame's page: nothing that is written into it runs."""

FRAME_FOLDER = "component/statement_map.panels.program.files"
"""The address of the program, of the frame's page and of what it loads, as seen from the page."""

FRAME_PAGE = "frame.html"
"""The name of the frame's page; all other names there begin with a hash of their content."""

HANDOUT_NAME = "handout.html"
"""What the name of a handout that is served ends with, after the hash."""

HANDOUT_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'; sandbox allow-scripts allow-modals allow-popups"
)
"""The Content-Security-Policy of a handout that is served. It has one of its own besides, which
names its scripts and styles by their hashes; the sandbox keeps it from the app and from what the
browser stores for it."""
