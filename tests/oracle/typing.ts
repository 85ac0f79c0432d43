/** Random steps that change the copy in a window. Most windows send at once; some are away for a while. */
import type { Block } from '../../src/story/copy/copy'
import { FIRST_WORDS, NEUTRAL, TELLING } from './page'
import type { Step } from './drawing'
import type { Window } from './window'
import type { World } from './world'

interface Token {
  readonly from: number
  readonly to: number
}

const at = <T>(from: readonly T[], index: number): T | undefined => from[index % Math.max(1, from.length)]

const tokensOf = (text: string, pattern = /[\p{L}\p{M}\p{N}]+/gu): readonly Token[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))

/** Whether a word begins a sentence or a quotation: its capital matters. */
const isFirst = (text: string, { from }: Token): boolean => /(?:^|[.!?؟。]["”’]?|[“"])\s*$/u.test(text.slice(0, from))

type Type = (window: Window, blocks: readonly Block[], step: Step) => string | undefined

const blockAt = (blocks: readonly Block[], step: Step): number => {
  const filled = blocks.flatMap(({ text }, index) => (text === '' ? [] : [index]))
  return at(filled, step.b) ?? -1
}

const insertWord =
  (words: readonly string[]): Type =>
  (window, blocks, step) => {
    const block = blockAt(blocks, step)
    const text = blocks[block]?.text ?? ''
    const token = at(tokensOf(text), step.c)
    if (!token) return undefined
    const word = at(words, step.d) ?? 'slowly'
    window.type(block, token.to, token.to, ` ${word}`)
    return `types “ ${word}” behind “${text.slice(token.from, token.to)}”`
  }

const deleteWord: Type = (window, blocks, step) => {
  const block = blockAt(blocks, step)
  const text = blocks[block]?.text ?? ''
  const token = at(
    tokensOf(text).filter((one) => !isFirst(text, one) && text.charAt(one.from - 1) === ' '),
    step.c,
  )
  if (!token) return undefined
  window.type(block, token.from - 1, token.to, '')
  return `deletes “${text.slice(token.from - 1, token.to)}”`
}

const replaceWord: Type = (window, blocks, step) => {
  const block = blockAt(blocks, step)
  const text = blocks[block]?.text ?? ''
  const token = at(tokensOf(text), step.c)
  if (!token) return undefined
  const words = isFirst(text, token) ? FIRST_WORDS : step.d % 2 === 0 ? NEUTRAL : TELLING.slice(0, 7)
  const word = at(words, step.d) ?? 'slowly'
  window.type(block, token.from, token.to, word)
  return `types “${word}” over “${text.slice(token.from, token.to)}”`
}

const changeNumber: Type = (window, blocks, step) => {
  const withNumbers = blocks.flatMap(({ text }, index) => (/\d/.test(text) ? [index] : []))
  const block = at(withNumbers, step.b)
  if (block === undefined) return undefined
  const text = blocks[block]?.text ?? ''
  const token = at(tokensOf(text, /\d+/g), step.c)
  if (!token) return undefined
  const change = at(['append', 'prepend', 'minus', 'drop', 'dropFirst'], step.d)
  if (change === 'append') window.type(block, token.to, token.to, '0')
  else if (change === 'prepend') window.type(block, token.from, token.from, '1')
  else if (change === 'minus') window.type(block, token.from, token.from, '-')
  else if (token.to - token.from < 2) return undefined
  else if (change === 'drop') window.type(block, token.to - 1, token.to, '')
  else window.type(block, token.from, token.from + 1, '')
  return `changes ${text.slice(token.from, token.to)}: ${String(change)}`
}

