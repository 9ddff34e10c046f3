"""The page on which somebody makes a map of a text of their own, or corrects one.

``desk`` holds the work while it is on the page; ``start`` opens one, ``text``, ``events``,
``places`` and ``statement`` show its parts, and ``taking`` hands it out.
"""
