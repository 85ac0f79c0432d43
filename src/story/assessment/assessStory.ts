import type { Block, Copy, Range } from '../copy/copy'
import { FactRanges } from '../copy/factRanges'
import { readsFrom } from '../copy/sentences'
import { assessFact, lapseDerived, sentenceRuleOf, type FactToAssess } from './assessFact'
import { TouchedFacts, type IsTouched } from './touchedFacts'
import { buildView } from '../view/buildView'
import { belongingsOf, neighboursOf } from '../view/neighbours'
import { EMPTY_RECORD, type FactRecord } from '../ledger/factRecord'
import { lapsedByLoss } from './lostTrust'
import { readFact } from './readFact'
import { untaggedSearch } from './untaggedSearch'
import type { Assessment } from './assessment'
import type { FactTag } from '../ledger/fact'
import type { Desk, Story } from './story'
import { lastCounted } from './counting'

/** The parts of a story that decide what its facts are. */
export type TaggedCopy = Pick<Story, 'copy' | 'tags' | 'ledger' | 'fields'> & Partial<Pick<Story, 'losses'>>
/** The parts of the desk that decide it. */
export type AssessingDesk = Pick<Desk, 'sources' | 'roster' | 'settings'>

/**
 * Every fact of the story: those in the copy in text order, then the tray (cut, lost, untagged) in order of tagging.
 */
export const assessStory = (story: TaggedCopy, desk: AssessingDesk): readonly Assessment[] =>
  new Assessor().assess(story, desk)

interface Known {
  readonly assessment: Assessment
  readonly record: FactRecord
  readonly tag: FactTag
  readonly sources: Desk['sources']
  readonly counting: Counting
  readonly lost: boolean
  /** The blocks that the assessment was read from: from the graf before to the graf after, headers, lead-ins. */
  readonly blocks: readonly (Block | undefined)[]
  /** Earlier assessments of the fact, latest first: to tell a person what differs from the view they saw. */
  readonly earlier: readonly Assessment[]
}

const MOST_EARLIER = 6

/**
 * Assesses one story again and again. Keeps the assessment of a fact while the blocks it was read from, its record, its
 * tag and the source book are the same objects.
 */
export class Assessor {
  readonly #known = new Map<string, Known>()
  readonly #ranges = new FactRanges()
  readonly #touched = new TouchedFacts()
  #inTray: InTray | undefined
  #isWhole = false
  #counting: Counting | undefined

  /** An earlier assessment of the fact with the view of this hash, among the last few. */
  earlier(fact: string, seen: string): Assessment | undefined {
    return this.#known.get(fact)?.earlier.find(({ view }) => view?.hash === seen)
  }

