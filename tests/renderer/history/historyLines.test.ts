import { describe, expect, it } from 'vitest'
import { historyLines } from '../../../src/story/history/historyLines'
import { BACKUP, ledgerFrom } from '../../builders/stories/storyFrom'

const sourceName = (id: string): string => (id === 'pool' ? 'Pool report 3' : 'unknown')
const signed = {
  kind: 'signed',
  fact: 'f1',
  status: 'verified',
  words: 'about 100 minutes',
  sentence: '',
  preceding: '',
  sentenceRule: 1,
  evidence: [],
  groundRules: {},
} as const

describe('the history', () => {
  it('tells a fact’s life newest first, with old against new words', () => {
    const lines = historyLines(
      ledgerFrom([
        { kind: 'created', origin: 'import', by: 'Reporter' },
        {
          kind: 'tagged',
          fact: 'f1',
          type: 'figure',
          words: 'about 100 minutes',
          writers: ['Reporter'],
          by: 'Reporter',
        },
        { kind: 'evidenceAdded', fact: 'f1', evidence: { ...BACKUP, excerpt: 'The bilat broke up at 12:41' } },
        signed,
        { kind: 'lapsed', fact: 'f1', reasons: ['words'], words: 'about 90 minutes', by: 'Stet' },
      ]),
      sourceName,
    )
    expect(lines.map(({ entry, did, words, change, notes }) => ({ by: entry.by, did, words, change, notes }))).toEqual([
      {
        by: 'Stet',
        did: 'made the verdict lapse: its words changed',
        words: undefined,
        change: { old: 'about 100 minutes', now: 'about 90 minutes' },
        notes: [],
      },
      { by: 'Editor', did: 'signed Verified', words: 'about 100 minutes', change: undefined, notes: [] },
      {
        by: 'Editor',
        did: 'added evidence',
        words: 'about 100 minutes',
        change: undefined,
        notes: ['Pool report 3 ¶ 2', '“The bilat broke up at 12:41”'],
      },
      { by: 'Reporter', did: 'tagged a figure', words: 'about 100 minutes', change: undefined, notes: [] },
      { by: 'Reporter', did: 'imported the story', words: undefined, change: undefined, notes: [] },
    ])
  })

  it('tells a look as one, also a look after a look, and a verdict that only claims to be one as a verdict', () => {
    const look = { ...signed, contextAccepted: true, carries: 1 } as const
    const lines = historyLines(
      ledgerFrom([
        { ...signed, by: 'Editor' },
        { ...look, by: 'Reporter' },
        { ...look, carries: 2, by: 'Checker' },
        { ...look, status: 'letStand', by: 'Reporter' },
        { ...look, words: 'about 90 minutes', by: 'Reporter' },
        { ...look, fact: 'f2', by: 'Reporter' },
        { ...look, carries: 8, by: 'Reporter' },
        { ...signed, by: 'Reporter' },
      ]),
      sourceName,
    )
    expect(lines.map(({ entry, did }) => `${entry.by} ${did}`).reverse()).toEqual([
      'Editor signed Verified',
      'Reporter accepted the new sentence for Editor’s verdict “Verified”',
      'Checker accepted the new sentence for Editor’s verdict “Verified”',
      'Reporter accepted the new sentence and signed Let stand',
      'Reporter accepted the new sentence and signed Verified',
      'Reporter accepted the new sentence and signed Verified',
      'Reporter accepted the new sentence and signed Verified',
      'Reporter signed Verified',
    ])
  })

  it('closes a quotation whose mark the words of the fact leave out', () => {
    const quote = { kind: 'tagged', fact: 'f1', type: 'quote', writers: ['Reporter'] } as const
    const words = (text: string): string | undefined =>
      historyLines(ledgerFrom([{ ...quote, words: text }]), sourceName)[0]?.words
    expect(['“a new page', '“so be it” and more', 'no mark'].map(words)).toEqual([
      '“a new page”',
      '“so be it” and more',
      'no mark',
    ])
  })

  it('says of a move what the gate said and what was overridden', () => {
    const [line] = historyLines(
      ledgerFrom([
        {
          kind: 'moved',
          from: 'inReview',
          to: 'cleared',
          copyHash: 'h',
          blocks: 0,
          warns: 2,
          overrides: [{ rule: 'openTk', key: 'k' }],
          reason: 'The airline',
        },
      ]),
      sourceName,
    )
    expect({ did: line?.did, notes: line?.notes }).toEqual({
      did: 'moved In review → Cleared',
      notes: ['Checks: no issues, 2 optional', '1 overridden', '“The airline”'],
    })
  })

  it('says what the checks found only where a move asks for it', () => {
    const moves = [
      ['draft', 'filed'],
      ['filed', 'inReview'],
      ['inReview', 'draft'],
      ['draft', 'cleared'],
      ['cleared', 'published'],
      ['published', 'inReview'],
      ['inReview', 'killed'],
      ['cleared', 'spiked'],
      ['spiked', 'cleared'],
    ] as const
    const lines = historyLines(
      ledgerFrom(
        moves.map(([from, to]) => ({
          ...{ kind: 'moved' as const, from, to, copyHash: 'h', blocks: 0, warns: 24, overrides: [] },
        })),
      ),
      sourceName,
    )
    expect(lines.filter(({ notes }) => notes.length > 0).map(({ did, notes }) => [did, ...notes])).toEqual([
      ['moved Cleared → Published', 'Checks: no issues, 24 optional'],
      ['moved Draft → Cleared', 'Checks: no issues, 24 optional'],
    ])
  })

  it('names an export with its file and the start of its SHA-256', () => {
    const [line] = historyLines(
      ledgerFrom([
        {
          kind: 'exported',
          format: 'ninjs',
          edition: 'wire',
          fileName: 'busan.json',
          sha256: '0123456789abcdef',
          draft: true,
          blocks: 1,
          overrides: [],
        },
      ]),
      sourceName,
    )
    expect({ did: line?.did, notes: line?.notes }).toEqual({
      did: 'exported a draft as ninjs (wire)',
      notes: ['busan.json', 'SHA-256 0123456789ab…', '1 issue at the time'],
    })
  })

  it('shows a field before and after, lists and names as people write them', () => {
    const [byline] = historyLines(
      ledgerFrom([
        {
          kind: 'fieldSet',
          field: 'byline',
          from: '[]',
          to: '[{"name":"Ada Park","role":"Seoul"},{"name":"Ben Ito"}]',
        },
      ]),
      sourceName,
    )
    expect(byline?.change).toEqual({ old: '', now: 'Ada Park (Seoul), Ben Ito' })
    const [line] = historyLines(
      ledgerFrom([{ kind: 'fieldSet', field: 'edNote', from: '', to: 'Hold for art' }]),
      sourceName,
    )
    expect({ did: line?.did, change: line?.change }).toEqual({
      did: 'set ed note',
      change: { old: '', now: 'Hold for art' },
    })
  })

  it('shows an entry of no known form without hiding the others', () => {
    const [first] = ledgerFrom([{ kind: 'created', origin: 'new' }])
    const { findings: _, ...torn } = { kind: 'undismissed', findings: [], seq: 2, by: 'Kim', at: first?.at, hash: 'x' }
    const lines = historyLines([first, torn] as never, sourceName)
    expect(lines.map(({ did }) => did)).toEqual(['wrote an entry that cannot be read', 'started the story'])
  })
})
