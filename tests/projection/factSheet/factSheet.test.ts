import { describe, expect, test } from 'vitest'
import { projectFactSheet, type Edition } from '../../../src/projection/factSheet/factSheet'
import { copyRows, countsLine, editionNote, factRows } from '../../../src/projection/factSheet/factSheetRows'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { hashCopy } from '../../../src/story/ledger/hash'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Source } from '../../../src/story/desk/source'
import type { Story } from '../../../src/story/assessment/story'
import { BACKUP, POOL, signedOn, storyFrom, deskFrom } from '../../builders/stories/storyFrom'

const COPY = `Ferry line admits {f1:fraud}
A deck
Kim said the line had lost {f2:3500억 won}, about {f3:$250 million}.
He called it {f4:“a shame”}.`
const FILE = 'ab'.repeat(32)
const CLERK: Source = {
  id: 'src-clerk',
  name: 'Park Min-seo',
  kind: 'person',
  groundRules: 'background',
  groundRulesVersion: 1,
  protected: true,
  aliases: [],
  contact: '',
}
const SOURCES: ReadonlyMap<string, Source> = new Map([
  [POOL.id, POOL],
  [CLERK.id, CLERK],
])
const GIVES: ReadonlyMap<string, string> = new Map([['f3', '249,288,000']])

const NOTES: readonly LedgerEvent[] = [
  {
    kind: 'evidenceAdded',
    fact: 'f1',
    evidence: { ...BACKUP, id: 'e9', stance: 'contradicts', locator: 'p. 4', file: FILE, fileName: 'audit.pdf' },
  },
  {
    kind: 'responseSought',
    fact: 'f1',
    response: { who: 'The line', how: 'by phone', when: '30 Oct, 11:05 KST', reply: '' },
  },
  {
    kind: 'derived',
    fact: 'f3',
    derivation: {
      expression: 'won * rate',
      inputs: [{ name: 'won', value: '', fact: 'f2', from: 'Annual report p. 12' }],
      rate: { value: '0.00071225', source: 'Bank of Korea', date: '2026-10-30' },
      roundedTo: 1000000,
    },
  },
  {
    kind: 'translated',
    fact: 'f4',
    translation: { original: '부끄러운 일', language: 'ko', translator: 'Reporter', secondReader: 'Checker' },
  },
]
const withheldQuote: LedgerEvent = {
  kind: 'evidenceAdded',
  fact: 'f4',
  evidence: { ...BACKUP, id: 'e10', source: CLERK.id, locator: 'call', file: FILE, fileName: 'park.mp3' },
}

const ferry = (more: readonly LedgerEvent[] = []): Story =>
  storyFrom(COPY, { f1: 'allegation', f2: 'figure', f3: 'figure', f4: 'quote' }, [
    ...signedOn(COPY, 'f2'),
    ...NOTES,
    ...more,
  ])

const sheetOf = (story: Story, edition: Edition) =>
  projectFactSheet({
    story,
    assessments: assessStory(story, deskFrom({ sources: SOURCES })),
    sources: SOURCES,
    edition,
    gives: GIVES,
  })
const rows = (story: Story, edition: Edition): readonly (readonly string[])[] =>
  sheetOf(story, edition).facts.map((fact) => [
    `${fact.number} ${fact.words}`,
    ...factRows(fact).map(
      ({ term, text, quoted }) => `${term}: ${text}${quoted ? ` | ${quoted.language ?? ''} ${quoted.text}` : ''}`,
    ),
  ])

