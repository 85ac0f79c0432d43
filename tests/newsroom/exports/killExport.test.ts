import { describe, expect, test } from 'vitest'
import { outputTexts } from '../../../src/exchange/export/readBack/outputTexts'
import type { FieldName } from '../../../src/story/ledger/fields'
import type { ExportRequest } from '../../../src/story/requests/requests'
import { busanDesk, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }

const HEADLINE = 'Trump and Xi hold first talks in six years'
const DECK = 'Leaders meet in Busan to push trade deal'

type FieldsSet = Partial<Readonly<Record<FieldName, string>>>

async function published(headline = HEADLINE, slug = 'busan', set: FieldsSet = {}): Promise<Desk> {
  const desk = await busanDesk()
  const { act, story } = desk
  for (const [field, value] of [
    ['slug', slug],
    ['byline', 'Reporter'],
    ['dateline', 'BUSAN'],
    ['provider', 'Stet'],
    ...(Object.entries(set) as [FieldName, string][]),
  ] as const)
    await act('Reporter', 'story.setField', { story, field, value })
  if (headline !== HEADLINE) await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: headline })
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  const { blocks } = await act('Editor', 'story.gate', { story, door: 'clear' })
  for (const { rule, key, dismissable } of blocks)
    if (dismissable) await act('Editor', 'finding.dismiss', { story, rule, key })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
  await act('Editor', 'story.move', { story, to: 'published' })
  return desk
}

/** Opens the next version with another headline, and kills the story before that is cleared. */
async function killedWhileOpen({ act, story }: Desk, headline = HEADLINE): Promise<void> {
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  await act('Reporter', 'copy.replace', { story, replace: headline, with: 'Talks called off' })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
}

const exported = async ({ act, story }: Desk, format: 'ninjs' | 'newsml-g2' | 'nitf' | 'html'): Promise<string> =>
  new TextDecoder().decode((await act('Editor', 'story.export', { story, format })).bytes)
const headlinesOf = async (desk: Desk): Promise<unknown> =>
  (
    (JSON.parse(await exported(desk, 'ninjs')) as { readonly headlines?: readonly { readonly value: string }[] })
      .headlines ?? []
  ).map(({ value }) => value)

describe('a story that is killed while its next version is open', () => {
  test('leaves with the published headline and deck, and names that version as the one before', async () => {
    const desk = await published()
    await killedWhileOpen(desk)
    const { guid } = await desk.act('Editor', 'story.show', { story: desk.story })
    expect(JSON.parse(await exported(desk, 'ninjs'))).toMatchObject({
      version: '3',
      title: HEADLINE,
      headlines: [{ value: HEADLINE }, { value: DECK }],
      altIds: [{ role: 'previousVersion', value: `${guid}:1` }],
    })
    expect(await exported(desk, 'nitf')).toContain(`management-doc-idref="${guid}:1"`)
    expect(await exported(desk, 'newsml-g2')).toContain(
      `<link rel="irel:previousVersion" residref="${guid}" version="1"/>`,
    )
    for (const format of ['ninjs', 'newsml-g2', 'nitf', 'html'] as const)
      expect(await exported(desk, format)).not.toContain('called off')
    expect((await desk.act('Editor', 'story.exportName', { story: desk.story, format: 'html' })).fileName).toBe(
      'trump-and-xi-hold-first-talks-in-six-years-v3-KILL.html',
    )
  })

  test('has neutral words for a headline with a name protected since, unless it was confirmed there', async () => {
    const headline = 'Mina Kang leaves talks in Busan'
    const [confirmed, withheld] = [await killedWithName(headline, true), await killedWithName(headline, false)]
    expect([await headlinesOf(confirmed), await headlinesOf(withheld)]).toEqual([
      [headline, DECK],
      ['Story withdrawn', DECK],
    ])
    const keptBackOf = async ({ act, story }: Desk) =>
      (await act('Editor', 'story.export', { story, format: 'ninjs' })).keptBack
    expect([await keptBackOf(confirmed), await keptBackOf(withheld)]).toEqual([
      undefined,
      ['Source A’s name is in the headline. The kill says “Story withdrawn” instead.'],
    ])
  })
})

