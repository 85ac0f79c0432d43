import { expect, test } from 'vitest'
import { backupOf } from '../../../../src/renderer/facts/list/factLines'
import { snapshotBefore } from '../../../../src/renderer/sheet/snapshotBefore'
import { noteOnStory } from '../../../../src/renderer/sheet/note/noteOnStory'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { Fields } from '../../../../src/story/ledger/fields'
import { hashCopy } from '../../../../src/story/ledger/hash'
import { leavingOf } from '../../../../src/story/ledger/leaving/leaving'
import type { LedgerEvent } from '../../../../src/story/ledger/ledgerEntry'
import type { Source } from '../../../../src/story/desk/source'
import type { SnapshotLine } from '../../../../src/story/requests/snapshotLine'
import { copyFrom } from '../../../builders/copy/copyFrom'
import { ledgerFrom, NOW, POOL, signedOn, storyFrom, deskFrom } from '../../../builders/stories/storyFrom'

const PAGE = 'Talks\nIn Busan\nThey met.'
const HASH = hashCopy(copyFrom(PAGE))
const moved = (
  from: 'draft' | 'filed' | 'inReview' | 'cleared' | 'published',
  to: 'draft' | 'filed' | 'inReview' | 'cleared' | 'published',
  more: Partial<Extract<LedgerEvent, { kind: 'moved' }>> & { by?: string } = {},
) => ({ kind: 'moved', from, to, copyHash: HASH, blocks: 0, warns: 0, overrides: [], ...more }) as const
const noteOf = (page: string, ...events: readonly (LedgerEvent & { readonly by?: string })[]) =>
  withFields({}, page, events)
const withFields = (
  fields: Partial<Fields>,
  page: string,
  events: readonly (LedgerEvent & { readonly by?: string })[],
) => noteOnStory(storyFrom(page, {}, events, fields), ledgerFrom(events), NOW)
/** A clearing of the page with these fields. */
const cleared = (fields: Partial<Fields>, from: 'inReview' | 'draft' = 'inReview') => {
  const story = storyFrom(PAGE, {}, [], fields)
  return moved(from, 'cleared', { by: 'Ida', leaving: leavingOf(story.copy, story.fields) })
}

test('a returned story says who sent it back, when and why, until it is filed again', () => {
  const back = [moved('draft', 'filed', { by: 'Reporter' }), moved('filed', 'draft', { reason: 'Add the slug.' })]
  expect(noteOf(PAGE, ...back)).toMatchObject({
    kind: 'sentBack',
    text: expect.stringMatching(/^Editor sent this back, \d\d:\d\d:$/),
    reason: 'Add the slug.',
  })
  expect([noteOf(PAGE, ...back, moved('draft', 'filed')), noteOf(PAGE)]).toEqual([undefined, undefined])
})

test('changed cleared copy says that it is no longer cleared, and who had cleared it', () => {
  const events = [moved('draft', 'filed'), moved('filed', 'inReview'), moved('inReview', 'cleared', { by: 'Ida' })]
  expect(noteOf(PAGE, ...events)).toBeUndefined()
  expect(
    noteOf(
      `${PAGE} Twice.`,
      ...events,
      moved('cleared', 'inReview', { by: 'Stet', automatic: true, reason: 'The copy changed after it was cleared.' }),
    ),
  ).toMatchObject({
    kind: 'fellBack',
    text: expect.stringMatching(/^No longer cleared since \d\d:\d\d: the copy changed after Ida cleared it\.$/),
  })
  expect(noteOf(PAGE, ...events, moved('cleared', 'inReview'))).toBeUndefined()
})

test('what was cleared and reads the same again does not say that it changed', () => {
  const before = { embargo: '2026-11-05T21:00:00Z' }
  const fellBack = [
    cleared(before),
    moved('cleared', 'inReview', { by: 'Stet', automatic: true, reason: 'x', changed: ['embargo'] }),
  ]
  expect(withFields({}, PAGE, fellBack)?.text).toMatch(
    /^No longer cleared since \d\d:\d\d: embargo changed after Ida cleared it\.$/,
  )
  expect(withFields(before, `${PAGE} Twice.`, fellBack)?.kind).toBe('fellBack')
  expect(withFields(before, PAGE, fellBack)).toBeUndefined()
})

