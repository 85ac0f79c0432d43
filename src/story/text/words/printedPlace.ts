/** Returns the city of a place: the part before a comma or a bracket. "Mokpo, South Korea" → "Mokpo". */
export function cityOf(place: string): string {
  const end = place.search(/[,،、，(（]/u)
  return end < 0 ? place : place.slice(0, end)
}

/** Returns the place as the AP prints it: the city in capitals, and as written what follows a comma or a bracket. */
export function printedPlace(place: string): string {
  const city = cityOf(place)
  return `${city.toUpperCase()}${place.slice(city.length)}`
}
