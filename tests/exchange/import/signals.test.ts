/** Signals that a story corrects another one are listed under a name of their own. */
import { expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'

test.each([
  [
    'NewsML-G2',
    '<newsItem><itemMeta><signal qcode="sig:correction"><name>Correction</name></signal></itemMeta><contentMeta>' +
      '<headline>Head</headline></contentMeta></newsItem>',
    'Correction sig:correction',
  ],
  [
    'NITF',
    '<nitf><head><docdata><correction info="Corrects the name"/></docdata></head><body><body.content><p>Words.</p>' +
      '</body.content></body></nitf>',
    'correction info="Corrects the name"',
  ],
])('%s', async (_, text, example) => {
  const { stories } = await importFile('a.xml', new TextEncoder().encode(text))
  expect(stories.map(({ losses }) => losses)).toEqual([
    [{ what: 'signals that the story corrects or replaces another', count: 1, example }],
  ])
})
