import { describe, expect, test } from 'vitest'
import {
  correctionsIn,
  destinationsOf,
  destinationsOfVersion,
  publishedVersions,
  untold,
} from '../../../src/story/ledger/leaving/corrections/corrections'
import { whyNotApproveCorrection } from '../../../src/story/assessment/people/entitlement'
import { historyLines } from '../../../src/story/history/historyLines'
import { hashText } from '../../../src/story/ledger/hash'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Stage, VersionKind } from '../../../src/story/ledger/stages'
import { canonicalJson } from '../../../src/story/text/canonicalJson'
import { deskFrom, ledgerFrom, NOW, storyFrom } from '../../builders/stories/storyFrom'
import { defined } from '../../../src/story/text/defined'

type Event = LedgerEvent & { readonly by?: string }
const moved = (from: Stage, to: Stage, versionKind?: VersionKind): Event => ({
  kind: 'moved',
  from,
  to,
  copyHash: 'h',
  blocks: 0,
  warns: 0,
  overrides: [],
  ...defined({ versionKind }),
})
const published: readonly Event[] = [moved('inReview', 'cleared'), moved('cleared', 'published')]
const next = (kind: VersionKind): Event => moved('published', 'inReview', kind)
const exported = (
  destination: string | undefined,
  more: Partial<Extract<LedgerEvent, { kind: 'exported' }>> = {},
): Event => ({
  kind: 'exported',
  format: 'html',
  edition: 'public',
  fileName: 'busan.html',
  sha256: 'a'.repeat(64),
  draft: false,
  blocks: 0,
  overrides: [],
  ...defined({ destination }),
  ...more,
})
const noted = (version: number, more: Partial<Extract<LedgerEvent, { kind: 'correctionNoted' }>> = {}): Event => ({
  kind: 'correctionNoted',
  version,
  was: '90',
  is: '100',
  since: { version: 1, at: NOW },
  cause: 'Misheard',
  publicText: 'It was 100.',
  approver: 'Editor',
  ...more,
})
const told = (
  version: number,
  entry: number,
  destination: string,
  more: { readonly withdrawn?: true } = {},
): Event => ({ kind: 'correctionTold', version, export: entry, destination, ...more })
const names = (entries: ReturnType<typeof ledgerFrom>, version = 2, since = 1) =>
  destinationsOf(entries, version, since).map(
    ({ destination, version: had, entry, told: by }) =>
      `${destination} v${had} (${entry})${by ? ` told by ${by.by}` : ''}`,
  )

describe('the corrections of a story', () => {
  test('are its versions of these two kinds, each with its last record and its last approved record', () => {
    const { approver: _none, ...unapproved } = noted(2, { publicText: 'Still 100.' }) as Extract<
      LedgerEvent,
      { kind: 'correctionNoted' }
    >
    const entries = ledgerFrom([
      ...published,
      next('correction'),
      noted(2),
      { ...unapproved, by: 'Reporter' },
      ...published,
      next('update'),
      ...published,
      next('clarification'),
    ])
    const record = {
      version: 2,
      by: 'Editor',
      at: NOW,
      was: '90',
      is: '100',
      since: { version: 1, at: NOW },
      cause: 'Misheard',
      publicText: 'It was 100.',
    }
    expect(correctionsIn(entries)).toEqual([
      {
        version: 2,
        kind: 'correction',
        published: NOW,
        record: { ...record, entry: 5, by: 'Reporter', publicText: 'Still 100.' },
        approved: { ...record, entry: 4, approver: 'Editor' },
      },
      { version: 4, kind: 'clarification' },
    ])
    expect(publishedVersions(entries)).toEqual([
      { version: 1, at: NOW },
      { version: 2, at: NOW },
      { version: 3, at: NOW },
    ])
  })

  test('the ledger state has the record of the current version, and drops it with the next', () => {
    const open = [...published, next('correction'), noted(2)]
    expect(foldLedger(ledgerFrom(open)).correction).toMatchObject({ entry: 4, was: '90' })
    expect(foldLedger(ledgerFrom([...open, ...published])).correction).toMatchObject({ entry: 4 })
    expect(foldLedger(ledgerFrom([...open, ...published, next('correction')])).correction).toBeUndefined()
    expect(foldLedger(ledgerFrom([...published, next('correction'), noted(1)])).correction).toBeUndefined()
  })

  test('the history does not name who only approved it as its writer', () => {
    const lines = historyLines(
      ledgerFrom([...published, next('correction'), noted(2, { approver: undefined }), noted(2)]),
      (id) => id,
    )
    expect(lines.slice(0, 2).map(({ did }) => did)).toEqual([
      'approved the correction note of version 2',
      'saved the correction note of version 2',
    ])
  })

  test('the history says who recorded it and who was told', () => {
    const lines = historyLines(
      ledgerFrom([
        ...published,
        next('correction'),
        noted(2, { selfApproved: true }),
        told(2, 3, '/out/a.html'),
        told(2, 3, '/out/a.html', { withdrawn: true }),
      ]),
      (id) => id,
    )
    expect(lines.slice(0, 3).map(({ did, change, notes }) => ({ did, change, notes }))).toEqual([
      { did: 'undid “notified” for /out/a.html, correction in version 2', change: undefined, notes: [] },
      { did: 'notified /out/a.html of the correction in version 2', change: undefined, notes: [] },
      {
        did: 'saved and approved the correction note of version 2',
        change: { old: '90', now: '100' },
        notes: ['Since version 1', 'How it happened: Misheard', 'For readers: “It was 100.”', 'Self-approved'],
      },
    ])
  })
})

