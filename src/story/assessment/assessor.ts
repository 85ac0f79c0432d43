import type { Assessment } from './assessment'
import { assessFact, lapseDerived, rangesByFact, readFact, tagFromRecord, trayTags, untaggedSearch } from './assessFact'
import { factsInTextOrder, type Block, type Copy, type Range } from '../copy/copy'
import { EMPTY_RECORD, type FactRecord } from '../ledger/ledger'
import type { FactTag } from '../ledger/fact'
import { readsFrom } from '../copy/sentences'
import type { Source } from '../desk/source'
import type { Story } from './story'

interface Known {
  readonly assessment: Assessment
  readonly record: FactRecord
  readonly tag: FactTag
  readonly sources: ReadonlyMap<string, Source>
  /** The blocks that the assessment was read from: the one with the preceding sentence to the last with a tag. */
  readonly blocks: readonly Block[]
}

/**
 * `assessStory`, keeping what cannot have changed: a fact is assessed again only when one of the blocks it was read from,
 * its record, its tag or the source book is another object than before. Same answer as `assessStory` (a test says so).
 */
export class Assessor {
  #known = new Map<string, Known>()

  assess(story: Story, sources: ReadonlyMap<string, Source>): readonly Assessment[] {
    const { copy, tags, ledger } = story
    const standsUntagged = untaggedSearch(copy)
    const ranges = rangesByFact(copy)
    const kept = new Map<string, Known>()
    const order = factsInTextOrder(copy)
    const standing = order.map((id) => {
      const record = ledger.facts.get(id) ?? EMPTY_RECORD
      const before = this.#known.get(id)
      const tag = tags.get(id) ?? (before?.tag.at === '' ? before.tag : tagFromRecord(id, record))
      const here = ranges.get(id) ?? []
      const blocks = blocksBehind(copy, here)
      const known =
        before &&
        before.record === record &&
        before.tag === tag &&
        before.sources === sources &&
        sameBlocks(before.blocks, blocks)
          ? { ...before, assessment: moved(before.assessment, here) }
          : {
              record,
              tag,
              sources,
              blocks,
              assessment: assessFact({ tag, record, inCopy: readFact(copy, here), sources, standsUntagged }),
            }
      kept.set(id, known)
      return known.assessment
    })
    this.#known = kept
    const tray = trayTags(story)
      .filter((tag) => !kept.has(tag.id))
      .map((tag) =>
        assessFact({
          tag,
          record: ledger.facts.get(tag.id) ?? EMPTY_RECORD,
          inCopy: undefined,
          sources,
          standsUntagged,
        }),
      )
    return lapseDerived([...standing, ...tray])
  }
}

/** The same assessment at its new place; the same object when the place is the same. */
function moved(assessment: Assessment, ranges: readonly Range[]): Assessment {
  const same =
    assessment.ranges.length === ranges.length &&
    assessment.ranges.every((range, index) => {
      const other = ranges[index]
      return other !== undefined && range.block === other.block && range.from === other.from && range.to === other.to
    })
  return same ? assessment : { ...assessment, ranges }
}

function blocksBehind(copy: Copy, ranges: readonly Range[]): readonly Block[] {
  const first = ranges[0]
  const last = ranges.at(-1)
  if (!first || !last) return []
  return copy.slice(readsFrom(copy, first.block), last.block + 1)
}

const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every((block, index) => block === b[index])
