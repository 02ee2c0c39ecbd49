"""Spread: labels beside points that would cover each other move apart."""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    places: Sequence[tuple[float, float]], width: float, height: float, top: float, bottom: float
) -> list[float]:
    """(x, y) of the middles of labels `width` × `height` pixels → y of each, so that none covers another and all stay
    between `top` and `bottom` while there is room. From top to bottom they keep the order of the places."""
    order = sorted(range(len(places)), key=lambda k: (places[k][1], k))
    low, high = top + height / 2, bottom - height / 2
    result = [min(max(y, low), high) for _, y in places]

    def near(a: int, b: int) -> bool:
        return abs(places[a][0] - places[b][0]) < width

    # Downwards: what is in the way of an upper one gives way; then upwards from the lower border.
    for place, k in enumerate(order):
        result[k] = max([result[k], *(result[other] + height for other in order[:place] if near(other, k))])
    for place in range(len(order) - 1, -1, -1):
        k = order[place]
        result[k] = min([result[k], high, *(result[other] - height for other in order[place + 1 :] if near(other, k))])
    return result