/** What does not count as a change by rule 2. */
const sameText: Type = (window, blocks, step) => {
  const block = blockAt(blocks, step)
  const text = blocks[block]?.text ?? ''
  const change = at(
    [
      [/ /g, '\u00A0'],
      [/\u00A0/g, ' '],
      [/ /g, '  '],
      [/[“”]/g, '"'],
      [/ /g, ' \u200B'],
    ] as const,
    step.d,
  )
  if (!change) return undefined
  const token = at(tokensOf(text, change[0]), step.c)
  if (!token) return undefined
  window.type(block, token.from, token.to, change[1])
  return `types ${JSON.stringify(change[1])} over ${JSON.stringify(text.slice(token.from, token.to))}`
}

const hyphenate: Type = (window, blocks, step) => {
  const block = blockAt(blocks, step)
  const text = blocks[block]?.text ?? ''
  const token = at(tokensOf(text, /\p{Script=Latin}{4,}/gu), step.c)
  if (!token) return undefined
  window.type(block, token.from + 2, token.from + 2, '\u00AD')
  return `hyphenates “${text.slice(token.from, token.to)}” softly`
}

/** A word of the other direction at the start of a graf turns its line round. */
const turnRound: Type = (window, blocks, step) => {
  const block = blockAt(blocks, step)
  const text = blocks[block]?.text ?? ''
  const word = /^\p{Script=Latin}/u.test(text) ? (at(['נור', 'نور'], step.d) ?? 'نور') : 'Nor'
  if (step.c % 2 === 0) {
    const token = at(tokensOf(text), step.c)
    if (!token) return undefined
    window.type(block, token.from, token.from, `${word} `)
    return `types “${word} ” before “${text.slice(token.from, token.to)}”`
  }
  window.type(block, 0, 0, `${word} `)
  return `begins “${text.slice(0, 10)}…” with “${word} ”`
}

/** A word of another script before “5-7” shows it as “7-5”. */
const turnNumber: Type = (window, blocks, step) => {
  const withRange = blocks.flatMap(({ text }, index) => (/\d-\d/.test(text) ? [index] : []))
  const block = at(withRange, step.b)
  if (block === undefined) return undefined
  const text = blocks[block]?.text ?? ''
  const place = text.search(/\d+-\d/)
  const word = /\p{Script=Arabic}/u.test(text) ? 'Nor' : 'نور'
  window.type(block, place, place, `${word} `)
  return `types “${word}” before “${text.slice(place, place + 5)}”`
}

const askOrSay: Type = (window, blocks, step) => {
  const block = blockAt(blocks, step)
  const text = blocks[block]?.text ?? ''
  const token = at(tokensOf(text, /(?<=\p{Ll})[.?](?=\s|$)/gu), step.c)
  if (!token) return undefined
  const mark = text.charAt(token.from) === '.' ? '?' : '.'
  window.type(block, token.from, token.to, mark)
  return `types “${mark}” over “${text.slice(token.from - 5, token.to)}”`
}

const typeBack: Type = (window) => (window.typeBack() ? 'types back the last change' : undefined)

const grafs = (blocks: readonly Block[]): readonly number[] =>
  blocks.flatMap(({ role, text }, index) => (role === 'paragraph' && text !== '' ? [index] : []))

/** The ends of sentences that are plain in every reading: a letter, a full stop, a space, a capital. */
const cuts = (text: string): readonly number[] =>
  [...text.matchAll(/(?<=\p{L})\.(?= \p{Lu}| \p{Lo})/gu)].map((match) => match.index + 1)

const splitGraf: Type = (window, blocks, step) => {
  const block = at(grafs(blocks), step.b)
  const place = block === undefined ? undefined : at(cuts(blocks[block]?.text ?? ''), step.c)
  if (block === undefined || place === undefined) return undefined
  window.split(block, place)
  return `splits a graf behind “${blocks[block]?.text.slice(place - 8, place) ?? ''}”`
}

const joinGrafs: Type = (window, blocks, step) => {
  const block = at(
    grafs(blocks).filter((one) => blocks[one - 1]?.role === 'paragraph' && blocks[one - 1]?.text !== ''),
    step.b,
  )
  if (block === undefined) return undefined
  window.join(block)
  return `joins “${blocks[block]?.text.slice(0, 10) ?? ''}…” to the graf before`
}

