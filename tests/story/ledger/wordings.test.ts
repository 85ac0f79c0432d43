/** Who wrote the words of a fact, as its entries tell. */
import { expect, it } from 'vitest'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { writersOfWords } from '../../../src/story/ledger/writers/wordings'
import { storyFrom } from '../../builders/stories/storyFrom'

const tagged: LedgerEvent = { kind: 'tagged', fact: 'f', type: 'figure', words: '12 people', writers: ['Ben'] }
const to = (words: string, by: string) =>
  ({ kind: 'reworded', fact: 'f', words, writers: ['Ben'], by }) satisfies LedgerEvent & { readonly by: string }

function writersOf(words: string, ...events: Parameters<typeof storyFrom>[2] & readonly unknown[]): readonly string[] {
  const record = storyFrom(`Talks end\nNo text\nIt was {f:${words}}.`, { f: 'figure' }, events).ledger.facts.get('f')
  return record ? [...writersOfWords(record, words)] : []
}

it('names who changed them, also where the entry names somebody else', () =>
  expect(writersOf('99 people', tagged, to('99 people', 'Kim'))).toEqual(['Ben', 'Kim']))

it('does not name who only took the own change back', () =>
  expect(writersOf('12 people', tagged, to('99 people', 'Kim'), to('12 people', 'Kim'))).toEqual(['Ben']))

it('names who takes the change of somebody else back', () =>
  expect(writersOf('12 people', tagged, to('99 people', 'Kim'), to('12 people', 'Lee'))).toEqual(['Ben', 'Lee']))

it('does not name Stet', () => expect(writersOf('99 people', tagged, to('99 people', 'Stet'))).toEqual(['Ben']))
