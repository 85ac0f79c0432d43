import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { WRITERS, type WriterInput } from '../../../src/exchange/export/writers'
import { importFile } from '../../../src/exchange/import/importFile'
import { NO_PICTURE } from '../../../src/story/copy/picture'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { VersionKind } from '../../../src/story/ledger/stages'
import { busanStory, decode, inputFor, withBlocks } from '../busanStory'
import { haveSchemas, readSharedJson, withSchemas } from '../sharedFolder'

const write = (input: WriterInput): Record<string, unknown> =>
  JSON.parse(decode(WRITERS.ninjs.write(input).bytes)) as Record<string, unknown>

const moved = (from: string, to: string, more: object = {}): LedgerEvent =>
  ({ kind: 'moved', from, to, copyHash: 'x', blocks: 0, warns: 0, overrides: [], ...more }) as LedgerEvent
const secondVersion = (versionKind: VersionKind) => [
  moved('cleared', 'published'),
  moved('published', 'inReview', { versionKind, reason: 'x' }),
  moved('inReview', 'cleared'),
  moved('cleared', 'published'),
]

describe('ninjs 3.1', () => {
  test('has a cutline beside its picture in the HTML, and never as a graf of the plain text', () => {
    const cutline = {
      role: 'cutline' as const,
      text: 'The two leaders.',
      spans: [],
      picture: { ...NO_PICTURE, credit: 'Yonhap' },
    }
    const bodies = (blocks: Parameters<typeof withBlocks>[0]) =>
      (write(inputFor(withBlocks(blocks, { dateline: { place: '', date: '' } })))['bodies'] ?? []) as {
        readonly role: string
        readonly value: string
      }[]
    const paragraph = { role: 'paragraph' as const, text: 'They met.', spans: [] }
    expect(bodies([cutline, paragraph]).map(({ role, value }) => [role, value])).toEqual([
      [
        'main',
        '<figure><figcaption>The two leaders. <span class="credit">(Yonhap)</span></figcaption></figure><p>They met.</p>',
      ],
      ['plain', 'They met.'],
    ])
    expect(bodies([cutline]).map(({ role }) => role)).toEqual(['main'])
  })

  test('carries the story as the reference story does', () => {
    expect(write(inputFor(busanStory()))).toEqual({
      standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
      uri: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      type: 'text',
      representationType: 'full',
      profile: 'text-only',
      version: '1',
      firstCreated: '2026-10-30T09:00:00.000Z',
      versionCreated: '2026-10-30T09:00:00.000Z',
      contentCreated: '2026-10-30T09:00:00.000Z',
      pubStatus: 'usable',
      urgency: 3,
      language: 'en',
      copyrightHolder: 'Example Wire',
      copyrightNotice: '(c) 2026 Example Wire',
      usageTerms: 'For subscribers only.',
      edNote: 'Eds: adds handshake.',
      title: 'Trump and Xi hold first talks in six years',
      slugline: 'BUSAN-SUMMIT',
      by: 'Kim Ji-woo (Correspondent) and Lee Seo-yeon',
      located: 'Busan',
      headlines: [
        { role: 'main', value: 'Trump and Xi hold first talks in six years' },
        { role: 'subhead', value: 'Leaders meet in Busan to push trade deal' },
      ],
      bodies: [
        {
          role: 'main',
          contentType: 'text/html',
          wordCount: 17,
          value:
            '<p><span class="dateline">BUSAN, Oct. 30 —</span> The leaders’ meeting lasted about 100 minutes;' +
            ' they emerged together.</p><p>Trump called Xi “a very tough negotiator.”</p>',
        },
        {
          role: 'plain',
          contentType: 'text/plain',
          wordCount: 17,
          value:
            'BUSAN, Oct. 30 — The leaders’ meeting lasted about 100 minutes; they emerged together.\n\nTrump ' +
            'called Xi “a very tough negotiator.”',
        },
      ],
      places: [{ name: 'Busan', rel: 'dateline' }],
      subjects: [
        { rel: 'about', uri: 'http://cv.iptc.org/newscodes/mediatopic/11000000', literal: 'medtop:11000000' },
        { name: 'summit', rel: 'keyword', literal: 'summit' },
        { name: 'trade', rel: 'keyword', literal: 'trade' },
      ],
      infoSources: [{ name: 'Example Wire', role: 'originator' }],
    })
  })

  test('says that it is an alert, in the language of the story, and that comes back', async () => {
    const headline = [{ role: 'headline', text: 'Talks end', spans: [] }] as const
    const alert = inputFor(withBlocks(headline, { kind: 'alert', language: 'en' }))
    expect([
      write(alert)['genres'],
      write({ ...alert, formatVersion: '2.1' })['genres'],
      write(inputFor(withBlocks(headline, { kind: 'alert', language: 'ko' })))['genres'],
      write(inputFor(withBlocks(headline, { kind: 'story' })))['genres'],
    ]).toEqual([
      [{ name: 'Alert', literal: 'alert' }],
      [{ name: 'Alert', literal: 'alert' }],
      [{ name: '속보', literal: 'alert' }],
      undefined,
    ])
    for (const formatVersion of ['3.1', '2.1']) {
      const { stories } = await importFile('a.json', WRITERS.ninjs.write({ ...alert, formatVersion }).bytes)
      expect(stories.map(({ fields, losses }) => [fields?.kind, losses.map(({ example }) => example)])).toEqual([
        ['alert', expect.not.arrayContaining([expect.stringContaining('genres')])],
      ])
    }
  })

  test('an item of that genre with a body, or with more genres, comes in as a story, and the genres are listed', async () => {
    const kindOf = async (more: object) => {
      const { stories } = await importFile(
        'a.json',
        new TextEncoder().encode(JSON.stringify({ headlines: [{ role: 'main', value: 'Talks end' }], ...more })),
      )
      return stories.map(({ fields, losses }) => [fields?.kind, losses.map(({ example }) => example)])
    }
    const genres = [{ name: 'Alert', literal: 'alert' }]
    expect([
      await kindOf({ genres }),
      await kindOf({ genres, bodies: [{ role: 'main', value: 'Both sides left.' }] }),
      await kindOf({ genres: [...genres, { name: 'Current' }] }),
    ]).toEqual([[['alert', []]], [[undefined, ['genres: Alert']]], [[undefined, ['genres: Alert']]]])
  })

  test('a correction is the next version, said in the ed note', () => {
    const story = busanStory({ edNote: 'graf 1 corrects 90 to 100.' }, secondVersion('correction'))
    expect(write(inputFor(story))).toMatchObject({
      version: '2',
      pubStatus: 'usable',
      edNote: 'CORRECTION: version 2 replaces all earlier ones.\ngraf 1 corrects 90 to 100.',
      altIds: [{ role: 'previousVersion', value: 'urn:uuid:00000000-0000-4000-8000-000000000001:1' }],
    })
    expect(write(inputFor(busanStory({ edNote: 'Correction: graf 1.' }, secondVersion('correction'))))).toMatchObject({
      edNote: 'Correction: graf 1.',
    })
    expect(write(inputFor(busanStory({ edNote: '' }, secondVersion('writethru'))))).toMatchObject({
      edNote: 'WRITETHRU: version 2 replaces all earlier ones.',
    })
  })

  test('a running embargo has its field, a first-line note, and its mark in the file name', () => {
    const input = inputFor(busanStory({ embargo: '2026-10-30T19:00+09:00' }))
    expect(write(input)).toMatchObject({
      embargoedUntil: '2026-10-30T19:00:00+09:00',
      edNote:
        'EMBARGOED until 2026-10-30T19:00:00+09:00 (2026-10-30 10:00 UTC). Not for publication before ' +
        'then.\nEds: adds handshake.',
    })
    expect(WRITERS.ninjs.fileName(input)).toBe('busan-summit-EMBARGOED.json')
    expect(WRITERS.ninjs.fileName({ ...input, now: '2026-10-30T10:00:01Z' })).toBe('busan-summit.json')
  })

  test('a kill is canceled, says why, and has no body', () => {
    const story = busanStory({}, [
      moved('cleared', 'published'),
      moved('published', 'killed', { reason: 'the talks never took place.' }),
    ])
    const killed = write(
      inputFor(story, { dates: { first: '2026-10-30T09:00:00Z', killReason: 'the talks never took place.' } }),
    )
    expect(killed).toMatchObject({
      version: '2',
      pubStatus: 'canceled',
      edNote: 'KILL: the talks never took place. Do not use.',
    })
    expect(killed).not.toHaveProperty('bodies')
    expect(WRITERS.ninjs.fileName(inputFor(story))).toBe('busan-summit-v2-KILL.json')
  })

  test('a draft is withheld and marked in title, note, body and file name', () => {
    const input = inputFor(busanStory(), { draft: true })
    const draft = write(input)
    expect(draft).toMatchObject({
      pubStatus: 'withheld',
      title: 'DRAFT: Trump and Xi hold first talks in six years',
      edNote: 'DRAFT. Not for publication.\nEds: adds handshake.',
    })
    expect(JSON.stringify(draft.bodies)).toContain('DRAFT. Not for publication.')
    expect(WRITERS.ninjs.fileName(input)).toBe('busan-summit-DRAFT.json')
  })

  test('equal input gives equal bytes', () => {
    expect(WRITERS.ninjs.write(inputFor(busanStory()))).toEqual(WRITERS.ninjs.write(inputFor(busanStory())))
  })
})

