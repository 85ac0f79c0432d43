/** A passage of a captured file: words that a person selected, or the sentence of the match, with their locator. */
import { createContext, type RefObject } from 'react'
import type { CapturedPart } from '../../../story/assessment/copy/capturedText'
import type { Occurrence } from '../../../checks/evidence/foldedText'
import { locatorOf, locatorOfSeveral } from '../../../checks/evidence/findInCaptured'
import { extendOverTokens } from '../../../story/copy/words/factWords'
import { sentencesOf } from '../../../story/copy/words/sentences'

export interface TakenPassage {
  readonly excerpt: string
  readonly locator: string
}

/** The words that are on the screen, and the match that is chosen in them. */
export type TextInView =
  | { readonly kind: 'page'; readonly page: number; readonly text: string; readonly here?: Occurrence | undefined }
  | {
      readonly kind: 'grafs'
      readonly parts: readonly CapturedPart[]
      readonly here?: (Occurrence & { readonly part: number }) | undefined
    }

/** Where a view keeps the words that it shows. */
export const TextInViewContext = createContext<RefObject<TextInView | null>>({ current: null })

/** The selected words in `body`, whole: an excerpt is found as words. Undefined if nothing is selected there. */
export function selectedPassage(
  shown: TextInView,
  body: Element,
  selection: Selection | null,
): TakenPassage | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!body.contains(range.commonAncestorContainer)) return undefined
  return shown.kind === 'page' ? onPage(shown, range) : inGrafs(shown.parts, range)
}

function onPage({ page, text }: Extract<TextInView, { kind: 'page' }>, range: Range): TakenPassage | undefined {
  const from = offsetOnPage(range.startContainer, range.startOffset, text.length)
  const to = offsetOnPage(range.endContainer, range.endOffset, text.length)
  if (from === undefined || to === undefined) return undefined
  const whole = extendOverTokens(text, Math.min(from, to), Math.max(from, to))
  return passage(text.slice(whole.from, whole.to), locatorOf({ page, text: '' }))
}

/** The place of a point in the words of a page. Its pieces say where they begin. */
function offsetOnPage(node: Node, offset: number, end: number): number | undefined {
  const startOf = (element: Element | null | undefined): number | undefined => {
    const from = element instanceof HTMLElement ? element.dataset['from'] : undefined
    return from === undefined ? undefined : Number(from)
  }
  if (node instanceof Element && node.matches('.viewer-words')) return startOf(node.children[offset]) ?? end
  const piece = (node instanceof Element ? node : node.parentElement)?.closest('[data-from]')
  const from = startOf(piece)
  if (from === undefined) return undefined
  return from + (node instanceof Element ? (offset > 0 ? (piece?.textContent.length ?? 0) : 0) : offset)
}

function inGrafs(parts: readonly CapturedPart[], range: Range): TakenPassage | undefined {
  const touched = [...(bodyOf(range)?.querySelectorAll<HTMLElement>('li[data-graf]') ?? [])].filter((item) =>
    range.intersectsNode(item),
  )
  const taken = touched.flatMap((item) => {
    const words = item.querySelector('[data-words]')
    const part = parts.find(({ graf = 1 }) => String(graf) === item.dataset['graf'])
    if (!words || !part) return []
    const inner = document.createRange()
    inner.selectNodeContents(words)
    if (words.contains(range.startContainer)) inner.setStart(range.startContainer, range.startOffset)
    if (words.contains(range.endContainer)) inner.setEnd(range.endContainer, range.endOffset)
    const text = wholeWords(words, inner).trim()
    return text === '' ? [] : [{ part, text }]
  })
  const [first] = taken
  const last = taken.at(-1)
  if (!first || !last) return undefined
  // A line break parts what stands in several grafs or cells: each piece is found in its own.
  const excerpt = taken.map(({ text }) => text.replace(/\s+/gu, ' ')).join('\n')
  return { excerpt, locator: locatorOfSeveral(first.part, last.part) }
}

function wholeWords(words: Element, selected: Range): string {
  const before = document.createRange()
  before.selectNodeContents(words)
  before.setEnd(selected.startContainer, selected.startOffset)
  const at = before.toString().length
  const length = selected.toString().trimEnd().length
  if (length === 0) return ''
  const { from, to } = extendOverTokens(words.textContent, at, at + length)
  return words.textContent.slice(from, to)
}

const bodyOf = (range: Range): Element | null => {
  const at = range.commonAncestorContainer
  return (at instanceof Element ? at : at.parentElement)?.closest('.viewer-body') ?? null
}

/** The sentence that holds the chosen match. */
export function passageOfMatch(shown: TextInView): TakenPassage | undefined {
  if (!shown.here) return undefined
  if (shown.kind === 'page') return passage(around(shown.text, shown.here), locatorOf({ page: shown.page, text: '' }))
  const part = shown.parts[shown.here.part]
  return part && passage(around(part.text, shown.here), locatorOf(part))
}

/** Characters. A page without full stops is one sentence. */
const LONGEST = 400
const AROUND = 90

function around(text: string, { from, to }: Occurrence): string {
  const line = text.replace(/\s/gu, ' ')
  const sentence = sentencesOf(line).find((one) => one.from <= from && one.to >= to)
  if (sentence && sentence.to - sentence.from <= LONGEST) return line.slice(sentence.from, sentence.to)
  const begin = line.lastIndexOf(' ', Math.max(from - AROUND, 0)) + 1
  const end = line.indexOf(' ', to + AROUND)
  return line.slice(Math.min(begin, from), end < 0 ? line.length : end)
}

function passage(words: string, locator: string): TakenPassage | undefined {
  const excerpt = words.replace(/\s+/gu, ' ').trim()
  return excerpt === '' ? undefined : { excerpt, locator }
}
