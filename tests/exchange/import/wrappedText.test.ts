/** Grafs of wrapped text come back whole, whatever marks them: blank lines or indents. */
import { describe, expect, test } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { importText } from '../../../src/exchange/import/text/importText'
import { decode, inputFor, withBlocks } from '../busanStory'

const shape = (text: string) => {
  const { blocks, fields, losses } = importText(new TextEncoder().encode(text), 'a.txt')
  return { copy: blocks.map(({ role, text: words }) => `${role}: ${words}`), byline: fields?.byline, losses }
}
const LEDE =
  'Dockworkers went back to work on Monday and the gates opened at all the terminals of the harbor, the union said ' +
  'in a statement after talks that went on all night.'
const WRAPPED = [
  'Dockworkers went back to work on Monday and the gates opened at all',
  'the terminals of the harbor, the union said in a statement after',
  'talks that went on all night.',
].join('\n')
const SHORT = ['The union said it was pleased.', 'Talks go on Tuesday.', 'The governor did not come.']
const COPY = ['headline: Ports open again', `paragraph: ${LEDE}`, ...SHORT.map((graf) => `paragraph: ${graf}`)]
const plain = { byline: undefined, losses: [] }

describe('wrapped at blank lines', () => {
  test('one long graf among short ones is joined', () => {
    expect(shape(['Ports open again', WRAPPED, ...SHORT].join('\n\n'))).toEqual({ copy: COPY, ...plain })
    expect(shape(['Ports open again', 'By Bob Lee', WRAPPED, ...SHORT].join('\n\n'))).toEqual({
      copy: COPY,
      byline: [{ name: 'Bob Lee' }],
      losses: [],
    })
  })

  test('lines of the head stay apart, also one wider than the copy', () => {
    const headline = 'Ports open again after talks that went on all night between union and owners'
    expect(shape([`${headline}\nBy Bob Lee`, WRAPPED, ...SHORT].join('\n\n'))).toEqual({
      copy: [`headline: ${headline}`, ...COPY.slice(1)],
      byline: [{ name: 'Bob Lee' }],
      losses: [],
    })
    expect(shape([`Ports open again\nEMBARGOED UNTIL NOON`, WRAPPED, ...SHORT].join('\n\n')).copy).toEqual(COPY)
  })

  test('lines that are grafs stay grafs, with blank lines or without', () => {
    const grafs = ['They met at noon in the city hall.', 'Nobody said why.', 'They parted early.', 'It rained.']
    const copy = ['headline: Ports open again', ...grafs.map((graf) => `paragraph: ${graf}`)]
    for (const text of [
      ['Ports open again', '', ...grafs].join('\n'),
      ['Ports open again', ...grafs].join('\n'),
      ['Ports open again', '', ...grafs.slice(0, 2), '', ...grafs.slice(2)].join('\n'),
    ])
      expect(shape(text)).toEqual({ copy, ...plain })
  })

  test.each([40, 69, 80])('our own wire text of %i columns comes back without a line for the desk above', (columns) => {
    const blocks = [
      { role: 'headline' as const, text: 'Ports open again', spans: [] },
      { role: 'deck' as const, text: '', spans: [] },
      ...[LEDE, ...SHORT].map((text) => ({ role: 'paragraph' as const, text, spans: [] })),
    ]
    const written = WRITERS.text.write(
      inputFor(withBlocks(blocks, { edNote: '', slug: '', byline: [], dateline: { place: '', date: '' } }), {
        lineLength: columns,
      }),
    )
    const text = decode(written.bytes)
    expect(shape(text.slice(text.indexOf('Ports open again'))).copy).toEqual(COPY)
  })
})

describe('wrapped with indents', () => {
  const indented = (indent: string): string => [WRAPPED, ...SHORT].map((graf) => `${indent}${graf}`).join('\n')

  test.each([
    ['spaces', '   '],
    ['a tab', '\t'],
    ['an ideographic space', '\u3000'],
  ])('each indent begins a graf: %s', (_, indent) => {
    expect(shape(`Ports open again\n\n${indented(indent)}`)).toEqual({ copy: COPY, ...plain })
    expect(shape(`Ports open again\nBy Bob Lee\n${indented(indent)}`)).toEqual({
      copy: COPY,
      byline: [{ name: 'Bob Lee' }],
      losses: [],
    })
  })

  test('an indent here and there begins none: each line is a graf', () =>
    expect(shape('Ports open again\nThey met.\n   They parted.\nIt rained.\n   Nobody said why.').copy).toEqual([
      'headline: Ports open again',
      'paragraph: They met.',
      'paragraph: They parted.',
      'paragraph: It rained.',
      'paragraph: Nobody said why.',
    ]))
})

test.each([
  'NEW YORK (AP) _ Dockers walk out',
  'BUSAN, Oct. 30 -- Dockers walk out',
  'SEOUL - Dockers walk out',
  '(서울=연합뉴스) 김지우 기자 = 파업',
])('the opening of the copy is no deck: %s', (opening) =>
  expect(shape(`Ports open again\n${opening}\nThey met.`).copy).toEqual([
    'headline: Ports open again',
    `paragraph: ${opening}`,
    'paragraph: They met.',
  ]),
)
