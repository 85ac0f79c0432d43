import { expect, test } from 'vitest'
import { EMPTY_LEDGER, foldLedger, type LedgerState } from '../../../src/story/ledger/ledger'
import { lesserOf } from '../../../src/story/ledger/order/lesser'
import { ledgerFrom } from '../../builders/stories/storyFrom'

const NAME = { rule: 'untaggedName', key: 'name:Kim met him.:Kim:1' }
const DATE = { rule: 'untaggedName', key: 'date:On Oct. 30 it ended.:Oct. 30:1' }

const dismissed = (finding: typeof NAME, by = 'Editor') => ({ kind: 'dismissed', ...finding, by }) as const

test('whoever takes a dismissal back takes back their own and no other', () => {
  const { dismissals } = foldLedger(
    ledgerFrom([
      dismissed(NAME),
      dismissed(NAME, 'Checker'),
      dismissed(DATE),
      { kind: 'undismissed', findings: [NAME], by: 'Editor' },
    ]),
  )
  expect(dismissals).toEqual([
    { ...NAME, by: 'Checker' },
    { ...DATE, by: 'Editor' },
  ])
})

test('what was taken back can be dismissed again', () => {
  const { dismissals } = foldLedger(
    ledgerFrom([dismissed(NAME), { kind: 'undismissed', findings: [NAME], by: 'Editor' }, dismissed(NAME)]),
  )
  expect(dismissals).toEqual([{ ...NAME, by: 'Editor' }])
})

test('a dismissal that was taken back in a merge stays taken back when the merge is undone', () => {
  const both: LedgerState = { ...EMPTY_LEDGER, dismissals: [NAME, DATE].map((one) => ({ ...one, by: 'Editor' })) }
  const all: LedgerState = { ...both, dismissals: both.dismissals.slice(1) }
  expect(lesserOf({ all, without: [both], facts: new Set() }).dismissals).toEqual([{ ...DATE, by: 'Editor' }])
})
