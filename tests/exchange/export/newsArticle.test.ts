// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { WRITERS, type WriterInput } from '../../../src/exchange/export/writers'
import { PAGE_STYLE } from '../../../src/exchange/export/html/pageStyle'
import { outputTexts } from '../../../src/exchange/export/readBack/outputTexts'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { publicationDates } from '../../../src/projection/published/publicationDates'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { ledgerFrom, POOL } from '../../builders/stories/storyFrom'
import { busanStory, decode, inputFor, withBlocks } from '../busanStory'
import { generatedStories } from '../conformance/generatedStories'
import { haveSchemas, readSharedJson, withSchemas } from '../sharedFolder'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const page = (input: WriterInput): Document =>
  new DOMParser().parseFromString(decode(WRITERS.html.write(input).bytes), 'text/html')
/** Cut out of the text: parsing 330 pages would take half a minute. */
const linkedDataIn = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">\n([\s\S]*?)\n<\/script>/.exec(html)?.[1] ?? 'null')
const linkedData = (input: WriterInput): Record<string, unknown> =>
  JSON.parse(page(input).querySelector('script')?.textContent ?? '') as Record<string, unknown>

describe('the web page', () => {
  test('is one complete document: headline, deck, byline, dateline, copy, rights', () => {
    const document = page(inputFor(busanStory()))
    expect(document.documentElement.lang).toBe('en')
    expect(document.title).toBe('Trump and Xi hold first talks in six years')
    expect(document.body.querySelector('article')?.outerHTML.split('\n')).toEqual([
      '<article>',
      '<header>',
      '<h1>Trump and Xi hold first talks in six years</h1>',
      '<p class="deck">Leaders meet in Busan to push trade deal</p>',
      '<p class="byline">By Kim Ji-woo (Correspondent) and Lee Seo-yeon</p>',
      '</header>',
      '<p><span class="dateline">BUSAN, Oct. 30 —</span> The leaders’ meeting lasted about 100 minutes;' +
        ' they emerged together.</p><p>Trump called Xi “a very tough negotiator.”</p>',
      '<footer>',
      '<p>(c) 2026 Example Wire</p>',
      '</footer>',
      '</article>',
    ])
    expect([...document.querySelectorAll('script')].map(({ type }) => type)).toEqual(['application/ld+json'])
  })

  test('brings its own style sheet in the head, and loads nothing', () => {
    const head = page(inputFor(busanStory())).head
    expect([...head.querySelectorAll('style')].map(({ textContent }) => textContent)).toEqual([`\n${PAGE_STYLE}\n`])
    expect(head.querySelectorAll('link')).toHaveLength(0)
    expect(PAGE_STYLE).not.toMatch(/url\(|@import|@font-face/)
  })

  test('has no style sheet if it is bare, and is the same page otherwise', () => {
    const styled = decode(WRITERS.html.write(inputFor(busanStory())).bytes)
    const bare = decode(WRITERS.html.write(inputFor(busanStory(), { bare: true })).bytes)
    expect(bare).not.toMatch(/<style|style=/)
    expect(styled.replace(`<style>\n${PAGE_STYLE}\n</style>\n`, '')).toBe(bare)
  })

  test('is not held because a source has the name of a font or a word of the style sheet', async () => {
    const input = inputFor(busanStory())
    const terms = protectedTerms(
      ['Georgia', 'Charter', 'Inter', 'page'].map((name, index) => ({
        ...POOL,
        id: `s${index}`,
        kind: 'person',
        name,
        protected: true,
      })),
    )
    const texts = await outputTexts(WRITERS.html.write(input).bytes, 'text/html')
    expect(texts.flatMap((text) => scanForLeaks({ ...text, fileName: '' }, terms, [], input.story.copy))).toEqual([])
  })

  test('prints the city of a dateline in capitals, and the rest as it is written', () => {
    const datelines = ['Mokpo, South Korea', 'Busan', '목포', 'Wien (Österreich)'].map(
      (place) => page(inputFor(busanStory({ dateline: { place, date: '' } }))).querySelector('.dateline')?.textContent,
    )
    expect(datelines).toEqual(['MOKPO, South Korea —', 'BUSAN —', '목포 —', 'WIEN (Österreich) —'])
  })

  test('says in JSON-LD what the story says', () => {
    expect(linkedData(inputFor(busanStory()))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      identifier: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      headline: 'Trump and Xi hold first talks in six years',
      alternativeHeadline: 'Leaders meet in Busan to push trade deal',
      inLanguage: 'en',
      dateline: 'BUSAN, Oct. 30',
      dateCreated: '2026-10-30T09:00:00.000Z',
      datePublished: '2026-10-30T09:00:00.000Z',
      dateModified: '2026-10-30T09:00:00.000Z',
      author: [
        { '@type': 'Person', name: 'Kim Ji-woo', jobTitle: 'Correspondent' },
        { '@type': 'Person', name: 'Lee Seo-yeon' },
      ],
      publisher: { '@type': 'NewsMediaOrganization', name: 'Example Wire' },
      keywords: ['summit', 'trade'],
      about: [
        {
          '@type': 'DefinedTerm',
          '@id': 'http://cv.iptc.org/newscodes/mediatopic/11000000',
          inDefinedTermSet: 'http://cv.iptc.org/newscodes/mediatopic/',
          termCode: 'medtop:11000000',
        },
      ],
      contentLocation: { '@type': 'Place', name: 'Busan' },
      copyrightNotice: '(c) 2026 Example Wire',
      copyrightYear: 2026,
      version: '1',
      creativeWorkStatus: 'Published',
      wordCount: 17,
    })
  })

  test('has a correction and a clarification with the day of their version, and none for an update', () => {
    const correction = (versionKind: 'correction' | 'clarification' | 'update') => {
      const moves = [
        { from: 'published', to: 'inReview', versionKind, reason: 'Park Min-seo called' },
        { from: 'cleared', to: 'published' },
      ] as const
      const events = [{ from: 'cleared', to: 'published' } as const, ...moves].map((move) => ({
        kind: 'moved' as const,
        copyHash: 'x',
        blocks: 0,
        warns: 0,
        overrides: [],
        ...move,
      }))
      return linkedData(
        inputFor(busanStory({}, events), {
          dates: { latest: '2026-10-31T09:00:00Z', versionReason: 'Park Min-seo called' },
        }),
      ).correction
    }
    expect([correction('correction'), correction('clarification'), correction('update')]).toEqual([
      { '@type': 'CorrectionComment', name: 'Correction', datePublished: '2026-10-31T09:00:00Z' },
      { '@type': 'CorrectionComment', name: 'Clarification', datePublished: '2026-10-31T09:00:00Z' },
      undefined,
    ])
  })

  test('has the dates of its own version: cleared, published, opened as a draft, and killed', () => {
    const moves: readonly LedgerEvent[] = [
      ['inReview', 'cleared'],
      ['cleared', 'published'],
      ['published', 'inReview'],
      ['inReview', 'cleared'],
      ['published', 'killed'],
    ].map(
      ([from, to], index) =>
        ({
          kind: 'moved',
          from,
          to,
          copyHash: 'x',
          blocks: 0,
          warns: 0,
          overrides: [],
          ...(index === 2 ? { versionKind: 'correction' } : {}),
        }) as LedgerEvent,
    )
    const datesOf = (events: readonly LedgerEvent[], draft = false) => {
      const ledger = ledgerFrom(events).map((entry, day) => ({ ...entry, at: `2026-10-0${day + 1}T09:00:00Z` }))
      const input = inputFor(busanStory({}, events), { dates: publicationDates(ledger), draft })
      const { datePublished, dateModified, correction } = linkedData(input)
      return [datePublished, dateModified, (correction as { datePublished: string } | undefined)?.datePublished].map(
        (date) => date?.toString().slice(0, 10),
      )
    }
    expect([
      datesOf(moves.slice(0, 1)),
      datesOf(moves.slice(0, 1), true),
      datesOf(moves.slice(0, 2)),
      datesOf(moves.slice(0, 3), true),
      datesOf(moves.slice(0, 4)),
      datesOf(moves),
    ]).toEqual([
      ['2026-10-01', '2026-10-01', undefined],
      [undefined, '2026-10-01', undefined],
      ['2026-10-02', '2026-10-02', undefined],
      ['2026-10-02', '2026-10-03', '2026-10-03'],
      ['2026-10-02', '2026-10-04', '2026-10-04'],
      ['2026-10-02', '2026-10-05', undefined],
    ])
  })

  test('Arabic reads from right to left', () => {
    expect(page(inputFor(busanStory({ language: 'ar' }))).documentElement.dir).toBe('rtl')
  })

  test('no word of the copy can end the script or become markup', () => {
    const hostile = '</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> "\'&amp; \u2028'
    const input = inputFor(
      withBlocks(
        [
          { role: 'headline', text: hostile, spans: [] },
          {
            role: 'paragraph',
            text: hostile,
            spans: [{ from: 0, to: 5, mark: 'link', href: 'https://example.org/"onmouseover="x' }],
          },
        ],
        { byline: [{ name: hostile }], provider: hostile, language: '"><script>' },
      ),
    )
    const document = page(input)
    expect({
      scripts: document.querySelectorAll('script').length,
      images: document.images.length,
      links: document.links.length,
      handlers: document.querySelectorAll('[onmouseover],[onerror]').length,
    }).toEqual({ scripts: 1, images: 0, links: 0, handlers: 0 })
    expect(document.querySelector('h1')?.textContent).toBe(hostile.replace('\u2028', ' '))
    expect(linkedData(input).headline).toBe(hostile.replace(/\s+/g, ' ').trim())
  })

  test('a draft is marked for the eye, in the title, for search engines and in the file name', () => {
    const input = inputFor(busanStory(), { draft: true })
    const document = page(input)
    expect([
      document.title,
      document.querySelector('.draft')?.textContent,
      document.querySelector('meta[name=robots]')?.getAttribute('content'),
      WRITERS.html.fileName(input),
    ]).toEqual([
      'DRAFT: Trump and Xi hold first talks in six years',
      'DRAFT. Not for publication.',
      'noindex',
      'trump-and-xi-hold-first-talks-in-six-years-DRAFT.html',
    ])
    expect(linkedData(input).creativeWorkStatus).toBe('Draft')
  })
})

