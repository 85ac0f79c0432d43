import { describe, expect, test } from 'vitest'
import { EMPTY_LEDGER, foldLedger } from '../../../src/story/ledger/ledger'
import type { ExportEntry } from '../../../src/story/ledger/leaving/exportsOutside'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { lesserOf } from '../../../src/story/ledger/order/lesser'
import { ledgerFrom } from '../../builders/stories/storyFrom'

type Event = LedgerEvent & { readonly by: string }

const sent: Extract<Event, { kind: 'exported' }> = {
  ...{ kind: 'exported', format: 'ninjs', edition: 'wire', fileName: 'a.json', sha256: 'a' },
  ...{ draft: false, blocks: 0, overrides: [], by: 'Editor' },
}
const failed = (entry: number, by = 'Editor'): Event => ({ kind: 'exportFailed', export: entry, reason: 'Full.', by })

describe('whether something of a story is outside', () => {
  test.each<readonly [what: string, events: readonly Event[], outside: true | undefined]>([
    ['nothing left', [], undefined],
    ['it left', [sent], true],
    ['only a draft left', [{ ...sent, draft: true }], undefined],
    ['only a paper of the desk left', [{ ...sent, edition: 'internal' }], undefined],
    ['the only export failed', [sent, failed(1)], undefined],
    ['one of two exports failed', [sent, sent, failed(2)], true],
    ['both failed', [sent, sent, failed(2), failed(1)], undefined],
    ['it left again after it failed', [sent, failed(1), sent], true],
    ['somebody else says that it failed', [sent, failed(1, 'Reporter')], true],
  ])('%s', (_what, events, outside) => {
    const entries = ledgerFrom(events)
    expect(foldLedger(entries).outside).toBe(outside)
    // The ledger is folded entry by entry, too.
    expect(entries.reduce((state, entry) => foldLedger([entry], state), EMPTY_LEDGER).outside).toBe(outside)
  })

  test('a failure that another key signs in the same name takes nothing back', () => {
    const [left, failure] = ledgerFrom([sent, failed(1)])
    if (!left || !failure) throw new Error('There are no entries.')
    expect(
      foldLedger([
        { ...left, signer: 'key-1' },
        { ...failure, signer: 'key-2' },
      ]).outside,
    ).toBe(true)
    expect(
      foldLedger([
        { ...left, signer: 'key-1' },
        { ...failure, signer: 'key-1' },
      ]).outside,
    ).toBeUndefined()
  })

  test('a failure that came with a merge which was undone takes nothing back', () => {
    const [left] = ledgerFrom([sent])
    const outside = { ...EMPTY_LEDGER, outside: true as const, exportsOutside: [left as ExportEntry] }
    const readings = { all: EMPTY_LEDGER, without: [outside], facts: new Set<string>() }
    expect(lesserOf(readings).outside).toBe(true)
  })
})
