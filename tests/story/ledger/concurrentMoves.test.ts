/** Moves that people made on machines that had not heard of one another, and what is noted beside them. */
import { describe, expect, test } from 'vitest'
import { foldLedger } from '../../../src/story/ledger/ledger'
import { publicationDates } from '../../../src/projection/published/publicationDates'
import {
  correctionsIn,
  destinationsOf,
  publishedVersions,
  untold,
} from '../../../src/story/ledger/leaving/corrections/corrections'
import { killIn } from '../../../src/story/ledger/leaving/kill'
import { versionsOf } from '../../../src/story/ledger/leaving/versionsOf'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { inOrder, NONE_APART, type Apart } from '../../../src/story/ledger/order/ledgerOrder'
import type { VersionKind } from '../../../src/story/ledger/stages'
import { Machine, moved, signed, twoMachines } from '../../builders/stories/machines'

const reason = 'The figure is wrong.'

/** Both machines have the story cleared. */
function cleared(): { readonly desk: Machine; readonly laptop: Machine } {
  const { desk, laptop } = twoMachines()
  desk.write('Author', moved('draft', 'filed'), 1)
  desk.write('Ed', moved('filed', 'inReview'), 1)
  desk.write('Ed', moved('inReview', 'cleared', { leaving: { rule: 1, parts: {} } }), 2)
  return { desk, laptop: laptop.receive(desk) }
}

describe('a cleared story that is spiked on one machine', () => {
  test('and sent back on another is restored as it was sent back', () => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'inReview'), 10)
    desk.write('Ed', moved('inReview', 'draft', { reason }), 11)
    laptop.write('Author', moved('cleared', 'spiked'), 12)
    desk.receive(laptop)
    const spiked = desk.state
    expect(spiked.standing).toEqual({ stage: 'spiked', version: 1, live: false, spikedFrom: 'draft' })
    expect([spiked.spikedHash, spiked.spikedCleared]).toEqual([undefined, undefined])
    desk.write('Author', moved('spiked', 'draft'), 20)
    const { standing, clearedHash, sentBack } = desk.state
    expect(standing).toEqual({ stage: 'draft', version: 1, live: false })
    expect(clearedHash).toBeUndefined()
    expect(sentBack).toEqual({ by: 'Ed', at: '2026-11-28T10:00:11.000Z', reason })
  })

  test.each([9, 13])('and spiked on another after it went back is not cleared when restored, at %i', (time) => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'inReview', { reason }), 10)
    desk.write('Ed', moved('inReview', 'spiked'), 11)
    laptop.write('Author', moved('cleared', 'spiked'), time)
    const { standing, spikedHash } = desk.receive(laptop).state
    expect(standing.spikedFrom).toBe('inReview')
    expect(spikedHash).toBeUndefined()
  })

  test('and on another is cleared again when restored', () => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'spiked'), 10)
    laptop.write('Author', moved('cleared', 'spiked'), 12)
    desk.receive(laptop).write('Ed', moved('spiked', 'cleared'), 20)
    const { standing, clearedHash, cleared: all } = desk.state
    expect([standing.stage, clearedHash, all]).toEqual(['cleared', 'copy', { rule: 1, parts: {} }])
  })
})

/** One machine wrote all of it, or two did. */
const BOTH = [
  ['one writer', false],
  ['several writers', true],
] as const
const withOther = ({ desk, laptop }: ReturnType<typeof twoMachines>, several: boolean): Machine => {
  if (!several) return desk
  desk.write('Ana', signed('queried'), 4)
  laptop.write('Ben', signed('verified'), 4)
  expect(desk.receive(laptop).state.known).toBeDefined()
  return desk
}

