"""What a work knows beside its files."""

from statement_map.reviewing.opening import world_outlines


def test_the_outlines_around_a_point() -> None:
    def around(lat: float, lon: float) -> list[str]:
        return [outline.id for outline in world_outlines().around(lat, lon)]

    assert around(52.23, 21.01) == ["PL-MZ", "PL"]  # Warsaw
    assert around(48.86, 2.35) == ["FR"]  # Paris: no regions of France are shipped
    assert around(0.0, -30.0) == []  # the Atlantic
