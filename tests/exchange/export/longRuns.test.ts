/** One sign repeated without end, as by a stuck key, a ruled line or a damaged file. */
import { describe, test, vi } from 'vitest'
import { because } from '../../../src/checks/finding/wording'
import { readTranscript } from '../../../src/exchange/import/transcript/readTranscript'
import { WRITERS, type Writer } from '../../../src/exchange/export/writers'
import { dropClosing } from '../../../src/story/copy/words/factWords'
import { within } from '../../builders/time/processorTime'
import { inputFor, withBlocks } from '../busanStory'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const LONG = 100_000
/** Limit of processor time. The work takes a tenth of it. */
const MILLISECONDS = 2000
const SIGNS = [' ', '\t', '\n', '.', '!', '#', '-', '—', '“', '”', '"', '<', '<v ', '{\\', '1', '漢', '\u0301']

const soon = (work: () => unknown): Promise<unknown> => within(MILLISECONDS, work)

describe.each(SIGNS)('%j a hundred thousand times', (sign) => {
  const run = `a${sign.repeat(LONG / sign.length)}b`

  test.each(['markdown', 'html', 'text', 'ninjs', 'nitf', 'newsml-g2'] as const)(
    'is exported as %s quickly',
    async (format) => {
      const writer: Writer = WRITERS[format]
      await soon(() =>
        writer.write(
          inputFor(
            withBlocks([
              { role: 'headline', text: 'Talks', spans: [] },
              { role: 'paragraph', text: run, spans: [] },
              { role: 'listItem', text: run, spans: [], list: 'bullet', level: 1 },
            ]),
            {},
          ),
        ),
      )
    },
  )

  test('is quickly read as the reason of a finding, the words of a fact and a line of captions', async () => {
    await soon(() => [because(run), dropClosing(run)])
    await soon(() =>
      readTranscript('a.vtt', new TextEncoder().encode(`WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n${run}\n`)),
    )
  })
})