describe.each(BOTH)('in a ledger of %s', (_name, several) => {
  const loss: LedgerEvent = {
    kind: 'lossFound',
    losses: [{ kind: 'ledgerLine', where: 'line 7', detail: '' }],
  } as never

  test('a clearing that a loss took does not come back when the story is spiked and restored', () => {
    const desk = withOther(cleared(), several)
    desk.write('Stet', loss, 5)
    desk.write('Cho', moved('cleared', 'spiked'), 7)
    desk.write('Cho', moved('spiked', 'cleared', { copyHash: 'another copy' }), 8)
    const { standing, clearedHash, cleared: all } = desk.state
    expect([standing.stage, clearedHash, all]).toEqual(['cleared', undefined, undefined])
  })

  test('a clearing that a loss took does not come back when the story is published', () => {
    const desk = withOther(cleared(), several)
    desk.write('Stet', loss, 5)
    desk.write('Ed', moved('cleared', 'published'), 7)
    expect(desk.state.clearedHash).toBeUndefined()
  })

  test('the record of a correction stays when the story moves on, until the next version', () => {
    const desk = withOther(cleared(), several)
    const note = { was: 'a', is: 'b', since: '', cause: '', publicText: 't', approver: 'Ed' }
    desk.write('Ed', moved('cleared', 'published'), 5)
    desk.write('Ed', moved('published', 'inReview', { versionKind: 'correction' }), 6)
    desk.write('Ed', { kind: 'correctionNoted', version: 2, ...note } as never, 7)
    desk.write('Ed', moved('inReview', 'cleared'), 8)
    expect(desk.state.correction?.is).toBe('b')
    desk.write('Ed', moved('cleared', 'published'), 9)
    expect(desk.state.correction?.is).toBe('b')
    desk.write('Ed', moved('published', 'inReview', { versionKind: 'update' }), 10)
    expect(desk.state.correction).toBeUndefined()
  })

  test('a field that was set after the clearing stays known when the story moves on', () => {
    const desk = withOther(cleared(), several)
    desk.write('Ed', { kind: 'fieldSet', field: 'copyrightLine', from: 'a', to: 'b', leaves: true }, 5)
    desk.write('Ed', moved('cleared', 'published'), 7)
    expect([...desk.state.leavingSet]).toEqual([['copyrightLine', 'a']])
  })
})

const next = (versionKind: VersionKind): LedgerEvent => moved('published', 'inReview', { versionKind })

/** Both machines have version 2, a correction, cleared. Readers have version 1. */
function secondCleared(): { readonly desk: Machine; readonly laptop: Machine } {
  const { desk, laptop } = cleared()
  desk.write('Ed', moved('cleared', 'published', { copyHash: 'first' }), 3)
  desk.write('Ed', next('correction'), 4)
  desk.write('Ed', moved('inReview', 'cleared'), 5)
  return { desk, laptop: laptop.receive(desk) }
}

describe('the number of a version', () => {
  const BESIDE: readonly (readonly [string, readonly LedgerEvent[]])[] = [
    ['sent back', [moved('cleared', 'inReview')]],
    ['sent back and cleared again', [moved('cleared', 'inReview'), moved('inReview', 'cleared')]],
    ['sent back to the draft', [moved('cleared', 'inReview'), moved('inReview', 'draft', { reason })]],
  ]

  test.each(BESIDE)('is the next one for what was %s while another machine published it', (_name, beside) => {
    const { desk, laptop } = secondCleared()
    desk.write('Ed', moved('cleared', 'published', { copyHash: 'second' }), 10)
    for (const [at, event] of beside.entries()) laptop.write('Ed', event, 11 + at)
    for (const machine of [desk.receive(laptop), laptop.receive(desk)]) {
      const { standing, publishedHash, publishedVersion } = machine.state
      expect([standing, publishedHash, publishedVersion]).toEqual([
        { stage: stageAfter(beside), version: 3, live: true, versionKind: 'correction' },
        'second',
        2,
      ])
    }
  })

  test('is the same for a version that two machines opened, and the next one once one of them is published', () => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'published', { copyHash: 'first' }), 3)
    laptop.receive(desk)
    desk.write('Ed', next('update'), 10)
    laptop.write('Ed', next('correction'), 11)
    laptop.write('Ed', moved('inReview', 'cleared'), 12)
    const copy = new Machine().receive(desk).receive(laptop)
    expect([copy.state.standing, versionsOf(inOrder(copy.file)).now.version]).toEqual([
      { stage: 'inReview', version: 2, live: true, versionKind: 'update' },
      2,
    ])
    laptop.write('Ed', moved('cleared', 'published', { copyHash: 'second' }), 13)
    desk.receive(laptop)
    const { standing, publishedHash } = desk.state
    expect([standing, publishedHash]).toEqual([
      { stage: 'inReview', version: 3, live: true, versionKind: 'update' },
      'second',
    ])
    const entries = inOrder(desk.file)
    expect(publishedVersions(entries).map(({ version }) => version)).toEqual([1, 2])
    expect(correctionsIn(entries).map(({ version, published }) => [version, published])).toEqual([
      [2, '2026-11-28T10:00:13.000Z'],
    ])
    expect(versionsOf(entries).now).toEqual(standing)
  })

  test('of a kill is that of the last version that readers had, also where another machine published it', () => {
    const { desk, laptop } = secondCleared()
    desk.write('Ed', moved('cleared', 'published', { copyHash: 'second' }), 10)
    laptop.write('Ed', moved('cleared', 'killed', { reason }), 11)
    const { standing, publishedHash, publishedVersion } = desk.receive(laptop).state
    expect([standing, publishedHash, publishedVersion]).toEqual([
      { stage: 'killed', version: 2, live: false, versionKind: 'correction' },
      'second',
      2,
    ])
    const early = secondCleared()
    early.desk.write('Ed', moved('cleared', 'published', { copyHash: 'second' }), 10)
    early.desk.write('Ed', next('update'), 11)
    early.laptop.write('Ed', moved('cleared', 'killed', { reason }), 12)
    expect(early.desk.receive(early.laptop).state.standing.version).toBe(3)
    expect(killIn(inOrder(early.desk.file))?.version).toBe(2)
  })
})

