import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/story/copy/copy'
import type { Picture } from '../../../src/story/copy/picture'
import { EMPTY_FIELDS, FIELD_NAMES, LEAVING_FIELDS, type Fields } from '../../../src/story/ledger/fields'
import { hashCopy } from '../../../src/story/ledger/hash'
import { changedSinceCleared, leavingOf } from '../../../src/story/ledger/leaving/leaving'
import { EMPTY_LEDGER, foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { copyFrom } from '../../builders/copy/copyFrom'
import { ledgerFrom } from '../../builders/stories/storyFrom'

const DETAILS: Picture = {
  file: 'a'.repeat(64),
  mediaType: 'image/png',
  width: 4,
  height: 3,
  alt: 'A pier',
  credit: 'Ida',
  rights: 'one use',
  captured: '2026-10-30',
}
const PICTURE: Block = { role: 'cutline', text: 'The pier.', spans: [], picture: DETAILS }
const COPY = [...copyFrom('Pier closes\nFor long\nIt is shut.'), PICTURE]
const FIELDS: Fields = { ...EMPTY_FIELDS, slug: 'pier', embargo: '2026-11-02T06:00:00Z' }
const CLEARED = { ...EMPTY_LEDGER, clearedHash: hashCopy(COPY), cleared: leavingOf(COPY, FIELDS) }
const withBlock = (index: number, change: (block: Block) => Block): readonly Block[] =>
  COPY.map((block, at) => (at === index ? change(block) : block))

describe('what changed since a story was cleared', () => {
  it('is nothing while all that leaves is the same', () => {
    expect(changedSinceCleared(COPY, FIELDS, CLEARED)).toEqual([])
    const bold = withBlock(2, (block) => ({ ...block, spans: [{ mark: 'bold', from: 0, to: 2 }] }))
    expect(changedSinceCleared(bold, { ...FIELDS, author: 'Ida', assignee: 'Kim', desk: 'metro' }, CLEARED)).toEqual([])
  })
  it.each([
    ['headline', withBlock(0, (block) => ({ ...block, text: 'Pier opens' }))],
    ['deck', withBlock(1, (block) => ({ ...block, text: 'For ever' }))],
    ['text', withBlock(2, (block) => ({ ...block, text: 'It is open.' }))],
    ['text', withBlock(3, (block) => ({ ...block, text: 'A pier.' }))],
    ['text', withBlock(2, (block) => ({ ...block, role: 'subhead', level: 2 }))],
    ['text', COPY.slice(0, 3)],
    ...(['alt', 'credit', 'rights', 'captured', 'file'] as const).map(
      (name) =>
        ['pictures', withBlock(3, (block) => ({ ...block, picture: { ...DETAILS, [name]: 'b'.repeat(64) } }))] as const,
    ),
  ] as const)('%s', (part, copy) => expect(changedSinceCleared(copy, FIELDS, CLEARED)).toContain(part))

  const OTHER: Partial<Fields> = {
    kind: 'alert',
    byline: [{ name: 'Ida' }],
    contributors: 'Kim',
    dateline: { place: 'BUSAN', date: '' },
    language: 'ko',
    urgency: 1,
    subjects: ['medtop:11000000'],
    keywords: ['pier'],
    edNote: 'Hold.',
    embargo: '2026-11-01T06:00:00Z',
    usageTerms: 'none',
    provider: 'Desk',
    copyrightLine: '© Desk',
    slug: 'pier-2',
  }
  it.each(LEAVING_FIELDS)('includes the field %s', (field) =>
    expect(changedSinceCleared(COPY, { ...FIELDS, [field]: OTHER[field] }, CLEARED)).toEqual([field]),
  )
  it('covers every field but those of the desk', () =>
    expect(FIELD_NAMES.filter((name) => !LEAVING_FIELDS.includes(name))).toEqual([
      'wordTarget',
      'needsLegal',
      'desk',
      'author',
      'assignee',
    ]))
  it('is unknown for a story that is not cleared', () =>
    expect(changedSinceCleared(COPY, FIELDS, EMPTY_LEDGER)).toBeUndefined())
  it('compares only the parts that an earlier rule knew, and fails for parts that this version does not know', () => {
    const { slug: _slug, ...parts } = CLEARED.cleared.parts
    const without = { ...CLEARED, cleared: { rule: 1, parts } }
    expect(changedSinceCleared(COPY, { ...FIELDS, slug: 'x' }, without)).toEqual([])
    const later = { ...CLEARED, cleared: { rule: 2, parts: { ...CLEARED.cleared.parts, video: 'f'.repeat(64) } } }
    expect(changedSinceCleared(COPY, FIELDS, later)).toEqual(['video'])
  })
})

describe('a ledger', () => {
  const hash = hashCopy(COPY)
  const move = (from: string, to: string, more: object = {}): LedgerEvent =>
    ({ kind: 'moved', from, to, copyHash: hash, blocks: 0, warns: 0, overrides: [], ...more }) as LedgerEvent
  const set = (field: string, from: string, to: string, leaves?: true): LedgerEvent => ({
    kind: 'fieldSet',
    field,
    from,
    to,
    ...(leaves ? { leaves } : {}),
  })
  const changedAfter = (...events: readonly LedgerEvent[]) =>
    changedSinceCleared(COPY, FIELDS, foldLedger(ledgerFrom(events)))

  it('of before covers the copy until a field is set', () => {
    const before = [set('byline', '[]', '["Ida"]'), move('inReview', 'cleared'), set('slug', 'a', 'b')]
    expect(changedAfter(...before)).toEqual([])
    expect(changedAfter(...before, set('slug', 'b', 'c', true))).toEqual(['slug'])
    expect(changedAfter(...before, set('slug', 'b', 'c', true), set('slug', 'c', 'b', true))).toEqual([])
    expect(changedAfter(...before, set('slug', 'b', 'c', true), move('cleared', 'published'))).toEqual(['slug'])
    expect(changedAfter(...before, set('slug', 'b', 'c', true), move('inReview', 'cleared'))).toEqual([])
  })
  it('keeps what was cleared while the story is spiked', () => {
    const leaving = leavingOf(COPY, { ...FIELDS, slug: 'other' })
    const cleared = move('inReview', 'cleared', { leaving })
    expect(changedAfter(cleared)).toEqual(['slug'])
    expect(changedAfter(cleared, move('cleared', 'spiked'), move('spiked', 'cleared'))).toEqual(['slug'])
    expect(changedAfter(cleared, move('cleared', 'published'))).toEqual(['slug'])
    expect(changedAfter(cleared, move('cleared', 'inReview'))).toBeUndefined()
  })
})
