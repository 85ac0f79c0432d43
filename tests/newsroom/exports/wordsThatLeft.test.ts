/** The words and fields of a kill are those that left. */
import { describe, expect, test } from 'vitest'
import { loadDoc } from '../../../src/document/createStoryDoc'
import { FIELDS_MAP } from '../../../src/story/copy/documentSchema'
import { eventOf } from '../../../src/story/ledger/ledgerEntry'
import type { ExportEntry } from '../../../src/story/ledger/leaving/exportsOutside'
import type { ExportRequest } from '../../../src/story/requests/requests'
import * as Y from 'yjs'
import { busanDesk, publishBusan, clearedBusan, type BusanDesk } from '../newsDesk'

const HEADLINE = 'Trump and Xi hold first talks in six years'
const LATER = 'Talks called off'

const exported = (
  { act, story }: BusanDesk,
  format: ExportRequest['format'],
  more: Omit<ExportRequest, 'story' | 'format'> = {},
) => act('Editor', 'story.export', { story, format, override: 'Known.', ...more })

async function lastExport({ room, story }: BusanDesk): Promise<ExportEntry> {
  const entry = (await room.storyNow(story)).entries.findLast(({ kind }) => kind === 'exported')
  if (entry?.kind !== 'exported') throw new Error('Nothing was exported.')
  return entry
}

async function killed(
  desk: BusanDesk,
): Promise<{ readonly headline: string | undefined; readonly by: string | undefined }> {
  await desk.act('Editor', 'story.move', { story: desk.story, to: 'killed', reason: 'All wrong.' })
  const { bytes } = await exported(desk, 'ninjs')
  const { headlines, by } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly headlines?: readonly { readonly value: string }[]
    readonly by?: string
  }
  return { headline: headlines?.[0]?.value, by }
}

/** Keeps the last snapshot again with other fields, as a merge keeps one that a bundle brings. */
async function bringSnapshot({ room, story }: BusanDesk, fields: Readonly<Record<string, unknown>>): Promise<void> {
  const snapshot = await room.snapshots.newest(story)
  if (snapshot?.view.stage !== 'published') throw new Error('The story is not published.')
  const { n: _n, state, ...rest } = snapshot
  const doc = loadDoc([state])
  for (const [field, value] of Object.entries(fields)) doc.getMap(FIELDS_MAP).set(field, value)
  await room.snapshots.keep(story, { ...rest, state: Y.encodeStateAsUpdate(doc) })
}

describe('the kill of a published story', () => {
  test.each([
    { byline: [{ name: 'Mallory' }], usageTerms: 'Pay Mallory.', keywords: ['fraud'] },
    { byline: [{ name: 'Reporter', x: 'x' }] },
    { byline: [{ name: 'Reporter', x: undefined }] },
    { byline: [{ name: 'Reporter' }], keywords: 1n },
    { dateline: { place: 'BUSAN', date: '', x: undefined } },
  ])('takes no fields from a snapshot that anybody brings: %o', async (fields) => {
    const desk = await busanDesk()
    await publishBusan(desk)
    await bringSnapshot(desk, fields)
    await desk.act('Editor', 'story.move', { story: desk.story, to: 'inReview', kind: 'update' })
    await desk.act('Reporter', 'copy.replace', { story: desk.story, replace: HEADLINE, with: LATER })
    expect(await killed(desk)).toEqual({ headline: HEADLINE, by: 'Reporter' })
  })

  test('has no key without a value that a snapshot before it brings', async () => {
    const desk = await busanDesk()
    const { act, story, room } = desk
    await publishBusan(desk)
    await bringSnapshot(desk, { byline: [{ name: 'Reporter', x: undefined }] })
    const own = (await room.snapshots.list(story)).at(-2)
    await room.store.removeSnapshot(story, own?.n ?? 0)
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
    await act('Reporter', 'story.setField', { story, field: 'byline', value: 'Somebody Else' })
    expect(await killed(desk)).toEqual({ headline: HEADLINE, by: 'Reporter' })
  })
})