const record = {
  was: '90',
  is: '100',
  since: { version: 1, at: '' },
  cause: 'Misheard',
  publicText: 'It was 100.',
  approver: 'Ed',
} as const
const noted = (version: number): LedgerEvent => ({ kind: 'correctionNoted', version, ...record })
const exported: LedgerEvent = {
  kind: 'exported',
  format: 'html',
  edition: 'public',
  fileName: 'busan.html',
  sha256: 'a'.repeat(64),
  draft: false,
  blocks: 0,
  overrides: [],
  destination: '/out',
}

describe.each(BOTH)('the versions of a ledger of %s', (_name, several) => {
  /** Published, exported and corrected in version 2. The entry that cleared it first does not count. */
  function corrected(): { readonly rest: Machine['file']; readonly left: Apart } {
    const { desk, laptop } = twoMachines()
    desk.write('Author', moved('draft', 'filed'), 1)
    desk.write('Ed', moved('filed', 'inReview'), 1)
    laptop.receive(desk)
    withOther({ desk, laptop }, several)
    const lost = desk.write('Ed', moved('inReview', 'cleared'), 5)
    desk.write('Ed', moved('cleared', 'published'), 6)
    desk.write('Ed', exported, 7)
    desk.write('Ed', next('correction'), 8)
    desk.write('Ed', noted(2), 9)
    desk.write('Ed', moved('inReview', 'cleared'), 10)
    desk.write('Ed', moved('cleared', 'published'), 11)
    return { rest: desk.file.filter((entry) => entry !== lost), left: new Map([[lost.hash, lost]]) }
  }

  test.each(['was lost', 'stands apart'])('count after a move that %s', (how) => {
    const { rest, left } = corrected()
    const apart = how === 'was lost' ? NONE_APART : left
    const entries = inOrder(rest, apart)
    expect(versionsOf(entries, apart).now).toEqual(foldLedger(entries, undefined, apart).standing)
    expect(publishedVersions(entries, apart)).toEqual([
      { version: 1, at: '2026-11-28T10:00:06.000Z' },
      { version: 2, at: '2026-11-28T10:00:11.000Z' },
    ])
    expect(
      correctionsIn(entries, apart).map(({ version, published, approved }) => [version, published, approved?.is]),
    ).toEqual([[2, '2026-11-28T10:00:11.000Z', '100']])
    expect(untold(entries, apart)).toEqual([{ version: 2, kind: 'correction', destinations: ['/out'] }])
  })
})

