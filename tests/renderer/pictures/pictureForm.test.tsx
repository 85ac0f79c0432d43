/** The details of a picture: saved into the copy, or kept in the form with the reason. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { findPicture } from '../../../src/editor/pictures/pictureCommands'
import { setWritingMode } from '../../../src/editor/suggesting/suggestingMode'
import { PictureForm } from '../../../src/renderer/pictures/PictureForm'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { storyFrom } from '../../builders/stories/storyFrom'
import { oneDesk, PICTURE, run, type Desk } from '../../editor/desk'
import { axeFaults, click, fakeWindow, find, put, type, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

interface Opened extends FakeWindow {
  readonly sheet: Desk
}

async function opened(events: readonly (LedgerEvent & { readonly by?: string })[] = []): Promise<Opened> {
  const sheet = oneDesk('headline: Ships wait', 'deck: Talks', 'cutline: Off the harbour.', 'They wait.')
  const fake = fakeWindow({ story: storyFrom('Ships wait\nTalks\nThey wait.', {}, events) })
  const { newsroom, panels } = fake.services
  const { session } = newsroom.store.getState()
  if (session) newsroom.store.setState({ session: Object.assign(session, { editor: sheet.editor }) })
  panels.open({ kind: 'picture', file: PICTURE.file, near: 0 })
  page = await put(fake.services, <PictureForm />)
  await type(find('input', 'Credit'), 'Kim Ji-woo / Desk')
  await type(find('textarea', 'Alternative text'), 'Ships at anchor')
  return { ...fake, sheet }
}

/** The credit in the copy, whether the form is open, how many drafts have words, and what the form says. */
const after = ({ sheet, services: { panels } }: Opened): readonly unknown[] => [
  findPicture(sheet.editor.state, PICTURE.file, 0)?.picture.credit,
  panels.store.getState().overlay !== null,
  panels.drafts.picture.written.length,
  document.querySelector('[role=alert]')?.textContent,
]

const save = async (): Promise<void> => click(find('button', 'Save'))

test('typed details go into the copy', async () => {
  const fake = await opened()
  await save()
  expect(after(fake)).toEqual(['Kim Ji-woo / Desk', false, 0, undefined])
})

test('in Suggesting mode form and draft stay, and a sentence says why', async () => {
  const fake = await opened()
  await act(async () => void run(fake.sheet, setWritingMode('suggesting')))
  await save()
  expect(after(fake)).toEqual([
    ...['Ida / Desk', true, 1],
    'The details of a picture cannot be suggested, so nothing was changed. What you typed stays here. ' +
      'To save it, switch to Editing.',
  ])
  expect(find<HTMLInputElement>('input', 'Credit').value).toBe('Kim Ji-woo / Desk')
  expect(await axeFaults()).toEqual([])
  await act(async () => void run(fake.sheet, setWritingMode('editing')))
  await save()
  expect(after(fake)).toEqual(['Kim Ji-woo / Desk', false, 0, undefined])
})

test('in Suggesting mode a form without a change closes', async () => {
  const fake = await opened()
  await type(find('input', 'Credit'), PICTURE.credit)
  await type(find('textarea', 'Alternative text'), PICTURE.alt)
  await act(async () => void run(fake.sheet, setWritingMode('suggesting')))
  await save()
  expect(after(fake)).toEqual(['Ida / Desk', false, 0, undefined])
})

test('under the pen of another person the sentence names that person', async () => {
  const fake = await opened([
    {
      ...{ kind: 'moved', from: 'draft', to: 'filed', by: 'Reporter' },
      ...{ copyHash: 'h', blocks: 0, warns: 0, overrides: [] },
    },
    { kind: 'pen', to: 'Reporter', taken: true, typed: {}, by: 'Reporter' },
  ])
  await act(async () => void run(fake.sheet, setWritingMode('suggesting')))
  await save()
  expect(after(fake)).toEqual([
    ...['Ida / Desk', true, 1],
    'Reporter has the pen, and the details of a picture cannot be suggested, so nothing was changed. ' +
      'What you typed stays here.',
  ])
})

test('without its picture the form stays with what was typed', async () => {
  const fake = await opened()
  await act(async () => {
    const { state, view } = fake.sheet.editor
    const at = findPicture(state, PICTURE.file, 0)?.position ?? 0
    view.dispatch(state.tr.delete(at, at + (state.doc.nodeAt(at)?.nodeSize ?? 0)))
  })
  await act(async () => fake.show(storyFrom('Ships wait\nTalks\nThey wait.')))
  await save()
  expect(after(fake)).toEqual([
    ...[undefined, true, 1],
    'The picture is no longer in the story. What you typed stays here.',
  ])
})
