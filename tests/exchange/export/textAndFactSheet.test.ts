import { describe, expect, test } from 'vitest'
import { factSheetPageWriter } from '../../../src/exchange/export/factsheet/writeFactSheet'
import { WRITERS } from '../../../src/exchange/export/writers'
import { importText } from '../../../src/exchange/import/text/importText'
import type { Block } from '../../../src/story/copy/copy'
import type { Fields } from '../../../src/story/ledger/fields'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { EXPORT_FORMATS } from '../../../src/story/requests/requests'
import type { Story } from '../../../src/story/assessment/story'
import { busanStory, decode, inputFor, PUBLISHED, withBlocks } from '../busanStory'

describe('wire text', () => {
  test('lists block quotes and the links of headings, which it cannot show', () => {
    const blocks: readonly Block[] = [
      {
        role: 'headline',
        text: 'Talks',
        spans: [{ from: 0, to: 5, mark: 'link', href: 'https://example.org/' }],
      },
      { role: 'paragraph', text: 'The minister said:', spans: [] },
      { role: 'quote', text: 'We are ready.', spans: [] },
    ]
    expect(
      WRITERS.text
        .write(inputFor(withBlocks(blocks, { subjects: [], keywords: [] })))
        .losses.map(({ what, example }) => [what, example]),
    ).toEqual([
      ['links in headline and deck', 'https://example.org/'],
      ['block quotes, which read as grafs', 'We are ready.'],
    ])
  })

  test('opens with the notes to the desk, then the copy', () => {
    const input = inputFor(busanStory({ embargo: '2026-10-30T19:00+09:00' }))
    expect(decode(WRITERS.text.write(input).bytes))
      .toBe(`EMBARGOED until 2026-10-30T19:00:00+09:00 (2026-10-30 10:00 UTC). Not for publication before then.
Eds: adds handshake.

Trump and Xi hold first talks in six years

Leaders meet in Busan to push trade deal

By Kim Ji-woo (Correspondent) and Lee Seo-yeon

BUSAN, Oct. 30 — The leaders’ meeting lasted about 100 minutes; they emerged together.

Trump called Xi “a very tough negotiator.”

For subscribers only.

(c) 2026 Example Wire
`)
    expect(WRITERS.text.fileName(input)).toBe('busan-summit-EMBARGOED.txt')
  })

  test('labels an ed note that has no label, and an import reads it back', () => {
    const opening = (edNote: string): string =>
      decode(WRITERS.text.write(inputFor(busanStory({ edNote }))).bytes).split('\n\n')[0] ?? ''
    const note = 'Adds handshake\nCall the desk'
    expect([
      opening(note),
      opening('EDITOR’S NOTE: adds'),
      opening('ED NOTE: adds'),
      opening('Correction: graf 1.'),
      opening('Updates with quotes'),
    ]).toEqual([
      'Eds: Adds handshake\nEds: Call the desk',
      'EDITOR’S NOTE: adds',
      'ED NOTE: adds',
      'Correction: graf 1.',
      'Eds: Updates with quotes',
    ])
    const written = (changes: Partial<Fields>, lineLength?: number) =>
      importText(
        WRITERS.text.write(inputFor(busanStory(changes), lineLength === undefined ? {} : { lineLength })).bytes,
        'busan.txt',
      )
    const [headline, deck] = ['Trump and Xi hold first talks in six years', 'Leaders meet in Busan to push trade deal']
    const read = written({ edNote: note })
    expect([read.fields?.edNote, ...read.blocks.slice(0, 2).map(({ role, text }) => `${role}: ${text}`)]).toEqual([
      note,
      `headline: ${headline}`,
      `deck: ${deck}`,
    ])
    const wrapped = written({ edNote: 'Adds handshake' }, 50)
    expect([wrapped.fields?.edNote, ...wrapped.blocks.slice(0, 2).map(({ text }) => text)]).toEqual([
      'Adds handshake',
      headline,
      deck,
    ])
    const embargoed = written({ edNote: note, embargo: '2026-10-30T19:00+09:00' })
    expect([embargoed.fields?.edNote, embargoed.fields?.embargo, embargoed.blocks[0]?.text]).toEqual([
      note,
      '2026-10-30T19:00:00+09:00',
      headline,
    ])
  })

  test('says what it cannot carry', () => {
    const story = withBlocks([{ role: 'paragraph', text: 'very bold', spans: [{ from: 0, to: 4, mark: 'bold' }] }], {
      keywords: ['port', 'cranes'],
    })
    expect(WRITERS.text.write(inputFor(story)).losses).toEqual([
      { what: 'bold and italic', count: 1, example: 'very' },
      { what: 'keywords', count: 2, example: 'port' },
    ])
  })

  test('links keep their addresses', () => {
    const story = withBlocks(
      [
        {
          role: 'paragraph',
          text: 'see here now',
          spans: [{ from: 4, to: 8, mark: 'link', href: 'https://example.org/a' }],
        },
      ],
      {},
    )
    expect(decode(WRITERS.text.write(inputFor(story)).bytes)).toBe('see here (https://example.org/a) now\n')
  })
})

