/**
 * The tag is gone, but the question remains: the exact words are still in the copy untagged ("lost its place"),
 * somebody removed the tag while its status blocked, cut words are back under another tag, or other words stand in
 * place of some with a verdict against them. Blocks.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Assessment } from '../../../story/assessment/assessment'
import { isFactStatus, weighFact } from '../../../story/assessment/clearing'
import { sameText } from '../../../story/text/compare'
import { FORMER_VIEW_RULES, sentencesOfView, VIEW_RULE } from '../../../story/view/signedView'
import type { Copy, Range } from '../../../story/copy/copy'
import { AGAINST, GUARDED, STATUS_WORDS, TYPE_WORDS } from '../../../story/ledger/facts/fact'
import { sameWords } from '../../../story/copy/words/factWords'
import { sentenceAround } from '../../../story/copy/words/sentences'
import type { Finding, Place } from '../../../story/assessment/finding'
import type { Check } from '../../finding/check'
import { factKey, keyText } from '../../finding/findingKey'
import { leadKey, placeKey } from '../../finding/placeKey'
import { placesOfWords } from '../../finding/placesOfWords'
import { sentenceAt } from '../../finding/sentenceAt'
import { folded, newIn, placesInTheirPlace } from './inTheirPlace'
import { because, named, signed } from '../../finding/wording'

export const isLeftStanding = (fact: Assessment): boolean =>
  (fact.status === 'lost' || fact.status === 'untagged') && weighFact(fact) === 'block'

/** The untagged places of a fact's words, in text order. Empty if the words are gone or span blocks. */
export const placesLeftStanding = (copy: Copy, fact: Assessment): readonly Range[] =>
  placesOfWords(copy, fact.words).filter((place) => !isTagged(copy, place))

export const factLeftStanding: Check = ({ story, assessments }) => [
  ...assessments.filter(isLeftStanding).map((fact): Finding => {
    const places = placesLeftStanding(story.copy, fact)
    return {
      rule: 'factLeftStanding',
      ...keysOf(fact, story.copy, places),
      severity: 'block',
      message: messageFor(fact),
      where: placeFor(fact, places),
      overridable: true,
      dismissable: false,
    }
  }),
  ...taggedAnew(story.copy, assessments),
  ...otherWords(story.copy, assessments),
]

/** Whether tags cover every character of a place. */
function isTagged(copy: Copy, { block, from, to }: Range): boolean {
  let covered = from
  for (const span of copy[block]?.spans ?? [])
    if (span.mark === 'fact' && span.from <= covered) covered = Math.max(covered, span.to)
  return covered >= to
}

/**
 * Words of a fact that had a verdict against it, or of a quote or allegation, were cut and are back under other tags
 * only. A later signature on them settles it; a guarded type needs its own type there. Tags that were elsewhere all
 * along do not count.
 */
function taggedAnew(copy: Copy, assessments: readonly Assessment[]): readonly Finding[] {
  const open = assessments.filter((fact) => fact.status === 'cut' && (isJudged(fact) || GUARDED.has(fact.tag.type)))
  if (open.length === 0) return []
  const byBlock = tagsByBlock(assessments)
  return open.flatMap((fact): readonly Finding[] => {
    for (const words of new Set([fact.current?.words ?? fact.words, fact.words])) {
      const places = placesUnder(copy, words, fact, assessments, byBlock)
      const [first] = places
      if (!first) continue
      return [
        {
          rule: 'factLeftStanding',
          ...keysOf(
            fact,
            copy,
            places.map(({ place }) => place),
          ),
          severity: 'block',
          message: messageAnew(fact, words),
          where: { kind: 'text', ...first.place, fact: first.tag?.id ?? fact.id },
          overridable: true,
          dismissable: false,
        },
      ]
    }
    return []
  })
}

/**
 * A verdict against words cannot be typed away: not by deleting them first, either. A later signature on a part that is
 * new settles it: “that” and “and” between tags need none.
 */
function otherWords(copy: Copy, assessments: readonly Assessment[]): readonly Finding[] {
  const open = assessments.filter((fact) => fact.status === 'cut' && isJudged(fact))
  if (open.length === 0) return []
  const byBlock = tagsByBlock(assessments)
  const texts = copy.map(({ text }) => folded(text))
  return open.flatMap((fact): readonly Finding[] => {
    const places = placesInTheirPlace(copy, texts, fact).filter((place) => {
      const words = textAt(copy, place)
      const part = newIn(copy, place, fact.current?.words ?? '')
      const over = (byBlock.get(place.block) ?? []).filter(({ from, to }) => from < part.to && to > part.from)
      const isTheirs = [fact.words, fact.current?.words ?? ''].some((theirs) => sameWords(words, theirs))
      return !isTheirs && !over.some(({ tag }) => leavesNothing(copy, tag, fact, true))
    })
    const [first] = places
    if (!first || !fact.current) return []
    const words = named(textAt(copy, first))
    return [
      {
        rule: 'factLeftStanding',
        ...keysOf(fact, copy, places),
        severity: 'block',
        message: checksText('leftStanding.otherWords', { signed: signed(fact.current), words }),
        where: placeFor(fact, places),
        overridable: true,
        dismissable: false,
      },
    ]
  })
}

const textAt = (copy: Copy, { block, from, to }: Range): string => copy[block]?.text.slice(from, to) ?? ''

interface TagHere {
  readonly tag: Assessment
  readonly from: number
  readonly to: number
}
interface PlaceAnew {
  readonly place: Range
  readonly tag: Assessment | undefined
}

