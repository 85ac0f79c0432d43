/** A story that does not open can still be killed in the window. */
import { afterEach, expect, test } from 'vitest'
import { OpenOverlay } from '../../../src/renderer/shell/overlays/OpenOverlay'
import type { KillView } from '../../../src/story/requests/requests'
import { NOW } from '../../builders/stories/storyFrom'
import { axeFaults, click, did, fakeWindow, find, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const WHY = 'state.yjs: it is damaged. The other files are unchanged.'
const SITE = {
  ...{ destination: 'site.html', entry: 3, at: NOW, format: 'html', fileName: 'site.html', version: 1 },
  sha256: 'a'.repeat(64),
}
const ALIVE: KillView = { unread: WHY, mayKill: true, keptBack: [], destinations: [SITE] }
const KILLED: KillView = {
  ...{ unread: WHY, keptBack: [], destinations: [{ ...SITE, notice: 'KILL: story-1' }] },
  kill: { by: 'Editor', at: NOW, text: 'It never took place.', version: 1, published: NOW },
}

const over = async (view: KillView) => {
  const views = [KILLED]
  const fake = fakeWindow({
    person: 'Editor',
    answers: {
      'kill.show': () => did(views.shift() ?? KILLED),
      'story.move': () => did({ stage: 'killed' as const, version: 1 }),
    },
  })
  fake.services.panels.open({ kind: 'unopened', story: 's9', headline: 'Leaders meet', view })
  page = await put(fake.services, <OpenOverlay />)
  return fake
}

test('it says why it does not open, where it went, and is killed with a text', async () => {
  const fake = await over(ALIVE)
  const dialog = find('[role=dialog]', 'This story does not open')
  expect([dialog.querySelector('[role=alert]')?.textContent, dialog.textContent.includes('Leaders meet')]).toEqual([
    WHY,
    true,
  ])
  expect([dialog.querySelector('.sent .panel-title')?.textContent, await axeFaults()]).toEqual([
    'The story went to 1',
    [],
  ])
  await type(find('textarea', /^Kill text/), 'It never took place.')
  await click(find('button', 'Kill the story'))
  expect(fake.asked.map(({ action, request }) => [action, request])).toEqual([
    ['story.move', { story: 's9', to: 'killed', reason: 'It never took place.' }],
    ['kill.show', { story: 's9' }],
  ])
  expect([document.querySelector('.kill-text')?.textContent, document.querySelector('textarea')]).toEqual([
    'It never took place.',
    null,
  ])
  find('button', 'Mark as notified…')
})

test('a story that never left has no kill', async () => {
  await over({ unread: WHY, keptBack: [], destinations: [] })
  expect([document.querySelector('textarea'), document.querySelector('.sent')]).toEqual([null, null])
  find('button', 'Check the library…')
})

test('opening such a story shows this in place of a notice, and any other refusal stays a notice', async () => {
  for (const view of [did(ALIVE), refused('There is no such story.'), did({ keptBack: [], destinations: [] })]) {
    const fake = fakeWindow({
      person: 'Editor',
      answers: { 'kill.show': () => view, 'story.page': () => did({ rows: [], groups: [], total: 0 }) },
      calls: { openStory: () => ({ ok: false, reason: 'failed', message: WHY }) },
    })
    const { newsroom, notices } = fake.services
    expect(await newsroom.openStory('s9')).toBe(false)
    const isUnread = view.ok && view.value === ALIVE
    expect(newsroom.store.getState().unopened).toEqual(isUnread ? { story: 's9', headline: '', view: ALIVE } : null)
    expect(notices.store.getState().list.map(({ text }) => text)).toEqual(isUnread ? [] : [WHY])
  }
})
