import type { FactRecord } from '../../ledger/record/factRecord'
import type { FactTag } from '../../ledger/facts/fact'
import type { Story } from '../story'

interface InTray {
  readonly ledgerFacts: Story['ledger']['facts']
  readonly storyTags: Story['tags']
  readonly inCopy: ReadonlyMap<string, unknown>
  readonly tags: readonly FactTag[]
}

/** The tags in the tray of one story. They stay the same while the facts in the copy, their tags and the ledger do. */
export class TrayTags {
  #known: InTray | undefined

  /** `inCopy`: the facts in the copy, by id. The same map while they are the same facts. */
  of({ ledger, tags }: Pick<Story, 'ledger' | 'tags'>, inCopy: ReadonlyMap<string, unknown>): readonly FactTag[] {
    const known = this.#known
    if (known?.ledgerFacts === ledger.facts && known.storyTags === tags && known.inCopy === inCopy) return known.tags
    const found = [...trayTags(tags, ledger.facts, inCopy)]
    this.#known = { ledgerFacts: ledger.facts, storyTags: tags, inCopy, tags: found }
    return found
  }
}

/**
 * Tags that may be in the tray: every record of the document, and every fact that the ledger has dealt with although an
 * undo removed its record. A tag that was undone before anybody dealt with it leaves nothing behind.
 */
function* trayTags(
  tags: Story['tags'],
  facts: Story['ledger']['facts'],
  inCopy: ReadonlyMap<string, unknown>,
): Iterable<FactTag> {
  for (const tag of tags.values()) if (!inCopy.has(tag.id)) yield tag
  for (const [id, record] of facts)
    if (!inCopy.has(id) && !tags.has(id) && isDealtWith(record)) yield tagFromRecord(id, record)
}

/** Whether something was said of a fact that outlives its tag. */
export const isDealtWith = ({ signOffs, evidence, untagged, dealtWith }: FactRecord): boolean =>
  signOffs.length > 0 || evidence.length > 0 || untagged !== undefined || dealtWith === true

/**
 * Whether a tag comes off words that stay by an untag request only, with a reason: the fact has a verdict, or somebody
 * other than its tagger dealt with it. Without a record there is nothing to keep.
 */
export const isHeld = (record: FactRecord | undefined): boolean =>
  record !== undefined &&
  record.untagged === undefined &&
  (record.signOffs.length > 0 ||
    record.dealtWith === true ||
    Object.values(record.broughtBy ?? {}).some((people) => people.some((person) => person !== record.taggedBy)))

/** A stand-in for a fact whose tag is not in the document: what the ledger knows of it. */
export const tagFromRecord = (id: string, record: FactRecord): FactTag => ({
  id,
  type: record.type ?? 'event',
  by: '',
  at: '',
})

export const isStandIn = (tag: FactTag): boolean => tag.at === ''