function tagsByBlock(assessments: readonly Assessment[]): ReadonlyMap<number, readonly TagHere[]> {
  const byBlock = new Map<number, TagHere[]>()
  for (const tag of assessments) {
    for (const { block, from, to } of tag.ranges) {
      const here = byBlock.get(block)
      if (here) here.push({ tag, from, to })
      else byBlock.set(block, [{ tag, from, to }])
    }
  }
  return byBlock
}

/**
 * The places under tags that leave the question open. Words that span blocks count if they are exactly those of a tag.
 */
function placesUnder(
  copy: Copy,
  words: string,
  fact: Assessment,
  assessments: readonly Assessment[],
  byBlock: ReadonlyMap<number, readonly TagHere[]>,
): readonly PlaceAnew[] {
  if (words.includes('\n')) {
    return assessments.flatMap((tag) =>
      tag.ranges.length > 0 && sameWords(tag.words, words) && !leavesNothing(copy, tag, fact, true)
        ? tag.ranges.slice(0, 1).map((place) => ({ place, tag }))
        : [],
    )
  }
  const isPhrase = /\s/u.test(words.trim())
  return placesOfWords(copy, words).flatMap((place): readonly PlaceAnew[] => {
    const over = (byBlock.get(place.block) ?? []).filter(({ from, to }) => from < place.to && to > place.from)
    const settled = over.filter(({ tag }) => leavesNothing(copy, tag, fact, isPhrase || sameWords(tag.words, words)))
    return isCovered(place, settled) ? [] : [{ place, tag: over[0]?.tag }]
  })
}

/** Whether tags together cover every character of a place. */
function isCovered({ from, to }: Range, tags: readonly TagHere[]): boolean {
  let covered = from
  for (const tag of [...tags].sort((a, b) => a.from - b.from))
    if (tag.from <= covered) covered = Math.max(covered, tag.to)
  return covered >= to
}

const isJudged = ({ current }: Assessment): boolean => current !== undefined && AGAINST.has(current.status)

/**
 * Whether another tag on the words settles the question: signed after the verdict, of the guarded type, or elsewhere
 * all along. `isSame`: the same words, or several. One word of a quote or allegation among other words does not reopen
 * it.
 */
const leavesNothing = (copy: Copy, tag: Assessment, fact: Assessment, isSame: boolean): boolean =>
  (isJudged(fact) && (tag.current?.entry ?? 0) > (fact.current?.entry ?? 0)) ||
  (GUARDED.has(fact.tag.type) && tag.tag.type === fact.tag.type) ||
  (!isJudged(fact) && !isSame) ||
  stoodElsewhere(copy, tag, fact)

/** It had its words before the fact's last entry, in another sentence by the rule that the fact was signed by. */
function stoodElsewhere(copy: Copy, { record, ranges, current }: Assessment, fact: Assessment): boolean {
  const since = record.wordsEntry ?? current?.entry
  const [first, last] = [ranges[0], ranges.at(-1)]
  return (
    since !== undefined &&
    first !== undefined &&
    last !== undefined &&
    since < (fact.record.lastEntry ?? 0) &&
    (fact.current === undefined ||
      !sameText(sentenceAround(copy, first, last, fact.current.sentenceRule), fact.current.sentence))
  )
}

/** The view rule of when no lead-in counted in keys. */
const BEFORE_LEADS = 1

/** An override holds only for the sentences of the places, with the headers and lead-ins over them. */
function keysOf(fact: Assessment, copy: Copy, places: readonly Range[]): Pick<Finding, 'key' | 'formerKeys'> {
  const bareKey = (rule: number): string => {
    const sentences = places.map(({ block, from }) => sentenceAt(copy[block]?.text ?? '', from, sentencesOfView(rule)))
    return `${factKey(fact, rule)}:${keyText(sentences.join('\n'))}`
  }
  const keyBy = (rule: number): string => {
    const over = places.map(({ block }) => `${placeKey(copy, block)}${leadKey(copy, block, rule)}`)
    return over.every((one) => one === '') ? bareKey(rule) : `${bareKey(rule)}${keyText(over.join('\n'))}`
  }
  const key = keyBy(VIEW_RULE)
  const before = [...FORMER_VIEW_RULES.map(keyBy), bareKey(BEFORE_LEADS)]
  const formerKeys = [...new Set(before)].filter((one) => one !== key)
  return formerKeys.length > 0 ? { key, formerKeys } : { key }
}

function messageAnew(fact: Assessment, words: string): string {
  const { current, tag } = fact
  if (!current || !isJudged(fact))
    return checksText('leftStanding.otherTag', { type: TYPE_WORDS[tag.type].toLowerCase(), words: named(words) })
  return sameWords(words, current.words)
    ? checksText('leftStanding.again', { signed: signed(current) })
    : checksText('leftStanding.inTheirPlace', { signed: signed(current), words: named(words) })
}

function placeFor(fact: Assessment, [first]: readonly Range[]): Place {
  return first ? { kind: 'text', ...first, fact: fact.id } : { kind: 'fact', fact: fact.id }
}

function messageFor(fact: Assessment): string {
  const words = named(fact.words)
  const { untagged } = fact.record
  if (!untagged) return checksText('leftStanding.lostTag', { words })
  const last = isFactStatus(untagged.lastStatus) ? STATUS_WORDS[untagged.lastStatus].toLowerCase() : untagged.lastStatus
  return checksText('leftStanding.untagged', {
    by: untagged.by,
    words,
    status: last,
    because: because(untagged.reason),
  })
}
