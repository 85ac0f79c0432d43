import type { Range } from '../copy/copy'
import { FactRanges, isSamePlace } from '../copy/factRanges'
import { blocksRead, isReadFrom, type BlocksRead } from '../view/blocksRead'
import { assessFact, assessInCopy, isDerived, lapseDerived } from './assessFact'
import { TouchedFacts } from './copy/touchedFacts'
import { EMPTY_RECORD, type FactRecord } from '../ledger/record/factRecord'
import { lapsedByLoss } from './lostTrust'
import { isStandIn, tagFromRecord, TrayTags } from './copy/trayTags'
import { untaggedSearch } from './copy/untaggedSearch'
import type { Assessment } from './assessment'
import type { FactTag } from '../ledger/facts/fact'
import type { Desk, Story } from './story'
import { lastCounted } from './counting'
import { withEvidenceAgainst } from './verdicts/takenAgainst'
import { eachReading } from './lesserReading'

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
  /** As computed from its own words and record, before its inputs are looked at (`lapseDerived`). */
  readonly assessment: Assessment
  readonly record: FactRecord
  readonly tag: FactTag
  readonly sources: Desk['sources']
  readonly counting: Counting
  readonly lost: boolean
  readonly blocks: BlocksRead
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
  readonly #tray = new TrayTags()
  /** The last answer for the facts in the copy. Undefined after an assessment that failed half-way. */
  #last: InCopy | undefined
  /** What `ahead` has read with. */
  #ahead: Basis | undefined

  /** An earlier assessment of the fact with the view of this hash, among the last few. */
  earlier(fact: string, seen: string): Assessment | undefined {
    return this.#known.get(fact)?.earlier.find(({ view }) => view?.hash === seen)
  }

  /** The same answer as a new assessor gives. */
  assess(story: TaggedCopy, desk: AssessingDesk): readonly Assessment[] {
    const inCopy = this.inCopy(story, desk)
    const tags = this.#tray.of(story, this.#ranges.of(story.copy))
    if (tags.length === 0) return inCopy
    const standsUntagged = untaggedSearch(story.copy)
    const { sources } = desk
    const inTray = tags.map((tag) => {
      const record = withEvidenceAgainst(story.ledger.facts.get(tag.id) ?? EMPTY_RECORD, story, desk)
      const counted = lastCounted(record, story, desk)
      return assessFact({ tag, record, inCopy: undefined, sources, counted, standsUntagged })
    })
    return [...inCopy, ...inTray]
  }

  /** Assesses the facts in the copy ahead, one at each `next()`. A later answer keeps those that are still as read. */
  *ahead(story: TaggedCopy, desk: AssessingDesk): Generator<void, void, void> {
    const ranges = this.#ranges.of(story.copy)
    const basis = basisOf(story, desk, ranges, this.#last?.basis ?? this.#ahead)
    this.#ahead = basis
    const follow: Followed = { story, desk, basis, isLost: lapsedByLoss(story), touched: undefined }
    for (const [id, here] of ranges) {
      this.#read(id, here, follow)
      yield
    }
  }

  /** The facts in the copy, in text order. A letter costs the facts in the blocks around it. */
  inCopy(story: TaggedCopy, desk: AssessingDesk): readonly Assessment[] {
    const last = this.#last
    this.#last = undefined
    const ranges = this.#ranges.of(story.copy)
    const touched = this.#touched.follow(story.copy)
    const basis = basisOf(story, desk, ranges, last?.basis ?? this.#ahead)
    const follow: Followed = { story, desk, basis, isLost: lapsedByLoss(story), touched: last && touched }
    const now =
      last && touched && last.basis === basis ? this.#readTouched(follow, last, touched) : this.#readAll(follow)
    this.#last = now
    return now.facts
  }

  #readAll(follow: Followed): InCopy {
    const { ranges } = follow.basis
    if (this.#known.size > ranges.size) for (const id of this.#known.keys()) if (!ranges.has(id)) this.#known.delete(id)
    const facts: Assessment[] = []
    const derived = new Set<string>()
    const places = new Map<string, number>()
    for (const [id, here] of ranges) {
      const fact = this.#read(id, here, follow)
      if (isDerived(fact)) derived.add(id)
      places.set(id, facts.push(fact) - 1)
    }
    return this.#lapseDerived({ basis: follow.basis, facts, places, derived })
  }

  /** All but the touched facts are as they were. */
  #readTouched(follow: Followed, { facts: before, places, derived: knownDerived }: InCopy, touched: Touched): InCopy {
    if (touched.size === 0) return { basis: follow.basis, facts: before, places, derived: knownDerived }
    const facts = [...before]
    const derived = new Set(knownDerived)
    for (const id of this.#ranges.factsIn(touched)) {
      const at = places.get(id)
      const here = follow.basis.ranges.get(id)
      if (at === undefined || !here) continue
      const fact = this.#read(id, here, follow)
      facts[at] = fact
      if (isDerived(fact)) derived.add(id)
      else derived.delete(id)
    }
    return this.#lapseDerived({ basis: follow.basis, facts, places, derived })
  }

  /** A derived figure also lapses by the words of its inputs, which may be anywhere in the copy. */
  #lapseDerived(now: InCopy): InCopy {
    const { derived, facts, places } = now
    const wordsOf = (id: string): string | undefined => {
      const fact = facts[places.get(id) ?? -1]
      return fact && fact.ranges.length > 0 ? fact.words : undefined
    }
    const lapsed = [...derived].flatMap((id) => {
      const known = this.#known.get(id)
      return known ? [[places.get(id) ?? -1, lapseDerived(known.assessment, wordsOf)] as const] : []
    })
    for (const [at, fact] of lapsed) facts[at] = fact
    return now
  }

  #read(id: string, ranges: readonly Range[], { story, desk, basis, isLost, touched }: Followed): Assessment {
    const { copy, tags, ledger } = story
    const { sources, counting } = basis
    const before = this.#known.get(id)
    const record = ledger.facts.get(id) ?? EMPTY_RECORD
    const tag = tags.get(id) ?? (before && isStandIn(before.tag) ? before.tag : tagFromRecord(id, record))
    const isLostOf = (of: FactRecord): boolean => isLost(id, of, () => lastCounted(of, story, desk).current)
    const lost = isLostOf(record)
    const isKept =
      before &&
      before.record === record &&
      before.tag === tag &&
      before.sources === sources &&
      before.counting === counting &&
      before.lost === lost &&
      // The same ranges: no block before them came or went.
      (touched && ranges === before.assessment.ranges
        ? !isTouched(ranges, touched)
        : isReadFrom(before.blocks, copy, ranges))
    const assessment = isKept
      ? movedTo(ranges, before.assessment)
      : eachReading(record, (noted) => {
          const of = withEvidenceAgainst(noted, story, desk)
          return assessInCopy(story, ranges, {
            tag,
            record: of,
            sources,
            counted: lastCounted(of, story, desk),
            standsUntagged: untaggedSearch(copy),
            lost: noted === record ? lost : isLostOf(noted),
            shared: ledger.shared === true,
          })
        })
    if (assessment !== before?.assessment)
      this.#known.set(id, {
        assessment,
        record,
        tag,
        sources,
        lost,
        counting,
        blocks: isKept ? before.blocks : blocksRead(copy, ranges),
        earlier: before
          ? isKept
            ? before.earlier
            : [before.assessment, ...before.earlier.slice(0, MOST_EARLIER)]
          : [],
      })
    return assessment
  }
}