test('entries that stand apart tell who knew what: an export is of the version that its writer had', () => {
  const { desk, laptop } = cleared()
  const apart: Apart = new Map([desk.write('Eve', signed('queried'), 3)].map((entry) => [entry.hash, entry]))
  desk.write('Ed', exported, 20)
  laptop.write('Ed', moved('cleared', 'published'), 5)
  laptop.write('Ed', next('update'), 6)
  const rest = desk.receive(laptop).file.filter(({ hash }) => !apart.has(hash))
  expect(destinationsOf(inOrder(rest, apart), 3, 1, apart).map(({ version }) => version)).toEqual([1])
})

test('the versions stand as the readings of an undone merge say together', () => {
  const { desk, laptop } = cleared()
  const here = desk.heads
  laptop.write('Ed', moved('cleared', 'published'), 5)
  laptop.write('Ed', next('correction'), 6)
  desk.receive(laptop)
  const merge = desk.write('Ed', { kind: 'merged', bundle: 'b', from: 'Kim', device: 'd', entries: 2, here }, 7)
  desk.write('Ed', moved('inReview', 'cleared'), 8)
  desk.write('Ed', { kind: 'mergeUndone', merge: merge.hash, tray: [], client: 1 }, 9)
  desk.write('Ed', moved('cleared', 'inReview'), 10)
  desk.write('Ed', moved('inReview', 'cleared'), 11)
  desk.write('Ed', moved('cleared', 'published'), 12)
  // No table has it. Without the merge its writer saw another standing.
  desk.write('Ed', moved('inReview', 'published'), 13)
  const entries = inOrder(desk.file)
  const { standing, undone } = foldLedger(entries)
  expect([undone === undefined, versionsOf(entries).now]).toEqual([false, standing])
  expect(publishedVersions(entries).map(({ version }) => version)).toEqual([1, 2])
})

describe('a correction that one machine publishes while another sends it back', () => {
  function sentBack(): Machine {
    const { desk, laptop } = secondCleared()
    desk.write('Ed', moved('cleared', 'published'), 10)
    laptop.write('Ed', moved('cleared', 'inReview'), 11)
    return desk.receive(laptop)
  }
  const found = (desk: Machine): readonly unknown[] =>
    correctionsIn(inOrder(desk.file)).map(({ version, kind, published, approved }) => [
      version,
      kind,
      published?.slice(17, 19),
      approved?.is,
    ])

  test('is a correction again, under the next number', () => {
    expect(found(sentBack())).toEqual([
      [2, 'correction', '10', undefined],
      [3, 'correction', undefined, undefined],
    ])
  })

  test('takes a record, which readers get, also when a later version is open', () => {
    const desk = sentBack()
    desk.write('Ed', noted(3), 12)
    expect(desk.state.correction?.is).toBe('100')
    expect(found(desk)[1]).toEqual([3, 'correction', undefined, '100'])
    desk.write('Ed', moved('inReview', 'cleared'), 13)
    desk.write('Ed', moved('cleared', 'published'), 14)
    desk.write('Ed', next('update'), 15)
    expect(found(desk)).toEqual([
      [2, 'correction', '10', undefined],
      [3, 'correction', '14', '100'],
    ])
    expect(publicationDates(inOrder(desk.file)).earlierCorrections).toEqual([
      { kind: 'correction', text: 'It was 100.', at: '2026-11-28T10:00:14.000Z' },
    ])
  })

  test('keeps its record and its publication when the other machine opened the same version later', () => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'published'), 3)
    laptop.receive(desk)
    desk.write('Ed', next('correction'), 4)
    desk.write('Ed', noted(2), 5)
    desk.write('Ed', moved('inReview', 'cleared'), 6)
    desk.write('Ed', moved('cleared', 'published'), 7)
    laptop.write('Ed', next('correction'), 8)
    expect(found(desk.receive(laptop))).toEqual([
      [2, 'correction', '07', '100'],
      [3, 'correction', undefined, undefined],
    ])
  })

  test('stands in the order of the numbers, whichever was opened first', () => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'published'), 3)
    laptop.receive(desk)
    desk.write('Ed', next('update'), 4)
    desk.write('Ed', moved('inReview', 'cleared'), 5)
    desk.write('Ed', moved('cleared', 'published'), 6)
    desk.write('Ed', next('correction'), 7)
    laptop.write('Ed', next('clarification'), 8)
    expect(correctionsIn(inOrder(desk.receive(laptop).file)).map(({ version }) => version)).toEqual([2, 3])
  })
})

