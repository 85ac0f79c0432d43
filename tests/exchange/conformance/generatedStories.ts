import fc from 'fast-check'
import type { WriterInput } from '../../../src/exchange/export/writers'
import { publicationDates } from '../../../src/projection/published/publicationDates'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Block, BlockRole, Span } from '../../../src/story/copy/copy'
import { EMPTY_FIELDS, type Fields } from '../../../src/story/ledger/fields'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { VERSION_KINDS, type VersionKind } from '../../../src/story/ledger/stages'
import { hashBytes } from '../../../src/story/ledger/hash'
import { tableOf } from '../../../src/story/copy/tables'
import type { Story } from '../../../src/story/assessment/story'
import { ledgerFrom, NOW, signedOn, deskFrom } from '../../builders/stories/storyFrom'
import { publishing, SOURCES } from '../busanStory'

/** Words of every script that exports must carry, and signs that some format could read as markup. */
const WORDS = [
  'talks',
  'harbour',
  'Xi',
  'about',
  '100',
  '$1,5',
  '“negotiator”',
  'café',
  '대통령',
  '부산에서',
  '6년',
  '정상회담',
  '北京',
  '会談',
  'トランプ',
  'محادثات',
  'في',
  'بوسان',
  'שיחות',
  'переговоры',
  'भारत',
  '🚒',
  '👩🏽‍🚀',
  '🇰🇷',
  '𠮷野',
  '—',
  '&',
  '<b>',
  '</p>',
  ']]>',
  '"quoted"',
  "'s",
  '*',
  '_x_',
  '#1',
  '\\',
  '`',
  '{{',
  '%',
  '\u200f',
  'e\u0301',
  '\u00ad',
  '\u00a0',
  '\ufffe',
  'x'.repeat(90),
]
const phrase = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((words) => words.join(' '))
const line = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: phrase(5) })

const spans = (length: number): fc.Arbitrary<Span[]> =>
  fc
    .array(
      fc
        .record({
          a: fc.nat(length),
          b: fc.nat(length),
          mark: fc.constantFrom('bold' as const, 'italic' as const, 'link' as const),
          fact: fc.boolean(),
        })
        .map(({ a, b, mark }): Span => {
          const range = { from: Math.min(a, b), to: Math.max(a, b) }
          return mark === 'link'
            ? { ...range, mark, href: 'https://example.org/news?id=1&lang=ko#a"b' }
            : { ...range, mark }
        })
        .filter(({ from, to }) => from < to),
      { maxLength: 3 },
    )
    .map((found) => found.sort((x, y) => x.from - y.from || x.to - y.to))

const ROLES: readonly BlockRole[] = [
  'paragraph',
  'paragraph',
  'paragraph',
  'subhead',
  'quote',
  'listItem',
  'listItem',
  'headline',
  'deck',
]
const block = (role: BlockRole): fc.Arbitrary<Block> =>
  fc
    .record({
      text: phrase(14),
      breaks: fc.boolean(),
      level: fc.integer({ min: 1, max: 6 }),
      list: fc.constantFrom('bullet' as const, 'ordered' as const),
    })
    .chain(({ text, breaks, level, list }) => {
      const written = breaks ? text.replace(' — ', '\n') : text
      return spans(written.length).map((found): Block => ({
        role,
        text: written,
        spans: found,
        ...(role === 'subhead' ? { level: level > 3 ? 3 : 2 } : {}),
        ...(role === 'listItem' ? { level, list } : {}),
      }))
    })

const table: fc.Arbitrary<readonly Block[]> = fc
  .record({
    rows: fc.array(fc.array(fc.oneof(phrase(3), fc.constant('')), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
    header: fc.boolean(),
  })
  .map(({ rows, header }) =>
    tableOf(
      rows.map((row) => row.map((text) => ({ text, spans: [] }))),
      header,
    ),
  )

/** A dot, one pixel wide. */
export const DOT = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)
export const DOT_FILE = hashBytes(DOT)
export const PICTURES: ReadonlyMap<string, Uint8Array> = new Map([[DOT_FILE, DOT]])
const picture: fc.Arbitrary<readonly Block[]> = fc
  .record({
    text: line,
    alt: line,
    credit: line,
    rights: line,
    captured: fc.constantFrom('', '2026-10-30'),
    here: fc.boolean(),
  })
  .map(({ text, alt, credit, rights, captured, here }) => [
    {
      role: 'cutline',
      text,
      spans: [],
      picture: {
        file: here ? DOT_FILE : 'f'.repeat(64),
        mediaType: 'image/png',
        width: 1,
        height: 1,
        alt,
        credit,
        rights,
        captured,
      },
    },
  ])

const copy: fc.Arbitrary<readonly Block[]> = fc
  .record({
    headline: fc.option(block('headline'), { freq: 9 }),
    deck: fc.option(block('deck'), { freq: 2 }),
    body: fc.array(fc.constantFrom(...ROLES).chain(block), { maxLength: 9 }),
  })
  .chain(({ headline, deck, body }) =>
    fc
      .record({
        at: fc.nat(body.length),
        more: fc.oneof(
          { weight: 3, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: table },
          { weight: 1, arbitrary: picture },
        ),
      })
      .map(({ at, more }) => [
        ...(headline ? [headline] : []),
        ...(deck ? [deck] : []),
        ...body.slice(0, at),
        ...more,
        ...body.slice(at),
      ]),
  )

const fields: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(EMPTY_FIELDS) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        slug: line,
        kind: fc.constantFrom('story' as const, 'alert' as const),
        byline: fc.array(
          fc
            .record({ name: phrase(2), role: fc.option(phrase(2), { nil: '' }) })
            .map(({ name, role }) => ({ name, ...(role ? { role } : {}) })),
          { maxLength: 3 },
        ),
        contributors: line,
        dateline: fc.record({ place: line, date: line }),
        language: fc.constantFrom('en', 'en-GB', 'ko', 'ko-KR', 'zh-Hant-TW', 'ja', 'ar', 'he', '', 'not a language'),
        urgency: fc.integer({ min: 0, max: 9 }),
        subjects: fc.array(fc.constantFrom('medtop:11000000', '20000530', 'desk:own subject', 'medtop:x'), {
          maxLength: 3,
        }),
        keywords: fc.array(phrase(2), { maxLength: 3 }),
        edNote: fc.oneof(line, fc.constant('Eds: first line.\nSecond line & more.')),
        embargo: fc.constantFrom(
          '',
          '',
          '2026-12-01T18:00+0900',
          '2026-01-01T00:00:00Z',
          '2026-10-30T18:00:00.5-03:30',
        ),
        usageTerms: line,
        provider: line,
        copyrightLine: fc.oneof(line, fc.constant('(c) 2026 Example Wire')),
        author: fc.constant('Reporter'),
      })
      .map((given): Fields => ({ ...EMPTY_FIELDS, ...given })),
  },
)

