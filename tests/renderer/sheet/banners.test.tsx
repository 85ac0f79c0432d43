import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { EmbargoStrip } from '../../../src/renderer/sheet/banner/EmbargoStrip'
import { EndedBanner } from '../../../src/renderer/sheet/banner/EndedBanner'
import { PublishedVersion } from '../../../src/renderer/sheet/banner/PublishedVersion'
import { ReadOnlyStrip } from '../../../src/renderer/sheet/banner/ReadOnlyStrip'
import { VersionStrip } from '../../../src/renderer/sheet/banner/VersionStrip'
import { ModeTabs } from '../../../src/renderer/shell/frame/ModeTabs'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Stage, VersionKind } from '../../../src/story/ledger/stages'
import { ledgerFrom, storyFrom } from '../../builders/stories/storyFrom'
import { axeFaults, click, DESK, did, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const moved = (from: Stage, to: Stage, more: { reason?: string; versionKind?: VersionKind } = {}): LedgerEvent => ({
  ...{ kind: 'moved', from, to, copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
  ...more,
})
const sent = (destination: string): LedgerEvent => ({
  ...{
    kind: 'exported',
    format: 'html',
    edition: 'public',
    destination,
    fileName: destination,
    sha256: 'a'.repeat(64),
  },
  ...{ draft: false, blocks: 0, warns: 0, overrides: [] },
})
const PUBLISHED = [moved('inReview', 'cleared'), moved('cleared', 'published')]
const show = async (events: readonly LedgerEvent[], embargo = '', calls: Parameters<typeof fakeWindow>[0] = {}) => {
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nWords.', {}, events, { embargo }),
    entries: ledgerFrom(events),
    desk: { ...DESK, settings: { deskOfOne: false, defaults: { zone: 'Asia/Seoul' } } },
    ...calls,
  })
  page = await put(
    fake.services,
    <>
      <ModeTabs />
      <EndedBanner />
      <ReadOnlyStrip />
      <VersionStrip />
      <EmbargoStrip />
    </>,
  )
  return fake
}
const text = (label: string): string | undefined =>
  page?.body.querySelector(`section[aria-label="${label}"]`)?.textContent ?? undefined

test('a published story says which version is live, since when and in how many places', async () => {
  await show([...PUBLISHED, sent('a.html'), sent('b.html')])
  expect([text('Versions'), text('Killed'), text('Embargo'), text('Read only')]).toEqual([
    expect.stringMatching(/^LiveVersion 1 since .*\d\d:\d\d, in 2 places$/) as string,
    undefined,
    undefined,
    undefined,
  ])
  expect(await axeFaults()).toEqual([])
})

test('a version that was published under an embargo is not live before its end', async () => {
  await show([...PUBLISHED, sent('a.json')], '2999-12-24T09:00:00Z')
  expect(text('Versions')).toMatch(/^EmbargoedVersion 1 published .*\d\d:\d\d, in 1 place$/)
  page?.unmount()
  await show([...PUBLISHED, sent('a.json')], '2020-12-24T09:00:00Z')
  expect(text('Versions')).toMatch(/^LiveVersion 1 since /)
  page?.unmount()
  const later = { kind: 'fieldSet', field: 'embargo', from: '', to: '2999-12-24T09:00:00Z', leaves: true } as const
  await show([...PUBLISHED, later], later.to)
  expect(text('Versions')).toMatch(/^LiveVersion 1 since /)
})

test('an open next version stands beside the live one, and is compared with it', async () => {
  const fake = await show([...PUBLISHED, moved('published', 'inReview', { versionKind: 'correction' })], '', {
    answers: {
      'version.list': () =>
        did({ versions: [{ n: 4, at: '', by: '', kind: 'move', why: 'Publish', version: 1, words: 1 }] } as never),
    },
  })
  expect(text('Versions')).toMatch(
    /^LiveVersion 1 since .*\d\d:\d\d, not sent anywhereNextVersion 2 correction, in reviewCompare$/,
  )
  await click(find('button', 'Compare'))
  expect(fake.services.panels.store.getState().overlay).toEqual({ kind: 'compare', from: 4, version: 1 })
})

test.each(['another overlay', 'another story'])(
  'the live version opens nothing over %s that was opened while its snapshots were listed',
  async (what) => {
    let give = (): void => undefined
    const list = new Promise<never>((resolve) => {
      give = () =>
        resolve(
          did({ versions: [{ n: 4, at: '', by: '', kind: 'move', why: 'Publish', version: 1, words: 1 }] }) as never,
        )
    })
    const fake = await show(PUBLISHED, '', { answers: { 'version.list': () => list } })
    await click(find('button', 'Version 1'))
    const { panels, newsroom } = fake.services
    await act(async () => {
      if (what === 'another story') newsroom.store.setState({ session: null })
      else panels.open({ kind: 'palette' })
    })
    const { overlay } = panels.store.getState()
    await act(async () => {
      give()
      await list
    })
    expect(panels.store.getState().overlay).toBe(overlay)
  },
)

test('a click on the live version shows its words as they were published, read only', async () => {
  const published = {
    fields: { ...EMPTY_FIELDS, byline: [{ name: 'Reporter' }] },
    blocks: [
      { role: 'headline', text: 'Leaders met' },
      { role: 'deck', text: 'Deck' },
      { role: 'paragraph', text: 'Old words.' },
    ],
  }
  const fake = await show(PUBLISHED, '', {
    answers: {
      'version.list': () =>
        did({ versions: [{ n: 4, at: '', by: '', kind: 'move', why: 'Publish', version: 1, words: 1 }] } as never),
      'version.show': () => did(published as never),
    },
  })
  await click(find('button', 'Version 1'))
  const { overlay } = fake.services.panels.store.getState()
  expect(overlay).toMatchObject({ kind: 'version', n: 4, version: 1 })
  page?.unmount()
  page = await put(fake.services, <PublishedVersion />)
  const dialog = find('[role="dialog"]', 'Version 1')
  expect(dialog.textContent).toMatch(/As published .*\d\d:\d\d\. Read only\.Leaders metDeckBy ReporterOld words\./)
  expect([dialog.querySelector('input, [contenteditable]'), await axeFaults()]).toEqual([null, []])
  await click(find('button', 'Compare with the copy as it is now'))
  expect(fake.services.panels.store.getState().overlay).toEqual({ kind: 'compare', from: 4, version: 1 })
})

test('an embargo says until when in the zone of the newsroom and what is held', async () => {
  await show([], '2020-10-30T18:00:00+09:00')
  expect(text('Embargo')).toBeUndefined()
  page?.unmount()
  await show([], '2099-10-31T18:00:00+09:00')
  expect(text('Embargo')).toMatch(
    /^Embargo until 31 Oct 18:00 KST · 09:00 UTC · in \d+ d( \d+ h)? Formats without an embargo field are held until then\.Change…$/,
  )
})

test('a killed story is named, with its reason, and nothing is written or reviewed', async () => {
  await show([...PUBLISHED, moved('published', 'killed', { reason: 'The memo is not genuine.' })])
  expect(text('Killed')).toMatch(
    /^KilledKilled by Editor, .*\d\d:\d\d\. Do not use this story\.The memo is not genuine\.History$/,
  )
  expect([text('Versions'), page?.body.querySelector('[role="tab"]'), page?.body.textContent]).toEqual([
    undefined,
    null,
    expect.stringContaining('Read only'),
  ])
})

test('a library that cannot be written says so over the sheet', async () => {
  await show([], '', { startup: { readOnly: 'Another Stet has this library open.' } })
  expect(text('Read only')).toBe('Read only Another Stet has this library open.')
})