describe('the fact sheet', () => {
  test('internal: has places, calculations, originals, responses sought and files', () => {
    expect(rows(ferry(), 'internal')).toEqual([
      [
        '1 fraud',
        'Where: headline',
        'Status: To check',
        'Response sought: The line, by phone, 30 Oct, 11:05 KST: awaited',
        `Backup: Contradicts: Pool report 3 (Pool report), p. 4, file audit.pdf, SHA-256 ${FILE}`,
      ],
      [
        '2 3500억 won',
        'Where: graf 1',
        'Status: Verified',
        'Sign-off: Verified by Editor, 2026-10-30 09:00 UTC, signed in an older version of Stet',
        'Backup: Pool report 3 (Pool report), ¶ 2',
      ],
      [
        '3 $250 million',
        'Where: graf 1',
        'Status: To check',
        'Calculation: won * rate gives 249,288,000, rounded to 1000000; won = 3500억 won (Annual report p. ' +
          '12); rate 0.00071225 (Bank of Korea, 2026-10-30)',
      ],
      [
        '4 “a shame”',
        'Where: graf 2',
        'Status: To check',
        'Translated: from ko, Reporter, compared by Checker | ko 부끄러운 일',
      ],
    ])
  })

  test('public: has no people, locators of withheld sources, files or responses sought', () => {
    expect(rows(ferry(), 'public')).toEqual([
      ['1 fraud', 'Where: headline', 'Status: To check', 'Backup: Contradicts: Pool report 3 (Pool report), p. 4'],
      [
        '2 3500억 won',
        'Where: graf 1',
        'Status: Verified',
        'Sign-off: Verified, 2026-10-30 09:00 UTC',
        'Backup: Pool report 3 (Pool report), ¶ 2',
      ],
      [
        '3 $250 million',
        'Where: graf 1',
        'Status: To check',
        'Calculation: won * rate gives 249,288,000, rounded to 1000000; won = 3500억 won; rate 0.00071225 ' +
          '(Bank of Korea, 2026-10-30)',
      ],
      ['4 “a shame”', 'Where: graf 2', 'Status: To check', 'Translated: from ko | ko 부끄러운 일'],
    ])
  })

  test('no edition names a protected source or its file, and the public one does not quote it', () => {
    const story = ferry([withheldQuote])
    expect([rows(story, 'internal')[3], rows(story, 'public')[3]]).toEqual([
      [
        '4 “a shame”',
        'Where: graf 2',
        'Status: To check',
        'Translated: from ko, Reporter, compared by Checker | ko 부끄러운 일',
        'Backup: Source A (Person, background), call',
      ],
      ['4 “a shame”', 'Where: graf 2', 'Status: To check', 'Backup: Source A'],
    ])
  })

  test('public: text beside the copy names a withheld source only if the copy does', () => {
    const aide: Source = {
      id: 'src-aide',
      name: 'Lee Hana',
      kind: 'person',
      groundRules: 'deepBackground',
      groundRulesVersion: 1,
      protected: false,
      aliases: ['Hana Lim'],
    }
    const kim: Source = { ...aide, id: 'src-kim', name: 'Kim', groundRules: 'offTheRecord', aliases: [] }
    const sources = new Map([...SOURCES, [aide.id, aide], [kim.id, kim]])
    const backed: LedgerEvent = {
      kind: 'evidenceAdded',
      fact: 'f2',
      evidence: { ...BACKUP, id: 'e11', source: aide.id },
    }
    const signed = signedOn(COPY, 'f4', 'letStand', []).map((event) =>
      event.kind === 'signed' ? { ...event, reason: 'Lee Hana and Kim were there.' } : event,
    )
    const figured: LedgerEvent = {
      kind: 'derived',
      fact: 'f3',
      derivation: {
        expression: 'won * rate',
        inputs: [{ name: 'won', value: '1 (Hana Lim)' }],
        rate: { value: '2', source: 'LEE HANA', date: '' },
      },
    }
    const told = storyFrom(COPY, { f1: 'allegation', f2: 'figure', f3: 'figure', f4: 'quote' }, [
      backed,
      ...signed,
      figured,
    ])
    const tags = new Map(
      [...told.tags].map(([id, tag]) => [
        id,
        id === 'f4' ? { ...tag, attributedTo: 'Kim', statement: 'Lee Hana calls it a shame' } : tag,
      ]),
    )
    const story = { ...told, tags }
    const said = (edition: Edition) =>
      projectFactSheet({ story, assessments: assessStory(story, deskFrom({ sources })), sources, edition })
        .facts.slice(2)
        .map(({ attributedTo, statement, signOff, workings }) => [
          attributedTo,
          statement,
          signOff?.reason,
          workings?.inputs[0]?.reads,
          workings?.rate?.source,
        ])
    expect([said('internal'), said('public')]).toEqual([
      [
        ['', '', undefined, '1 (Hana Lim)', 'LEE HANA'],
        ['Kim', 'Lee Hana calls it a shame', 'Lee Hana and Kim were there.', undefined, undefined],
      ],
      [
        ['', '', undefined, '1 (Source B)', 'Source B'],
        ['Kim', 'Source B calls it a shame', 'Source B and Source C were there.', undefined, undefined],
      ],
    ])
  })

  test('names its copy, whether that was cleared, and the number of facts by status', () => {
    const draft = sheetOf(ferry(), 'internal')
    const hash = hashCopy(ferry().copy)
    const cleared = (copyHash: string): LedgerEvent => ({
      kind: 'moved',
      from: 'inReview',
      to: 'cleared',
      copyHash,
      blocks: 0,
      warns: 0,
      overrides: [],
    })
    expect(
      [
        copyRows(draft),
        copyRows(sheetOf(ferry([cleared(hash)]), 'public')),
        copyRows(sheetOf(ferry([cleared('other')]), 'public')),
      ].map((list) => list.map(({ text }) => text)),
    ).toEqual([
      ['Draft', hash],
      ['Cleared; this is the copy that was cleared', hash],
      ['Cleared; this is not the copy that was cleared', hash],
    ])
    expect([
      countsLine(draft),
      countsLine({ facts: [], counts: [] }),
      editionNote(draft),
      editionNote({ edition: 'public' }),
    ]).toEqual(['4 facts: 3 to check, 1 verified.', 'No facts are tagged.', 'INTERNAL. Not for publication.', ''])
  })
})
