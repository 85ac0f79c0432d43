/** What a copy editor does to a story, one kind after the other. None of them touches a fact's own words. */
import type { Block } from '../../src/story/copy/copy'
import { canonical } from '../../src/story/text/compare'
import { sentencesOf } from '../oracle/judge/text'
import type { Window } from '../oracle/window'

export interface Region {
  readonly from: number
  readonly to: number
}

export interface Hand {
  readonly window: Window
  /** Facts of types whose context is more than their sentence. */
  readonly quotes: ReadonlySet<string>
  /** The grafs of these facts as they were signed, folded. */
  readonly signedGrafs: readonly string[]
  readonly roll: () => number
}

/** Does the edit, and returns the index of the graf that it changed. Undefined when the text has no place for it. */
export type Edit = (hand: Hand) => number | undefined

const pick = <T>({ roll }: Hand, from: readonly T[]): T | undefined => from[Math.floor(roll() * from.length)]

const isText = ({ role, text }: Block): boolean => role === 'paragraph' && text.length > 40
const tagsIn = ({ spans }: Block, { from, to }: Region): number =>
  spans.filter((span) => span.mark === 'fact' && span.from < to && span.to > from).length
/** Whether a tag runs over a place: to cut there would cut its words. */
const isInTag = ({ spans }: Block, at: number): boolean =>
  spans.some((span) => span.mark === 'fact' && span.from < at && at < span.to)
/** A dash opens it: what is put behind becomes the words of its speaker. */
const isDialogue = ({ text }: Block): boolean => /^[–—-]/u.test(text)
const sentences = ({ text }: Block): readonly Region[] => sentencesOf(text, false)

export interface Spot extends Region {
  readonly block: number
}

/** Small words that no tag covers, so that a slip in them is only a slip. */
function slips(
  blocks: readonly Block[],
  allowed: (block: Block, index: number, region: Region) => boolean,
): readonly Spot[] {
  return blocks.flatMap((block, index) =>
    isText(block)
      ? [...block.text.matchAll(/(?<![\p{L}\p{N}’'])\p{Ll}{4,}(?![\p{L}\p{N}’'])/gu)].flatMap((match): Spot[] => {
          const region = { from: match.index, to: match.index + match[0].length }
          return tagsIn(block, region) === 0 && allowed(block, index, region) ? [{ block: index, ...region }] : []
        })
      : [],
  )
}

export function mend(hand: Hand, spot: Spot | undefined): number | undefined {
  if (!spot) return undefined
  const word = hand.window.blocks()[spot.block]?.text.slice(spot.from, spot.to) ?? ''
  const mended = `${word.slice(0, -2)}${word.slice(-1)}${word.slice(-2, -1)}`
  // “landets” must not become a superlative: whoever typed one cannot say that there is nothing to check.
  hand.window.type(spot.block, spot.from, spot.to, mended === word || mended.endsWith('est') ? `${word}e` : mended)
  return spot.block
}

const sentenceAt = (block: Block, { from }: Region): Region =>
  sentences(block).find((one) => one.from <= from && from < one.to) ?? { from: 0, to: block.text.length }

/**
 * Where a slip lies: in the sentence of a tag, beside a quotation in its graf, or in no context at all (rule 4). What
 * a split put into a graf of its own is still beside the quotation: the signed graf stands, over two grafs, until a
 * word of it changes (rule 5).
 */
function typoPlace({ quotes, signedGrafs }: Hand, block: Block, region: Region): EditKind {
  const sentence = sentenceAt(block, region)
  if (tagsIn(block, sentence) > 0) return 'typo in the sentence of a tag'
  const text = canonical(block.text.slice(sentence.from, sentence.to)).trim()
  const beside =
    block.spans.some((span) => span.mark === 'fact' && quotes.has(span.id)) ||
    signedGrafs.some((graf) => graf.includes(text))
  return beside ? 'typo in the graf of a quote' : 'typo in no context'
}

/** Every slip that lies in no context, in text order. */
export const slipsInNoContext = (hand: Hand): readonly Spot[] =>
  slips(hand.window.blocks(), (block, _index, region) => typoPlace(hand, block, region) === 'typo in no context')

const typoInNoContext: Edit = (hand) => mend(hand, pick(hand, slipsInNoContext(hand)))

const typoBesideQuote: Edit = (hand) => {
  const found = slips(
    hand.window.blocks(),
    (block, _index, region) => typoPlace(hand, block, region) === 'typo in the graf of a quote',
  )
  return mend(hand, pick(hand, found))
}

const typoInSentence: Edit = (hand) => {
  const found = slips(hand.window.blocks(), (block, _index, region) => tagsIn(block, sentenceAt(block, region)) > 0)
  return mend(hand, pick(hand, found))
}