describe.skipIf(!haveSchemas)(withSchemas('ninjs 3.1 against the official schema'), () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  if (haveSchemas)
    ajv.addSchema(
      readSharedJson('schemas/ninjs/geojson-schema.json') as object,
      'https://geojson.org/schema/GeoJSON.json',
    )
  const validate = haveSchemas
    ? ajv.compile(readSharedJson('schemas/ninjs/ninjs-schema_3.1.json') as object)
    : undefined
  const errorsOf = (item: unknown): unknown => (validate?.(item) ? [] : validate?.errors)

  test('the validator refuses what the schema forbids', () => {
    expect(validate?.({ uri: 'urn:uuid:1', byline: 'x' })).toBe(false)
    expect(errorsOf(readSharedJson('samples/reference-story/story.ninjs-3.1.json'))).toEqual([])
  })

  test.each<[string, WriterInput]>([
    ['the published story', inputFor(busanStory())],
    ['a correction', inputFor(busanStory({}, secondVersion('correction')))],
    ['an embargoed story', inputFor(busanStory({ embargo: '2026-12-01T18:00+0900' }))],
    ['a draft', inputFor(busanStory({}, []), { draft: true })],
    [
      'a kill',
      inputFor(busanStory({}, [moved('cleared', 'published'), moved('published', 'killed', { reason: 'x' })])),
    ],
    [
      'an alert with a headline only',
      inputFor({ ...withBlocks([{ role: 'headline', text: 'Talks end', spans: [] }], { kind: 'alert' }) }),
    ],
    ['a story with nothing in it', inputFor(withBlocks([], {}))],
    [
      'a story with odd values',
      inputFor(
        busanStory({
          urgency: 12,
          subjects: ['medtop:x', ' ', '11000000'],
          language: 'ko-KR',
          contributors: 'Park',
          embargo: '',
        }),
      ),
    ],
  ])('%s is valid', (_, input) => {
    expect(errorsOf(write(input))).toEqual([])
  })
})
