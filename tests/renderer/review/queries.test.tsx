import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { QueriesPanel } from '../../../src/renderer/review/QueriesPanel'
import { storyFrom } from '../../builders/stories/storyFrom'
import type { QueryView } from '../../../src/story/requests/requests'
import { did, fakeWindow, find, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const body = () => document.querySelector('.dialog-body')?.textContent
const over = async (answer: Parameters<typeof fakeWindow>[0]) => {
  const story = storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.', {}, [])
  page = await put(fakeWindow({ story, ...answer }).services, <QueriesPanel />)
}

it('says that no query is open once it has read them', async () => {
  await over({ answers: { 'query.list': () => did({ queries: [], text: '' }) } })
  expect(body()).toContain('No query is open')
})

it('queries that cannot be read are no good news', async () => {
  const why = 'The library cannot be read. Nothing is lost.'
  await over({ answers: { 'query.list': () => refused(why) } })
  expect(body()).toBe(why)
})

it('says that it reads the queries until it has read them', async () => {
  await over({ answers: { 'query.list': () => new Promise(() => undefined) } })
  expect(body()).toBe('Reading the queries…')
})

const query = (number: number, addressee: string): QueryView =>
  ({ number, fact: `f${number}`, question: `Question ${number}?`, addressee, open: true }) as unknown as QueryView
const TO_ALL = { queries: [query(1, 'Kim'), query(2, 'Lee')], text: '1. Question 1?\n2. Question 2?' }
const text = () => find<HTMLTextAreaElement>('textarea', /^Text to send/).value
const names = () => [...find<HTMLSelectElement>('select', 'To').options].map(({ textContent }) => textContent)

it('the questions to one person are not those to all, not even for a moment', async () => {
  let answer: () => void = () => undefined
  await over({
    answers: {
      'query.list': ({ addressee }) =>
        addressee === undefined
          ? did(TO_ALL)
          : new Promise(
              (resolve) => (answer = () => resolve(did({ queries: [query(1, 'Kim')], text: '1. Question 1?' }))),
            ),
    },
  })
  expect([names(), text()]).toEqual([['Everyone', 'Kim', 'Lee'], TO_ALL.text])
  await type(find('select', 'To'), 'Kim')
  expect([text(), find('button', 'Copy').getAttribute('aria-disabled')]).toEqual(['', 'true'])
  await act(async () => answer())
  expect([names(), text()]).toEqual([['Everyone', 'Kim', 'Lee'], '1. Question 1?'])
})

it('when the last query to one person is answered, those to others are still there', async () => {
  await over({
    answers: {
      'query.list': ({ addressee }) =>
        did(
          addressee === undefined ? { queries: [query(2, 'Lee')], text: '2. Question 2?' } : { queries: [], text: '' },
        ),
    },
  })
  await type(find('select', 'To'), 'Lee')
  expect([body()?.includes('No query to Lee is open.'), body()?.includes('No query is open')]).toEqual([true, false])
  await type(find('select', 'To'), '')
  expect(text()).toBe('2. Question 2?')
})

it('answers that cannot be read say why', async () => {
  const why = 'The library cannot be read.'
  await over({ answers: { 'query.list': () => did(TO_ALL), 'query.answers': () => refused(why) } })
  await type(find('textarea', /^Paste/), '1. Yes.')
  expect([...document.querySelectorAll('.problem')].map(({ textContent }) => textContent)).toEqual([why])
})