const moveGraf: Type = (window, blocks, step) => {
  const movable = blocks.flatMap(({ role }, index) => (role === 'paragraph' || role === 'cutline' ? [index] : []))
  const block = at(movable, step.b)
  const behind = at(grafs(blocks), step.c)
  if (block === undefined || behind === undefined || block === behind) return undefined
  window.moveBlock(block, behind)
  return `moves “${blocks[block]?.text.slice(0, 10) ?? ''}…” behind “${blocks[behind]?.text.slice(0, 10) ?? ''}…”`
}

const moveSentence: Type = (window, blocks, step) => {
  const block = at(grafs(blocks), step.b)
  const text = block === undefined ? '' : (blocks[block]?.text ?? '')
  const ends = cuts(text)
  const from = at(ends, step.c)
  const target = at(
    grafs(blocks).filter((one) => one !== block),
    step.d,
  )
  if (block === undefined || from === undefined || target === undefined) return undefined
  const to = ends.find((end) => end > from) ?? text.length
  window.move(block, from, to, target, blocks[target]?.text.length ?? 0)
  return `moves “${text.slice(from, to)}” to the end of “${blocks[target]?.text.slice(0, 10) ?? ''}…”`
}

const swapCells: Type = (window, blocks, step) => {
  const cells = blocks.flatMap(({ cell, text }, index) =>
    cell && !cell.header && cell.column > 0 && text !== '' ? [index] : [],
  )
  const from = at(cells, step.b)
  const to = at(cells, step.c)
  if (from === undefined || to === undefined || from === to) return undefined
  window.move(from, 0, blocks[from]?.text.length ?? 0, to, blocks[to]?.text.length ?? 0)
  return `moves the cell “${blocks[from]?.text ?? ''}” behind “${blocks[to]?.text ?? ''}”`
}

const TYPING: Readonly<Record<string, { readonly weight: number; readonly type: Type }>> = {
  insertNeutral: { weight: 5, type: insertWord(NEUTRAL) },
  insertTelling: { weight: 5, type: insertWord(TELLING) },
  deleteWord: { weight: 6, type: deleteWord },
  replaceWord: { weight: 6, type: replaceWord },
  changeNumber: { weight: 4, type: changeNumber },
  sameText: { weight: 4, type: sameText },
  hyphenate: { weight: 1, type: hyphenate },
  turnRound: { weight: 2, type: turnRound },
  turnNumber: { weight: 2, type: turnNumber },
  askOrSay: { weight: 2, type: askOrSay },
  typeBack: { weight: 14, type: typeBack },
  splitGraf: { weight: 2, type: splitGraf },
  joinGrafs: { weight: 2, type: joinGrafs },
  moveGraf: { weight: 3, type: moveGraf },
  moveSentence: { weight: 3, type: moveSentence },
  swapCells: { weight: 2, type: swapCells },
}

/** One step of so many may be typed in a window that sends later. STET_AWAY: another number. */
const AWAY = Number(process.env['STET_AWAY'] ?? 5)

export const typingSteps = Object.fromEntries(
  Object.entries(TYPING).map(([name, { weight, type }]) => [
    name,
    {
      weight,
      run: async (world: World, step: Step): Promise<boolean> => {
        const window = at(world.windows, step.a)
        // Most windows hear of what the others type; the rest type without having heard of it.
        if (window && !window.isAway && step.b % 3 !== 0) world.hear(window)
        const what = window && type(window, window.blocks(), step)
        if (!window || what === undefined) return false
        const away = step.a % AWAY === 0 && step.d % 2 === 0
        world.trace.push(`${window.by} ${what}${away ? ' (not sent yet)' : ''}`)
        if (away) window.isAway = true
        else await world.sync(window)
        return true
      },
    },
  ]),
)
