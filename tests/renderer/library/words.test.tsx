/** The panel of the desk's words: what a word would do is shown before it is saved, and only an editor changes them. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { WordsPanel } from '../../../src/renderer/library/words/WordsPanel'
import type { DeskWord } from '../../../src/story/desk/deskWords'
import { all, axeFaults, click, DESK, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const WORD: DeskWord = {
  id: 'word-1',
  list: 'name',
  words: 'Yahoo!',
  language: 'en',
  source: 'Its own spelling',
  by: 'Editor',
  at: '2026-11-27T09:00:00.000Z',
}
const desk = { ...DESK, words: [WORD] }

it('shows what a word would find before it is saved, and sends it', async () => {
  const fake = fakeWindow({
    desk,
    answers: { 'words.add': () => did({ word: WORD }), 'words.remove': () => did({ word: WORD }) },
  })
  fake.services.panels.open({ kind: 'settings', section: 'words' })
  page = await put(fake.services, <WordsPanel />)
  await type(find('input', 'Word or phrase'), 'toast of *')
  await type(find('input', 'Source'), 'House style')
  await type(find('textarea', 'Try it on a sentence'), 'It is the toast of Asia, said Yahoo Japan.')
  const trial = (): readonly string[] =>
    [...document.querySelectorAll('[role=status] p')].map(({ textContent }) => textContent ?? '')
  expect(trial()).toEqual(['It finds: “toast of Asia”.', 'The checks already find this: “Asia”, “Yahoo Japan”.'])
  expect(fake.asked).toEqual([])
  await click(find('button', 'Add word'))
  await click(find('button', 'Remove “Yahoo!”'))
  expect(fake.asked).toEqual([
    { action: 'words.add', request: { list: 'superlative', words: 'toast of *', language: '', source: 'House style' } },
    { action: 'words.remove', request: { word: 'word-1' } },
  ])
  // A word that was removed comes back as it was.
  await click(find('button', 'Undo remove'))
  expect(fake.asked.at(-1)).toEqual({
    action: 'words.add',
    request: { list: 'name', words: 'Yahoo!', language: 'en', source: 'Its own spelling' },
  })
  expect(await axeFaults()).toEqual([])
})

it('says what is wrong beside the field that it is about, and asks nobody', async () => {
  const fake = fakeWindow({ desk })
  fake.services.panels.open({ kind: 'settings', section: 'words' })
  page = await put(fake.services, <WordsPanel />)
  const wrong = (): readonly string[] =>
    [...document.querySelectorAll('[aria-invalid="true"]')].map(
      (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    )
  await click(find('button', 'Add word'))
  expect(wrong()).toEqual(['Enter the word or phrase first.'])
  await type(find('input', 'Word or phrase'), 'toast of *')
  await click(find('button', 'Add word'))
  expect(wrong()).toEqual(['Say where the word is from, or why it is on the list.'])
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
  // It is read with the field that the keyboard comes to, so it is no alert too.
  expect(document.querySelector('[role=alert]')).toBe(null)
  await type(find('input', 'Source'), 'House style')
  await type(find('input', 'Language'), 'English')
  await click(find('button', 'Add word'))
  expect(wrong()).toEqual([expect.stringContaining('“english” is not a language code')])
  expect(fake.asked).toEqual([])
})

it('says it as an alert when the keyboard is in that field already', async () => {
  const fake = fakeWindow({ desk })
  fake.services.panels.open({ kind: 'settings', section: 'words' })
  page = await put(fake.services, <WordsPanel />)
  const field = find<HTMLInputElement>('input', 'Word or phrase')
  await act(async () => {
    field.focus()
    field.form?.requestSubmit()
  })
  expect(document.querySelector('[role=alert]')?.textContent).toBe('Enter the word or phrase first.')
})

it('shows them to a reporter, who cannot change them', async () => {
  const fake = fakeWindow({ desk, person: 'Reporter' })
  fake.services.panels.open({ kind: 'settings', section: 'words' })
  page = await put(fake.services, <WordsPanel />)
  expect([all('button', 'Add word').length, document.body.textContent?.includes('Yahoo!')]).toEqual([0, true])
  expect(document.body.textContent).toContain('Only an editor can change the desk’s words; you are a reporter')
  expect(await axeFaults()).toEqual([])
})
