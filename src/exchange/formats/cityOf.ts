/** Returns the city of a place: the part before a comma or a bracket. "Mokpo, South Korea" → "Mokpo". */
export function cityOf(place: string): string {
  const end = place.search(/[,،、，(（]/u)
  return end < 0 ? place : place.slice(0, end)
}
