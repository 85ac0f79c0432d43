/** The table of heads in two copies: what a crash leaves in one of them, and what damage leaves, told apart. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../../builders/time/debounceByHand'
import { runAction } from '../../../../src/newsroom/runAction'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { openLibrary } from '../../../../src/storage/openLibrary'
import { HEADS_FILE, HEADS_TWIN } from '../../../../src/storage/story/ledger/headsFile'

const now = (): string => '2026-10-30T09:00:00.000Z'
const UNFINISHED =
  'the last write to this copy was not finished; the other copy is complete and is used. Nothing is lost.'
const DAMAGED = 'a copy of the table of heads had missing or damaged lines; the other copy is complete and is used'

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

/** A library whose table was compacted, with 600 stories and a few later lines. */
async function compactedLibrary(): Promise<string> {
  const above = await mkdtemp(join(tmpdir(), 'stet-heads-'))
  onTestFinished(() => rm(above, { recursive: true, force: true }))
  const folder = join(above, 'library')
  const room = await newsroomAt(folder)
  for (let story = 0; story < 600; story++)
    room.heads.note(`made-up-${story}`, { entries: story + 1, head: hash(story) })
  await room.heads.settle()
  room.heads.note('made-up-7', { entries: 99, head: hash(99) })
  await room.heads.settle()
  room.heads.note('made-up-8', { entries: 100, head: hash(100) })
  await room.close()
  return folder
}
const hash = (story: number): string => story.toString(16).padStart(64, '0')

test('a long table becomes one line with all heads, and is read as it was', async () => {
  const folder = await compactedLibrary()
  const text = await readFile(join(folder, HEADS_FILE), 'utf8')
  expect(
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { kind: string }).kind),
  ).toEqual(['headsCompacted', 'head'])
  const next = await newsroomAt(folder)
  const { heads, gaps } = next.heads.table
  expect([heads.get('made-up-7'), heads.get('made-up-8'), heads.get('made-up-599'), gaps, next.library.losses]).toEqual(
    [{ entries: 99, head: hash(99) }, { entries: 100, head: hash(100) }, { entries: 600, head: hash(599) }, [], []],
  )
  await next.close()
})

test('a compacted table that is damaged in both copies is a loss of the library', async () => {
  const folder = await compactedLibrary()
  for (const name of [HEADS_FILE, HEADS_TWIN]) {
    const path = join(folder, name)
    await writeFile(path, (await readFile(path, 'utf8')).replace('made-up-42 43', 'made-up-42 42'))
  }
  const next = await newsroomAt(folder)
  expect([next.heads.table.heads.get('made-up-42'), next.library.losses.map(({ kind }) => kind)]).toEqual([
    undefined,
    ['heads'],
  ])
  await next.close()
})
