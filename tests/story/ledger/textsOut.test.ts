/** Numbers that receivers have from what counts as no text: drafts, uncleared wire text, kills. */
import { describe, expect, test } from 'vitest'
import {
  numberBefore,
  numberOf,
  numberOfKill,
  numbersOf,
  textsThatLeft,
} from '../../../src/story/ledger/leaving/textsOut'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { moved } from '../../builders/stories/machines'
import { ledgerFrom } from '../../builders/stories/storyFrom'

type ExportedEvent = Extract<LedgerEvent, { kind: 'exported' }>
const exported = (more: Partial<ExportedEvent> = {}): ExportedEvent => ({
  ...{ kind: 'exported', format: 'text', edition: 'wire', fileName: 'a.txt', sha256: 'a' },
  ...{ draft: false, blocks: 0, overrides: [] },
  ...more,
})
const CLEARED = [moved('draft', 'filed'), moved('filed', 'inReview'), moved('inReview', 'cleared')]
const left = (...events: readonly LedgerEvent[]) => textsThatLeft(ledgerFrom([...CLEARED, ...events]))

test('the number of a kill does not fall once it has left, after a draft of an earlier Stet', () => {
  const killed = [moved('cleared', 'published'), moved('published', 'killed', { reason: 'Wrong.' })]
  const draft = exported({ draft: true })
  const numbers = [killed, [...killed, exported()], [...killed, exported(), exported()]].map((events) => {
    const before = textsThatLeft(ledgerFrom([draft, ...CLEARED, ...events]))
    return numberOfKill({ version: 1 }, before)
  })
  expect(numbers).toEqual([3, 3, 3])
})

describe('wire text that left uncleared has no id, and its number is taken', () => {
  const one = exported({ left: { text: 'one', number: 1 } })
  const own = (number: unknown, format = 'text') =>
    exported({ format, left: { text: 'two', own: { id: 'urn:uuid:1', number: number as number } } })

  test.each([
    ['other words have the next number', 'three', 3],
    ['the same words keep it', 'two', 2],
  ])('%s once they are cleared', (_what, text, number) => {
    expect(numberOf({ version: 1, text, copy: 'copy' }, left(one, own(2)))).toBe(number)
  })

  test('no text names it as the one before, no version has it, and the kill comes after it', () => {
    const before = left(one, own(2))
    expect([numberBefore(3, before), numbersOf(1, before), numberOfKill({ version: 1 }, before)]).toEqual([1, [1], 3])
  })

  test.each([
    ['a file that says its own id', own(2, 'ninjs')],
    ['a number that another build made up', own('x')],
    ['a number beyond all counting', own(2 ** 53)],
  ])('%s takes none', (_what, event) => {
    expect(numberOf({ version: 1, text: 'three', copy: 'copy' }, left(one, event))).toBe(2)
  })
})

test('another copy leaves under another number, also where it says the same hash of what was cleared', () => {
  const left = [{ version: 1, text: 'cleared', copy: 'copy', number: 1 }]
  const now = { version: 1, text: 'cleared' }
  expect(['copy', 'other', ''].map((copy) => numberOf({ ...now, copy }, left))).toEqual([1, 2, 1])
})
