"""From a plain text to a proposal of data files, for an editor to correct (event extraction).

``read_source`` or ``build_source`` of ``prose.text`` takes a text apart, ``proposing.draft``
proposes, and ``writing.write_draft`` writes the folder; ``files.write_events`` and
``files.write_locations`` write what an editor has made of it. Nothing is imported here, so that the
running app pays for drafting only when somebody drafts.
"""
