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
    expect(history.map((line) => line.replace(/^.*Z {2}/, ''))).toEqual([
      expect.stringMatching(/^Reporter exported a draft as html \(public\) \(\/proc\/busan\.html;/),
      expect.stringMatching(
        /^Reporter found that the export of entry \d+ was not saved \(its folder does not exist\)$/,
      ),
    ])
  },
)