describe('a dateline without a graf to open', () => {
  const LIST: readonly Block[] = [
    { role: 'headline', text: 'Talks end', spans: [] },
    { role: 'listItem', level: 1, list: 'bullet', text: 'They left.', spans: [] },
  ]
  const FORMATS = ['text', 'markdown', 'docx', 'pdf', 'ninjs', 'html', 'newsml-g2', 'nitf'] as const
  const lost = async (dateline: Fields['dateline'], blocks: readonly Block[], events?: readonly LedgerEvent[]) => {
    const story = { ...busanStory({ dateline, subjects: [], keywords: [], byline: [] }, events), copy: blocks }
    const said = await Promise.all(
      FORMATS.map(
        async (format) =>
          [
            format,
            (await WRITERS[format].write(inputFor(story))).losses
              .filter(({ what }) => what === 'dateline')
              .map(({ example }) => example),
          ] as const,
      ),
    )
    return Object.fromEntries(said.flatMap(([format, [example]]) => (example === undefined ? [] : [[format, example]])))
  }

  test('is listed if the format has no other field for it', async () => {
    const whole = 'BUSAN, Oct. 30'
    expect(await lost({ place: 'Busan', date: 'Oct. 30' }, LIST)).toEqual({
      text: whole,
      markdown: whole,
      docx: whole,
      pdf: whole,
      ninjs: 'Oct. 30',
    })
    expect(await lost({ place: 'Busan', date: '' }, LIST.slice(0, 1))).toEqual({
      text: 'BUSAN',
      markdown: 'BUSAN',
      docx: 'BUSAN',
      pdf: 'BUSAN',
    })
    expect(
      await lost({ place: 'Busan', date: 'Oct. 30' }, [...LIST, { role: 'paragraph', text: 'All left.', spans: [] }]),
    ).toEqual({})
  })

  test('is always listed with a date and no place, and never in a kill', async () => {
    expect(
      await lost({ place: '', date: 'Oct. 30' }, [...LIST, { role: 'paragraph', text: 'All left.', spans: [] }]),
    ).toEqual(Object.fromEntries(FORMATS.map((format) => [format, 'Oct. 30'])))
    const killed: readonly LedgerEvent[] = [
      ...PUBLISHED,
      {
        kind: 'moved',
        from: 'published',
        to: 'killed',
        copyHash: 'x',
        blocks: 0,
        warns: 0,
        overrides: [],
        reason: 'x',
      },
    ]
    expect(await lost({ place: '', date: 'Oct. 30' }, LIST, killed)).toEqual({})
  })
})

describe('file names', () => {
  test.each([
    ['대통령, 부산서 6년 만에 회담', '대통령-부산서-6년-만에-회담.html'],
    ['../../etc/passwd', 'etc-passwd.html'],
    ['CON', 'con-story.html'],
    ['???', 'story.html'],
    ['a'.repeat(300), `${'a'.repeat(60)}.html`],
  ])('%j leaves as %s', (headline, name) => {
    expect(WRITERS.html.fileName(inputFor(withBlocks([{ role: 'headline', text: headline, spans: [] }], {})))).toBe(
      name,
    )
  })
})