interface Term {
  '@id': string
  'rdfs:subClassOf'?: Ref | Ref[]
  'schema:domainIncludes'?: Ref | Ref[]
  'schema:rangeIncludes'?: Ref | Ref[]
}
interface Ref {
  '@id': string
}

describe.skipIf(!haveSchemas)(withSchemas('JSON-LD against the schema.org vocabulary'), () => {
  const graph = haveSchemas
    ? (readSharedJson('schemas/schema.org/schemaorg-current-https-30.0.jsonld') as { '@graph': Term[] })['@graph']
    : []
  const terms = new Map(graph.map((term) => [term['@id'], term]))
  const ids = (refs: Ref | Ref[] | undefined): string[] =>
    (refs === undefined ? [] : Array.isArray(refs) ? refs : [refs]).map((ref) => ref['@id'])
  const withSuperclasses = (type: string): string[] => [
    type,
    ...ids(terms.get(type)?.['rdfs:subClassOf']).flatMap(withSuperclasses),
  ]

  function faults(value: unknown, path: string): string[] {
    if (Array.isArray(value)) return value.flatMap((item, index) => faults(item, `${path}[${index}]`))
    if (value === null || typeof value !== 'object') return []
    const node = value as Record<string, unknown>
    const type = `schema:${String(node['@type'])}`
    const found = terms.has(type) ? [] : [`${path}: no class ${type}`]
    for (const [key, item] of Object.entries(node)) {
      if (!key.startsWith('@')) {
        const property = terms.get(`schema:${key}`)
        const domain = ids(property?.['schema:domainIncludes'])
        if (!property) found.push(`${path}: no property ${key}`)
        else if (!withSuperclasses(type).some((name) => domain.includes(name)))
          found.push(`${path}: ${key} is not for ${type}`)
        for (const child of Array.isArray(item) ? item : [item]) {
          if (child !== null && typeof child === 'object' && '@type' in child) {
            const range = ids(property?.['schema:rangeIncludes'])
            if (!withSuperclasses(`schema:${String(child['@type'])}`).some((name) => range.includes(name)))
              found.push(`${path}.${key}: takes no ${String(child['@type'])}`)
          }
        }
      }
      found.push(...faults(item, `${path}.${key}`))
    }
    return found
  }

  test('the check itself finds what the vocabulary does not have', () => {
    expect(faults({ '@type': 'NewsArticle', headlin: 'x', jobTitle: 'x', author: { '@type': 'Place' } }, '$')).toEqual([
      '$: no property headlin',
      '$: jobTitle is not for schema:NewsArticle',
      '$.author: takes no Place',
    ])
  })

  test('330 generated stories use only terms of the vocabulary', () => {
    const stories = generatedStories(330)
    const found = stories.map(({ name, input }) => faults(linkedDataIn(decode(WRITERS.html.write(input).bytes)), name))
    const judged = found.filter((wrong) => wrong.length === 0).length
    process.stdout.write(
      `\nConformance: files validated\nJSON-LD         ${String(judged).padStart(5)}  schema.org ` +
        `vocabulary, terms and domains\n`,
    )
    expect(found.flat()).toEqual([])
    expect(judged).toBeGreaterThanOrEqual(300)
  })

  test('each term exists, and its domain includes the type that has it', () => {
    const told = { kind: 'correction', text: 'An earlier version said 90.', at: '2026-10-30T09:00:00Z' } as const
    const page = linkedData(
      inputFor(busanStory({ contributors: 'Park contributed.' }), {
        dates: { earlierCorrections: [told, { ...told, kind: 'clarification' }] },
      }),
    )
    expect([page['correction'], faults(page, '$')]).toEqual([
      ['Correction', 'Clarification'].map((name) => ({
        '@type': 'CorrectionComment',
        name,
        text: 'An earlier version said 90.',
        datePublished: '2026-10-30T09:00:00Z',
      })),
      [],
    ])
  })
})