test('a person who restored a spiked story did not clear it', () => {
  const spiked = { ...moved('cleared', 'inReview'), to: 'spiked' } as const
  const restored = { ...moved('inReview', 'cleared', { by: 'Editor' }), from: 'spiked' } as const
  const events = [cleared({}), spiked, restored, moved('cleared', 'inReview', { by: 'Stet', automatic: true })]
  expect(withFields({ slug: 'other' }, PAGE, events)?.text).toContain('the copy changed after Ida cleared it.')
  expect(withFields({}, PAGE, events)).toBeUndefined()
})

test('fields that readers or desks get and that differ from the published ones say so until those are back', () => {
  const fields = { byline: [{ name: 'Ann' }], copyrightLine: '' }
  const published = [cleared(fields), moved('cleared', 'published')]
  expect(withFields(fields, PAGE, published)).toBeUndefined()
  expect(withFields({ ...fields, assignee: 'Bo' }, PAGE, published)).toBeUndefined()
  expect(withFields({ byline: [{ name: 'Zed' }], copyrightLine: '© Zed' }, PAGE, published)).toEqual({
    kind: 'changed',
    text: 'You changed what was published: byline, copyright line. Readers still see version 1.',
  })
  expect(withFields(fields, `${PAGE} Twice.`, published)?.text).toBe(
    'You changed published copy. Readers still see version 1.',
  )
})

test('before the end of the embargo of the published version no reader sees it, and the note says who has it', () => {
  const fields = { embargo: '2999-12-24T09:00:00Z' }
  const published = [cleared(fields), moved('cleared', 'published')]
  expect(withFields(fields, `${PAGE} Twice.`, published)?.text).toBe(
    'You changed published copy. The places that have the story still have version 1.',
  )
})

test('words that differ from the published ones say so until those are back', () => {
  const published = [
    moved('draft', 'filed'),
    moved('filed', 'inReview'),
    moved('inReview', 'cleared'),
    moved('cleared', 'published'),
  ]
  expect(noteOf(PAGE, ...published)).toBeUndefined()
  expect(noteOf(`${PAGE} Twice.`, ...published)).toEqual({
    kind: 'changed',
    text: 'You changed published copy. Readers still see version 1.',
  })
  expect(
    noteOf(`${PAGE} Twice.`, ...published, moved('published', 'inReview', { versionKind: 'update' })),
  ).toBeUndefined()
})

test('a correction says that its record is missing, then that it waits, and after publishing who was not told', () => {
  const sent = {
    kind: 'exported',
    format: 'html',
    edition: 'public',
    fileName: 'a.html',
    sha256: 'a',
    draft: false,
    blocks: 0,
    overrides: [],
  } as const
  const noted = {
    kind: 'correctionNoted',
    version: 2,
    was: 'They left.',
    is: 'They met.',
    since: { version: 1, at: NOW },
    cause: 'x',
    publicText: 'y',
  } as const
  const opened = [
    moved('inReview', 'cleared'),
    moved('cleared', 'published'),
    sent,
    moved('published', 'inReview', { versionKind: 'correction' }),
  ]
  const published = [{ ...noted, approver: 'Editor' }, moved('inReview', 'cleared'), moved('cleared', 'published')]
  const text = (...events: Parameters<typeof noteOf> extends readonly [string, ...infer E] ? E : never) =>
    noteOf(PAGE, ...opened, ...events)?.text
  expect([
    text(),
    text({ ...noted, by: 'Reporter' }),
    text({ ...noted, approver: 'Editor' }),
    text(...published),
    text(...published, { kind: 'correctionTold', version: 2, export: 3, destination: 'a.html' }),
    text(moved('inReview', 'cleared'), moved('cleared', 'published')),
  ]).toEqual([
    'Version 2 is a correction, but its correction note is not written yet.',
    'Reporter saved the correction note of version 2. Someone else must approve it.',
    undefined,
    '1 destination to notify of the correction.',
    undefined,
    'Version 2 was published as a correction without an approved correction note, so readers are not told what changed.',
  ])
})

test('an approved correction note says so when its right words are no longer in the story', () => {
  const noted = {
    kind: 'correctionNoted',
    version: 2,
    was: 'They left.',
    is: 'They met.',
    since: { version: 1, at: NOW },
    cause: 'x',
    publicText: 'y',
    approver: 'Editor',
    stood: true,
  } as const
  const open = [
    moved('inReview', 'cleared'),
    moved('cleared', 'published'),
    moved('published', 'inReview', { versionKind: 'correction' }),
  ]
  expect([noteOf(PAGE, ...open, noted), noteOf('Talks\nIn Busan\nThey spoke.', ...open, noted)]).toEqual([
    undefined,
    {
      kind: 'correction',
      text: '“Is” in the correction note of version 2 is not in the story now. Change it; someone else must approve the note again.',
    },
  ])
})

