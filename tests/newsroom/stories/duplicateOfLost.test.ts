/** A duplicate brings along what was said against the words. Of a history with a gap nobody knows what that was. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lossKey } from '../../../src/story/ledger/loss'
import { throwawayLibrary, type Throwaway } from '../../storage/throwawayLibrary'
import { newsDesk, openedAgain, type NewsDesk } from '../newsDesk'

let library: Throwaway
let desk: NewsDesk
let story: string
beforeEach(async () => {
  library = await throwawayLibrary()
  desk = await newsDesk(await library.open())
  await desk.act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
  const bytes = new TextEncoder().encode('Council meets\n\nA day in town\n\nIt took 100 minutes.')
  ;({ id: story } = await desk.act('Reporter', 'story.import', { name: 'a.txt', bytes }))
  const { id: fact } = await desk.act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  await desk.act('Checker', 'fact.sign', { story, fact, status: 'wrong', reason: 'It was 90.' })
  await desk.act('Reporter', 'fact.describe', { story, fact, statement: 'How long it took' })
})
afterEach(async () => {
  await desk.room.close()
  await library.remove()
})

async function after(harm: () => Promise<unknown>): Promise<void> {
  desk = await openedAgain(desk, library, harm)
}

it('a story whose history lacks a line is not duplicated before an editor accepts that', async () => {
  await after(async () => {
    const path = join(library.folder, 'stories', story, 'ledger.jsonl')
    const lines = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, lines.filter((line) => !line.includes('"status":"wrong"')).join('\n'))
  })
  await expect(desk.act('Reporter', 'story.duplicate', { story })).rejects.toMatchObject({
    reason: 'refused',
    message: expect.stringContaining('ledger.jsonl, line 3') as string,
  })
  const { losses = [] } = await desk.act('Editor', 'story.show', { story })
  await desk.act('Editor', 'story.acceptLoss', { story, losses: losses.map(lossKey), reason: 'Known.' })
  await desk.act('Reporter', 'story.duplicate', { story })
})

it('no story is duplicated while the library lacks what says whose verdicts count', async () => {
  await after(async () => {
    for (const name of ['keys.json', 'keys.json.twin']) await writeFile(join(library.folder, name), 'no keys')
  })
  await expect(desk.act('Reporter', 'story.duplicate', { story })).rejects.toMatchObject({ reason: 'refused' })
})
