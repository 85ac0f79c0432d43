/**
 * Whether somebody wrote the words at the place of a finding. Then another person dismisses or overrides it (rule 8).
 * Asked of the document each time an act is counted: an act that came from another computer was not refused there by a
 * Stet that anybody here knows.
 */
import type { Block, Range } from '../copy/copy'
import { writersOfWords } from '../ledger/wordings'
import type { Assessment } from './assessment'
import { countedOf, isVerifiedByAnother } from './counting'
import type { Place } from './finding'
import type { Desk, Story } from './story'

/** `by`: the name of a person. */
export type WroteAt = (by: string, where: Place) => boolean

/** Names of all who wrote the words of ranges of the copy, as the document tells. */
export type WritersAt = (ranges: readonly Range[]) => ReadonlySet<string>

interface Read {
  readonly story: Story
  readonly assessments: readonly Assessment[]
  readonly desk: Desk
}

/** Answers for one state of the story, of which `writersAt` tells, too. */
export function wroteAtOf({ story, assessments, desk }: Read, writersAt: WritersAt): WroteAt {
  let facts: ReadonlyMap<string, Assessment> | undefined
  return (by, where) => {
    if (where.kind !== 'text' && where.kind !== 'fact') return false
    facts ??= new Map(assessments.map((one) => [one.id, one]))
    const fact = where.fact === undefined ? undefined : facts.get(where.fact)
    if (!fact) return where.kind === 'text' && writersAt([where]).has(by)
    // The document knows its writers, too: a note in the ledger may name too few.
    const wrote = writersOfWords(fact.record, fact.words).has(by) || writersAt(fact.ranges).has(by)
    return wrote && !isVerifiedByAnother(by, fact.words, countedOf(fact.record, story, desk))
  }
}

/** Writers by block and place. A block whose words change is another object. */
const known = new WeakMap<Block, Map<string, ReadonlySet<string>>>()

/**
 * The same for display, remembered while the block of a single range stays as it is: a window asks for thousands of
 * places at each key.
 */
export function remembered(story: Story, writersAt: WritersAt): WritersAt {
  return (ranges) => {
    const [range, another] = ranges
    const block = range && !another ? story.copy[range.block] : undefined
    if (!range || !block) return writersAt(ranges)
    const places = known.get(block) ?? new Map<string, ReadonlySet<string>>()
    known.set(block, places)
    const name = `${range.from} ${range.to}`
    const writers = places.get(name) ?? writersAt(ranges)
    places.set(name, writers)
    return writers
  }
}
