import { afterEach, expect, it } from 'vitest'
import { QueriesPanel } from '../../../src/renderer/review/QueriesPanel'
import { storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, put, refused, type Page } from '../fakeWindow'

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