describe('the registry', () => {
  test('has a writer for every format, and says which can carry an embargo', () => {
    expect(EXPORT_FORMATS.map((format) => [format, WRITERS[format].audience, WRITERS[format].hasEmbargoField])).toEqual(
      [
        ['ninjs', 'wire', true],
        ['newsml-g2', 'wire', true],
        ['nitf', 'wire', true],
        ['html', 'public', false],
        ['markdown', 'public', false],
        ['docx', 'public', false],
        ['pdf', 'public', false],
        ['text', 'wire', true],
        ['factsheet', 'desk', false],
        ['annotations', 'desk', false],
      ],
    )
  })
})

describe('the fact sheet', () => {
  const rowsOf = (html: string): readonly string[] =>
    html
      .replace(/<\/(?:dt)>/g, ' ')
      .replace(/<blockquote/g, ' | <blockquote')
      .replace(/<[^>]*>/g, '')
      .replace(/\s*\n\s*/g, '\n')
      .trim()
      .split('\n')
  const items = (edition: 'internal' | 'public') =>
    decode(factSheetPageWriter.write(inputFor(busanStory(), { edition })).bytes)
      .split('<li>')
      .slice(1)
      .map(rowsOf)

  test('internal: numbered facts with status, sign-off and backup; a protected source is Source A', () => {
    expect(items('internal')).toEqual([
      [
        '1. Superlative six years',
        'Where: headline',
        'Status: Verified',
        'Sign-off: Verified by Editor, 2026-10-30 09:00 UTC, signed in an older version of Stet',
        'Backup: Pool report 3 (Pool report), ¶ 2',
      ],
      [
        '2. Figure about 100 minutes',
        'Where: graf 1',
        'Status: Let stand',
        'Sign-off: Let stand by Editor, 2026-10-30 09:00 UTC, signed in an older version of Stet',
        'Backup: Source A (Person, background), call, Oct. 29 | It ran about 100 minutes.',
      ],
      ['3. Figure 100', 'Where: graf 1', 'Status: To check'],
      [
        '4. Quote “a very tough negotiator.”',
        'Where: graf 2',
        'Status: Queried',
        'Sign-off: Queried by Editor, 2026-10-30 09:00 UTC, signed in an older version of Stet',
      ],
    ])
  })

  test('public: no people, no queries, no private data of a source', () => {
    expect(items('public')).toEqual([
      [
        '1. Superlative six years',
        'Where: headline',
        'Status: Verified',
        'Sign-off: Verified, 2026-10-30 09:00 UTC',
        'Backup: Pool report 3 (Pool report), ¶ 2',
      ],
      [
        '2. Figure about 100 minutes',
        'Where: graf 1',
        'Status: Let stand',
        'Sign-off: Let stand, 2026-10-30 09:00 UTC',
        'Backup: Source A',
      ],
      ['3. Figure 100', 'Where: graf 1', 'Status: To check'],
      ['4. Quote “a very tough negotiator.”', 'Where: graf 2', 'Status: To check'],
    ])
  })

  test('prints the reason why a fact was let stand, and that it was self-checked', () => {
    const input = inputFor(busanStory())
    const assessments = (input.assessments ?? []).map((fact) =>
      fact.current && fact.status === 'letStand'
        ? { ...fact, current: { ...fact.current, reason: 'Two witnesses <agree>.', selfChecked: true } }
        : fact,
    )
    for (const [edition, before] of [
      ['internal', ', self-checked, signed in an older version of Stet'],
      ['public', ', self-checked'],
    ] as const) {
      expect(decode(factSheetPageWriter.write({ ...input, assessments, edition }).bytes)).toContain(
        `${before}. Reason: Two witnesses &lt;agree&gt;.`,
      )
    }
  })

  test('the tray is on the internal sheet only', () => {
    const story = busanStory({}, [
      { kind: 'untagged', fact: 'f3', reason: 'twice', words: '100', lastStatus: 'toCheck' },
    ])
    const untagged = {
      ...story,
      copy: story.copy.map((block) => ({
        ...block,
        spans: block.spans.filter((span) => span.mark !== 'fact' || span.id !== 'f3'),
      })),
    }
    const sheet = (edition: 'internal' | 'public') =>
      decode(factSheetPageWriter.write(inputFor(untagged, { edition })).bytes)
    expect(sheet('internal')).toContain('Untagged; tag removed by Editor: twice')
    expect(sheet('public')).not.toMatch(/twice|No longer in the copy/)
  })

  test('each edition says what it is in its file name', () => {
    expect([
      WRITERS.factsheet.fileName(inputFor(busanStory(), { edition: 'public' })),
      WRITERS.factsheet.fileName(inputFor(busanStory(), { draft: true })),
    ]).toEqual([
      'trump-and-xi-hold-first-talks-in-six-years-fact-sheet.html',
      'busan-summit-fact-sheet-INTERNAL-DRAFT.html',
    ])
  })
})

