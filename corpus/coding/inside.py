"""Which figures stand inside which measures."""

from bisect import bisect_left

from corpus.collection.collection import Collection
from corpus.collection.memo import computed_once
from corpus.collection.tables import cells


@computed_once
def figures_inside(collection: Collection) -> dict[str, list[str]]:
    """Measure id → the number_ids that stand inside its quote, in the order of the source."""
    places: dict[str, list[tuple[int, int, str]]] = {}
    for seed_file, *place in cells(collection.typed("numbers"), ("seed_file", "start", "end", "number_id")):
        places.setdefault(seed_file, []).append(tuple(place))
    for own in places.values():
        own.sort()
    inside = {}
    columns = ("measure_id", "seed_file", "start", "end")
    for measure, seed_file, start, end in cells(collection.typed("measures"), columns):
        own = places.get(seed_file, [])
        near = own[bisect_left(own, (start,)) : bisect_left(own, (end + 1,))]
        inside[measure] = [number for _, stop, number in near if stop <= end]
    return inside