/** Indexes of blocks. */
type Touched = ReadonlySet<number>

/** Everything that decides what the facts in the copy are, beside the words. Compared by identity. */
interface Basis {
  readonly ranges: ReadonlyMap<string, readonly Range[]>
  readonly tags: Story['tags']
  readonly ledger: Story['ledger']
  readonly losses: Story['losses'] | undefined
  readonly sources: Desk['sources']
  readonly counting: Counting
}

interface InCopy {
  readonly basis: Basis
  readonly facts: Assessment[]
  /** Id → its index in `facts`. */
  readonly places: ReadonlyMap<string, number>
  /** The facts that are derived from others. */
  readonly derived: ReadonlySet<string>
}

interface Followed {
  readonly story: TaggedCopy
  readonly desk: AssessingDesk
  readonly basis: Basis
  readonly isLost: ReturnType<typeof lapsedByLoss>
  /** Undefined: any fact may be touched. */
  readonly touched: Touched | undefined
}

function basisOf(story: TaggedCopy, desk: AssessingDesk, ranges: Basis['ranges'], before: Basis | undefined): Basis {
  const { tags, ledger, losses } = story
  const now: Basis = {
    ranges,
    tags,
    ledger,
    losses,
    sources: desk.sources,
    counting: countingOf(story, desk, before?.counting),
  }
  return before && isSame(before, now) ? before : now
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
  /** Likewise: whether other machines have a say on the sources. */
  readonly shared: boolean
}

function countingOf({ fields, ledger }: TaggedCopy, desk: AssessingDesk, before: Counting | undefined): Counting {
  const now: Counting = {
    author: fields.author,
    byline: fields.byline,
    authors: ledger.authors,
    roster: desk.roster,
    deskOfOne: desk.settings.deskOfOne,
    dateline: fields.dateline.date,
    shared: ledger.shared === true,
  }
  return before && isSame(before, now) ? before : now
}

const isSame = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(b) as (keyof T)[]).every((part) => a[part] === b[part])

function isTouched(ranges: readonly Range[], touched: Touched): boolean {
  const last = ranges.at(-1)?.block ?? 0
  for (let index = ranges[0]?.block ?? 0; index <= last; index++) if (touched.has(index)) return true
  return false
}

/** The same assessment at its new place; the same object if the place is the same. */
function movedTo(ranges: readonly Range[], assessment: Assessment): Assessment {
  // An untagged fact has no place, although its mark may still be in the copy.
  const hasMoved = assessment.ranges.length > 0 && !isSamePlace(assessment.ranges, ranges)
  return hasMoved ? { ...assessment, ranges } : assessment
}
