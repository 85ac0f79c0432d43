/** The names that people type for a saved history or notice. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saveHistory } from '../../src/main/calls/saving/saveHistory'
import { saveNotice } from '../../src/main/calls/saving/saveNotice'
import { busanDesk, publishBusan } from '../newsroom/newsDesk'

const asked = vi.hoisted(() => ({ filePath: '' }))
vi.mock('electron', () => ({
  dialog: { showSaveDialog: () => Promise.resolve({ canceled: false, filePath: asked.filePath }) },
}))

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'stet-named-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const WINDOW = {} as Parameters<typeof saveHistory>[2]
const REFUSED = {
  reason: 'refused',
  message:
    'Source A’s name is in the file name. It must not leave the desk. Nothing was saved. Choose another file name.',
}

/** A killed story that left to /out/a.json, and a protected source. */
async function killed() {
  const desk = await busanDesk()
  const { act, story } = desk
  await publishBusan(desk)
  await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/a.json', override: 'Known.' })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
  await act('Editor', 'source.add', { name: 'Kim Deep', kind: 'person', protected: true })
  return desk
}

/** What is saved under these names: the files in the folder. */
async function savedAs(save: () => Promise<unknown>, names: readonly string[]): Promise<readonly string[]> {
  for (const name of names) {
    asked.filePath = join(folder, name)
    await expect(save()).rejects.toMatchObject(REFUSED)
  }
  expect(await readdir(folder)).toEqual([])
  asked.filePath = join(folder, 'kept.txt')
  expect(await save()).toEqual({ path: asked.filePath })
  return readdir(folder)
}

test('a history is not saved under a name of a protected source', async () => {
  const { room, story } = await killed()
  const save = () => saveHistory(room, 'Editor', WINDOW, { story })
  expect(await savedAs(save, ['history Kim Deep.json', 'kim_deep.json', 'KIM-DEEP.json'])).toEqual(['kept.txt'])
})

test('a notice is not saved under a name of a protected source', async () => {
  const { room, story } = await killed()
  const save = () => saveNotice(room, 'Editor', WINDOW, { story, destination: '/out/a.json', kill: true })
  expect(await savedAs(save, ['Kim Deep withdrawn.txt', 'kill of kim deep.txt'])).toEqual(['kept.txt'])
})
