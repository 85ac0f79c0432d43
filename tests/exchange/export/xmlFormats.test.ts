// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { WRITERS, type WriterInput } from '../../../src/exchange/export/writers'
import { publicationDates } from '../../../src/projection/published/publicationDates'
import type { Block } from '../../../src/story/copy/copy'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { VersionKind } from '../../../src/story/ledger/stages'
import { ledgerFrom } from '../../builders/stories/storyFrom'
import { busanStory, decode, inputFor, withBlocks } from '../busanStory'

const moved = (from: string, to: string, more: object = {}): LedgerEvent =>
  ({ kind: 'moved', from, to, copyHash: 'x', blocks: 0, warns: 0, overrides: [], ...more }) as LedgerEvent
const PUBLISHED = [moved('cleared', 'published')]
const secondVersion = (versionKind: VersionKind) => [
  ...PUBLISHED,
  moved('published', 'inReview', { versionKind, reason: 'x' }),
  moved('inReview', 'cleared'),
  moved('cleared', 'published'),
]
const KILLED = [...PUBLISHED, moved('published', 'killed', { reason: 'the talks never took place.' })]
const told = (events: readonly LedgerEvent[], fields = {}): WriterInput =>
  inputFor(busanStory(fields, events), { dates: publicationDates(ledgerFrom(events)) })

const tree = (format: 'nitf' | 'newsml-g2', input: WriterInput): Document =>
  new DOMParser().parseFromString(decode(WRITERS[format].write(input).bytes), 'application/xml')
const all = (document: Document, name: string): string[] =>
  [...document.getElementsByTagName(name)].map((node) =>
    [
      ...[...node.attributes]
        .filter(({ name: key }) => key !== 'xmlns')
        .map(({ name: key, value }) => `${key}=${value}`),
      ...(node.textContent === '' ? [] : [node.textContent]),
    ].join(' '),
  )
const one = (document: Document, name: string): string | undefined => all(document, name)[0]

const ID = 'urn:uuid:00000000-0000-4000-8000-000000000001'
const BLOCKS: readonly Block[] = [
  { role: 'headline', text: 'Talks <end> & go on', spans: [] },
  {
    role: 'paragraph',
    text: 'one two\nthree',
    spans: [
      { from: 0, to: 3, mark: 'bold' },
      { from: 0, to: 7, mark: 'italic' },
      { from: 8, to: 13, mark: 'link', href: 'https://example.org/?a=1&b=2' },
    ],
  },
  { role: 'subhead', level: 3, text: 'Later', spans: [] },
  { role: 'quote', text: 'We are ready.', spans: [] },
  { role: 'listItem', level: 1, list: 'bullet', text: 'a', spans: [] },
  { role: 'listItem', level: 2, list: 'ordered', text: 'b', spans: [] },
  { role: 'listItem', level: 1, list: 'bullet', text: 'c', spans: [] },
  { role: 'listItem', level: 1, list: 'ordered', text: 'd', spans: [] },
]