describe('where the wrong words went', () => {
  test('is each destination once, with its last export; drafts and internal documents do not count', () => {
    const entries = ledgerFrom([
      exported('/out/early.html'),
      ...published,
      exported('/out/a.html'),
      exported('/out/a.html'),
      exported('/out/b.txt', { draft: true }),
      exported('/out/sheet.html', { edition: 'internal' }),
      exported(undefined),
      next('correction'),
      exported('/out/a.html'),
      exported('/out/new.html'),
    ])
    expect(names(entries)).toEqual(['/out/early.html v1 (1)', '/out/a.html v1 (5)', 'busan.html v1 (8)'])
  })

  test('does not include a failed export; an earlier successful one still counts', () => {
    const failed = (entry: number): Event => ({ kind: 'exportFailed', export: entry, reason: 'the disk is full' })
    expect(
      names(
        ledgerFrom([...published, exported('/out/a.html'), exported('/out/b.html'), failed(4), next('correction')]),
      ),
    ).toEqual(['/out/a.html v1 (3)'])
    expect(
      names(
        ledgerFrom([...published, exported('/out/a.html'), exported('/out/a.html'), failed(4), next('correction')]),
      ),
    ).toEqual(['/out/a.html v1 (3)'])
    expect(
      names(
        ledgerFrom([
          ...published,
          exported('/out/a.html'),
          failed(3),
          next('correction'),
          exported('/out/c.html', { again: 3 }),
        ]),
      ),
    ).toEqual(['/out/c.html v1 (6)'])
    expect(historyLines(ledgerFrom([...published, exported('/out/a.html'), failed(3)]), (id) => id)[0]).toMatchObject({
      did: 'found that the export of entry 3 was not saved',
      notes: ['the disk is full'],
    })
  })

  test('a repeated export has the version of the first, and its destination unless it has its own', () => {
    const entries = ledgerFrom([
      ...published,
      exported('/out/a.html'),
      next('correction'),
      exported(undefined, { again: 3 }),
      exported('/out/c.html', { again: 5 }),
    ])
    expect(names(entries)).toEqual(['/out/a.html v1 (5)', '/out/c.html v1 (6)'])
  })

  test('starts with the version that first had the wrong words', () => {
    const entries = ledgerFrom([
      ...published,
      exported('/out/one.html'),
      next('update'),
      ...published,
      exported('/out/two.html'),
      next('correction'),
    ])
    expect([names(entries, 3, 1), names(entries, 3, 2), names(entries, 3, 3)]).toEqual([
      ['/out/one.html v1 (3)', '/out/two.html v2 (7)'],
      ['/out/two.html v2 (7)'],
      [],
    ])
  })

  describe('of the corrected version itself', () => {
    const leaving = (words: string) => ({ rule: 1, parts: { text: words } })
    const textOf = (words: string, publicText?: string): string => {
      const hash = hashText(canonicalJson(leaving(words)))
      return publicText === undefined ? hash : hashText(canonicalJson({ hash, publicText }))
    }
    const cleared = (words: string): Event => ({ ...moved('inReview', 'cleared'), leaving: leaving(words) }) as Event
    const sent = (destination: string, text: string, number?: number): Event =>
      exported(destination, { left: { text, ...defined({ number }) } })
    const corrected = (...events: readonly Event[]) => names(ledgerFrom([...published, next('correction'), ...events]))

    test('is where a text with other words than the last cleared ones went, cleared or not', () => {
      expect(
        corrected(
          sent('/out/uncleared.html', textOf('40')),
          cleared('50'),
          sent('/out/between.html', textOf('50'), 2),
          moved('cleared', 'inReview'),
          cleared('100'),
          moved('cleared', 'published'),
          sent('/out/last.html', textOf('100'), 3),
        ),
      ).toEqual(['/out/uncleared.html v2 (4)', '/out/between.html v2 (6)'])
    })

    test('is not where only the text for readers is another one, or where the last words went before they were cleared', () => {
      expect(
        corrected(
          sent('/out/early.html', textOf('100')),
          cleared('100'),
          sent('/out/none.html', textOf('100'), 2),
          noted(2),
          sent('/out/noted.html', textOf('100', 'It was 100.'), 3),
          moved('cleared', 'published'),
          noted(2, { publicText: 'It was always 100.' }),
        ),
      ).toEqual([])
    })

    test('is nowhere while nothing of it is cleared, or if an earlier Stet cleared it', () => {
      expect(corrected(sent('/out/a.html', textOf('40')))).toEqual([])
      expect(corrected(sent('/out/a.html', textOf('40')), ...published)).toEqual([])
      expect(corrected(exported('/out/a.html'), cleared('100'))).toEqual([])
    })

    test('says nothing of where a version is live', () => {
      const entries = ledgerFrom([
        ...published,
        exported('/out/live.html'),
        next('correction'),
        cleared('50'),
        sent('/out/between.html', textOf('50'), 2),
        moved('cleared', 'inReview'),
        cleared('100'),
      ])
      expect(destinationsOfVersion(entries, 1).map(({ destination }) => destination)).toEqual(['/out/live.html'])
    })
  })

  test('a destination counts as told until that is withdrawn, or the wrong words go there again', () => {
    const start = [...published, exported('/out/a.html'), exported('/out/b.html'), next('correction'), noted(2)]
    const open = (...more: readonly Event[]) =>
      untold(ledgerFrom([...start, ...more])).flatMap(({ destinations }) => destinations)
    expect(open()).toEqual([])
    expect(open(...published)).toEqual(['/out/a.html', '/out/b.html'])
    expect(open(told(2, 3, '/out/a.html'), ...published)).toEqual(['/out/b.html'])
    // The name in the log may be sealed now: the number of the export counts.
    expect(open(told(2, 3, '/out/Source A.html'), ...published)).toEqual(['/out/b.html'])
    expect(open(told(2, 3, '/out/a.html'), told(2, 3, '/out/a.html', { withdrawn: true }), ...published)).toEqual([
      '/out/a.html',
      '/out/b.html',
    ])
    expect(open(told(2, 3, '/out/a.html'), exported('/out/a.html', { again: 3 }), ...published)).toEqual([
      '/out/a.html',
      '/out/b.html',
    ])
    expect(open(told(3, 3, '/out/a.html'), ...published)).toEqual(['/out/a.html', '/out/b.html'])
    expect(open(...published, exported('/out/a.html'))).toEqual(['/out/a.html', '/out/b.html'])
  })
})

test('anyone on the roster but authors and bylines approves a correction; at a desk of one everybody does', () => {
  const story = storyFrom('Headline', {}, [], { byline: [{ name: 'Second' }] })
  const desk = deskFrom({
    roster: [
      { name: 'Reporter' },
      { name: 'Second' },
      { name: 'Editor', role: 'editor' },
      { name: 'Checker', role: 'checker' },
    ],
  })
  const why = (by: string, deskOfOne = false) =>
    whyNotApproveCorrection(by, story, { ...desk, settings: { deskOfOne } })
  expect(['Editor', 'Checker'].map((by) => why(by))).toEqual([undefined, undefined])
  expect([why('Reporter'), why('Second'), why('Nobody'), why('Nobody', true)]).toEqual([
    'Reporter is the author or has a byline. Someone else must approve the correction note.',
    'Second is the author or has a byline. Someone else must approve the correction note.',
    'Nobody is not on the roster of this library. Add the name to the roster first.',
    'Nobody is not on the roster of this library. Add the name to the roster first.',
  ])
  expect(why('Reporter', true)).toBeUndefined()
})
