/** Texts that people type beside the copy enter a ledger without protected names. */
import { expect, test } from 'vitest'
import { maskEvent } from '../../../src/newsroom/ledger/maskEvent'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { POOL } from '../../builders/stories/storyFrom'

const terms = protectedTerms([{ ...POOL, id: 's1', name: 'Marta Quill', kind: 'person', protected: true, aliases: [] }])

test('the name of a snapshot that was put back is masked', () => {
  const event = { kind: 'versionRestored', version: 3, versionAt: '2026-10-30T09:00:00.000Z' } as const
  expect(maskEvent({ ...event, name: 'Before Marta Quill called' }, terms)).toEqual({
    ...event,
    name: 'Before Source A called',
  })
})

test('the words of a proposed correction are masked with those of its suggestion: a rejected one stays for ever', () => {
  const event = { kind: 'suggested', suggestion: 'g1', deleted: 'an aide', about: '“an aide” → “Marta Quill”' } as const
  const corrects = { fact: 'f1', words: 'Marta Quill', sentence: 'He met Marta Quill in Seoul.' }
  expect(maskEvent({ ...event, inserted: 'Marta Quill', corrects }, terms)).toEqual({
    ...{ ...event, inserted: 'Source A', about: '“an aide” → “Source A”' },
    corrects: { fact: 'f1', words: 'Source A', sentence: 'He met Source A in Seoul.' },
  })
})

test('the sentence of a proposed correction is masked when its words bring the name, not when it stands there', () => {
  const event = {
    kind: 'suggested',
    suggestion: 'g1',
    inserted: '200',
    deleted: '100',
    about: '“100” → “200”',
  } as const
  const corrects = { fact: 'f1', words: '200', sentence: 'Marta Quill paid 200 won.' }
  const named = { ...event, corrects, places: [{ standing: 'Marta Quill paid 100 won.', from: 17 }] }
  expect(maskEvent(named, terms)).toMatchObject({ corrects })
  const brings = { fact: 'f1', words: 'Quill', sentence: 'Marta Quill paid.' }
  const bringing = { ...event, inserted: 'Quill', corrects: brings, places: [{ standing: 'Marta Lee paid.', from: 6 }] }
  expect(maskEvent(bringing, terms)).toMatchObject({ corrects: { words: 'Quill', sentence: 'Source A paid.' } })
})

test('of words in several sentences, for which no place is noted, a name that they do not bring stays', () => {
  const event = { kind: 'suggested', suggestion: 'g1', inserted: 'x', deleted: 'y', about: 'z', places: [] } as const
  const stands = { fact: 'f1', words: '200 won. He left', sentence: 'Marta Quill paid 200 won. He left at noon.' }
  expect(maskEvent({ ...event, corrects: stands }, terms)).toMatchObject({ corrects: stands })
  const brings = { fact: 'f1', words: 'Quill paid. He left', sentence: 'Marta Quill paid. He left at noon.' }
  const masked = { ...brings, sentence: 'Source A paid. He left at noon.' }
  expect(maskEvent({ ...event, corrects: brings }, terms)).toMatchObject({ corrects: masked })
  const twice = { fact: 'f1', words: 'Quill', sentence: 'Quill rose. Marta Quill paid.' }
  const both = { ...twice, sentence: 'Quill rose. Source A paid.' }
  expect(maskEvent({ ...event, corrects: twice }, terms)).toMatchObject({ corrects: both })
  const elsewhere = { fact: 'f1', words: 'Lee', sentence: 'Marta Quill paid.' }
  expect(maskEvent({ ...event, corrects: elsewhere }, terms)).toMatchObject({
    corrects: { ...elsewhere, sentence: 'Source A paid.' },
  })
})

test('the name of an imported file and the fields of a duplicate’s original are masked', () => {
  const event = { kind: 'created', origin: 'duplicate', from: 'Marta Quill.docx' } as const
  const set = { slug: [{ by: 'Kim', at: '2026-10-30T09:00:00.000Z', from: '', to: 'Marta Quill calls' }] }
  expect(maskEvent({ ...event, set } as never, terms)).toEqual({
    ...event,
    from: 'Source A.docx',
    set: { slug: [{ by: 'Kim', at: '2026-10-30T09:00:00.000Z', from: '', to: 'Source A calls' }] },
  })
})