describe('NITF 3.6', () => {
  test('carries roles, levels, emphasis, links and lists', () => {
    const xml = decode(WRITERS.nitf.write(inputFor(withBlocks(BLOCKS, {}))).bytes)
    expect(/<body.content>\n([\s\S]*)\n<\/body.content>/.exec(xml)?.[1]?.split('\n')).toEqual([
      '<p lede="true"><em class="bold"><em class="italic">one</em></em><em class="italic"> two</em>' +
        '<br/><a href="https://example.org/?a=1&amp;b=2">three</a></p>',
      '<hl2 class="level3">Later</hl2>',
      '<bq><block><p>We are ready.</p></block></bq>',
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><ol><li>d</li></ol>',
    ])
    expect(xml).toContain('<hl1>Talks &lt;end&gt; &amp; go on</hl1>')
  })

  test('a correction names the version that it replaces', () => {
    const document = tree('nitf', told(secondVersion('correction'), { edNote: 'graf 1 corrects 90 to 100.' }))
    expect([
      one(document, 'correction'),
      all(document, 'ed-msg'),
      one(document, 'du-key'),
      document.getElementsByTagName('docdata')[0]?.getAttribute('management-doc-idref'),
    ]).toEqual([
      `info=Version 2 replaces version 1. id-string=${ID}:1 regsrc=Example Wire`,
      [
        'msg-type=correction info=CORRECTION: version 2 replaces all earlier ones.',
        'msg-type=correction info=graf 1 corrects 90 to 100.',
      ],
      'generation=1 part=1 version=2 key=BUSAN-SUMMIT',
      `${ID}:1`,
    ])
  })

  test('a correction without a record is told by an ed note that says so, never by an older one', () => {
    const infoOf = (edNote: string): string | undefined =>
      one(tree('nitf', told(secondVersion('correction'), { edNote })), 'correction')?.replace(/ id-string.*/, '')
    expect([infoOf('Correction: graf 1.'), infoOf('Eds: adds handshake.')]).toEqual([
      'info=Correction: graf 1.',
      'info=Version 2 replaces version 1.',
    ])
  })

  test('an update and a writethru are a message, not a correction', () => {
    for (const kind of ['update', 'writethru'] as const) {
      const document = tree('nitf', told(secondVersion(kind)))
      expect([one(document, 'correction'), all(document, 'ed-msg')]).toEqual([
        undefined,
        [
          `msg-type=${kind} info=${kind.toUpperCase()}: version 2 replaces all earlier ones.`,
          `msg-type=${kind} info=Eds: adds handshake.`,
        ],
      ])
    }
  })

  test('a running embargo has its status, its date and its first note', () => {
    const document = tree('nitf', told(PUBLISHED, { embargo: '2026-10-30T19:00+09:00' }))
    expect([
      document.getElementsByTagName('docdata')[0]?.getAttribute('management-status'),
      one(document, 'date.release'),
      all(document, 'ed-msg')[0],
    ]).toEqual([
      'embargoed',
      'norm=20261030T190000+0900',
      'msg-type=embargo info=EMBARGOED until 2026-10-30T19:00:00+09:00 (2026-10-30 10:00 UTC). Not for ' +
        'publication before then.',
    ])
  })

  test('a kill is canceled, says why, and has no body', () => {
    const input = told(KILLED)
    const document = tree('nitf', input)
    expect([
      document.getElementsByTagName('docdata')[0]?.getAttribute('management-status'),
      all(document, 'ed-msg'),
      all(document, 'del-list'),
      all(document, 'p'),
      one(document, 'hl1'),
      WRITERS.nitf.fileName(input),
    ]).toEqual([
      'canceled',
      ['msg-type=kill info=KILL: the talks never took place. Do not use.'],
      [],
      ['KILL: the talks never took place. Do not use.'],
      'KILL: Trump and Xi hold first talks in six years',
      'busan-summit-v2-KILL.nitf.xml',
    ])
  })

  test('cancels the version before when it takes its place: not as a draft, not under an embargo', () => {
    const before = (input: WriterInput) => {
      const docdata = tree('nitf', input).getElementsByTagName('docdata')[0]
      return ['status', 'doc-idref', 'idref-status'].map((name) => docdata?.getAttribute(`management-${name}`))
    }
    const second = told(secondVersion('update'))
    const embargoed = told(secondVersion('update'), { embargo: '2026-10-30T19:00+09:00' })
    expect([
      before(second),
      before({ ...second, draft: true }),
      before(embargoed),
      before({ ...embargoed, now: '2026-10-30T10:00:01Z' }),
      before(told(KILLED)),
      before(told(PUBLISHED)),
    ]).toEqual([
      ['usable', `${ID}:1`, 'canceled'],
      ['withheld', null, null],
      ['embargoed', `${ID}:1`, null],
      ['usable', `${ID}:1`, 'canceled'],
      ['canceled', `${ID}:1`, 'canceled'],
      ['usable', null, null],
    ])
  })

  test('the place of the dateline is no place of an event', () => {
    const document = tree('nitf', told(PUBLISHED))
    expect([all(document, 'evloc'), all(document, 'dateline')]).toEqual([[], ['BUSAN, Oct. 30']])
  })

  test('the day of publication is that of its own version, and a draft has none', () => {
    const published = (entries: readonly LedgerEvent[], draft = false) => {
      const ledger = ledgerFrom(entries).map((entry, day) => ({ ...entry, at: `2026-10-0${day + 1}T09:00:00Z` }))
      const input = inputFor(busanStory({}, entries), { dates: publicationDates(ledger), draft })
      return tree('nitf', input).getElementsByTagName('pubdata')[0]?.getAttribute('date.publication')
    }
    expect([
      published([moved('inReview', 'cleared')]),
      published(PUBLISHED),
      published(secondVersion('update').slice(0, 3)),
      published(secondVersion('update')),
      published(secondVersion('update').slice(0, 2), true),
    ]).toEqual(['20261001T090000Z', '20261001T090000Z', '20261003T090000Z', '20261004T090000Z', null])
  })

  test('says what it cannot carry', () => {
    expect(
      WRITERS.nitf.write(inputFor(busanStory({ urgency: 9, subjects: ['desk:own', 'medtop:11000000'] }))).losses,
    ).toEqual([
      { what: 'urgency (NITF has 1 to 8)', count: 1, example: '9' },
      { what: 'subjects that are not Media Topics', count: 1, example: 'desk:own' },
    ])
  })
})

