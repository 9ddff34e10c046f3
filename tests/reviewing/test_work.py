"""What a work knows beside its files."""

from statement_map.reviewing.opening import world_outlines


def test_the_outlines_around_a_point() -> None:
    outlines = world_outlines()
    assert outlines.around(52.23, 21.01) == ["PL-MZ", "PL"]  # Warsaw
    assert outlines.around(48.86, 2.35) == ["FR"]  # Paris: no regions of France are shipped
    assert outlines.around(0.0, -30.0) == []  # the Atlantic
