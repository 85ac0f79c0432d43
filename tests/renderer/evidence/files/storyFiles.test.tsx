/** The files of a story beside a fact that has no evidence yet. */
import { afterEach, expect, it } from 'vitest'
import { StoryFilesList } from '../../../../src/renderer/evidence/files/StoryFiles'
import { BACKUP, storyFrom } from '../../../builders/stories/storyFrom'
import { click, fakeWindow, find, put, type Page } from '../../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

it('are the last six, with how many there are, and the others on demand', async () => {
  const events = Array.from({ length: 8 }, (_, at) => ({
    kind: 'evidenceAdded' as const,
    fact: 'f1',
    evidence: { ...BACKUP, id: `e${at}`, file: String(at), fileName: `${at}.pdf` },
    by: 'Editor',
  }))
  const story = storyFrom('Crews end strike\nDeck\nIt lasted {f1:17 hours}.', { f1: 'figure' }, events)
  page = await put(fakeWindow({ story }).services, <StoryFilesList nameOf={() => 'A'} onRead={() => undefined} />)
  const rows = (): number => document.querySelectorAll('.story-files li').length
  const first = rows()
  await click(find('button', 'Show more (6 of 8)'))
  expect([first, rows(), document.querySelector('.story-files > button')]).toEqual([6, 8, null])
})
