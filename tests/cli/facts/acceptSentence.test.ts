/** `stet accept-sentence`: the words of a fact are the signed ones, and the sentence around them changed. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FactView } from '../../../src/story/requests/requests'
import { commandLine } from '../run/terminal'

test('accepts the sentence that the person saw, and nothing else', async () => {
  const { stet, stetWith, folder } = await commandLine()
  const checker = (...argv: readonly string[]) => stetWith({ STET_USER: 'Checker' }, ...argv)
  await stet('roster', 'add', 'Reporter', '--role', 'reporter')
  await stet('roster', 'add', 'Checker', '--role', 'checker')
  await writeFile(join(folder, 'a.txt'), 'Leaders hold talks\n\nThe meeting lasted about 100 minutes.')
  await stet('import', 'a.txt')
  await stet('source', 'add', '--name', 'Pool', '--kind', 'pool')
  await stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  const fact = async (): Promise<FactView | undefined> =>
    ((await stet('show', 'story-1', '--json')).json() as { readonly facts: readonly FactView[] }).facts[0]
  const accept = (...more: readonly string[]) => checker('accept-sentence', 'story-1', 'fact-1', ...more)
  await checker('fact', 'story-1', 'fact-1', '--status', 'verified', '--evidence', 'Pool', '--locator', '¶ 1')
  const before = await fact()
  const nothing = await accept('--seen', before?.seen ?? '')
  await stet('edit', 'story-1', '--replace', 'meeting', '--with', 'dinner')
  const lapsed = await fact()
  const [unseen, other, done] = [
    await accept(),
    await accept('--seen', before?.seen ?? ''),
    await accept('--seen', lapsed?.seen ?? ''),
  ]
  expect([nothing, unseen, other, done].map(({ code, out }) => [code, out])).toEqual([
    [3, ''],
    [1, ''],
    [3, ''],
    [0, 'The new sentence around fact-1 was accepted.'],
  ])
  expect(nothing.err).toMatch(/^stet: There is no sentence to accept for fact-1/)
  expect(unseen.err).toContain(`add: --seen ${lapsed?.seen ?? ''}`)
  expect([before?.status, lapsed?.status, (await fact())?.status]).toEqual(['verified', 'reCheck', 'verified'])
})

test('who verified and wrote part of the sentence is told that someone else must look, too', async () => {
  const { stet, stetWith, folder } = await commandLine()
  const as = (user: string, ...argv: readonly string[]) => stetWith({ STET_USER: user }, ...argv)
  await stet('roster', 'add', 'Reporter', '--role', 'reporter')
  await stet('roster', 'add', 'Checker', '--role', 'checker')
  await writeFile(join(folder, 'a.txt'), 'Leaders hold talks\n\nThe meeting lasted about 100 minutes.')
  await stet('import', 'a.txt')
  await stet('source', 'add', '--name', 'Pool', '--kind', 'pool')
  await stet('tag', 'story-1', '--text', '100 minutes', '--type', 'figure')
  const fact = async (): Promise<FactView | undefined> =>
    ((await stet('show', 'story-1', '--json')).json() as { readonly facts: readonly FactView[] }).facts[0]
  const accept = async (user: string) =>
    as(user, 'accept-sentence', 'story-1', 'fact-1', '--seen', (await fact())?.seen ?? '')
  await as('Checker', 'fact', 'story-1', 'fact-1', '--status', 'verified', '--evidence', 'Pool', '--locator', '¶ 1')
  await as('Checker', 'edit', 'story-1', '--replace', 'meeting', '--with', 'dinner')
  const said = [await accept('Checker'), await accept('Reporter')].map(({ code, out }) => [code, out])
  expect(said).toEqual([
    [
      0,
      'The new sentence around fact-1 was accepted. It still reads “Re-check”: the person who verified it also wrote part of its sentence. Someone else must look at the sentence and accept it, too.',
    ],
    [0, 'The new sentence around fact-1 was accepted.'],
  ])
  expect((await fact())?.status).toBe('verified')
})
