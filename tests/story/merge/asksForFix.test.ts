import { expect, test } from 'vitest'
import type { LedgerState } from '../../../src/story/ledger/ledger'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { asksForFix } from '../../../src/story/merge/asksForFix'

const entry = (seq: number, by: string, says: string): LedgerEntry =>
  (says === 'edited'
    ? { kind: 'commentEdited', comment: 'c', seq, by, was: '', text: '' }
    : { kind: 'commentMarked', comment: 'c', seq, by, says, text: '' }) as never

/** Who asks still. `knew`: each entry that knew another one, `later > earlier`. Absent: each knew all before it. */
function open(entries: readonly LedgerEntry[], knew?: readonly string[], mayLetGo = true): readonly string[] {
  const known = knew && { knew: (later: number, earlier: number) => knew.includes(`${later} > ${earlier}`) }
  const asks = asksForFix(entries, { known } as Pick<LedgerState, 'known'>, () => mayLetGo)
  return [...asks('c', (person) => person === 'Author').open]
}

test('a mark stands until somebody who may takes it off', () => {
  expect(open([])).toEqual([])
  expect(open([entry(1, 'Lee', 'mustFix')])).toEqual(['Lee'])
  expect(open([entry(1, 'Lee', 'mustFix'), entry(2, 'Kim', 'notMustFix')])).toEqual([])
  expect(open([entry(1, 'Lee', 'mustFix'), entry(2, 'Kim', 'notMustFix'), entry(3, 'Max', 'mustFix')])).toEqual(['Max'])
  expect(open([entry(1, 'Lee', 'mustFix'), entry(2, 'Author', 'notMustFix')])).toEqual(['Lee'])
  expect(open([entry(1, 'Author', 'mustFix'), entry(2, 'Author', 'notMustFix')])).toEqual([])
  expect(open([entry(1, 'Lee', 'mustFix'), entry(2, 'Kim', 'notMustFix')], undefined, false)).toEqual(['Lee'])
})

test('who takes a mark off knew it, and what the comment says', () => {
  const marks = [entry(1, 'Lee', 'mustFix'), entry(2, 'Max', 'mustFix'), entry(3, 'Kim', 'notMustFix')]
  expect(open(marks, ['3 > 1', '3 > 2'])).toEqual([])
  expect(open(marks, ['3 > 1'])).toEqual(['Max'])
  expect(open(marks, [])).toEqual(['Lee', 'Max'])
  const edited = [entry(1, 'Lee', 'mustFix'), entry(2, 'Lee', 'edited'), entry(3, 'Kim', 'notMustFix')]
  expect(open(edited, ['3 > 1', '2 > 1'])).toEqual(['Lee'])
  expect(open(edited, ['3 > 1', '2 > 1', '3 > 2'])).toEqual([])
  expect(open(edited, ['3 > 1', '2 > 1', '2 > 3'])).toEqual([])
})
