/** What a correction or a kill leaves to do waits in the queue of those who may do it, until it is done. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { BUSAN, newsDesk, openedAgain, publishBusan, type NewsDesk } from '../newsDesk'

const story = 'story-1'
const HEADLINE = 'Trump and Xi hold first talks in six years'
const NOTE = {
  ...{ story, was: 'about 100 minutes', is: 'about 90 minutes', cause: 'Misheard', since: 1 },
  publicText: 'The talks lasted about 90 minutes.',
}
const TASKS: ReadonlySet<string> = new Set(['toApprove', 'toNotify'])

let library: Throwaway
let desk: NewsDesk
const inStory = (name: string): string => join(library.folder, 'stories', story, name)

beforeEach(async () => {
  library = await throwawayLibrary()
  desk = await newsDesk(await library.open())
  for (const [name, role] of [
    ['Checker', 'checker'],
    ['Second Editor', 'editor'],
    ['Producer', 'producer'],
  ] as const)
    await desk.act('Editor', 'roster.add', { name, role })
  await desk.act('Reporter', 'story.import', { name: 'busan.txt', bytes: new TextEncoder().encode(BUSAN) })
  await publishBusan({ ...desk, story })
  await desk.act('Editor', 'story.export', { story, format: 'html', destination: '/out/site/busan.html' })
  await desk.act('Editor', 'story.export', { story, format: 'nitf', destination: '/out/wire/busan.xml' })
})
afterEach(async () => {
  await desk.room.close()
  await library.remove()
})

async function asked(): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const person of ['Reporter', 'Editor', 'Second Editor', 'Checker', 'Producer', 'Legal']) {
    const { items, kinds } = await desk.act(person, 'desk.queue', {})
    const lines = items
      .filter(({ kind }) => TASKS.has(kind))
      .map(({ kind, of, words, note }) => `${kind} ${of}: ${words} (${note})`)
    expect((kinds.toApprove ?? 0) + (kinds.toNotify ?? 0)).toBe(lines.length)
    if (lines.length > 0) found[person] = lines.join('\n')
  }
  return found
}

/** Who has what to do, the same by the story in memory and by the index. */
async function tasks(): Promise<Readonly<Record<string, string>>> {
  const now = await asked()
  await desk.room.settleAll()
  await desk.room.restStories(() => new Set()).look(performance.now() + 1_000_000)
  expect(await asked()).toEqual(now)
  return now
}
const replace = (from: string, to: string) => desk.act('Reporter', 'copy.replace', { story, replace: from, with: to })

const SAVED = `toApprove correction: ${NOTE.publicText} (Saved by Editor, 30 Oct 2026 09:00)`
const LAPSED = `toApprove correction: ${NOTE.publicText} (Checker approved it, but “Is” is not in the story now)`
const notify = (of: 'correction' | 'kill', count: number): string =>
  `toNotify ${of}: ${HEADLINE} (${count} destination${count === 1 ? '' : 's'} to notify of the ${of})`

async function corrected(): Promise<void> {
  await desk.act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
  await replace('about 100 minutes', 'about 90 minutes')
  await desk.act('Editor', 'correction.note', NOTE)
}

test('a note waits for those at the desk who may approve it, again when its approval lapses, and for nobody else', async () => {
  expect(await tasks()).toEqual({})
  await corrected()
  expect(await tasks()).toEqual({ 'Second Editor': SAVED, Checker: SAVED })
  // Two people stand by it now.
  await desk.act('Second Editor', 'correction.note', { ...NOTE, cause: 'Misheard on tape' })
  await desk.act('Checker', 'correction.note', { story })
  expect(await tasks()).toEqual({})
  await replace('about 90 minutes', 'about 95 minutes')
  expect(await tasks()).toEqual({ Editor: LAPSED, 'Second Editor': LAPSED, Checker: LAPSED })
  await replace('about 95 minutes', 'about 90 minutes')
  expect(await tasks()).toEqual({})
})

test('a note of an author, or with an author as the only other person, does not wait for that author', async () => {
  await corrected()
  await desk.act('Editor', 'story.setField', { story, field: 'byline', value: 'Checker and Reporter' })
  await desk.act('Editor', 'story.setField', { story, field: 'byline', value: 'Reporter' })
  expect(await tasks()).toEqual({ 'Second Editor': SAVED })
})

test('at a desk of one, a note waits for the editor who wrote it', async () => {
  await corrected()
  await desk.act('Editor', 'library.settings', { deskOfOne: true })
  expect(await tasks()).toEqual({ Editor: SAVED, 'Second Editor': SAVED, Checker: SAVED })
})

test('each destination waits for those who publish until it is told of the correction, and then of the kill', async () => {
  await corrected()
  await desk.act('Checker', 'correction.note', { story })
  await desk.act('Second Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
  expect(await tasks()).toEqual({})
  await desk.act('Second Editor', 'story.move', { story, to: 'published' })
  const both = notify('correction', 2)
  expect(await tasks()).toEqual({ Editor: both, 'Second Editor': both, Producer: both })
  await desk.act('Editor', 'correction.told', { story, destination: 'busan.html' })
  const one = notify('correction', 1)
  expect(await tasks()).toEqual({ Editor: one, 'Second Editor': one, Producer: one })
  await desk.act('Editor', 'correction.told', { story, destination: 'busan.xml' })
  expect(await tasks()).toEqual({})
  await desk.act('Editor', 'correction.told', { story, destination: 'busan.xml', undo: true })
  expect(await tasks()).toEqual({ Editor: one, 'Second Editor': one, Producer: one })
  // The next version is open.
  await desk.act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  expect(await tasks()).toEqual({ Editor: one, 'Second Editor': one, Producer: one })
  await desk.act('Editor', 'story.move', { story, to: 'killed', reason: 'The talks never took place.' })
  const kill = notify('kill', 2)
  expect(await tasks()).toEqual({ Editor: kill, 'Second Editor': kill, Producer: kill })
  for (const destination of ['busan.html', 'busan.xml']) await desk.act('Producer', 'kill.told', { story, destination })
  expect(await tasks()).toEqual({})
})

test('a story file of an earlier Stet, which does not say, leaves nobody unnotified', async () => {
  await desk.act('Editor', 'story.move', { story, to: 'killed', reason: 'The talks never took place.' })
  await desk.room.settleAll()
  const old = async (): Promise<void> => {
    for (const name of ['story.json', 'story.json.prev'])
      await writeFile(inStory(name), (await readFile(inStory(name), 'utf8')).replace(/"tasks":\{[^}]*\}\},?/u, ''))
  }
  desk = await openedAgain(desk, library, old)
  expect(Object.keys(await asked())).toEqual(['Editor', 'Second Editor', 'Producer'])
  desk = await openedAgain(desk, library)
  expect(Object.keys(await tasks())).toEqual(['Editor', 'Second Editor', 'Producer'])
  expect(await readFile(inStory('story.json'), 'utf8')).toContain('"tasks":')
})

test('the kill of a story whose words nobody can read has its destinations in the queue, too', async () => {
  desk = await openedAgain(desk, library, async () => {
    for (const name of ['state.yjs', 'state.yjs.prev']) await writeFile(inStory(name), 'junk')
  })
  await desk.act('Editor', 'story.move', { story, to: 'killed', reason: 'The talks never took place.' })
  const kill = `toNotify kill: ${story} (2 destinations to notify of the kill)`
  expect(await asked()).toEqual({ Editor: kill, 'Second Editor': kill, Producer: kill })
})