describe('NewsML-G2 2.35', () => {
  test('carries the fields where the standard has them, and the copy as XHTML', () => {
    const document = tree('newsml-g2', told(PUBLISHED))
    const names = [
      'urgency',
      'located',
      'creator',
      'keyword',
      'subject',
      'slugline',
      'headline',
      'dateline',
      'by',
      'edNote',
      'usageTerms',
      'copyrightNotice',
      'pubStatus',
      'p',
    ]
    expect(Object.fromEntries(names.map((name) => [name, all(document, name)]))).toEqual({
      urgency: ['3'],
      located: ['literal=Busan Busan'],
      creator: ['literal=byline-1 Kim Ji-wooCorrespondent', 'literal=byline-2 Lee Seo-yeon'],
      keyword: ['summit', 'trade'],
      subject: ['type=cpnat:abstract qcode=medtop:11000000'],
      slugline: ['BUSAN-SUMMIT'],
      headline: [
        'rank=1 Trump and Xi hold first talks in six years',
        'rank=2 Leaders meet in Busan to push trade deal',
      ],
      dateline: ['BUSAN, Oct. 30'],
      by: ['Kim Ji-woo (Correspondent) and Lee Seo-yeon'],
      edNote: ['Eds: adds handshake.'],
      usageTerms: ['For subscribers only.'],
      copyrightNotice: ['(c) 2026 Example Wire'],
      pubStatus: ['qcode=stat:usable'],
      p: [
        'The leaders’ meeting lasted about 100 minutes; they emerged together.',
        'Trump called Xi “a very tough negotiator.”',
      ],
    })
  })

  test.each([
    ['update', 'qcode=sig:update'],
    ['correction', 'qcode=sig:correction'],
    ['writethru', 'literal=writethru'],
    ['clarification', 'literal=clarification'],
  ] as const)('%s has its signal and names the version before', (kind, signal) => {
    const document = tree('newsml-g2', told(secondVersion(kind)))
    expect([
      all(document, 'signal'),
      all(document, 'link'),
      document.documentElement.getAttribute('version'),
      one(document, 'edNote'),
    ]).toEqual([
      [signal],
      [`rel=irel:previousVersion residref=${ID} version=1`],
      '2',
      `${kind.toUpperCase()}: version 2 replaces all earlier ones.`,
    ])
  })

  test('a kill is canceled, says why, and has no content', () => {
    const document = tree('newsml-g2', told(KILLED))
    expect([
      one(document, 'pubStatus'),
      all(document, 'edNote'),
      all(document, 'contentSet'),
      all(document, 'signal'),
    ]).toEqual(['qcode=stat:canceled', ['KILL: the talks never took place. Do not use.'], [], []])
  })

  test('an embargo has its field, and a draft is withheld and marked', () => {
    const embargoed = tree('newsml-g2', told(PUBLISHED, { embargo: '2026-10-30T19:00+09:00' }))
    expect([one(embargoed, 'embargoed'), one(embargoed, 'edNote')]).toEqual([
      '2026-10-30T19:00:00+09:00',
      'EMBARGOED until 2026-10-30T19:00:00+09:00 (2026-10-30 10:00 UTC). Not for publication before then.',
    ])
    const draft = tree('newsml-g2', { ...told(PUBLISHED), draft: true })
    expect([one(draft, 'pubStatus'), all(draft, 'title')[0], one(draft, 'p')]).toEqual([
      'qcode=stat:withheld',
      'DRAFT: Trump and Xi hold first talks in six years',
      'class=draft DRAFT. Not for publication.',
    ])
  })
})

test('ninjs 2.1 has its own names and version', () => {
  const embargo = '2026-10-30T19:00+09:00'
  const item = JSON.parse(
    decode(WRITERS.ninjs.write({ ...told(PUBLISHED, { embargo }), formatVersion: '2.1' }).bytes),
  ) as Record<string, unknown>
  expect(item).toMatchObject({
    standard: { name: 'ninjs', version: '2.1' },
    embargoed: '2026-10-30T19:00:00+09:00',
    pubstatus: 'usable',
    representationtype: 'full',
    infosources: [{ name: 'Example Wire' }],
  })
  expect(Object.keys(item).filter((key) => /[A-Z]/.test(key))).toEqual([])
})
