/** Compares two texts word by word, for display (Myers, "An O(ND) Difference Algorithm", 1986). */
import type { WordChange } from '../story/requests/comparison'

export type { WordChange }

/** Words and numbers, single CJK characters, single other characters, and white space. No character is lost. */
const CJK = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]'
const LETTERS = `(?:(?!${CJK})[\\p{L}\\p{M}\\p{N}])+`
const TOKEN = new RegExp(`\\s+|${CJK}|${LETTERS}(?:['’.,\\-]${LETTERS})*|[\\s\\S]`, 'gu')
/** Beyond this many changes the middle is shown as one replacement, because a longer diff is unreadable. */
const MOST_CHANGES = 600

/** Returns removed and added text in reading order, "removed" before "added". Together the parts give both texts. */
export function changedWords(before: string, after: string): readonly WordChange[] {
  const a = before.match(TOKEN) ?? []
  const b = after.match(TOKEN) ?? []
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let tail = 0
  while (tail < a.length - start && tail < b.length - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const same = (tokens: readonly string[]): WordChange[] => tokens.map((text) => ({ kind: 'same', text }))
  return merged([
    ...same(a.slice(0, start)),
    ...shortestScript(a.slice(start, a.length - tail), b.slice(start, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ])
}

function shortestScript(a: readonly string[], b: readonly string[]): readonly WordChange[] {
  const limit = Math.min(a.length + b.length, MOST_CHANGES)
  const furthest = new Map<number, number>([[1, 0]])
  const history: Map<number, number>[] = []
  for (let changes = 0; changes <= limit; changes++) {
    history.push(new Map(furthest))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = furthest.get(diagonal + 1) ?? -1
      const right = furthest.get(diagonal - 1) ?? -1
      let x = diagonal === -changes || (diagonal !== changes && right < down) ? down : right + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      furthest.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, history)
    }
  }
  return [
    ...a.map((text): WordChange => ({ kind: 'removed', text })),
    ...b.map((text): WordChange => ({ kind: 'added', text })),
  ]
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  history: readonly Map<number, number>[],
): readonly WordChange[] {
  const script: WordChange[] = []
  let x = a.length
  let y = b.length
  for (let changes = history.length - 1; changes >= 0; changes--) {
    const furthest = history[changes]
    const diagonal = x - y
    const down = furthest?.get(diagonal + 1) ?? -1
    const right = furthest?.get(diagonal - 1) ?? -1
    const cameDown = diagonal === -changes || (diagonal !== changes && right < down)
    const fromX = changes === 0 ? 0 : cameDown ? down : right
    const fromY = changes === 0 ? 0 : fromX - (cameDown ? diagonal + 1 : diagonal - 1)
    while (x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      script.push({ kind: 'same', text: a[x - 1] ?? '' })
      x--
      y--
    }
    if (changes === 0) break
    script.push(cameDown ? { kind: 'added', text: b[y - 1] ?? '' } : { kind: 'removed', text: a[x - 1] ?? '' })
    x = fromX
    y = fromY
  }
  return script.reverse()
}

/** Merges adjacent parts of one kind. White space between two changes joins them. */
function merged(script: readonly WordChange[]): readonly WordChange[] {
  const out: WordChange[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed })
    if (added !== '') out.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  script.forEach(({ kind, text }, index) => {
    const bridges =
      kind === 'same' &&
      /^\s+$/u.test(text) &&
      removed !== '' &&
      added !== '' &&
      script[index + 1] !== undefined &&
      script[index + 1]?.kind !== 'same'
    if (kind === 'removed' || bridges) removed += text
    if (kind === 'added' || bridges) added += text
    if (kind !== 'same' || bridges) return
    flush()
    const last = out.at(-1)
    if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + text }
    else out.push({ kind: 'same', text })
  })
  flush()
  return out
}
