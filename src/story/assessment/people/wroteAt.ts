/**
 * Whether somebody wrote what is at the place of a finding. Then another person dismisses or overrides it (rule 8).
 * Asked of the document and the ledger each time an act is counted: an act that came from another computer was not
 * refused there by a Stet that anybody here knows.
 */
import type { Block, Range } from '../../copy/copy'
import { QUOTE_LIKE, factType } from '../../ledger/facts/fact'
import { FIELDS_OF_WORDS } from '../../ledger/fields'
import { settersOf } from '../../ledger/writers/fieldSetters'
import { writersOfWords } from '../../ledger/writers/wordings'
import type { Assessment } from '../assessment'
import { countedOf, isVerifiedByAnother } from '../counting'
import type { Place } from '../finding'
import type { Desk, Story } from '../story'

/**
 * `by`: the name of a person. `around`: whether they wrote in the sentence of the place, in one beside it, or in what
 * it belongs to. Who takes out a “not”, or “That is not true.”, wrote no word of the figure beside it.
 */
export type WroteAt = (by: string, where: Place, around?: 'around') => boolean

/**
 * What of a place: its words; its sentences with those beside them, or its whole grafs, with what they belong to; or
 * the details of its picture.
 */
export type WrittenPart = 'words' | 'beside' | 'graf' | 'picture'

/** Names of all who wrote at ranges of the copy, as the document tells. */
export type WritersAt = (ranges: readonly Range[], part: WrittenPart) => ReadonlySet<string>

interface Read {
  readonly story: Story
  readonly assessments: readonly Assessment[]
  readonly desk: Desk
}

/** Answers for one state of the story, of which `writersAt` tells, too. */
export function wroteAtOf({ story, assessments, desk }: Read, writersAt: WritersAt): WroteAt {
  let facts: ReadonlyMap<string, Assessment> | undefined
  return (by, where, around) => {
    if (where.kind === 'field') return wroteField(story, where, by)
    if (where.kind !== 'text' && where.kind !== 'fact') return false
    facts ??= new Map(assessments.map((one) => [one.id, one]))
    const fact = where.fact === undefined ? undefined : facts.get(where.fact)
    if (where.kind === 'text' && where.ofPicture) return writersAt([where], 'picture').has(by)
    if (!fact) return where.kind === 'text' && writersAt([where], around ? 'beside' : 'words').has(by)
    if (around) return writersAt(fact.ranges, QUOTE_LIKE.has(factType(fact)) ? 'graf' : 'beside').has(by)
    // The document knows its writers, too: a note in the ledger may name too few.
    const wrote = writersOfWords(fact.record, fact.words).has(by) || writersAt(fact.ranges, 'words').has(by)
    return wrote && !isVerifiedByAnother(by, fact.words, countedOf(fact.record, story, desk))
  }
}

/** Fields with codes, and fields for the desk itself, hold nothing that anybody checks. */
function wroteField({ ledger }: Story, { field, words }: Extract<Place, { kind: 'field' }>, by: string): boolean {
  const name = FIELDS_OF_WORDS.find((one) => one === field)
  return name !== undefined && settersOf(ledger.fieldSetters, name, words).has(by)
}

/** Writers by block and place. A block whose words change is another object. */
const known = new WeakMap<Block, Map<string, ReadonlySet<string>>>()

/**
 * `writersAt` for display. Remembers the answer while the block of a single range stays the same object: a window asks
 * for thousands of places at each key. What is around a place may be in other blocks. It is asked for seldom, and not
 * remembered.
 */
export function remembered(story: Story, writersAt: WritersAt): WritersAt {
  return (ranges, part) => {
    const [range, another] = ranges
    const block = range && !another && part === 'words' ? story.copy[range.block] : undefined
    if (!range || !block) return writersAt(ranges, part)
    const places = known.get(block) ?? new Map<string, ReadonlySet<string>>()
    known.set(block, places)
    const name = `${range.from} ${range.to}`
    const writers = places.get(name) ?? writersAt(ranges, part)
    places.set(name, writers)
    return writers
  }
}
