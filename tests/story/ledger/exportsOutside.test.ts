import { describe, expect, test } from 'vitest'
import { EMPTY_LEDGER, foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { lesserOf } from '../../../src/story/ledger/order/lesser'
import { ledgerFrom } from '../../builders/stories/storyFrom'

type Event = LedgerEvent & { readonly by: string }

const sent: Extract<Event, { kind: 'exported' }> = {
  ...{ kind: 'exported', format: 'ninjs', edition: 'wire', fileName: 'a.json', sha256: 'a' },
  ...{ draft: false, blocks: 0, overrides: [], by: 'Editor' },
}
const failed = (entry: number, by = 'Editor'): Event => ({ kind: 'exportFailed', export: entry, reason: 'Full.', by })

const moved = (to: 'published' | 'inReview', automatic = false): Event => ({
  ...{ kind: 'moved', from: 'cleared', to, copyHash: 'c', blocks: 0, warns: 0, overrides: [], automatic, by: 'Chief' },
})
const fell = moved('inReview', true)
const again = (entry: number): Event => ({ ...sent, draft: true, again: entry }) as unknown as Event
const told = (entry: number): Event =>
  ({ kind: 'correctionTold', version: 2, export: entry, by: 'Editor' }) as unknown as Event

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
    ['the failure is noted after the story was published', [sent, moved('published'), failed(1)], true],
    ['the failure is noted before that', [sent, failed(1), moved('published')], undefined],
    ['the failure is noted after a change of the copy took it out of clearing', [sent, fell, failed(1)], undefined],
    ['the failure is noted after it was exported again as a draft', [sent, again(1), failed(1)], true],
    ['the failure is noted after a draft of another export left', [sent, again(7), failed(1)], undefined],
    ['the failure is noted after its place was told', [sent, told(1), failed(1)], true],
    ['a second failure is noted too late', [sent, failed(1), told(1), failed(1)], undefined],
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
    const outside = { ...EMPTY_LEDGER, outside: true as const, ofExports: left ? [left] : [] }
    const readings = { all: EMPTY_LEDGER, without: [outside], facts: new Set<string>() }
    expect(lesserOf(readings).outside).toBe(true)
  })
})
