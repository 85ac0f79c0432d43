/** A part of the window whose script cannot be read: it is said, and nothing waits for the part. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { OverlayFailed, QuestionFailed } from '../../../src/renderer/shell/overlays/Overlays'
import { useFailedParts } from '../../../src/renderer/shell/useFailedParts'
import { later, whenPartFails } from '../../../src/renderer/ui/later'
import { did, fakeWindow, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  whenPartFails(() => undefined)
})

const overlayOf = ({ services }: FakeWindow) => services.panels.store.getState().overlay

test('a notice stays that offers to restart Stet', async () => {
  const fake = fakeWindow({ calls: { startAgain: () => did({}) } })
  const Missing = later(async (): Promise<() => string> => {
    throw new Error('no such file')
  })
  const Window = () => {
    useFailedParts()
    return <Missing />
  }
  page = await put(fake.services, <Window />)
  await act(async () => undefined)
  const [notice, ...others] = fake.services.notices.store.getState().list
  notice?.act?.run()
  expect([notice, others, fake.asked.map(({ action }) => action)]).toEqual([
    expect.objectContaining({
      text: 'A part of this window cannot be shown (no such file). Your words are unchanged. Restart Stet to read its files again. If that does not help, install Stet again.',
      act: expect.objectContaining({ label: 'Restart now' }) as unknown,
      lasting: true,
    }),
    [],
    ['startAgain'],
  ])
})

test('a dialog that cannot be shown is closed, but for the question who somebody is', async () => {
  const fake = fakeWindow()
  fake.services.panels.open({ kind: 'export' })
  page = await put(fake.services, <OverlayFailed />)
  expect(overlayOf(fake)).toBeNull()
  page.unmount()
  fake.services.panels.open({ kind: 'firstRun' })
  page = await put(fake.services, <OverlayFailed />)
  expect(overlayOf(fake)).toEqual({ kind: 'firstRun' })
})

test('a window that cannot ask about written words stays open, and main hears of it', async () => {
  const fake = fakeWindow({ calls: { stayOpen: () => did({}) } })
  const { panels } = fake.services
  panels.drafts.comment.keep('Editor\n{"story":"s2"}', { text: 'Since when?', mustFix: false, assignee: '' })
  let closed = 0
  expect(panels.asksToClose(() => closed++)).toBe(true)
  page = await put(fake.services, <QuestionFailed />)
  expect([panels.store.getState().closing, closed, fake.asked.map(({ action }) => action)]).toEqual([
    null,
    0,
    ['stayOpen'],
  ])
})
