import { cliText } from '../../catalogue/rooms/cli'
/**
 * “ Did you mean “show”?” when exactly one known word is one or two edits away from the typed one; otherwise an empty
 * text.
 */
export function didYouMean(typed: string, known: readonly string[], sign = ''): string {
  const near = known
    .map((word) => ({ word, distance: editDistance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= (word.length > 4 ? 2 : 1))
  const least = Math.min(...near.map(({ distance }) => distance))
  const [found, ...others] = near.filter(({ distance }) => distance === least)
  return found && others.length === 0
    ? cliText('didYouMean.didYouMean', { word: sign === '' ? `“${found.word}”` : `${sign}${found.word}` })
    : ''
}

/** The number of letters to add, remove, change, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    rows.push([i])
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped))
    }
  }
  return at(a.length, b.length)
}
