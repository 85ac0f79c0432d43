import { expect, it } from 'vitest'
import { localMinute } from '../../../src/story/text/format/localMinute'
import { entryWords } from '../../../src/story/history/entryWords'
import { commandLine } from '../run/terminal'

const NINE = '2026-10-30 09:00 UTC'
/** In text, times are those of this computer. */
const HERE = localMinute('2026-10-30T09:00:00Z')

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
    'Saved as snapshot 1, “Before lunch”.',
    'story-1 is now spiked, version 1.',
    'Snapshot 1 was restored. The earlier copy is snapshot 3.',
    'stet: This story has no snapshot 9.',
    'stet: A snapshot is a whole number from 1, not “x”. “stet versions ID” lists them.',
    '3 snapshots',
  ])
  expect((await cli.stet('versions', 'story-1')).out.split('\n').map((line) => line.split('  ')[1])).toEqual([
    HERE,
    HERE,
    HERE,
    undefined,
  ])
  const restored = (await cli.stet('history', 'story-1')).out
    .split('\n')
    .filter((line) => line.includes('restored'))
    .map((line) => line.replace(/^ *\d+  /, ''))
  expect(restored).toEqual([`${HERE}  Reporter restored snapshot 1 (From ${NINE}. The earlier words are saved, too)`])
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
  ).toEqual({ did: 'restored snapshot 1', notes: [`From ${NINE}. The earlier words are saved, too`] })
})
