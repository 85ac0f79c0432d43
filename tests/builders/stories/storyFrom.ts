import { readFact } from '../../../src/story/assessment/copy/readFact'
import { rangesByFact } from '../../../src/story/copy/copy'
import type { Evidence, FactTag, FactType, SignedStatus } from '../../../src/story/ledger/facts/fact'
import { EMPTY_FIELDS, type Fields } from '../../../src/story/ledger/fields'
import { hashEntry, hashEvidence } from '../../../src/story/ledger/hash'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { SENTENCE_RULE } from '../../../src/story/copy/words/sentences'
import type { Source } from '../../../src/story/desk/source'
import type { Desk, Story } from '../../../src/story/assessment/story'
import { copyFrom } from '../copy/copyFrom'

export const NOW = '2026-10-30T09:00:00.000Z'

/** Chains events into a ledger. Each event may name its person. */
export function ledgerFrom(events: readonly (LedgerEvent & { readonly by?: string })[]): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const { by = 'Editor', ...event } of events) {
    const entry = { ...event, seq: entries.length + 1, at: NOW, by, prev: entries.at(-1)?.hash ?? '' } as Omit<
      LedgerEntry,
      'hash'
    >
    entries.push({ ...entry, hash: hashEntry(entry) } as LedgerEntry)
  }
  return entries
}

export const POOL: Source = {
  id: 'pool',
  name: 'Pool report 3',
  kind: 'pool',
  groundRules: 'onTheRecord',
  groundRulesVersion: 1,
  protected: false,
  aliases: [],
}
export const BACKUP: Evidence = { id: 'e1', source: 'pool', locator: '¶ 2', stance: 'supports' }

/** Makes a story from a page (see copyFrom), the types of its facts, and its ledger. */
export function storyFrom(
  page: string,
  types: Readonly<Record<string, FactType>> = {},
  events: readonly (LedgerEvent & { readonly by?: string })[] = [],
  fields: Partial<Fields> = {},
): Story {
  const copy = copyFrom(page)
  const tags = new Map(
    Object.entries(types).map(([id, type]): [string, FactTag] => [id, { id, type, by: 'Reporter', at: NOW }]),
  )
  return {
    id: 's1',
    guid: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    created: NOW,
    fields: { ...EMPTY_FIELDS, slug: 'slug', author: 'Reporter', ...fields },
    copy,
    tags,
    ledger: foldLedger(ledgerFrom(events)),
  }
}

/** Returns the ledger entry of a signature on a fact as the page stands. */
export function signedOn(
  page: string,
  fact: string,
  status: SignedStatus = 'verified',
  evidence: readonly Evidence[] = [BACKUP],
  by = 'Editor',
): readonly (LedgerEvent & { readonly by: string })[] {
  const copy = copyFrom(page)
  const found = readFact(copy, rangesByFact(copy).get(fact) ?? [])
  if (!found) throw new Error(`The page has no fact ${fact}`)
  return [
    ...evidence.map((item) => ({ kind: 'evidenceAdded' as const, fact, evidence: item, by })),
    {
      kind: 'signed',
      fact,
      status,
      words: found.words,
      sentence: found.sentence,
      preceding: found.preceding,
      sentenceRule: SENTENCE_RULE,
      evidence: evidence.map(hashEvidence),
      groundRules: Object.fromEntries(evidence.map((item) => [item.source, 1])),
      by,
    },
  ]
}

export const deskFrom = (changes: Partial<Desk> = {}): Desk => ({
  roster: [{ name: 'Reporter' }, { name: 'Editor', role: 'editor' }, { name: 'Checker', role: 'checker' }],
  settings: { deskOfOne: false },
  sources: new Map([[POOL.id, POOL]]),
  now: NOW,
  ...changes,
})