  /** The same answer as a new assessor gives. */
  assess(story: TaggedCopy, desk: AssessingDesk): readonly Assessment[] {
    const { copy, tags, ledger } = story
    const { sources } = desk
    const counting = (this.#counting = countingOf(story, desk, this.#counting))
    const standsUntagged = untaggedSearch(copy)
    const inCopy = this.#ranges.of(copy)
    const follows = this.#touched.follow(copy)
    // After an assessment that failed half-way, no fact counts as read.
    const isTouched = this.#isWhole ? follows : undefined
    this.#isWhole = false
    const inTray = (this.#inTray = trayOf(story, inCopy, this.#inTray))
    if (this.#known.size > inCopy.size) for (const id of this.#known.keys()) if (!inCopy.has(id)) this.#known.delete(id)
    const isLost = lapsedByLoss(story)
    const assessments: Assessment[] = []
    for (const [id, ranges] of inCopy) {
      const before = this.#known.get(id)
      const record = ledger.facts.get(id) ?? EMPTY_RECORD
      const tag = tags.get(id) ?? (before && isStandIn(before.tag) ? before.tag : tagFromRecord(id, record))
      const lost = isLost(id, record, () => lastCounted(record, story, desk).current)
      const isKept =
        before &&
        before.record === record &&
        before.tag === tag &&
        before.sources === sources &&
        before.counting === counting &&
        before.lost === lost &&
        isAsRead(before, copy, ranges, isTouched)
      const assessment = isKept
        ? movedTo(ranges, before.assessment)
        : assessSeen(story, ranges, {
            tag,
            record,
            sources,
            counted: lastCounted(record, story, desk),
            standsUntagged,
            lost,
          })
      if (assessment !== before?.assessment)
        this.#known.set(id, {
          assessment,
          record,
          tag,
          sources,
          lost,
          counting,
          blocks: isKept ? before.blocks : blocksBehind(copy, ranges),
          earlier: before
            ? isKept
              ? before.earlier
              : [before.assessment, ...before.earlier.slice(0, MOST_EARLIER)]
            : [],
        })
      assessments.push(assessment)
    }
    for (const tag of inTray.tags) {
      const record = ledger.facts.get(tag.id) ?? EMPTY_RECORD
      const counted = lastCounted(record, story, desk)
      assessments.push(assessFact({ tag, record, inCopy: undefined, sources, counted, standsUntagged }))
    }
    this.#isWhole = true
    return lapseDerived(assessments)
  }
}

/** Everything that decides which sign-offs count, beside the record. Compared by identity. */
interface Counting {
  readonly author: string
  readonly byline: Story['fields']['byline']
  readonly authors: readonly string[]
  readonly roster: Desk['roster']
  readonly deskOfOne: boolean
  /** No part of counting, but as rarely changed: the date that “Tuesday” counts from. */
  readonly dateline: string
}

function countingOf({ fields, ledger }: TaggedCopy, desk: AssessingDesk, before: Counting | undefined): Counting {
  const now: Counting = {
    author: fields.author,
    byline: fields.byline,
    authors: ledger.authors,
    roster: desk.roster,
    deskOfOne: desk.settings.deskOfOne,
    dateline: fields.dateline.date,
  }
  const isSame =
    before?.author === now.author &&
    before.byline === now.byline &&
    before.authors === now.authors &&
    before.roster === now.roster &&
    before.deskOfOne === now.deskOfOne &&
    before.dateline === now.dateline
  return isSame ? before : now
}

/** The same assessment at its new place; the same object if the place is the same. */
function movedTo(ranges: readonly Range[], assessment: Assessment): Assessment {
  const isSame =
    assessment.ranges.length === ranges.length &&
    assessment.ranges.every((range, index) => {
      const other = ranges[index]
      return other !== undefined && range.block === other.block && range.from === other.from && range.to === other.to
    })
  return isSame ? assessment : { ...assessment, ranges }
}

/** Assesses a fact that is in the copy, from its view. */
function assessSeen(
  { copy, fields }: TaggedCopy,
  ranges: readonly Range[],
  fact: Omit<FactToAssess, 'inCopy'>,
): Assessment {
  const { tag, record, sources, counted } = fact
  const inCopy = readFact(copy, ranges, sentenceRuleOf(counted.current))
  const view =
    inCopy && buildView({ copy, ranges, words: inCopy.words, tag, record, sources, dateline: fields.dateline.date })
  return assessFact({ ...fact, inCopy: inCopy && view && { ...inCopy, view } })
}

/** Calls `visit` with each block that a fact on these ranges is read from, in a fixed order, until it returns false. */
function visitRead(copy: Copy, ranges: readonly Range[], visit: (block: Block | undefined) => boolean): boolean {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return true
  const neighbours = neighboursOf(copy)
  const { before } = neighbours[first.block] ?? {}
  const { belongsTo, headers } = belongingsOf(copy, first.block, last.block)
  const after = neighbours[last.block]?.after
  if (!visit(before === undefined ? undefined : copy[before])) return false
  if (!visit(after === undefined ? undefined : copy[after])) return false
  for (const index of belongsTo) if (!visit(copy[index])) return false
  for (const index of headers) if (!visit(copy[index])) return false
  for (let index = readsFrom(copy, first.block); index <= last.block; index++) if (!visit(copy[index])) return false
  return true
}

function blocksBehind(copy: Copy, ranges: readonly Range[]): readonly (Block | undefined)[] {
  const blocks: (Block | undefined)[] = []
  visitRead(copy, ranges, (block) => blocks.push(block) > 0)
  return blocks
}

/** Whether the blocks that the fact was assessed from are the same now. */
function isAsRead(known: Known, copy: Copy, ranges: readonly Range[], isTouched: IsTouched | undefined): boolean {
  // The same ranges: no block before them came or went.
  if (isTouched && ranges === known.assessment.ranges)
    return !isTouched(ranges[0]?.block ?? 0, ranges.at(-1)?.block ?? 0)
  return isReadFrom(known.blocks, copy, ranges)
}

function isReadFrom(blocks: Known['blocks'], copy: Copy, ranges: readonly Range[]): boolean {
  let at = 0
  return visitRead(copy, ranges, (block) => at < blocks.length && blocks[at++] === block) && at === blocks.length
}

interface InTray {
  readonly ledgerFacts: Story['ledger']['facts']
  readonly storyTags: Story['tags']
  readonly inCopy: ReadonlyMap<string, unknown>
  readonly tags: readonly FactTag[]
}

/** The tags in the tray. They stay the same while the facts in the copy, their tags and the ledger do. */
function trayOf(story: TaggedCopy, inCopy: ReadonlyMap<string, unknown>, before: InTray | undefined): InTray {
  const isSame =
    before?.ledgerFacts === story.ledger.facts && before.storyTags === story.tags && before.inCopy === inCopy
  return isSame
    ? before
    : { ledgerFacts: story.ledger.facts, storyTags: story.tags, inCopy, tags: [...trayTags(story, inCopy)] }
}

/**
 * Tags that may be in the tray: every record of the document, and every fact that the ledger has dealt with although an
 * undo removed its record. A tag that was undone before anybody dealt with it leaves nothing behind.
 */
function* trayTags({ tags, ledger }: TaggedCopy, inCopy: ReadonlyMap<string, unknown>): Iterable<FactTag> {
  for (const tag of tags.values()) if (!inCopy.has(tag.id)) yield tag
  for (const [id, record] of ledger.facts)
    if (!inCopy.has(id) && !tags.has(id) && isDealtWith(record)) yield tagFromRecord(id, record)
}

/** Whether something was said of a fact that outlives its tag. */
export const isDealtWith = ({ signOffs, evidence, untagged, dealtWith }: FactRecord): boolean =>
  signOffs.length > 0 || evidence.length > 0 || untagged !== undefined || dealtWith === true

/** A stand-in for a fact whose tag is not in the document: what the ledger knows of it. */
const tagFromRecord = (id: string, record: FactRecord): FactTag => ({
  id,
  type: record.type ?? 'event',
  by: '',
  at: '',
})

const isStandIn = (tag: FactTag): boolean => tag.at === ''