describe('the kill of a story that was never published', () => {
  test('has no words of a snapshot that is not the one that left', async () => {
    const desk = await clearedBusan()
    const { act, story, room } = desk
    await exported(desk, 'ninjs')
    const first = await lastExport(desk)
    await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: LATER })
    await exported(desk, 'ninjs', { draft: true })
    const { version } = await lastExport(desk)
    expect(version).not.toBe(first.version)
    // As another machine notes it, whose number names another snapshot here.
    await (await room.storyNow(story)).note('Editor', { ...eventOf(first), ...{ version: version ?? 0 } }).written
    expect(await killed(desk)).toEqual({ headline: undefined, by: 'Reporter' })
  })

  test('has the words that left, not those of an export that failed', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    await exported(desk, 'ninjs')
    await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: LATER })
    await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
    const { entry = 0 } = await exported(desk, 'ninjs')
    await act('Editor', 'story.exportFailed', { story, entry, reason: 'The disk is full.' })
    expect(await killed(desk)).toEqual({ headline: HEADLINE, by: 'Reporter' })
  })

  test('has the cleared words that left, not those that left uncleared since', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    await exported(desk, 'ninjs')
    await act('Editor', 'story.move', { story, to: 'inReview', reason: 'One more look.' })
    await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: LATER })
    await exported(desk, 'ninjs')
    expect((await killed(desk)).headline).toBe(HEADLINE)
  })

  test('has the words that left, not those of a list of facts', async () => {
    const desk = await clearedBusan()
    const { act, story } = desk
    await exported(desk, 'ninjs')
    await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: LATER })
    await exported(desk, 'factsheet', { edition: 'public' })
    expect(await killed(desk)).toEqual({ headline: HEADLINE, by: 'Reporter' })
  })

  test.each(['factsheet', 'annotations'] as const)(
    'has the headline of public facts if nothing else is outside, and no other word: %s',
    async (format) => {
      const desk = await clearedBusan()
      const { act, story } = desk
      await exported(desk, format, { edition: 'public', destination: '/out/facts' })
      await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: LATER })
      expect(await killed(desk)).toEqual({ headline: HEADLINE, by: undefined })
      const { bytes } = await exported(desk, 'ninjs')
      expect(new TextDecoder().decode(bytes)).not.toContain('Leaders meet in Busan')
      const { destinations } = await act('Editor', 'kill.show', { story })
      expect(destinations.map(({ notice }) => notice?.split('\n')[0])).toEqual([`KILL: ${HEADLINE}`])
    },
  )

  test('has no fields that were set after the last export, whenever it leaves', async () => {
    const desk = await clearedBusan()
    const { act, story, room } = desk
    await exported(desk, 'ninjs')
    const { version } = await lastExport(desk)
    await act('Reporter', 'story.setField', { story, field: 'byline', value: 'Somebody Else' })
    await room.store.removeSnapshot(story, version ?? 0)
    expect(await killed(desk)).toEqual({ headline: undefined, by: undefined })
    const { bytes } = await exported(desk, 'ninjs')
    expect(new TextDecoder().decode(bytes)).not.toContain('Somebody Else')
  })
})

test('a spiked story whose only export failed is deleted, and has no kill', async () => {
  const desk = await clearedBusan()
  const { act, story } = desk
  const { entry = 0 } = await exported(desk, 'ninjs')
  await act('Editor', 'story.exportFailed', { story, entry, reason: 'The disk is full.' })
  await act('Editor', 'story.move', { story, to: 'spiked' })
  await expect(act('Editor', 'story.move', { story, to: 'killed', reason: 'No.' })).rejects.toMatchObject({
    reason: 'refused',
  })
  expect(await act('Editor', 'story.delete', { story })).toMatchObject({ headline: HEADLINE })
})

test.each([
  { format: 'ninjs', draft: true },
  { format: 'html', draft: true },
  { format: 'factsheet', edition: 'public' },
] as const)('a file of the second clearing is the same when it is repeated: %o', async ({ format, ...more }) => {
  const desk = await clearedBusan()
  const { act, story } = desk
  await exported(desk, 'ninjs')
  await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
  const { entry = 0, fileName } = await exported(desk, format, more)
  const again = await act('Editor', 'story.exportAgain', { story, entry })
  expect([fileName.includes('-v2'), again.fileName, again.same]).toEqual([true, fileName, true])
})
