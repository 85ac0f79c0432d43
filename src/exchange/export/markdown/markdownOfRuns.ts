import type { Run } from '../../../projection/published/publishedStory'
import { defined } from '../../../story/text/defined'

/**
 * Writes runs as CommonMark inline text. Bold is `**`, italic `_`: marks that meet never run together. A character
 * that would keep a mark from opening or closing (as 이라고 after “…”) becomes a character reference.
 *
 * Our own code, not mdast-util-to-markdown (2.1.2). markdownRoundTrip.test.ts decides: the library does not escape
 * the `@` of `_a_@b.org`, and splits the surrogate pair of an emoji beside a mark. longRuns.test.ts decides, too: the
 * library needs 20 seconds and more for 100,000 characters that it escapes.
 */
export function markdownOfRuns(runs: readonly Run[], hardBreak = '\\\n'): string {
  const [only] = runs
  // Most blocks are plain: they take a short way.
  if (only && runs.length === 1 && isPlain(only) && only.text.trim() === only.text)
    return escapeMarkdown(only.text, true).replaceAll('\n', hardBreak)
  const pieces = linkGroups(runs.filter((run) => run.text !== '')).map(({ href, runs: inside }) => {
    const label = withMarks(inside)
    return href === undefined
      ? label
      : [{ text: '[', raw: true }, ...label, { text: `](${destination(href)})`, raw: true }]
  })
  return render(pieces.flat(), hardBreak)
}

const isPlain = ({ bold, italic, href }: Run): boolean => bold !== true && italic !== true && href === undefined

interface Piece {
  readonly text: string
  readonly raw?: boolean
  readonly mark?: 'open' | 'close'
}

function linkGroups(runs: readonly Run[]): { href?: string; runs: Run[] }[] {
  const groups: { href?: string; runs: Run[] }[] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last && last.href === run.href) last.runs.push(run)
    else groups.push({ ...defined({ href: run.href }), runs: [run] })
  }
  return groups
}

function withMarks(runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = []
  let open: ('**' | '_')[] = []
  const closeTo = (wanted: readonly ('**' | '_')[]) => {
    let kept = 0
    while (kept < open.length && open[kept] === wanted[kept]) kept++
    while (open.length > kept) pieces.push({ text: open.pop() ?? '', mark: 'close' })
  }
  for (const run of runs) {
    if (open.length === 0 && run.bold !== true && run.italic !== true) {
      pieces.push(...around(run.text))
      continue
    }
    // Marks begin and end at words. White space neither opens a mark nor keeps one open that it does not have.
    const has = (mark: '**' | '_') => (mark === '**' ? run.bold : run.italic) === true
    const lacking = open.findIndex((mark) => !has(mark))
    const wanted =
      run.text.trim() === '' ? open.slice(0, lacking < 0 ? open.length : lacking) : (['**', '_'] as const).filter(has)
    const [before, ...rest] = around(run.text)
    closeTo(wanted)
    if (before) pieces.push(before)
    for (const mark of wanted.slice(open.length)) pieces.push({ text: mark, mark: 'open' })
    open = [...wanted]
    pieces.push(...rest)
  }
  closeTo([])
  return hugWords(pieces.filter((piece) => piece.text !== ''))
}

/** Splits a text into the white space before the words, the words, and the white space after them. */
function around(text: string): Piece[] {
  const opening = text.trimStart()
  const words = opening.trimEnd()
  return [{ text: text.slice(0, text.length - opening.length) }, { text: words }, { text: opening.slice(words.length) }]
}

/** Moves closing marks in front of white space. */
function hugWords(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    let at = result.length
    if (piece.mark === 'close') while (at > 0 && result[at - 1]?.text.trim() === '' && !result[at - 1]?.mark) at--
    result.splice(at, 0, piece)
  }
  return result
}

/** Parsers disagree whether emoji are punctuation. Both cases are covered. */
const plainNeighbour = /^(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10ffff}])$/u
const punctuation = /^[\p{P}\p{S}]$/u

function render(pieces: readonly Piece[], hardBreak: string): string {
  let markdown = ''
  pieces.forEach((piece, index) => {
    if (piece.raw || piece.mark) {
      markdown += piece.text
      return
    }
    const before = pieces[index - 1]
    const after = pieces[index + 1]
    if (before?.mark !== 'close' && after?.mark !== 'open') {
      markdown += escapeMarkdown(piece.text, opensLine(markdown)).replaceAll('\n', hardBreak)
      return
    }
    const characters = [...piece.text]
    const first = before?.mark === 'close' && needsEncoding(before, innerBefore(pieces, index - 1), characters[0] ?? '')
    const head = first ? reference(characters.shift() ?? '') : ''
    const last =
      after?.mark === 'open' &&
      characters.length > 0 &&
      needsEncoding(after, innerAfter(pieces, index + 1), characters.at(-1) ?? '')
    const tail = last ? reference(characters.pop() ?? '') : ''
    markdown +=
      head + escapeMarkdown(characters.join(''), head === '' && opensLine(markdown)).replaceAll('\n', hardBreak) + tail
  })
  return markdown
}

/** Tells whether the next character begins a line. */
function opensLine(markdown: string): boolean {
  let end = markdown.length
  while (end > 0 && markdown[end - 1] === ' ') end--
  return markdown === '' || markdown[end - 1] === '\n'
}

const needsEncoding = (mark: Piece, inner: string, outer: string): boolean =>
  plainNeighbour.test(outer) && (mark.text === '_' || punctuation.test(inner))

/**
 * Returns the first character inside an opening mark, or the last before a closing one. Another mark counts as
 * punctuation. A single character does, too, because it may become a character reference.
 */
const innerAfter = (pieces: readonly Piece[], at: number): string => edge(pieces[at + 1], 0)
const innerBefore = (pieces: readonly Piece[], at: number): string => edge(pieces[at - 1], -1)

function edge(piece: Piece | undefined, index: 0 | -1): string {
  const characters = [...(piece?.text ?? '')]
  return characters.length === 1 ? '&' : (characters.at(index) ?? '')
}

const reference = (character: string): string => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`

const destination = (href: string): string =>
  `<${href.replace(/[<>\\]/g, (character) => encodeURIComponent(character))}>`

/** Escapes a text for CommonMark and GFM. `lineStart`: the text begins a line. */
export function escapeMarkdown(text: string, lineStart: boolean): string {
  if (!MEANS_SOMETHING.test(text) && !(lineStart && OPENS_BLOCK.test(text))) return text
  return text
    .replace(/[\\`*_[\]<~|]/g, '\\$&')
    .replace(/!(?=\\\[|$)|(?<!#)#+$/g, (signs) => signs.replace(/[!#]/g, '\\$&'))
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&')
    .replace(/:(?=\/\/)|(?<=[\w.+-]|^)@(?=\w|$)/g, '\\$&')
    .replace(/(www)\./gi, '$1\\.')
    .replace(
      lineStart ? /(^|\n)([ \t]*)([-+=:>#]|\d{1,9}(?=[.)]))/g : /(\n)([ \t]*)([-+=:>#]|\d{1,9}(?=[.)]))/g,
      (_, before: string, _blank: string, sign: string) => before + (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`),
    )
}

/** Most texts match neither pattern and stay as they are. */
const MEANS_SOMETHING = /[\\`*_[\]<~|!#&:@\n]|www\./i
const OPENS_BLOCK = /^[ \t]*[-+=>\d]/