const stageAfter = (events: readonly LedgerEvent[]): string => {
  const last = events.at(-1)
  return last?.kind === 'moved' ? last.to : ''
}

describe('a move that the app never makes', () => {
  const killed = (): ReturnType<typeof twoMachines> => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'published'), 3)
    laptop.receive(desk)
    desk.write('Ed', moved('published', 'killed', { reason }), 5)
    return { desk, laptop }
  }

  test.each(['draft', 'inReview', 'published', 'spiked'] as const)('takes no killed story to %s', (to) => {
    const { desk, laptop } = killed()
    const rest = desk.state
    desk.write('Cho', moved('killed', to, { versionKind: 'update' }), 20)
    desk.write('Cho', moved('published', to, { versionKind: 'update' }), 21)
    const { seq, head, latest } = desk.state
    expect(desk.state).toEqual({ ...rest, seq, head, latest })
    laptop.write('Ed', moved('published', 'inReview', { versionKind: 'update' }), 22)
    laptop.receive(desk).write('Cho', moved('killed', to), 23)
    expect([laptop.state.known === undefined, laptop.state.standing.stage]).toEqual([false, 'killed'])
  })

  test.each([
    ['draft', 'published'],
    ['inReview', 'published'],
    ['cleared', 'published'],
    ['published', 'inReview'],
    ['spiked', 'cleared'],
    ['spiked', 'draft'],
  ] as const)('takes no draft from %s to %s', (from, to) => {
    for (const several of [false, true]) {
      const desk = withOther(twoMachines(), several)
      desk.write('Cho', moved(from, to, { versionKind: 'update' }), 20)
      expect(desk.state.standing).toEqual({ stage: 'draft', version: 1, live: false })
      expect(desk.state.publishedHash).toBeUndefined()
    }
  })

  test('takes the pen from nobody', () => {
    const { desk } = twoMachines()
    desk.write('Author', moved('draft', 'filed'), 1)
    desk.write('Ed', { kind: 'pen', to: 'Ed', taken: true, typed: {} }, 2)
    desk.write('Cho', moved('inReview', 'draft'), 3)
    expect(desk.state.pen?.map(({ to }) => to)).toEqual(['Ed'])
  })

  test('is legal if its writer did not know what made it illegal', () => {
    const { desk, laptop } = cleared()
    desk.write('Ed', moved('cleared', 'inReview'), 10)
    laptop.write('Ed', moved('cleared', 'published'), 11)
    expect(desk.receive(laptop).state.standing).toMatchObject({ stage: 'inReview', live: true, version: 2 })
  })

  test('kills a story all the same', () => {
    const { desk } = twoMachines()
    desk.write('Ed', moved('published', 'killed', { reason }), 5)
    expect(desk.state.standing.stage).toBe('killed')
  })

  test.each(BOTH)('is none after a move that was lost, or stands apart, in a ledger of %s', (_name, several) => {
    const desk = withOther(twoMachines(), several)
    const whole = desk.state
    const lost = desk.write('Ed', moved('draft', 'cleared'), 10)
    desk.write('Ed', moved('cleared', 'published'), 11)
    const rest = desk.file.filter((entry) => entry !== lost)
    for (const apart of [undefined, new Map([[lost.hash, lost]])]) {
      const { standing, known } = foldLedger(inOrder(rest, apart), undefined, apart)
      expect([standing, known === undefined]).toEqual([{ stage: 'published', version: 1, live: true }, !several])
    }
    expect(whole.standing.stage).toBe('draft')
    desk.write('Ed', moved('published', 'killed', { reason }), 12)
    desk.write('Cho', moved('killed', 'inReview'), 13)
    const after = desk.file.filter((entry) => entry !== lost)
    expect(foldLedger(inOrder(after)).standing.stage).toBe('killed')
  })

  test('from before keys is read as it was', () => {
    const { desk } = twoMachines()
    const old = { ...moved('published', 'killed'), seq: 2, at: '', by: 'Ed', prev: '', hash: 'h' } as never
    const back = { ...moved('killed', 'inReview'), seq: 3, at: '', by: 'Ed', prev: 'h', hash: 'i' } as never
    expect(foldLedger([...desk.file, old, back]).standing.stage).toBe('inReview')
  })
})
