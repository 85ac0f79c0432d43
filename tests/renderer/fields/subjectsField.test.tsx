import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { Outcome } from '../../../src/ipc/contract'
import { SubjectsField } from '../../../src/renderer/fields/SubjectsField'
import { mediaTopics } from '../../../src/story/desk/mediaTopics'
import { EMPTY_FIELDS, type Fields } from '../../../src/story/ledger/fields'
import type { AnswerOf } from '../../../src/story/requests/requests'
import { storyFrom } from '../../builders/stories/storyFrom'
import {
  all,
  axeFaults,
  click,
  did,
  fakeWindow,
  find,
  press,
  put,
  refused,
  type,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const open = async (subjects: readonly string[] = [], readOnly = false): Promise<FakeWindow> => {
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nWords.', {}, [], { subjects }),
    answers: { 'story.setField': () => did({ fields: EMPTY_FIELDS }) },
  })
  page = await put(fake.services, <SubjectsField readOnly={readOnly} />)
  await act(async () => void (await mediaTopics()))
  return fake
}
const field = (): HTMLInputElement => find('input', 'Subjects')
const options = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)

test('a topic is found by its name and taken by keys, and its code is stored', async () => {
  const fake = await open(['medtop:11000000'])
  expect(document.querySelector('.subject')?.textContent).toBe('politics')
  await type(field(), 'labour')
  expect([options().slice(0, 2), await axeFaults()]).toEqual([['labour medtop:09000000', 'labour market labour'], []])
  await press(field(), 'ArrowDown')
  expect(field().getAttribute('aria-activedescendant')).toMatch(/-1$/)
  await press(field(), 'Enter')
  expect([fake.asked.at(-1)?.request, field().value, options()]).toEqual([
    { story: 's1', field: 'subjects', value: ['medtop:11000000', 'medtop:20000523'] },
    '',
    [],
  ])
})

test('a Korean name finds it, too, and a click on a chosen one removes it', async () => {
  const fake = await open(['medtop:11000000', 'harbour talks'])
  await type(field(), '노동시장')
  expect(options()).toEqual(['labour market labour'])
  await press(field(), 'Escape')
  expect([field().value, options()]).toEqual(['', []])
  await click(find('button', 'Remove politics'))
  expect(fake.asked.at(-1)?.request).toEqual({ story: 's1', field: 'subjects', value: ['harbour talks'] })
})

test('a name that no topic has is said, and a code newer than the list is taken', async () => {
  const fake = await open()
  await type(field(), 'zeppelin')
  await press(field(), 'Enter')
  expect([document.querySelector('[role=alert]')?.textContent, fake.asked]).toEqual([
    'There is no Media Topic “zeppelin”. Try another word, or a code such as medtop:20000523.',
    [],
  ])
  await type(field(), '20009999')
  await press(field(), 'Enter')
  expect(fake.asked.at(-1)?.request).toEqual({ story: 's1', field: 'subjects', value: ['medtop:20009999'] })
})

test('a story that is read only shows its topics by name', async () => {
  await open(['medtop:20000523'], true)
  expect([document.querySelector('.subject')?.textContent, all('button', /^Remove/)]).toEqual(['labour market', []])
})

test('a subject that was removed comes back by undo, unless somebody changed the subjects since', async () => {
  const subjects = ['medtop:11000000', 'harbour talks']
  let kept: Fields = { ...EMPTY_FIELDS, subjects }
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nWords.', {}, [], { subjects }),
    answers: {
      'story.setField': ({ value }) => did({ fields: (kept = { ...kept, subjects: value as Fields['subjects'] }) }),
      'story.show': () => did({ fields: kept } as AnswerOf<'story.show'>),
    },
  })
  page = await put(fake.services, <SubjectsField readOnly={false} />)
  await act(async () => void (await mediaTopics()))
  const { undoList } = fake.services.newsroom
  const notices = () => fake.services.notices.store.getState().list.map(({ text }) => text)
  await click(find('button', 'Remove politics'))
  expect([kept.subjects, notices()]).toEqual([['harbour talks'], ['Field changed: subjects.']])
  await act(() => undoList.undoNewest())
  expect(kept.subjects).toEqual(subjects)
  await click(find('button', 'Remove politics'))
  kept = { ...kept, subjects: ['medtop:20000523'] }
  await act(() => undoList.undoNewest())
  expect([kept.subjects, notices()]).toEqual([
    ['medtop:20000523'],
    ['Not undone: Field changed: subjects. Someone has changed it since.'],
  ])
})

test('two subjects that are removed quickly are both gone, although the first removal is not answered yet', async () => {
  const subjects = ['medtop:11000000', 'harbour talks', 'medtop:20000523']
  const answers: ((outcome: Outcome<never>) => void)[] = []
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nWords.', {}, [], { subjects }),
    answers: { 'story.setField': () => new Promise<Outcome<never>>((give) => void answers.push(give)) },
  })
  page = await put(fake.services, <SubjectsField readOnly={false} />)
  await act(async () => void (await mediaTopics()))
  await click(find('button', 'Remove politics'))
  await click(find('button', 'Remove labour market'))
  expect(fake.asked.map(({ request }) => (request as { readonly value: unknown }).value)).toEqual([
    ['harbour talks', 'medtop:20000523'],
    ['harbour talks'],
  ])
  // The last answer shows what the story has.
  await act(async () => answers[0]?.(did({ fields: EMPTY_FIELDS }) as Outcome<never>))
  expect(all('button', /^Remove/)).toHaveLength(1)
  await act(async () => answers[1]?.(refused('The story is killed.')))
  expect([all('button', /^Remove/).length, fake.refreshed()]).toEqual([3, 1])
})
