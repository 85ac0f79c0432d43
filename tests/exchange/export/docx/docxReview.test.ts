/** Comments with ranges and tracked changes with authors, out to Word and in again. */
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../../src/exchange/import/importFile'
import type { ImportedReview } from '../../../../src/exchange/import/parts/importedStory'
import type { WriterInput } from '../../../../src/exchange/export/writers'
import { WRITERS } from '../../../../src/exchange/export/writers'
import type { CommentThread } from '../../../../src/story/copy/comment'
import {
  BLOCK_BREAK,
  LINE_BREAK,
  standingCopy,
  type MarkedBlock,
  type SuggestionSpan,
} from '../../../../src/story/copy/suggestions/markedCopy'
import { suggestionsIn } from '../../../../src/story/copy/suggestions/suggestion'
import { judgeBySchema } from '../../conformance/judges'
import { decode, inputFor, withBlocks } from '../../busanStory'
import { haveSchemas, withSchemas } from '../../sharedFolder'
import { acceptedCopy } from '../../../builders/copy/acceptedCopy'

const PEOPLE = ['Kim Ji-woo', 'Desk & Co <x>', '박민서']
const at = (n: number): string => `2026-10-30T09:${String(n % 60).padStart(2, '0')}:00Z`
const headline: MarkedBlock = { role: 'headline', text: 'Talks in Busan end', spans: [], proposed: [] }
const plain = (text: string, more: Partial<MarkedBlock> = {}): MarkedBlock => ({
  role: 'paragraph',
  text,
  spans: [],
  proposed: [],
  ...more,
})

interface Reviewed {
  readonly marked: readonly MarkedBlock[]
  readonly records: readonly { readonly id: string; readonly by: string; readonly at: string }[]
  readonly comments: readonly CommentThread[]
}

function inputOf({ marked, records, comments }: Reviewed, changes: Partial<WriterInput> = {}): WriterInput {
  const story = {
    ...withBlocks(standingCopy(marked), { language: 'en' }),
    comments,
    suggestions: suggestionsIn(marked, new Map(records.map((record) => [record.id, record]))),
  }
  return inputFor(story, {
    dates: { version: '2026-10-30T09:00:00.000Z' },
    review: { include: ['comments', 'suggestions'], marked, withheld: [] },
    ...changes,
  })
}
const written = async (reviewed: Reviewed, changes: Partial<WriterInput> = {}) =>
  WRITERS.docx.write(inputOf(reviewed, changes))
async function back(bytes: Uint8Array) {
  const {
    stories: [story],
  } = await importFile('story.docx', bytes)
  if (!story) throw new Error('No story came back.')
  return story
}
/** Makes a story of what was imported. */
const adopted = ({ marked, suggestions, comments }: ImportedReview): Reviewed => ({
  marked,
  records: suggestions,
  comments: comments.map(({ id, by, at: when, text, onStory, resolved, replies }) => ({
    id,
    by,
    at: when,
    text,
    ...(onStory ? {} : { words: 'x' }),
    mustFix: false,
    assignee: '',
    ...(resolved ? { resolved: { by, at: when } } : {}),
    replies,
  })),
})

/** Describes each change as "kind words by", each comment as "words: text by", without ids. */
function told({ marked, records, comments }: Reviewed) {
  const by = new Map(records.map((record) => [record.id, `${record.by} ${record.at}`]))
  const byPlace = (block: MarkedBlock): string[] => [
    ...block.proposed
      .map((span) =>
        [
          span.mark,
          ...(span.mark === 'restyle' ? [span.style] : []),
          ...(span.mark === 'insertion' && span.as !== undefined ? [JSON.stringify(span.as)] : []),
          `${span.from}-${span.to}`,
          `“${block.text.slice(span.from, span.to)}”`,
          by.get(span.id) ?? '?',
        ].join(' '),
      )
      .sort(),
    ...(block.joins === undefined ? [] : [`joins ${by.get(block.joins) ?? '?'}`]),
    ...(block.becomes ? [`becomes ${JSON.stringify(block.becomes.shape)} ${by.get(block.becomes.id) ?? '?'}`] : []),
  ]
  return {
    copy: marked.map(({ role, level, list, text, spans }) => [
      role,
      level,
      list,
      text,
      spans.filter(({ mark }) => mark !== 'comment'),
    ]),
    changes: marked.map(byPlace),
    comments: comments.map(({ id, by: who, at: when, text, resolved, replies }) => ({
      who,
      when,
      text,
      resolved: resolved !== undefined,
      replies,
      on: marked.flatMap((block, index) =>
        block.spans.flatMap((span) =>
          span.mark === 'comment' && span.id === id ? [`${index} ${span.from}-${span.to}`] : [],
        ),
      ),
    })),
  }
}

