"""A text as language: its paragraphs and sentences, and the forms of its words.

``text`` cuts a text into sentences (sentence splitting); ``dictionaries`` opens what knows the
forms of words (morphological analysis): a dictionary, ``sgjp`` or ``vesum``, or else ``endings``.
What is known of a language beyond that is its table in ``languages``. Nothing is imported here, so
that the running app pays for it only when somebody drafts.
"""