test('annotations of a killed story have the words of its facts, and no copy around them', () => {
  const killed = busanStory({}, [
    ...PUBLISHED,
    { kind: 'moved', from: 'published', to: 'killed', copyHash: 'x', blocks: 0, warns: 0, overrides: [], reason: 'x' },
  ])
  const selectors = (story: Story) =>
    JSON.parse(decode(WRITERS.annotations.write(inputFor(story)).bytes)) as {
      label: string
      first: { items: { target: { selector: object[] } }[] }
    }
  const { label, first } = selectors(killed)
  expect({ label, about: first.items.map(({ target }) => target.selector[0]) }).toEqual({
    label: 'KILLED: Facts of “Trump and Xi hold first talks in six years”, version 2',
    about: ['six years', 'about 100 minutes', '100', '“a very tough negotiator.”'].map((exact) => ({
      type: 'TextQuoteSelector',
      exact,
    })),
  })
  expect(selectors(busanStory()).first.items[0]?.target.selector[0]).toMatchObject({
    prefix: expect.stringContaining('first talks in ') as unknown,
  })
})

test('annotations have workings, originals, answers sought and self-checks, and list facts that are gone', () => {
  const story = busanStory({}, [
    {
      kind: 'derived',
      fact: 'f2',
      derivation: { expression: 'end - start', inputs: [{ name: 'end', value: '12:41', from: 'pool, p. 2' }] },
    },
    {
      kind: 'translated',
      fact: 'f4',
      translation: {
        original: '만만치 않은 협상가',
        language: 'ko',
        translator: 'Reporter',
        officialInterpreter: true,
      },
    },
    {
      kind: 'responseSought',
      fact: 'f1',
      response: { who: 'The embassy', how: 'by mail', when: 'Oct. 30', reply: '' },
    },
    { kind: 'untagged', fact: 'f3', reason: 'twice', words: '100', lastStatus: 'toCheck' },
  ])
  const copy = story.copy.map((block) => ({
    ...block,
    spans: block.spans.filter((span) => span.mark !== 'fact' || span.id !== 'f3'),
  }))
  const comments = (edition: 'internal' | 'public') => {
    const input = inputFor({ ...story, copy }, { edition, gives: new Map([['f2', '100']]) })
    const assessments = (input.assessments ?? []).map((fact) =>
      fact.id === 'f1' && fact.current ? { ...fact, current: { ...fact.current, selfChecked: true } } : fact,
    )
    const { bytes, losses } = WRITERS.annotations.write({ ...input, assessments })
    const { first } = JSON.parse(decode(bytes)) as {
      first: { items: { body: { purpose: string; value: string }[] }[] }
    }
    return [
      first.items.map(({ body }) => body.filter(({ purpose }) => purpose === 'commenting').map(({ value }) => value)),
      losses,
    ]
  }
  expect(comments('internal')).toEqual([
    [
      [
        'Verified, self-checked',
        'Backed by Pool report 3, ¶ 2',
        'Response sought: The embassy, by mail, Oct. 30: awaited',
      ],
      [
        'Must be checked again: what it was calculated from changed',
        'Backed by Source A, call, Oct. 29: “It ran about 100 minutes.”',
        'Calculation: end - start gives 100; end = 12:41 (pool, p. 2)',
      ],
      [
        'Must be checked again: translation changed',
        'Translated: from ko, Reporter, official interpreter: “만만치 않은 협상가”',
      ],
    ],
    [{ what: 'facts that are no longer in the copy', count: 1, example: '100' }],
  ])
  expect(comments('public')).toEqual([
    [
      ['Verified, self-checked', 'Backed by Pool report 3, ¶ 2'],
      ['Backed by Source A', 'Calculation: end - start gives 100; end = 12:41'],
      ['Translated: from ko, official interpreter: “만만치 않은 협상가”'],
    ],
    [],
  ])
})
