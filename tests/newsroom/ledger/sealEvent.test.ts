/** Texts that people type beside the copy enter a ledger without protected names. */
import { expect, test } from 'vitest'
import { sealEvent } from '../../../src/newsroom/ledger/sealEvent'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { POOL } from '../../builders/stories/storyFrom'

const terms = protectedTerms([{ ...POOL, id: 's1', name: 'Marta Quill', kind: 'person', protected: true, aliases: [] }])

test('the name of a snapshot that was put back is sealed', () => {
  const event = { kind: 'versionRestored', version: 3, versionAt: '2026-10-30T09:00:00.000Z' } as const
  expect(sealEvent({ ...event, name: 'Before Marta Quill called' }, terms)).toEqual({
    ...event,
    name: 'Before Source A called',
  })
})

test('the name of an imported file and the fields of a duplicate’s original are sealed', () => {
  const event = { kind: 'created', origin: 'duplicate', from: 'Marta Quill.docx' } as const
  const set = { slug: [{ by: 'Kim', at: '2026-10-30T09:00:00.000Z', from: '', to: 'Marta Quill calls' }] }
  expect(sealEvent({ ...event, set } as never, terms)).toEqual({
    ...event,
    from: 'Source A.docx',
    set: { slug: [{ by: 'Kim', at: '2026-10-30T09:00:00.000Z', from: '', to: 'Source A calls' }] },
  })
})