const EVERYTHING: Reviewed = {
  marked: [
    headline,
    plain('The talks lasted 9910 minutes.', {
      proposed: [
        { from: 17, to: 19, mark: 'deletion', id: 'a' },
        { from: 19, to: 21, mark: 'insertion', id: 'a' },
      ],
      spans: [
        { from: 4, to: 30, mark: 'comment', id: 'c1' },
        { from: 10, to: 16, mark: 'bold' },
      ],
    }),
    plain(`One.${BLOCK_BREAK}Two${LINE_BREAK} lines.`, {
      proposed: [
        { from: 4, to: 5, mark: 'insertion', id: 'b', as: { role: 'subhead', level: 2 } },
        { from: 8, to: 9, mark: 'insertion', id: 'd', as: 'line' },
      ],
      spans: [
        { from: 0, to: 4, mark: 'comment', id: 'c1' },
        { from: 5, to: 15, mark: 'comment', id: 'c1' },
      ],
    }),
    plain('Goes to the one before.', { joins: 'e' }),
    plain('A list.', { becomes: { id: 'f', shape: { role: 'listItem', level: 2, list: 'ordered' } } }),
    plain('Soon bold and slanted.', {
      proposed: [
        { from: 5, to: 9, mark: 'restyle', id: 'g', style: '+bold' },
        { from: 14, to: 21, mark: 'restyle', id: 'h', style: '-italic' },
        { from: 0, to: 4, mark: 'insertion', id: 'i' },
        { from: 0, to: 4, mark: 'deletion', id: 'j' },
      ],
      spans: [{ from: 14, to: 21, mark: 'italic' }],
    }),
  ],
  records: ['a', 'b', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id, index) => ({
    id,
    by: PEOPLE[index % 3] ?? '',
    at: at(index),
  })),
  comments: [
    {
      id: 'c1',
      by: 'Kim Ji-woo',
      at: at(1),
      text: 'Sure?\nReally?',
      words: 'talks',
      mustFix: false,
      assignee: '',
      resolved: { by: 'Lee', at: at(2) },
      replies: [{ by: '박민서', at: at(3), text: 'Yes.' }],
    },
    { id: 'c2', by: 'Desk & Co <x>', at: at(4), text: 'On all of it.', mustFix: false, assignee: '', replies: [] },
  ],
}

describe('a Word document with comments and suggestions', () => {
  test('brings back each change with author and each comment with words, and has the same bytes again', async () => {
    const { bytes, losses } = await written(EVERYTHING)
    const { review, blocks, losses: lost } = await back(bytes)
    if (!review) throw new Error('Nothing was said in it.')
    expect({ losses, lost }).toEqual({ losses: [], lost: [] })
    expect(told(adopted(review))).toEqual(told(EVERYTHING))
    expect(blocks.map(({ text }) => text)).toEqual([
      'Talks in Busan end',
      'The talks lasted 99 minutes.',
      'One.Two lines.',
      'Goes to the one before.',
      'A list.',
      ' bold and slanted.',
    ])
    expect(Buffer.from((await written(adopted(review))).bytes).equals(bytes)).toBe(true)
  })

  test('has none of them unless the export includes them', async () => {
    const { bytes } = await WRITERS.docx.write({
      ...inputOf(EVERYTHING),
      review: { include: ['comments'], marked: EVERYTHING.marked, withheld: [] },
    })
    expect(
      told(adopted((await back(bytes)).review ?? { marked: [], suggestions: [], comments: [] })).changes.flat(),
    ).toEqual([])
    const { review: _review, ...without } = inputOf(EVERYTHING)
    expect(
      Object.keys(unzipSync((await WRITERS.docx.write(without)).bytes)).filter((name) => name.includes('comment')),
    ).toEqual([])
  })

  test('keeps comments, replies and suggestions of legal at the desk: counted, not quoted', async () => {
    const withheld = ['kim ji-woo']
    const { bytes, losses } = await WRITERS.docx.write({
      ...inputOf(EVERYTHING),
      review: { include: ['comments', 'suggestions'], marked: EVERYTHING.marked, withheld },
    })
    expect(losses).toEqual([
      { what: 'legal’s comments', count: 1, example: '(not shown)' },
      { what: 'legal’s suggestions', count: 3, example: '(not shown)' },
    ])
    const words = Object.values(unzipSync(bytes)).map(decode).join('')
    expect(['Kim Ji-woo', 'Sure?', '박민서'].filter((name) => words.includes(name))).toEqual(['박민서'])
    expect((await back(bytes)).review?.comments.map(({ text }) => text)).toEqual(['On all of it.'])
  })

  test.skipIf(!haveSchemas)(withSchemas('has valid parts'), async () => {
    const parts = unzipSync((await written(EVERYTHING)).bytes)
    // Removes ignorable elements first, as ISO 29500-3 asks of readers that do not know them.
    const judged = (name: string) => ({
      name,
      bytes: new TextEncoder().encode(
        decode(parts[name] ?? new Uint8Array()).replace(/ (?:mc:Ignorable|xmlns:mc|xmlns:w14|w14:\w+)="[^"]*"/g, ''),
      ),
    })
    expect(
      judgeBySchema(
        'schemas/ooxml/wml.xsd',
        ['word/document.xml', 'word/comments.xml', 'word/settings.xml'].map(judged),
      ),
    ).toEqual({ judged: 3, faults: [] })
    expect(judgeBySchema('schemas/ooxml/opc-xsd/opc-contentTypes.xsd', [judged('[Content_Types].xml')])).toEqual({
      judged: 1,
      faults: [],
    })
    expect(
      judgeBySchema('schemas/ooxml/opc-xsd/opc-relationships.xsd', [judged('word/_rels/document.xml.rels')]),
    ).toEqual({ judged: 1, faults: [] })
  })
})

