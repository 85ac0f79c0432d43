import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { TranslationForm } from '../../../src/renderer/facts/forms/TranslationForm'
import { storyFrom } from '../../builders/stories/storyFrom'
import { all, click, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test('a translation is not saved without the language of its original words', async () => {
  const fake = fakeWindow({
    story: storyFrom('Ships wait\nDeck\nHe said {f1:“We are ready”} at noon.', { f1: 'quote' }),
    answers: { 'fact.translate': () => did({}) },
  })
  page = await put(fake.services, <TranslationForm />)
  await act(async () => fake.services.panels.open({ kind: 'translation', fact: 'f1' }))
  await type(find('textarea', 'Original words'), '우리는 준비됐다')
  await click(find('button', 'Save'))
  expect(all('[role="alert"]', /./).map(({ textContent }) => textContent)).toEqual([
    'Enter the language of the original words, such as “ko”.',
  ])
  expect(fake.asked).toEqual([])
  await type(find('input', 'Language'), 'ko')
  expect(all('[role="alert"]', /./)).toEqual([])
  await click(find('button', 'Save'))
  expect(fake.asked).toEqual([
    {
      action: 'fact.translate',
      request: {
        story: 's1',
        fact: 'f1',
        translation: { original: '우리는 준비됐다', language: 'ko', translator: 'Editor' },
      },
    },
  ])
})
