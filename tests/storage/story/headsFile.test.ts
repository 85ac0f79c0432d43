/** The table of heads in two copies: what a crash leaves in one of them, and what damage leaves, told apart. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../../src/newsroom/replica/debounceStory'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { openLibrary } from '../../../src/storage/openLibrary'
import { HEADS_FILE, HEADS_TWIN } from '../../../src/storage/story/headsFile'

const now = (): string => '2026-10-30T09:00:00.000Z'
const UNFINISHED = 'the last write was not finished in this copy; the other copy has it and is used. Nothing is lost.'
const DAMAGED = 'a copy of the table of heads lacked lines or had damaged ones; the other copy has them and is used'

async function newsroomAt(folder: string): Promise<Newsroom> {
  const store = await openLibrary({ folder, create: true, person: 'Editor', now, newId: (kind) => `${kind}-1` })
  return Newsroom.open({ store, clock: { now }, ids: sequentialIds, debouncer: debounceByHand() })
}

/** The library as it is opened after one copy was changed: what is told, and whether both copies are whole again. */
async function afterwards(name: string, change: (lines: readonly string[]) => readonly string[] | undefined) {
  const above = await mkdtemp(join(tmpdir(), 'stet-heads-'))
  onTestFinished(() => rm(above, { recursive: true, force: true }))
  const folder = join(above, 'library')
  const room = await newsroomAt(folder)
  const { id } = await runAction(room, 'Editor', 'story.create', {})
  for (const slug of ['busan', 'seoul', 'daegu']) {
    await runAction(room, 'Editor', 'story.setField', { story: id, field: 'slug', value: slug })
    await room.settleAll()
  }
  await room.close()
  const path = join(folder, name)
  const whole = await readFile(path, 'utf8')
  const kept = change(whole.split('\n').slice(0, -1))
  await (kept ? writeFile(path, kept.map((line) => `${line}\n`).join('')) : rm(path))
  const next = await newsroomAt(folder)
  const told = next.library.repairs
  await next.close()
  // A healed copy is one write: all lines but the first begin with a space.
  const lines = (text: string): string => text.replaceAll('\n ', '\n')
  return { told, healed: lines(await readFile(path, 'utf8')).startsWith(lines(whole)) }
}

test.each([HEADS_FILE, HEADS_TWIN])('a last write that %s lacks is told as what it is', async (name) => {
  const { told, healed } = await afterwards(name, (lines) => lines.slice(0, -1))
  expect(told).toEqual([`${name}: ${UNFINISHED}`])
  expect(healed).toBe(true)
})

test('a last write that ends in the middle of a line is unfinished, too', async () => {
  const half = (line: string): string => line.slice(0, line.length / 2)
  const { told } = await afterwards(HEADS_TWIN, (lines) => [...lines.slice(0, -1), half(lines.at(-1) ?? '')])
  expect(told).toEqual([`${HEADS_TWIN}: ${UNFINISHED}`])
})

test.each<[string, (lines: readonly string[]) => readonly string[] | undefined]>([
  ['lacks more than one write', (lines) => lines.slice(0, -2)],
  ['lacks a line between others', (lines) => lines.toSpliced(-2, 1)],
  ['has a damaged line', (lines) => lines.with(-2, (lines.at(-2) ?? '').replace('"', "'"))],
  ['is gone', () => undefined],
])('a copy that %s is told as damage, and heals', async (_what, change) => {
  const { told, healed } = await afterwards(HEADS_TWIN, change)
  expect(told).toEqual([`${HEADS_TWIN}: ${DAMAGED}`])
  expect(healed).toBe(true)
})
