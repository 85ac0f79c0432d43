import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

test('filed answers name the words that they answer', async () => {
  const { folder, stet } = await commandLine()
  await stet('roster', 'add', 'Reporter', '--role', 'reporter')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await writeFile(join(folder, 'a.txt'), 'A headline of this story\n\nThe talks lasted 100 minutes.')
  await stet('import', 'a.txt')
  await stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  await stet('fact', 'story-1', 'fact-1', '--status', 'queried', '--reason', 'From the pool?', '--as', 'Editor')
  const { code, out } = await stet('answer', 'story-1', '--text', '1. Yes, from the pool.')
  expect([code, out]).toEqual([0, '1 filed: 1.\n  1. “100 minutes”: Yes, from the pool.'])
})
