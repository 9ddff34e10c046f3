"""Lists of words, written as people write them."""


def words_of(text: str) -> list[str]:
    """Return the words of ``text``, which stand apart by spaces."""
    return text.split()
