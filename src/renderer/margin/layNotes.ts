/** A note that wants a place beside its words. */
export interface NoteToLay {
  /** Its upper edge when it is beside its words. In pixels from the top of the sheet, as all that follows. */
  readonly wants: number
  readonly height: number
}

/** Between two notes. */
export const GAP_PX = 8

/**
 * The upper edges of notes, given in the order of their words. Notes that would overlap move down, never up. The
 * selected one (`selected`: its index) takes its place: the ones before it move up, the ones after it down. If there is
 * no room above it, it moves down as well.
 */
export function layNotes(notes: readonly NoteToLay[], selected = -1): readonly number[] {
  const tops = down(
    notes.map(({ wants }) => Math.max(wants, 0)),
    notes,
  )
  const chosen = notes[selected]
  if (!chosen) return tops
  tops[selected] = Math.max(chosen.wants, 0)
  for (let index = selected - 1; index >= 0; index--) {
    const room = (tops[index + 1] ?? 0) - GAP_PX - (notes[index]?.height ?? 0)
    tops[index] = Math.min(tops[index] ?? 0, room)
  }
  for (let index = selected + 1; index < notes.length; index++) tops[index] = Math.max(notes[index]?.wants ?? 0, 0)
  tops[0] = Math.max(tops[0] ?? 0, 0)
  return down(tops, notes)
}

/** Moves down what overlaps the one before it. */
function down(tops: readonly number[], notes: readonly NoteToLay[]): number[] {
  let free = 0
  return tops.map((top, index) => {
    const at = index === 0 ? top : Math.max(top, free)
    free = at + (notes[index]?.height ?? 0) + GAP_PX
    return at
  })
}
