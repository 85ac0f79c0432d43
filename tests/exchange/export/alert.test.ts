/** An alert leaves with a sign that it is one, or the list of losses says so. */
import { describe, expect, test } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { importText } from '../../../src/exchange/import/text/importText'
import type { Block } from '../../../src/story/copy/copy'
import type { Fields } from '../../../src/story/ledger/fields'
import { decode, inputFor, withBlocks } from '../busanStory'

const HEADLINE: readonly Block[] = [{ role: 'headline', text: 'Talks end', spans: [] }]
const alert = (fields: Partial<Fields> = {}, blocks = HEADLINE) =>
  inputFor(withBlocks(blocks, { kind: 'alert', slug: 'TALKS', language: 'en', ...fields }))
const LISTED = { what: 'mark as an alert', count: 1, example: 'Talks end' }

describe('an alert', () => {
  test.each(['html', 'markdown', 'docx', 'pdf', 'text'] as const)('%s lists that it cannot say so', async (format) => {
    expect([
      (await WRITERS[format].write(alert())).losses,
      (await WRITERS[format].write(alert({ kind: 'story' }))).losses,
    ]).toEqual([[LISTED], []])
  })

  test.each(['ninjs', 'newsml-g2', 'nitf'] as const)('%s says so, and lists nothing', (format) => {
    const { bytes, losses } = WRITERS[format].write(alert())
    expect([/\balert\b/.test(decode(bytes)), losses]).toEqual([true, []])
  })

  test('without a headline it is listed, too', () => {
    expect(WRITERS.html.write(alert({}, [])).losses).toEqual([{ ...LISTED, example: 'Alert' }])
  })

  test('the slug line of wire text says so, and comes back in as a line for the desk', () => {
    const written = (fields: Partial<Fields>) => WRITERS.text.write({ ...alert(fields), slugHeader: true })
    const line = (fields: Partial<Fields>): string => decode(written(fields).bytes).split('\n')[0] ?? ''
    expect([line({ urgency: 1 }), line({ slug: '' }), line({ kind: 'story' }), written({}).losses]).toEqual([
      'TALKS  ALERT  u1  v1  2026-10-30 09:00 UTC',
      'ALERT  u4  v1  2026-10-30 09:00 UTC',
      'TALKS  u4  v1  2026-10-30 09:00 UTC',
      [],
    ])
    const { blocks, losses } = importText(written({ urgency: 1 }).bytes, 'talks.txt')
    expect([blocks.map(({ text }) => text), losses]).toEqual([
      ['Talks end'],
      [{ what: 'desk notes', count: 1, example: 'TALKS ALERT u1 v1 2026-10-30 09:00 UTC' }],
    ])
  })
})
