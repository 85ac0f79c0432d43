/**
 * The tag is gone, the question is not: exact words of a fact left standing untagged ("lost its place"), a fact that
 * someone untagged while its status blocked, or words that were cut and stand again under another tag. Blocks.
 */
import type { Assessment } from '../story/assessment'
import { isFactStatus, weighFact } from '../story/clearing'
import { sameText } from '../story/compare'
import type { Copy, Range } from '../story/copy'
import { AGAINST, GUARDED, STATUS_WORDS, TYPE_WORDS } from '../story/fact'
import { sameWords } from '../story/factWords'
import type { Finding, Place } from '../story/finding'
import type { Check } from './check'
import { factKey, keyText } from './findingKey'
import { placesOfWords } from './placesOfWords'
import { sentenceAt } from './sentenceAt'
import { because, named, signed } from './wording'

export const isLeftStanding = (fact: Assessment): boolean => (fact.status === 'lost' || fact.status === 'untagged') && weighFact(fact) === 'block'

/** Where the words of a fact without a tag stand untagged, in text order; empty when they are gone or run over several blocks. */
export const placesLeftStanding = (copy: Copy, fact: Assessment): readonly Range[] => placesOfWords(copy, fact.words).filter((place) => !isTagged(copy, place))

export const factLeftStanding: Check = ({ story, assessments }) => [
  ...assessments.filter(isLeftStanding).map((fact): Finding => {
    const places = placesLeftStanding(story.copy, fact)
    return {
      rule: 'factLeftStanding', key: `${factKey(fact)}:${sentencesKey(story.copy, places)}`, severity: 'block', message: messageFor(fact),
      where: placeFor(fact, places), overridable: true, dismissable: false
    }
  }),
  ...taggedAnew(story.copy, assessments)
]

/** Whether tags cover every character of a place. */
function isTagged(copy: Copy, { block, from, to }: Range): boolean {
  let covered = from
  for (const span of copy[block]?.spans ?? []) if (span.mark === 'fact' && span.from <= covered) covered = Math.max(covered, span.to)
  return covered >= to
}

/**
 * Words of a fact that was judged against, or was a quote or an allegation, were cut and stand again under other tags
 * only. A later signature on them answers the judgement; a guarded type wants its own type there.
 */
function taggedAnew(copy: Copy, assessments: readonly Assessment[]): readonly Finding[] {
  const open = assessments.filter((fact) => fact.status === 'cut' && (isJudged(fact) || GUARDED.has(fact.tag.type)))
  if (open.length === 0) return []
  const standing = assessments.filter(({ ranges }) => ranges.length > 0)
  return open.flatMap((fact): readonly Finding[] => {
    for (const words of new Set([fact.current?.words ?? fact.words, fact.words])) {
      const places = placesUnder(copy, words, standing).filter(({ tags }) => !tags.some((tag) => answers(tag, fact)))
      const [first] = places
      if (!first) continue
      const key = `${factKey(fact)}:${sentencesKey(copy, places.map(({ place }) => place))}`
      return [{
        rule: 'factLeftStanding', key, severity: 'block', message: messageAnew(fact, words),
        where: { kind: 'text', ...first.place, fact: first.tags[0]?.id ?? fact.id }, overridable: true, dismissable: false
      }]
    }
    return []
  })
}

const isJudged = ({ current }: Assessment): boolean => current !== undefined && AGAINST.has(current.status)

/** Whether another tag on the same words takes the question up: somebody signed it after the judgement, it is of the guarded type, or it is of another place. */
const answers = (tag: Assessment, fact: Assessment): boolean =>
  (isJudged(fact) && (tag.current?.entry ?? 0) > (fact.current?.entry ?? 0)) || (GUARDED.has(fact.tag.type) && tag.tag.type === fact.tag.type) || stoodElsewhere(tag, fact)

/** Signed before the fact was, in another sentence, and unchanged since. */
const stoodElsewhere = (tag: Assessment, { current }: Assessment): boolean =>
  current !== undefined && tag.current !== undefined && tag.status === tag.current.status && tag.current.entry < current.entry && !sameText(tag.sentence, current.sentence)

/** Where the words stand, each place with the tags that cover it whole; words that run over blocks, where they are just those of a tag. */
function placesUnder(copy: Copy, words: string, standing: readonly Assessment[]): readonly { readonly place: Range; readonly tags: readonly Assessment[] }[] {
  const whole = words.includes('\n') ? standing.filter((other) => sameWords(other.words, words)) : []
  return [
    ...placesOfWords(copy, words).map((place) => ({ place, tags: standing.filter(({ ranges }) => ranges.some(({ block, from, to }) => block === place.block && from <= place.from && to >= place.to)) })),
    ...whole.flatMap((tag) => tag.ranges.slice(0, 1).map((place) => ({ place, tags: [tag] })))
  ]
}

/** The sentences of places, for a key: an override holds for them only. */
const sentencesKey = (copy: Copy, places: readonly Range[]): string => keyText(places.map(({ block, from }) => sentenceAt(copy[block]?.text ?? '', from)).join('\n'))

function messageAnew(fact: Assessment, words: string): string {
  const { current, tag } = fact
  if (!current || !isJudged(fact)) return `The ${TYPE_WORDS[tag.type].toLowerCase()} ${named(words)} was cut; the same words stand again, under another kind of tag.`
  const what = sameWords(words, current.words) ? 'the same words stand' : `${named(words)}, written in their place, stands`
  return `${signed(current)}; ${what} again, and nobody has signed their new tag since.`
}

function placeFor(fact: Assessment, [first]: readonly Range[]): Place {
  return first ? { kind: 'text', ...first, fact: fact.id } : { kind: 'fact', fact: fact.id }
}

function messageFor(fact: Assessment): string {
  const words = named(fact.words)
  const { untagged } = fact.record
  if (!untagged) return `${words} lost its tag, and its words still stand.`
  const last = isFactStatus(untagged.lastStatus) ? STATUS_WORDS[untagged.lastStatus].toLowerCase() : untagged.lastStatus
  return `${untagged.by} took the tag off ${words} while it was “${last}”${because(untagged.reason)}`
}
