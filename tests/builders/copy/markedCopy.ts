/** Random marked copy with suggestions anywhere, as several people and merges may leave it. */
import fc from 'fast-check'
import type { Span } from '../../../src/story/copy/copy'
import {
  BLOCK_BREAK,
  LINE_BREAK,
  addProposed,
  sortProposed,
  type BlockShape,
  type MarkedBlock,
  type MarkedCopy,
  type SuggestionSpan,
} from '../../../src/story/copy/suggestions/markedCopy'
import { addSpan, compareSpans } from '../../../src/story/copy/spans'
import { defined } from '../../../src/story/text/defined'

const id = fc.constantFrom('s1', 's2', 's3', 's4')
const bodyShape: fc.Arbitrary<BlockShape> = fc.constantFrom(
  { role: 'paragraph' },
  { role: 'subhead', level: 2 },
  { role: 'quote' },
  { role: 'listItem', level: 1, list: 'bullet' },
)
const style = fc.constantFrom('+bold', '-bold', '+italic', '-link', '+link https://example.org/')

interface Piece {
  readonly text: string
  readonly bold: boolean
  readonly link: boolean
  readonly fact: string | undefined
  readonly insertion: string | undefined
  readonly as: BlockShape | 'line' | undefined
  readonly deletion: string | undefined
  readonly restyle: { readonly id: string; readonly style: string } | undefined
}

const option = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 })
const piece: fc.Arbitrary<Piece> = fc.record({
  text: fc.constantFrom('a', 'bc', '100', ' ', 'won’t', '한국', '\n'),
  bold: fc.boolean(),
  link: fc.boolean(),
  fact: option(fc.constantFrom('f1', 'f2')),
  insertion: option(id),
  as: fc.option(fc.oneof(bodyShape, fc.constant('line' as const)), { nil: undefined, freq: 3 }),
  deletion: option(id),
  restyle: option(fc.record({ id, style })),
})

function blockOf(
  shape: BlockShape,
  pieces: readonly Piece[],
  joins: string | undefined,
  becomes: MarkedBlock['becomes'],
): MarkedBlock {
  let text = ''
  const spans: Span[] = []
  const proposed: SuggestionSpan[] = []
  for (const one of pieces) {
    const isBreak = one.text === '\n'
    const asBreak = !isBreak && one.insertion !== undefined && one.as !== undefined
    const from = text.length
    text += asBreak ? (one.as === 'line' ? LINE_BREAK : BLOCK_BREAK) : one.text
    const place = { from, to: text.length }
    if (one.deletion !== undefined) addProposed(proposed, { ...place, mark: 'deletion', id: one.deletion })
    if (isBreak) continue
    if (one.insertion !== undefined)
      addProposed(proposed, {
        ...place,
        mark: 'insertion',
        id: one.insertion,
        ...(asBreak && one.as !== undefined ? { as: one.as } : {}),
      })
    if (one.restyle) addProposed(proposed, { ...place, mark: 'restyle', ...one.restyle })
    const marks: Span[] = [
      ...(one.bold ? [{ ...place, mark: 'bold' as const }] : []),
      ...(one.link ? [{ ...place, mark: 'link' as const, href: 'https://example.org/' }] : []),
      ...(one.fact === undefined ? [] : [{ ...place, mark: 'fact' as const, id: one.fact }]),
    ]
    for (const span of marks) addSpan(spans, span, text)
  }
  return {
    ...shape,
    text,
    spans: spans.sort(compareSpans),
    proposed: sortProposed(proposed),
    ...defined({ joins, becomes }),
  }
}

const bodyBlock = fc
  .tuple(
    bodyShape,
    fc.array(piece, { maxLength: 6 }),
    option(id),
    fc.option(fc.record({ id, shape: bodyShape }), { nil: undefined, freq: 2 }),
  )
  .map(([shape, pieces, joins, becomes]) => blockOf(shape, pieces, joins, becomes))

/** Headline, deck, and one to five blocks of body. The first block of the body never joins the deck. */
export const randomMarkedCopy: fc.Arbitrary<MarkedCopy> = fc
  .tuple(fc.array(piece, { maxLength: 3 }), fc.array(bodyBlock, { minLength: 1, maxLength: 5 }))
  .map(([headline, body]) => [
    blockOf(
      { role: 'headline' },
      headline.filter(({ as }) => as === undefined),
      undefined,
      undefined,
    ),
    { role: 'deck', text: '', spans: [], proposed: [] },
    ...body.map((block, index) => {
      const { joins: _first, ...rest } = block
      return index === 0 ? rest : block
    }),
  ])

export const randomChoice = fc.dictionary(id, fc.constantFrom('accept' as const, 'reject' as const, 'leave' as const))
