import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
