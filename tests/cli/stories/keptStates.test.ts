import { expect, it } from 'vitest'
import { entryWords } from '../../../src/story/history/entryWords'
import { commandLine } from '../run/terminal'

it('a kept copy is called a state, and a published one a version', async () => {
  const cli = await commandLine()
  await cli.stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  const said = async (...argv: readonly string[]): Promise<string> => {
    const { out, err } = await cli.stet(...argv)
    return (out || err).split('\n').at(-1) ?? ''
  }
  expect([
    await said('version', 'story-1', '--name', 'Before lunch'),
    await said('move', 'story-1', 'spiked'),
    await said('restore', 'story-1', '1'),
    await said('restore', 'story-1', '9'),
    await said('compare', 'story-1', 'x'),
    (await said('versions', 'story-1')).split(',')[0],
  ]).toEqual([
    'Kept as state 1, “Before lunch”.',
    'story-1 is spiked, version 1.',
    'State 1 is back. What stood there is state 3.',
    'stet: There is no kept state 9 of this story.',
    'stet: A kept state is a whole number from 1, not “x”. “stet versions ID” lists them.',
    '3 kept states',
  ])
  const restored = (await cli.stet('history', 'story-1')).out
    .split('\n')
    .filter((line) => line.includes('back'))
    .map((line) => line.replace(/^.*Z  /, ''))
  expect(restored).toEqual(['Reporter put state 1 back (Kept 2026-10-30 09:00 UTC; the words before it are kept too)'])
  expect(
    entryWords(
      {
        kind: 'versionRestored',
        version: 1,
        versionAt: '2026-10-30T09:00:00.000Z',
        seq: 1,
        at: '',
        by: 'Reporter',
        prev: '',
        hash: '',
      },
      new Map(),
      (id) => id,
    ),
  ).toEqual({ did: 'put state 1 back', notes: ['Kept 2026-10-30 09:00 UTC; the words before it are kept too'] })
})
