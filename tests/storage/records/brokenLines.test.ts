/** Lines of the library’s ledger with a right hash that say nothing. They are read before anybody asks who signed. */
import { expect, test } from 'vitest'
import { keptHeads, libraryLedgerLosses } from '../../../src/storage/records/readLibraryFacts'
import { survivingRoster, survivingWords } from '../../../src/storage/records/survivors'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { ledgerFrom } from '../../builders/stories/storyFrom'

const ledger = (...events: object[]) => ledgerFrom(events as LedgerEvent[])
const LOST = { lost: 'both copies are damaged', absent: false, survivors: [], fragments: [], repairs: [] }
const LOSS = { kind: 'libraryLedger', where: 'ledger.jsonl', detail: 'A line is missing.' }
const FILES = { roster: { generation: 3, sha256: 'a' } }

test('a note of the small files without the files leaves the one before', () => {
  const [whole, broken] = [{ kind: 'recordsKept', files: FILES }, { kind: 'recordsKept' }]
  expect([keptHeads(ledger(whole, broken)), keptHeads(ledger(broken))]).toEqual([FILES, {}])
})

test('a note of a generation that nobody counted so far leaves the one before', () => {
  const noted = (generation: number) => ({ kind: 'recordsKept', files: { roster: { generation, sha256: 'a' } } })
  for (const far of [1_000_000_004, 1e300, Number.MAX_SAFE_INTEGER])
    expect(keptHeads(ledger(noted(3), noted(far)))).toEqual(FILES)
  const [near, next] = [noted(1_000_000_003), noted(1_000_000_004)]
  expect(keptHeads(ledger(noted(3), near, next))).toEqual(next.files)
})

test('a loss, or its acceptance, without what was lost changes no loss', () => {
  const found = { kind: 'lossFound', losses: [LOSS] }
  const broken = [{ kind: 'lossFound' }, { kind: 'lossAccepted', reason: 'a' }, { kind: 'lossFound', losses: [7] }]
  expect(libraryLedgerLosses({ entries: ledger(found, ...broken), repairs: [] })).toEqual([LOSS])
})

test('a lost roster and lost words are made of what the other lines say', () => {
  const person = { kind: 'personAdded', person: 'Kim', role: 'editor' }
  const broken = [
    { kind: 'sealed', stories: {} },
    { kind: 'sealed', stories: {}, people: {}, pins: 7 },
    { kind: 'pinSet' },
  ]
  expect(survivingRoster(LOST, ledger(person, ...broken))).toEqual({ people: [{ name: 'Kim', role: 'editor' }] })
  expect(survivingWords(LOST, ledger({ kind: 'wordAdded', word: 'w', list: 'filler', words: 7 }))).toEqual({
    words: [],
  })
})
