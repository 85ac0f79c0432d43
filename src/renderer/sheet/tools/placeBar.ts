/** Where the bar at a selection stands: in the room with the fewest words. */

export interface LineBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface BarRoom {
  readonly bar: { readonly width: number; readonly height: number }
  /** The lines of the first and the last selected character. */
  readonly first: LineBox
  readonly last: LineBox
  /** What shows of the sheet. */
  readonly frame: LineBox
  /** The words near the selection, line by line. */
  readonly words: readonly LineBox[]
}

const GAP_PX = 8
/** To the edges of the sheet. */
const [START_PX, END_PX] = [8, 16]

/**
 * Above the selection, below it, right of the last word of the line above, or right of the last selected line: the
 * first of them that covers no words, else the one that covers the fewest. All in pixels of the window. Undefined: the
 * sheet has no room.
 */
export function placeBar({ bar, first, last, frame, words }: BarRoom): Pick<LineBox, 'left' | 'top'> | undefined {
  const least = frame.left + START_PX
  const most = frame.right - END_PX - bar.width
  const above = first.top - GAP_PX - bar.height
  const below = last.bottom + GAP_PX
  const left = Math.max(least, Math.min(first.left, most))
  const beside = (last.top + last.bottom - bar.height) / 2
  const endOf = (top: number): number => Math.max(...inBand(words, top, bar.height).map(({ right }) => right), least)
  const rooms = [
    { left, top: above },
    { left, top: below },
    { left: endOf(above) + GAP_PX, top: above },
    { left: Math.max(endOf(beside), last.right) + GAP_PX, top: beside },
  ].filter(
    (room) => room.left <= Math.max(most, least) && room.top >= frame.top && room.top + bar.height <= frame.bottom,
  )
  let best: { readonly room: Pick<LineBox, 'left' | 'top'>; readonly covered: number } | undefined
  for (const room of rooms) {
    const covered = coveredBy({ ...room, right: room.left + bar.width, bottom: room.top + bar.height }, words)
    if (best === undefined || covered < best.covered) best = { room, covered }
  }
  return best?.room
}

const inBand = (words: readonly LineBox[], top: number, height: number): readonly LineBox[] =>
  words.filter((line) => line.top < top + height && line.bottom > top)

/** Square pixels of words. */
const coveredBy = (box: LineBox, words: readonly LineBox[]): number =>
  words.reduce((sum, line) => {
    const width = Math.min(box.right, line.right) - Math.max(box.left, line.left)
    const height = Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top)
    return width > 0 && height > 0 ? sum + width * height : sum
  }, 0)
