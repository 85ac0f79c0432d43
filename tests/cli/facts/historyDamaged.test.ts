/** `stet history` of a history that was changed, or is damaged. */
import { expect, it } from 'vitest'
import { historyCommand } from '../../../src/cli/facts/proofCommands'
import { readArguments } from '../../../src/cli/run/arguments'
import type { Ask } from '../../../src/cli/run/command'

const damaged = {
  story: 'story-1',
  entries: [],
  chain: { whole: false, entries: 3, head: '', trouble: 'entry 2 was changed' },
}

it('is told on stderr, too, with exit code 2, and not of one that is whole', async () => {
  const history = async (chain: object) => {
    const ask = (() => Promise.resolve({ ...damaged, chain })) as unknown as Ask
    return historyCommand.prepare(readArguments(['story-1'], historyCommand.options), { cwd: '/' })(ask, { by: 'Ana' })
  }
  const { json, text, problems } = await history(damaged.chain)
  expect([json, problems]).toEqual([damaged, [text]])
  expect(text).toContain('entry 2 was changed')
  expect((await history({ whole: true, entries: 3, head: 'a'.repeat(64) })).problems).toBeUndefined()
})
