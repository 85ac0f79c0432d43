/** Moves that people made on machines that had not heard of one another, and what is noted beside them. */
import { describe, expect, test } from 'vitest'
import { foldLedger } from '../../../src/story/ledger/ledger'
import { correctionsIn, publishedVersions } from '../../../src/story/ledger/leaving/corrections'
import { killIn } from '../../../src/story/ledger/leaving/kill'
import { versionsOf } from '../../../src/story/ledger/leaving/versionsOf'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { inOrder } from '../../../src/story/ledger/order/ledgerOrder'
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
    expect([copy.state.standing, versionsOf(inOrder(copy.file)).now]).toEqual([
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
    expect(versionsOf(entries).now).toBe(3)
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
