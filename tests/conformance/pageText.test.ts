import { describe, expect, test } from 'vitest'
import { comparePage } from './pageText.mjs'

const left = (text: string, more: object = {}) => ({ text, rightToLeft: false, ...more })
const right = (text: string, more: object = {}) => ({ text, rightToLeft: true, ...more })
const STORY = [
  left('Talks end'),
  left('부산에서 6년 만에'),
  left(`It took ${'x'.repeat(20)} hours.`),
  left('tariffs', { listItem: true }),
  right('שיחות (6년) في'),
  right('بوسان', { listItem: true }),
]
const PAGE =
  'Talks end\n\n부산에\n서 6년 만에\n\nIt took xxxxxxxxxxxx\nxxxxxxxx hours.\n\n1. tariffs\n\n)6년( في ' +
  'שיחות\n.1 بوسان\n\n1/1\n\f'

describe('a printed page', () => {
  test('matches its story despite line ends in words, page numbers, list numbers and visual order', () => {
    expect(comparePage(PAGE, STORY)).toBeUndefined()
  })

  test.each([
    ['a word that is lacking', PAGE.replace('end', ''), STORY],
    ['one that is there twice', PAGE.replace('end', 'end end'), STORY],
    ['two in another order', PAGE.replace('Talks end', 'end Talks'), STORY],
    ['a space that is lacking', PAGE.replace('Talks end', 'Talksend'), STORY],
    ['a space in a word', PAGE.replace('end', 'e nd'), STORY],
    ['a sign that is lacking', PAGE.replace('hours.', 'hours'), STORY],
    ['a right-to-left word that is lacking', PAGE.replace('في', ''), STORY],
    ['another right-to-left word', PAGE.replace('بوسان', 'بوسون'), STORY],
    ['a bracket that is lacking', PAGE.replace('(', ''), STORY],
    ['a block that is lacking', PAGE, [...STORY, left('More.')]],
    ['words that are no story’s', `Draft\n${PAGE}`, STORY],
    ['words at its end', PAGE.replace('\n\n1/1', '\n\nmore\n\n1/1'), STORY],
  ])('does not match with %s', (_, page, story) => {
    expect(comparePage(page, story)).toBeTypeOf('string')
  })

  test('keeps the space between letters of two fonts', () => {
    expect([
      comparePage('会談 대통령', [left('会談 대통령')]),
      typeof comparePage('会談대통령', [left('会談 대통령')]),
    ]).toEqual([undefined, 'string'])
  })

  test('may show a right-to-left word with several styles in pieces of either direction, but with every letter', () => {
    const styled = [right('6 שיחות', { styledInside: ['שיחות'] })]
    expect([
      comparePage('6 חות יש', styled),
      typeof comparePage('6 חות יש', [right('6 שיחות')]),
      typeof comparePage('6 חות יי', styled),
      typeof comparePage('6 חות י', styled),
    ]).toEqual([undefined, 'string', 'string', 'string'])
  })
})