/** Other words in the headline, where no tag lies. */
const headline: Edit = (hand) => {
  const block = hand.window.blocks()[0]
  if (!block) return undefined
  const words = [...block.text.matchAll(/\p{L}+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  const free = words.filter((region) => region.from > 0 && tagsIn(block, region) === 0)
  const word = pick(hand, free)
  if (!word) return undefined
  hand.window.type(0, word.from, word.to, 'anew')
  return 0
}

const splitGraf: Edit = (hand) => {
  const spots = hand.window.blocks().flatMap((block, index) =>
    isText(block)
      ? sentences(block)
          .slice(0, -1)
          .flatMap(({ to }) => (isInTag(block, to) ? [] : [{ index, to }]))
      : [],
  )
  const spot = pick(hand, spots)
  if (!spot) return undefined
  hand.window.split(spot.index, spot.to)
  return spot.index
}

const joinGrafs: Edit = (hand) => {
  const blocks = hand.window.blocks()
  const spots = blocks.flatMap((block, index) =>
    isText(block) && blocks[index - 1]?.role === 'paragraph' ? [index] : [],
  )
  const block = pick(hand, spots)
  if (block === undefined) return undefined
  hand.window.join(block)
  return block - 1
}

/** Grafs that no list, block quote or picture belongs to. */
export function movableGrafs({ window }: Hand): readonly number[] {
  const blocks = window.blocks()
  const isLead = (index: number): boolean => blocks[index + 1] !== undefined && blocks[index + 1]?.role !== 'paragraph'
  return blocks.flatMap((block, index) => (isText(block) && !isLead(index) ? [index] : []))
}

const moveGraf: Edit = (hand) => {
  const grafs = movableGrafs(hand)
  const block = pick(hand, grafs)
  const behind = pick(hand, grafs)
  if (block === undefined || behind === undefined || block === behind || block === behind + 1) return undefined
  hand.window.moveBlock(block, behind)
  return block < behind ? behind : behind + 1
}

const moveSentence: Edit = (hand) => {
  const spots = hand.window.blocks().flatMap((block, index) =>
    isText(block)
      ? sentences(block)
          .slice(1)
          .flatMap(({ from, to }) =>
            isInTag(block, from) || isInTag(block, to) ? [] : [{ index, from: from - 1, to }],
          )
      : [],
  )
  const spot = pick(hand, spots)
  const target = pick(
    hand,
    hand.window
      .blocks()
      .flatMap((block, index) => (isText(block) && !isDialogue(block) && index !== spot?.index ? [index] : [])),
  )
  if (!spot || target === undefined) return undefined
  hand.window.move(spot.index, spot.from, spot.to, target, hand.window.blocks()[target]?.text.length ?? 0)
  return target
}

/** “Kim said the words …” becomes “the words …, Kim said”. */
const moveAttribution: Edit = (hand) => {
  const spots = hand.window.blocks().flatMap((block, index) =>
    isText(block)
      ? [...block.text.matchAll(/(?<=^|[.!?]”? )(?:\p{Lu}[\p{L}’.]* ){1,3}said (?=\p{Ll}|[“"])/gu)].map((match) => ({
          index,
          from: match.index,
          to: match.index + match[0].length,
        }))
      : [],
  )
  const spot = pick(hand, spots)
  const block = spot && hand.window.blocks()[spot.index]
  if (!spot || !block) return undefined
  const end = sentenceAt(block, spot).to
  const closing = /[.!?]["”’]?$/u.exec(block.text.slice(0, end))
  const speaker = { from: spot.from, to: spot.to - 1 }
  const at = end - (closing?.[0].length ?? 0) - (speaker.to - speaker.from)
  hand.window.move(spot.index, speaker.from, speaker.to, spot.index, at)
  hand.window.type(spot.index, at, at, ', ')
  hand.window.type(spot.index, spot.from, spot.from + 1, '')
  return spot.index
}

/** Takes out a sentence without tags, or the last words of one behind a comma. */
const trim: Edit = (hand) => {
  const spots = hand.window.blocks().flatMap((block, index) => {
    if (!isText(block)) return []
    const whole = sentences(block)
      .slice(1)
      .map(({ from, to }) => ({ index, from: from - 1, to }))
    const tails = [...block.text.matchAll(/, [^,.“”]{8,60}(?=\.(?:\s|$))/gu)].map((match) => ({
      index,
      from: match.index,
      to: match.index + match[0].length,
    }))
    return [...whole, ...tails].filter((region) => tagsIn(block, region) === 0)
  })
  const spot = pick(hand, spots)
  if (!spot) return undefined
  hand.window.type(spot.index, spot.from, spot.to, '')
  return spot.index
}

/** House style that rule 2 folds: curly marks become straight ones, in pairs, and a space becomes one that keeps. */
const style: Edit = (hand) => {
  const spots = hand.window
    .blocks()
    .flatMap((block, index) =>
      isText(block)
        ? [...block.text.matchAll(/“[^“”]*”|’| /gu)].map((match) => ({ index, from: match.index, found: match[0] }))
        : [],
    )
  const spot = pick(hand, spots)
  if (!spot) return undefined
  const { index, from, found } = spot
  const mark = found === ' ' ? '\u00A0' : found === '’' ? "'" : '"'
  if (mark === '"') hand.window.type(index, from + found.length - 1, from + found.length, mark)
  hand.window.type(index, from, from + 1, mark)
  return index
}

const addSentence: Edit = (hand) => {
  const block = pick(
    hand,
    hand.window.blocks().flatMap((one, index) => (isText(one) ? [index] : [])),
  )
  const text = block === undefined ? undefined : hand.window.blocks()[block]?.text
  if (block === undefined || text === undefined) return undefined
  hand.window.type(block, text.length, text.length, ' The doors were open.')
  return block
}

export const EDITS = {
  'typo in no context': typoInNoContext,
  'typo in the graf of a quote': typoBesideQuote,
  'typo in the sentence of a tag': typoInSentence,
  'headline reworded': headline,
  'graf split': splitGraf,
  'grafs joined': joinGrafs,
  'graf moved': moveGraf,
  'sentence moved': moveSentence,
  'attribution moved': moveAttribution,
  'trimmed to length': trim,
  'marks and spaces': style,
  'sentence added': addSentence,
} as const satisfies Record<string, Edit>
export type EditKind = keyof typeof EDITS

/** Where a slip falls, by how much of the text each place takes. */
export function typoKind(hand: Hand): EditKind {
  const blocks = hand.window.blocks()
  const spot = pick(
    hand,
    slips(blocks, () => true),
  )
  const block = spot && blocks[spot.block]
  return spot && block ? typoPlace(hand, block, spot) : 'typo in no context'
}
