export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** Cuts a text at its marks. `marks`: from and to, UTF-16 units. Those that overlap or leave the text are mended. */
export function cutAtMarks(text: string, marks: readonly (readonly [number, number])[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const start = Math.min(Math.max(from, at), text.length)
    const end = Math.min(Math.max(to, start), text.length)
    if (end === start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}