test('the snapshot before is the last one that publishing or clearing kept', () => {
  const line = (
    n: number,
    why: string,
    kind: SnapshotLine['kind'] = 'move',
    more: Partial<SnapshotLine> = {},
  ): SnapshotLine => ({ n, at: NOW, by: 'Editor', why, kind, headline: '', words: 1, facts: 0, bytes: 1, ...more })
  const timeline = [
    line(7, 'Publish', 'named'),
    line(6, 'Publish', 'move', { trouble: 'rot' }),
    line(5, 'Publish'),
    line(4, 'Clear alert'),
    line(3, 'Clear'),
    line(2, 'Publish'),
  ]
  expect([
    snapshotBefore({ kind: 'changed', text: '' }, timeline)?.n,
    snapshotBefore({ kind: 'fellBack', text: '' }, timeline)?.n,
    snapshotBefore({ kind: 'sentBack', text: '' }, timeline),
  ]).toEqual([5, 4, undefined])
})

test('a row of the list does not name a protected source', () => {
  const page = 'Talks\nIn Busan\nIt took {f1:90 minutes}.'
  const hidden: Source = { ...POOL, name: 'Jane Insider', protected: true }
  const book = new Map([[hidden.id, hidden]])
  const [fact] = assessStory(storyFrom(page, { f1: 'figure' }, signedOn(page, 'f1')), deskFrom({ sources: book }))
  expect(fact && backupOf(fact, book)).toBe('Source A ¶ 2')
})

test('a killed story says that it is read-only for good, a spiked one until it is restored', () => {
  const over = (to: 'killed' | 'spiked') => noteOf(PAGE, { ...moved('draft', 'filed'), to })
  expect(over('killed')).toEqual({
    kind: 'killed',
    text: 'A killed story cannot be edited or published again.',
    more: 'Its words, facts and history stay here. To write about it again, start from a copy.',
  })
  expect(over('spiked')?.text).toBe('A spiked story is read-only until it is restored.')
})

test('what stays when changes are discarded is said before: a stricter embargo, and a byline that the person may not set', () => {
  const before = { author: 'Reporter', byline: [{ name: 'Reporter' }] }
  const published = [
    cleared(before),
    moved('cleared', 'published'),
    { kind: 'fieldSet', field: 'embargo', from: '', to: '2999-01-01T00:00:00Z', by: 'Editor' } as const,
    {
      kind: 'fieldSet' as const,
      ...{ field: 'byline', by: 'Editor', from: JSON.stringify(before.byline), to: '[{"name":"Checker"}]' },
    },
  ]
  const [embargo, byline] = [{ embargo: '2999-01-01T00:00:00Z' }, { byline: [{ name: 'Checker' }] }]
  const told = (by: string, fields: Partial<Fields>, page = PAGE) => {
    const { more, stays } =
      noteOnStory(storyFrom(page, {}, published, fields), ledgerFrom(published), NOW, undefined, {
        by,
        desk: deskFrom(),
      }) ?? {}
    return [more, stays]
  }
  const EMBARGO = 'A stricter embargo is not discarded. An editor can change it under Fields.'
  const BYLINE =
    'The byline is not discarded, because it names other people of the roster. An editor can change it under Fields.'
  expect([
    told('Reporter', { ...before, ...embargo }),
    told('Reporter', { ...before, ...embargo }, `${PAGE} Twice.`),
    told('Reporter', { ...before, ...byline }),
    told('Reporter', { ...before, ...byline, slug: 'other' }),
    told('Editor', { ...before, ...byline }),
    told('Editor', { ...before, ...byline, ...embargo }),
    told('Reporter', { ...before, ...byline, ...embargo }),
    told('Reporter', { ...before, slug: 'other' }),
  ]).toEqual([
    [EMBARGO, true],
    [EMBARGO, undefined],
    [BYLINE, true],
    [BYLINE, undefined],
    [undefined, undefined],
    [EMBARGO, undefined],
    [`${EMBARGO} ${BYLINE}`, true],
    [undefined, undefined],
  ])
})