const moved = (from: string, to: string, more: object = {}): LedgerEvent =>
  ({ kind: 'moved', from, to, copyHash: 'x', blocks: 0, warns: 0, overrides: [], ...more }) as LedgerEvent
const PUBLISHED = [moved('cleared', 'published')]
const RECORD: LedgerEvent = {
  kind: 'correctionNoted',
  version: 2,
  was: '90',
  is: '100',
  since: { version: 1, at: NOW },
  cause: 'misheard',
  approver: 'Editor',
  publicText: 'An earlier version said “90” & <b>not</b> "100" (정정).',
}
/** A correction with its record; a clarification that was published without one. */
const nextVersion = (versionKind: VersionKind): readonly LedgerEvent[] => [
  ...PUBLISHED,
  moved('published', 'inReview', { versionKind, reason: 'x' }),
  ...(versionKind === 'correction' ? [RECORD] : []),
  moved('inReview', 'cleared'),
  moved('cleared', 'published'),
]
const KILLED = moved('published', 'killed', { reason: 'the talks & <never> took place.' })
/** Every stage and version kind that a story can be exported in, by name. */
export const STANDINGS: Readonly<
  Record<string, { readonly events: readonly LedgerEvent[]; readonly draft?: boolean }>
> = {
  published: { events: PUBLISHED },
  draft: { events: [], draft: true },
  'published, as a draft': { events: PUBLISHED, draft: true },
  killed: { events: [...PUBLISHED, KILLED] },
  'killed, as a draft': { events: [...PUBLISHED, KILLED], draft: true },
  ...Object.fromEntries(VERSION_KINDS.map((kind) => [kind, { events: nextVersion(kind) }])),
  'correction, killed': { events: [...nextVersion('correction'), KILLED] },
}

export interface GeneratedStory {
  readonly name: string
  readonly input: WriterInput
}

/** Returns the same stories every time: stages in turn, random fields and copy. */
export function generatedStories(count: number): readonly GeneratedStory[] {
  const names = Object.keys(STANDINGS)
  return fc
    .sample(fc.record({ copy, fields }), { numRuns: count, seed: 20261030 })
    .map(({ copy: blocks, fields: given }, index) => {
      const name = names[index % names.length] ?? ''
      const { events = [], draft = false } = STANDINGS[name] ?? {}
      const tagged = taggedCopy(blocks)
      const entries = ledgerFrom([
        ...signedOn('Talks ended after {f1:two hours}.', 'f1'),
        ...events.map((event) => publishing(event, tagged)),
      ])
      const story: Story = {
        id: `story-${index}`,
        guid: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        created: NOW,
        fields: given,
        copy: tagged,
        tags: new Map([
          ['f1', { id: 'f1', type: 'figure', by: 'Reporter', at: NOW, statement: 'It took “two hours”.' }],
        ]),
        ledger: foldLedger(entries),
      }
      return {
        name: `${index} ${name}`,
        input: {
          story,
          now: NOW,
          draft,
          assessments: assessStory(story, deskFrom({ sources: SOURCES })),
          sources: SOURCES,
          pictures: PICTURES,
          dates: publicationDates(entries),
        },
      }
    })
}

/** Puts a fact over the first half of the last block with text, for formats with facts. */
function taggedCopy(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findLastIndex((candidate) => candidate.text.trim().length > 3)
  return blocks.map((candidate, index) =>
    index === at
      ? {
          ...candidate,
          spans: [
            { from: 0, to: Math.ceil(candidate.text.length / 2), mark: 'fact' as const, id: 'f1' },
            ...candidate.spans,
          ],
        }
      : candidate,
  )
}
