import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseOwnerMessage } from '../../../src/ipc/parsers'
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { idsFrom } from '../../../src/newsroom/environment/ids'
import { serveOwner } from '../../../src/newsroom/serveOwner'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { openLibrary } from '../../../src/storage/openLibrary'
import { commandLine } from '../run/terminal'

test('a person at the terminal sees how far a backup and a check are, and the line is taken away', async () => {
  const { folder, stet, stetWatched } = await commandLine()
  await writeFile(join(folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes.')
  await stet('import', 'a.txt', 'a.txt')
  const lines: string[] = []
  const watched = { progress: (line: string) => void lines.push(line) }
  await stetWatched(watched, 'backup', '--to', 'stick')
  expect(lines.splice(0)).toEqual(['1 of 2 files', '2 of 2 files', ''])
  await stetWatched(watched, 'doctor')
  expect(lines).toEqual(['Checked 1 of 2', 'Checked 2 of 2', ''])
})

test('the line that the running app works is taken away before the answer, also before a refusal', async () => {
  const { folder, library, stet, stetWatched } = await commandLine()
  await writeFile(join(folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes.')
  await stet('import', 'a.txt')
  const store = await openLibrary({ folder: library, now: () => '2026-10-30T09:00:00Z', newId: () => 'x' })
  const room = await Newsroom.open({ store, clock: clockFrom('2026-10-30T09:00:00Z'), ids: idsFrom('sequential') })
  onTestFinished(() => room.close())
  store.serve(serveOwner(room, parseOwnerMessage))
  for (const argv of [
    ['index'],
    ['delete', 'story-1', '--dry-run'],
    ['delete', 'story-9', '--dry-run'],
    ['archive', '--before', '2026-01-01', '--to', 'old', '--dry-run'],
  ]) {
    const lines: string[] = []
    await stetWatched({ progress: (line) => void lines.push(line) }, ...argv)
    expect([argv, lines.at(-1), lines.length > 1]).toEqual([argv, '', true])
  }
})