async function killedWithName(headline: string, isConfirmed: boolean): Promise<Desk> {
  const desk = await published(headline)
  const { act, story } = desk
  await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
  if (isConfirmed)
    for (const { rule, key, dismissable } of (await act('Editor', 'story.gate', { story, door: 'publish' })).blocks)
      if (dismissable) await act('Editor', 'finding.dismiss', { story, rule, key })
  await killedWhileOpen(desk, headline)
  return desk
}

test(
  'a kill text may not name a protected source, and blocks its exports when the source was ' + 'protected since',
  async () => {
    const desk = await published()
    const { act, story } = desk
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'Mina Kang made it up, and Jo Berg knew.' })
    expect(await exported(desk, 'html')).toContain('<p class="withdrawn">Source A made it up, and Jo Berg knew.</p>')
    await act('Editor', 'source.add', { name: 'Jo Berg', kind: 'person', protected: true })
    for (const format of ['html', 'markdown', 'text'] as const)
      await expect(act('Editor', 'story.export', { story, format })).rejects.toMatchObject({
        reason: 'refused',
        message: expect.stringContaining('Source B’s name is outside the copy.') as string,
      })
  },
)

const NAMED = 'Mina Kang leaves talks in Busan'
const FORMATS: readonly Omit<ExportRequest, 'story'>[] = [
  ...(['ninjs', 'newsml-g2', 'nitf', 'html', 'markdown', 'docx', 'pdf', 'text'] as const).map((format) => ({ format })),
  { format: 'ninjs', formatVersion: '2.1' },
  { format: 'text', slugHeader: true },
  { format: 'factsheet', edition: 'public' },
  { format: 'annotations', edition: 'public' },
]

/** Published with the name in headline and slug, and killed. Its source is protected since. */
async function killedByMistake(set: FieldsSet = {}): Promise<Desk> {
  const desk = await published(NAMED, 'mina-kang-busan', set)
  const { act, story } = desk
  await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'The headline named a person by mistake.' })
  return desk
}

const allTextOf = async (desk: Desk, request: Omit<ExportRequest, 'story'>) => {
  const { bytes, mediaType, fileName, keptBack } = await desk.act('Editor', 'story.export', {
    story: desk.story,
    ...request,
  })
  const texts = await outputTexts(bytes, mediaType)
  return { text: texts.map((one) => one.text).join('\n'), fileName, keptBack }
}

