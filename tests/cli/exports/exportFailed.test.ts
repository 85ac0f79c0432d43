import { getuid, platform } from 'node:process'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

/** A folder whose mode lets root write, but which refuses to: it behaves like a full disk. */
const NOWHERE = '/proc/busan.html'

test.skipIf(platform !== 'linux' || getuid?.() !== 0)(
  'an export that cannot be written is noted as failed, and nobody has to tell its destination',
  async () => {
    const cli = await commandLine()
    await cli.stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
    const { code, err } = await cli.stet('export', 'story-1', '--draft', '--format', 'html', '--out', NOWHERE)
    expect([code, err]).toEqual([
      2,
      `stet: ${NOWHERE} could not be written: its folder does not exist. What was there before is unchanged, and the story is safe. Choose another place.`,
    ])
    const history = (await cli.stet('history', 'story-1')).out.split('\n').slice(1, 3)
    expect(history.map((line) => line.replace(/^.* {2}/, ''))).toEqual([
      expect.stringMatching(/^Reporter exported a draft as html \(public\) \(\/proc\/busan\.html;/),
      expect.stringMatching(
        /^Reporter found that the export of entry \d+ was not saved \(its folder does not exist\)$/,
      ),
    ])
  },
)

test.skipIf(platform !== 'linux' || getuid?.() !== 0)(
  'a bundle that cannot be written says whose pen has moved all the same',
  async () => {
    const cli = await commandLine()
    await cli.stet('roster', 'add', 'Reporter', '--role', 'reporter')
    await cli.stet('roster', 'add', 'Editor', '--role', 'editor')
    await cli.stetWith({ STET_USER: 'Editor' }, 'roster', 'add', 'Ben', '--role', 'reporter')
    await cli.stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
    await cli.stet('move', 'story-1', 'filed')
    const unwritten =
      '/proc/a.stet could not be written: its folder does not exist. ' +
      'What was there before is unchanged, and the story is safe. Choose another place.'
    const handing = ['export', 'harbour', '--format', 'bundle', '--out', '/proc/a.stet'] as const
    const runs = [
      await cli.stet(...handing),
      await cli.stet(...handing, '--pen', 'Ben'),
      // Ben has it before: nothing moves.
      await cli.stetWith({ STET_USER: 'Editor' }, ...handing, '--pen', 'Ben'),
    ]
    expect(runs.map(({ code, err }) => [code, err])).toEqual([
      [2, `stet: ${unwritten}`],
      [
        2,
        `stet: ${unwritten} Ben now has the pen of the story, although there is no bundle. ` +
          'Ben can give it back, and an editor can take it.',
      ],
      [2, `stet: ${unwritten}`],
    ])
    expect((await cli.stet('pen', 'story-1')).out).toMatch(/^Ben has had the pen since/)
  },
)
