/** Rule 4: what stands around a fact, and what a change of it does. */
import type { Block, Context, FactType, Page, Reading, Truth } from './model'
import { shownWords } from './shown'
import {
  fold,
  isEnglish,
  isName,
  isSaying,
  mayDifferInNames,
  overTokens,
  sentencesOf,
  tellingWords,
  wordsOf,
} from './text'

/** Where a fact's tag lies: from the first to the last character that carries it. */
export interface Extent {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

export function extentOf(page: Page, fact: string): Extent | undefined {
  const first = page.blocks.findIndex(({ characters }) => characters.some(({ facts }) => facts.has(fact)))
  if (first < 0) return undefined
  const last = page.blocks.findLastIndex(({ characters }) => characters.some(({ facts }) => facts.has(fact)))
  const from = page.blocks[first]?.characters.findIndex(({ facts }) => facts.has(fact)) ?? 0
  const to = (page.blocks[last]?.characters.findLastIndex(({ facts }) => facts.has(fact)) ?? 0) + 1
  return { first, last, from, to }
}

export function contextOf(page: Page, extent: Extent, attributedTo: string): Context {
  const blocks = page.blocks.slice(extent.first, extent.last + 1)
  const graf = blocks.map(({ text }) => text).join(' ')
  const lastStart = graf.length - (blocks.at(-1)?.text.length ?? 0)
  const range = { from: extent.from, to: lastStart + extent.to }
  const before = page.blocks[extent.first - 1]
  const own = page.blocks[extent.first]
  const leadInGraf = own?.role === 'listItem' ? leadInOf(page, extent.first) : ''
  return {
    readings: [false, true].map((lax) => readingOf(graf, range, lax, attributedTo)),
    graf: fold(graf),
    left: fold(graf.slice(0, range.from)),
    right: fold(graf.slice(range.to)),
    before: fold(before?.text ?? ''),
    nearestBefore: runningBefore(page, extent.first),
    beforeIsGraf: before?.role === 'paragraph' && own?.role === 'paragraph',
    after: fold(page.blocks[extent.last + 1]?.text ?? ''),
    belongs: own ? belongingsOf(page, own) : [],
    row: own ? restOfRow(page, own) : '',
    leadIn: fold(leadInGraf.slice(sentencesOf(leadInGraf, false).at(-1)?.from ?? 0)),
    overTable: own?.cell ? overTable(page, extent.first) : '',
    leadInGraf: fold(leadInGraf) + (own?.role === 'listItem' ? acrossTables(page, extent.first) : ''),
    role: own?.role ?? '',
  }
}

/** The nearest graf before, and the items of lists behind it. */
function runningBefore(page: Page, at: number): string {
  const running = page.blocks.slice(0, at).filter(({ role }) => role === 'paragraph' || role === 'listItem')
  return running
    .slice(
      Math.max(
        0,
        running.findLastIndex(({ role }) => role === 'paragraph'),
      ),
    )
    .map(({ text }) => fold(text))
    .join('|')
}

/** From the beginning of the first sentence that a range touches to the end of the last one. */
export function sentenceAround(graf: string, range: { readonly from: number; readonly to: number }): typeof range {
  const touched = sentencesOf(graf, false).filter(({ from, to }) => from < range.to && to > range.from)
  return { from: touched[0]?.from ?? 0, to: touched.at(-1)?.to ?? graf.length }
}

function readingOf(
  graf: string,
  range: { readonly from: number; readonly to: number },
  lax: boolean,
  attributedTo: string,
): Reading {
  const all = sentencesOf(graf, lax)
  const touches = all.map(({ from, to }) => from < range.to && to > range.from)
  const first = touches.indexOf(true)
  const last = touches.lastIndexOf(true)
  const text = (at: number): string => {
    const sentence = all[at]
    return sentence ? fold(graf.slice(sentence.from, sentence.to)) : ''
  }
  const own = fold(graf.slice(all[first]?.from ?? 0, all[last]?.to ?? graf.length))
  const near = new Set([first - 1, last + 1])
  const isAttributed = saysOutside(own)
  const isNearAttributed = [first - 1, last + 1].map((at) => saysOutside(text(at)))
  const far = all.flatMap((_, at) => (near.has(at) || touches[at] || saysOutside(text(at)) === 'no' ? [] : [at]))
  const named = far.filter((at) => isName(attributedTo) && wordsOf(text(at)).includes(attributedTo))
  const isSure = [isAttributed, ...isNearAttributed].every((one) => one === 'no')
  const attribution = isSure ? named.filter((at) => saysOutside(text(at)) === 'yes') : []
  const rest = all.flatMap((_, at) => (touches[at] || near.has(at) || attribution.includes(at) ? [] : [text(at)]))
  const tells = [first - 1, last + 1, ...far].filter((at) => saysOutside(text(at)) !== 'no')
  const besideTelling = tells.flatMap((at) => [at - 1, at + 1]).filter((at) => !touches[at])
  const words = overTokens(graf, range.from, range.to)
  const before = graf.slice(all[first]?.from ?? 0, words.from)
  const behind = graf.slice(words.to, all[last]?.to ?? graf.length)
  const around = `${fold(before)} … ${fold(behind)}`
  const shown = shownWords(graf, all[first]?.from ?? 0, all[last]?.to ?? graf.length)
  return {
    own,
    shown,
    around,
    previous: text(first - 1),
    next: text(last + 1),
    attribution: attribution.map(text).join(' '),
    besideTelling: besideTelling.map(text).join(' '),
    sayings: isAttributed === 'yes' ? '' : far.map(text).join(' '),
    rest: rest.join(' '),
  }
}

/** Whether a sentence tells, outside of quotations, that somebody spoke. */
function saysOutside(sentence: string): Truth {
  const outside = sentence.replace(/"[^"]*"/gu, ' ')
  if (!wordsOf(sentence).some(isSaying)) return 'no'
  return outside.includes('"') ? 'either' : wordsOf(outside).some(isSaying) ? 'yes' : 'no'
}

/** The headers of a cell's row and column, or the picture of a caption. */
function belongingsOf(page: Page, block: Block): readonly string[] {
  if (block.picture)
    return [block.picture.file, fold(block.picture.alt), fold(block.picture.credit), block.picture.captured]
  const { cell } = block
  if (!cell) return []
  const inTable = page.blocks.filter((other) => other.cell?.table === cell.table && other !== block)
  const column = inTable.filter((other) => other.cell?.column === cell.column && other.cell.header)
  const row = inTable.filter((other) => other.cell?.row === cell.row && other.cell.column === 0)
  return [column.map(({ text }) => fold(text)).join('|'), row.map(({ text }) => fold(text)).join('|')]
}

/** The other cells of a row: which of them says what a figure counts is not said. */
const restOfRow = (page: Page, { cell }: Block): string =>
  page.blocks
    .filter((other) => cell && other.cell?.table === cell.table && other.cell.row === cell.row)
    .filter((other) => other.cell?.column !== cell?.column)
    .map(({ text }) => fold(text))
    .join('|')

/** The graf before a table or picture that stands between it and a list: whether it leads in is not said. */
function acrossTables(page: Page, at: number): string {
  const above = page.blocks.slice(0, at)
  const lead = above.findLastIndex(({ role }) => role !== 'listItem')
  const isBetween = above[lead]?.cell !== undefined || above[lead]?.picture !== undefined
  return isBetween ? `|${fold(above.slice(0, lead).findLast(({ role }) => role === 'paragraph')?.text ?? '')}` : ''
}

/** What stands over the table of a cell, from the last graf with words on: whether it leads in is not said. */
function overTable(page: Page, at: number): string {
  const table = page.blocks[at]?.cell?.table
  const above = page.blocks.slice(
    0,
    page.blocks.findIndex(({ cell }) => cell?.table === table),
  )
  const last = above.findLastIndex(({ role, text }) => role === 'paragraph' && fold(text) !== '')
  return above
    .slice(Math.max(0, last))
    .map(({ role, text }) => `${role} ${fold(text)}`)
    .join('|')
}

function leadInOf(page: Page, at: number): string {
  let before = at - 1
  while (page.blocks[before]?.role === 'listItem') before--
  return page.blocks[before]?.text ?? ''
}

export const QUOTE_LIKE: ReadonlySet<FactType> = new Set(['quote', 'paraphrase', 'allegation'])
const BLOCKING: ReadonlySet<FactType> = new Set(['quote', 'paraphrase', 'allegation', 'figure', 'superlative'])
export const blocksBySentence = (type: FactType): boolean => BLOCKING.has(type)

export interface Change {
  readonly blocks: Truth
  readonly warns: Truth
  /** What is left open, in words. */
  readonly open: readonly string[]
}

const SAME: Change = { blocks: 'no', warns: 'no', open: [] }

/** What the difference of two contexts does to a fact of this type. */
export function compareContexts(type: FactType, then: Context, now: Context): Change {
  const changes = then.readings.map((reading, index) => {
    const other = now.readings[index]
    return other ? compareReadings(type, then, now, reading, other) : SAME
  })
  return {
    blocks: agreement(changes.map(({ blocks }) => blocks)),
    warns: agreement(changes.map(({ warns }) => warns)),
    open: [...new Set(changes.flatMap(({ open }) => open))],
  }
}

export const agreement = (truths: readonly Truth[]): Truth =>
  truths.every((truth) => truth === truths[0]) ? (truths[0] ?? 'either') : 'either'

function compareReadings(type: FactType, then: Context, now: Context, a: Reading, b: Reading): Change {
  const strict = BLOCKING.has(type)
  const found: { readonly blocks: Truth; readonly warns: Truth; readonly what: string }[] = []
  const change = (what: string, blocks: Truth, warns: Truth): void => void found.push({ what, blocks, warns })
  const byType = (what: string): void => (strict ? change(what, 'yes', 'either') : change(what, 'no', 'yes'))
  const divided = isDivision(then, now)
  // Lines of the other direction may show the words in another order then.
  const runsOn: Truth = !isEnglish(then.graf + now.graf)
    ? 'either'
    : isWholeDivision(then, now)
      ? 'no'
      : isSplitAndChanged(a, then, now)
        ? 'yes'
        : 'either'

  // Rule 5: a graf that is joined with a whole neighbour, or split, runs on as it was signed.
  if (a.own !== b.own && divided && QUOTE_LIKE.has(type)) change('a sentence that was joined or split', runsOn, runsOn)
  else if (a.own !== b.own) byType('the sentence')
  else if (a.shown.some((line, index) => line !== b.shown[index]))
    change('the order in which the sentence is shown', strict ? 'either' : 'no', 'either')
  if (then.belongs.join('\n') !== now.belongs.join('\n'))
    type === 'visual' ? change('the picture', 'either', 'yes') : byType('headers or picture')
  if (then.row !== now.row) change('another cell of the row', strict ? 'either' : 'no', 'either')
  if (then.overTable !== now.overTable) change('what stands over the table', strict ? 'either' : 'no', 'either')
  if (then.role !== now.role || then.leadInGraf !== now.leadInGraf) {
    const isLeadIn = (text: string): boolean => text.endsWith(':')
    if (then.leadIn !== now.leadIn && isLeadIn(then.leadIn) && isLeadIn(now.leadIn)) byType('the lead-in')
    else if (then.role === 'listItem' || now.role === 'listItem')
      change('what is a lead-in', strict ? 'either' : 'no', 'either')
  }
  if (QUOTE_LIKE.has(type)) {
    if (a.previous !== b.previous || a.next !== b.next || a.attribution !== b.attribution)
      divided ? change('the sentences beside', runsOn, runsOn) : change('the sentences beside', 'yes', 'either')
    if (a.sayings !== b.sayings)
      divided ? change('the sayings', runsOn, runsOn) : change('which sentence is the attribution', 'either', 'either')
    if (a.besideTelling !== b.besideTelling && !divided)
      change('what stands beside another attribution', 'either', 'either')
    if (a.rest !== b.rest) {
      if (divided) change('the rest of a split or joined graf', runsOn, runsOn)
      else if (!isEnglish(a.rest + b.rest)) change('the rest of its graf', 'either', 'either')
      else change('whether a capital is a name', tells(a.rest, b.rest), 'either')
    }
    if (then.before === now.before && then.nearestBefore !== now.nearestBefore)
      change('what the graf before is', 'no', 'either')
    if (then.before !== now.before)
      change('what the graf before is', 'no', then.beforeIsGraf && now.beforeIsGraf ? 'yes' : 'either')
  } else if (outside(a) !== outside(b)) change('the rest of the graf', 'no', 'yes')
  const blocks = strongest(found.map((one) => one.blocks))
  const warns = strongest(found.map((one) => one.warns))
  const open = found.filter(
    (one) => blocks !== 'yes' && (one.blocks === 'either' || (warns !== 'yes' && one.warns === 'either')),
  )
  return { blocks, warns, open: open.map(({ what }) => what) }
}

/** Whether a change of these texts touches a name, pronoun, verb of saying, negation, number, quotation or question. */
function tells(then: string, now: string): Truth {
  if (tellingWords(then).join(' ') !== tellingWords(now).join(' ')) return 'yes'
  return mayDifferInNames(then, now) || ordinals(then) !== ordinals(now) ? 'either' : 'no'
}

/** Whether “third” is a number is not said. */
const ordinals = (text: string): string => (text.match(/\b(?:first|second|third|fourth|fifth)\b/giu) ?? []).join(' ')

const outside = ({ previous, next, attribution, rest }: Reading): string =>
  [previous, next, attribution, rest].filter((text) => text !== '').join(' ')

export const strongest = (truths: readonly Truth[]): Truth =>
  truths.includes('yes') ? 'yes' : truths.includes('either') ? 'either' : 'no'

/** Rule 5: one graf was split, or two were joined, and no word changed. */
function isDivision(then: Context, now: Context): boolean {
  if (then.graf === now.graf) return false
  const around = ({ before, graf, after }: Context): string => ` ${[before, graf, after].filter(Boolean).join(' ')} `
  return around(now).includes(` ${then.graf} `) || around(then).includes(` ${now.graf} `)
}

/** Rule 5: a part that was split off has a sentence from beside the fact, and that sentence's words changed. */
function isSplitAndChanged({ previous, next }: Reading, then: Context, now: Context): boolean {
  if (!` ${then.graf} `.includes(` ${now.graf} `)) return false
  const standing = [now.before, now.graf, now.after].flatMap((text) =>
    [false, true].flatMap((lax) => sentencesOf(text, lax).map(({ from, to }) => fold(text.slice(from, to)))),
  )
  return [previous, next].some((text) => text !== '' && !standing.includes(text))
}

/** The same, and on either side nothing is missing and nothing came in between. */
const isWholeDivision = (then: Context, now: Context): boolean =>
  isSameSide(then.left, then.before, now.left, now.before, (text, end) => ` ${text}`.endsWith(` ${end}`)) &&
  isSameSide(then.right, then.after, now.right, now.after, (text, end) => `${text} `.startsWith(`${end} `))

/** `meets`: whether a text has another one at the end next to the fact. */
function isSameSide(
  then: string,
  neighbourThen: string,
  now: string,
  neighbourNow: string,
  meets: (text: string, end: string) => boolean,
): boolean {
  if (then === now) return true
  const joined = (side: string, neighbour: string): readonly string[] => [
    `${neighbour} ${side}`.trim(),
    `${side} ${neighbour}`.trim(),
  ]
  const whole = neighbourThen === '' ? [then] : [then, ...joined(then, neighbourThen)]
  // What was split off is a graf of its own, or was joined with a whole neighbour. Nobody put words into it.
  const isSplit = (now === '' || meets(then, now)) && joined(now, neighbourNow).some((text) => whole.includes(text))
  const isMerge = (then === '' || meets(now, then)) && neighbourThen !== '' && joined(then, neighbourThen).includes(now)
  return isSplit || isMerge
}
