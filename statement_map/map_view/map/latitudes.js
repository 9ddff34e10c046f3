/* Spots in the order of their latitudes, so that those near to another are found among thousands (a sorted
 * index, and binary search in it).
 */

/** Returns what gives the spots that lie within so many degrees of a latitude, north or south of it.
 *
 * @type {<Spot extends { lat: number }>(spots: Spot[]) => (lat: number, degrees: number) => Spot[]}
 */
export function byLatitude(spots) {
  const sorted = spots.toSorted((one, other) => one.lat - other.lat);
  /** @type {(lat: number) => number} */
  const firstFrom = (lat) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle].lat < lat) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (lat, degrees) => {
    const found = [];
    for (let i = firstFrom(lat - degrees); i < sorted.length && sorted[i].lat <= lat + degrees; i++)
      found.push(sorted[i]);
    return found;
  };
}