describe('a kill of a story that names a protected source in headline and slug', () => {
  test('leaves in every format with neutral words, under the same id, and says what stays here and why', async () => {
    const desk = await killedByMistake()
    const { guid } = await desk.act('Editor', 'story.show', { story: desk.story })
    const headline = 'Source A’s name is in the headline. The kill says “Story withdrawn” instead.'
    const slug = 'Source A’s name is in the slug. The kill says “story-withdrawn” instead.'
    for (const request of FORMATS) {
      const { text, fileName, keptBack } = await allTextOf(desk, request)
      const isWire = ['ninjs', 'newsml-g2', 'nitf', 'text'].includes(request.format)
      expect([request.format, text.match(/mina|kang/iu), fileName.match(/mina|kang/iu), keptBack]).toEqual([
        request.format,
        null,
        null,
        isWire ? [headline, slug] : [headline],
      ])
      expect(text).toContain('Story withdrawn')
      expect(text).toContain('The headline named a person by mistake.')
      expect(fileName).toMatch(/^story-withdrawn-v2.*-KILL\./u)
      if (['ninjs', 'newsml-g2', 'nitf', 'html'].includes(request.format)) expect(text).toContain(guid)
    }
    expect((await desk.act('Editor', 'story.exportName', { story: desk.story, format: 'ninjs' })).fileName).toBe(
      'story-withdrawn-v2-KILL.json',
    )
  })

  test('says so before it is killed, and is not held up by the gate', async () => {
    const desk = await published(NAMED, 'mina-kang-busan')
    const { act, story } = desk
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    expect((await act('Editor', 'kill.show', { story })).keptBack).toEqual([
      'Source A’s name is in the headline. The kill says “Story withdrawn” instead.',
      'Source A’s name is in the slug. The kill says “story-withdrawn” instead.',
    ])
    expect((await act('Editor', 'story.gate', { story, door: 'kill' })).blocks).toEqual([])
  })

  test('has notices and a preview without the name', async () => {
    const desk = await published(NAMED, 'mina-kang-busan')
    const { act, story } = desk
    await act('Editor', 'story.export', { story, format: 'html', destination: '/out/busan.html' })
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'The headline named a person by mistake.' })
    const { guid } = await act('Editor', 'story.show', { story })
    const { destinations } = await act('Editor', 'kill.show', { story })
    expect(destinations.map(({ notice = '' }) => [notice.split('\n')[0], /mina|kang/iu.test(notice)])).toEqual([
      [`KILL: ${guid}`, false],
    ])
    const preview = await act('Editor', 'story.previewExport', { story, format: 'html' })
    expect([preview.fileName, preview.verdict.blocks, preview.keptBack?.length]).toEqual([
      'story-withdrawn-v2-KILL.html',
      [],
      1,
    ])
  })

  test('speaks the language of the story', async () => {
    const desk = await killedByMistake({ language: 'ko' })
    const { text, fileName } = await allTextOf(desk, { format: 'ninjs' })
    expect([JSON.parse(text), fileName]).toMatchObject([
      { headlines: [{ value: '철회된 기사' }, { value: DECK }], slugline: '철회된-기사' },
      '철회된-기사-v2-KILL.json',
    ])
  })

  test('leaves without a byline or keyword that names the source, and keeps the others', async () => {
    const desk = await killedByMistake({ byline: 'Mina Kang', keywords: 'Mina Kang, talks', contributors: 'Jo Berg' })
    const item = JSON.parse((await allTextOf(desk, { format: 'ninjs' })).text) as Record<string, unknown>
    expect([item['by'], item['subjects'], item['people'], item['infoSources']]).toEqual([
      undefined,
      undefined,
      [{ name: 'Jo Berg', rel: 'contributor' }],
      [{ name: 'Stet', role: 'originator' }],
    ])
  })

  test('leaves without all words of the desk when several parts together name the source', async () => {
    const set = { contributors: 'Reporting by Mina', copyrightLine: 'Kang Media, 2026' }
    const desk = await published(HEADLINE, 'busan', set)
    const { act, story } = desk
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    expect(await allTextOf(desk, { format: 'text' })).toEqual({
      text: 'KILL: All wrong. Do not use.\n\nStory withdrawn\n',
      fileName: 'story-withdrawn-v2-KILL.txt',
      keptBack: [
        'Source A’s name is outside the copy. It must not leave the desk. ' +
          'The kill uses neutral words in place of the desk’s.',
      ],
    })
  })

  test('is not held up by the text of an earlier correction, which it does not have', async () => {
    const desk = await published()
    const { act, story } = desk
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
    await act('Editor', 'correction.note', {
      ...{ story, was: 'about 100 minutes', is: 'about 90 minutes', cause: 'Misheard', since: 1 },
      publicText: 'Jo Berg spoke for about 90 minutes.',
    })
    await act('Legal', 'correction.note', { story })
    await act('Editor', 'source.add', { name: 'Jo Berg', kind: 'person', protected: true })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
    expect((await allTextOf(desk, { format: 'html' })).text).toContain('All wrong.')
  })
})
