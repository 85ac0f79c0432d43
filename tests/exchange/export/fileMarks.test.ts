import { expect, test } from 'vitest'
import { withMarks } from '../../../src/exchange/export/parts/fileName'

test('a chosen name keeps its extension and gets each missing mark once', () => {
  const marked = (chosen: string, own: string) => withMarks(chosen, own)
  expect([
    marked('busan.txt', 'x-EMBARGOED-DRAFT.txt'),
    marked('busan-DRAFT.txt', 'x-EMBARGOED-DRAFT.txt'),
    marked('EMBARGOED busan', 'x-EMBARGOED.json'),
    marked('UNEMBARGOED.nitf.xml', 'x-KILL-EMBARGOED.nitf.xml'),
    marked('.hidden', 'x-DRAFT.txt'),
    marked('draft.txt', 'x.txt'),
  ]).toEqual([
    'busan-EMBARGOED-DRAFT.txt',
    'busan-DRAFT-EMBARGOED.txt',
    'EMBARGOED busan',
    'UNEMBARGOED.nitf-KILL-EMBARGOED.xml',
    '.hidden-DRAFT',
    'draft.txt',
  ])
})