/** A graf of words. Each may be suggested, styled or commented on. */
const graf = fc.array(
  fc.record({
    word: fc.constantFrom('port', 'crane', '관세', '🚒', 'U.S.', '<b>'),
    change: fc.constantFrom('', '', '', 'insertion', 'deletion', '+bold', '-italic'),
    who: fc.nat(2),
    comment: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
)
const reviewed = fc
  .tuple(
    fc.array(fc.tuple(graf, fc.constantFrom('', '', 'joins', 'becomes')), { minLength: 1, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([grafs, resolved]): Reviewed => {
    const records: { id: string; by: string; at: string }[] = []
    const record = (who: number): string => {
      const id = `s${records.length}`
      records.push({ id, by: PEOPLE[who] ?? '', at: at(records.length) })
      return id
    }
    let said = false
    const marked = grafs.map(([words, whole], index): MarkedBlock => {
      let text = 'Graf'
      const proposed: SuggestionSpan[] = []
      const spans: MarkedBlock['spans'][number][] = []
      for (const { word, change, who, comment } of words) {
        text += ' '
        const [from, to] = [text.length, text.length + word.length]
        text += word
        if (change === 'insertion' || change === 'deletion') proposed.push({ from, to, mark: change, id: record(who) })
        else if (change !== '') proposed.push({ from, to, mark: 'restyle', id: record(who), style: change })
        if (change === '-italic') spans.push({ from, to, mark: 'italic' })
        if (comment && !said) {
          said = true
          spans.push({ from, to, mark: 'comment', id: 'c0' })
        }
      }
      return plain(`${text}.`, {
        proposed,
        spans,
        ...(whole === 'joins' && index > 0
          ? { joins: record(0) }
          : whole === 'becomes'
            ? { becomes: { id: record(1), shape: { role: 'quote' } } }
            : {}),
      })
    })
    return {
      marked: [headline, ...marked],
      records,
      comments: said
        ? [
            {
              id: 'c0',
              by: 'Kim Ji-woo',
              at: at(0),
              text: 'Sure?',
              words: 'x',
              mustFix: false,
              assignee: '',
              ...(resolved ? { resolved: { by: 'Kim Ji-woo', at: at(0) } } : {}),
              replies: [],
            },
          ]
        : [],
    }
  })

test('arbitrary comments and suggestions come back, and have the same bytes again', async () => {
  await fc.assert(
    fc.asyncProperty(reviewed, async (given) => {
      const { bytes } = await written(given)
      const { review } = await back(bytes)
      if (!review) {
        expect([...given.records, ...given.comments]).toEqual([])
        return
      }
      const again = adopted(review)
      expect(told(again)).toEqual(told(given))
      expect(acceptedCopy(again.marked).map(({ text }) => text)).toEqual(
        acceptedCopy(given.marked).map(({ text }) => text),
      )
      expect(Buffer.from((await written(again)).bytes).equals(bytes)).toBe(true)
    }),
    { numRuns: Number(process.env['STET_ROUNDTRIPS'] ?? 60), seed: 5 },
  )
}, 120_000)
