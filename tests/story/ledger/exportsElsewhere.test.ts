/** Exports that other machines and other builds note, and what they may say of numbers, kills and failures. */
import { describe, expect, test } from 'vitest'
import { destinationsOf } from '../../../src/story/ledger/leaving/corrections/corrections'
import { destinationsOfKill, untoldOfKill } from '../../../src/story/ledger/leaving/kill'
import { numberOf, numberOfKill, textsThatLeft } from '../../../src/story/ledger/leaving/textsOut'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { inOrder } from '../../../src/story/ledger/order/ledgerOrder'
import { Machine, moved } from '../../builders/stories/machines'
import { ledgerFrom } from '../../builders/stories/storyFrom'

type ExportedEvent = Extract<LedgerEvent, { kind: 'exported' }>
const exported = (more: Partial<ExportedEvent> = {}): ExportedEvent => ({
  ...{ kind: 'exported', format: 'ninjs', edition: 'wire', fileName: 'a.json', sha256: 'a' },
  ...{ draft: false, blocks: 0, overrides: [] },
  ...more,
})
const CLEARED = [moved('draft', 'filed'), moved('filed', 'inReview'), moved('inReview', 'cleared')]
const OTHER = { version: 1, text: 'other', copy: 'copy' }

describe('the number that another build notes', () => {
  test.each(['x', Number.NaN, Infinity, 2 ** 53, 1_000_001, 1.5, 0, -1, null, {}])(
    '%j is ignored: the export counts with the version of the desk',
    (number) => {
      const left = { text: 'x', number } as unknown as ExportedEvent['left']
      const before = textsThatLeft(ledgerFrom([...CLEARED, exported({ left })]))
      expect([before.map((one) => one.number), numberOf(OTHER, before)]).toEqual([[1], 2])
    },
  )

  test('1,000,000 counts, and each later text still has a number of its own', () => {
    const sent = [exported({ left: { text: 'x', number: 1_000_000 } })]
    for (const text of ['b', 'c', 'd']) {
      const now = { version: 1, text, copy: 'copy' }
      sent.push(exported({ left: { text, number: numberOf(now, textsThatLeft(ledgerFrom([...CLEARED, ...sent]))) } }))
    }
    const before = textsThatLeft(ledgerFrom([...CLEARED, ...sent]))
    expect(before.map(({ number }) => number)).toEqual([1_000_000, 1_000_001, 1_000_002, 1_000_003])
  })

  test('an export that notes nothing readable counts as one under an id of its own', () => {
    const left = null as unknown as ExportedEvent['left']
    expect(textsThatLeft(ledgerFrom([...CLEARED, exported({ left })]))).toEqual([])
  })
})

/** The desk kills the story at 10:00:10. Until 10:00:20 the laptop does not know, and sends another text. */
function killedMeanwhile(kill?: { readonly to: string; readonly time: number }) {
  const desk = new Machine()
  desk.write('Author', { kind: 'created', origin: 'new' }, 0)
  for (const move of CLEARED) desk.write('Editor', move, 1)
  desk.write('Editor', exported({ destination: '/out/one.json', left: { text: 'one', number: 1 } }), 2)
  const laptop = new Machine().receive(desk)
  desk.write('Editor', moved('cleared', 'killed', { reason: 'Wrong.' }), 10)
  if (kill) desk.write('Editor', exported({ destination: kill.to }), kill.time)
  laptop.write('Other', moved('cleared', 'inReview'), 11)
  laptop.write('Other', moved('inReview', 'cleared', { copyHash: 'other' }), 12)
  laptop.write('Other', exported({ destination: '/out/two.json', left: { text: 'two', number: 2 } }), 15)
  return desk.receive(laptop)
}
const standing = (machine: Machine) =>
  destinationsOfKill(inOrder(machine.file)).map(({ destination, told }) => [destination, told?.by])

describe('a text that was sent without knowledge of the kill', () => {
  test('counts: the kill has a number after it', () => {
    const before = textsThatLeft(inOrder(killedMeanwhile().file))
    expect([before.map(({ number }) => number), numberOfKill({ version: 1 }, before)]).toEqual([[1, 2], 3])
  })

  test('is no kill: its destination is on the list and is not told', () => {
    const machine = killedMeanwhile()
    expect([standing(machine), untoldOfKill(inOrder(machine.file))]).toEqual([
      [
        ['/out/one.json', undefined],
        ['/out/two.json', undefined],
      ],
      2,
    ])
  })

  test.each([13, 18])('is not withdrawn by a kill that was sent without knowledge of it, at second %i', (time) => {
    expect(standing(killedMeanwhile({ to: '/out/two.json', time }))).toEqual([
      ['/out/one.json', undefined],
      ['/out/two.json', undefined],
    ])
  })

  test('is withdrawn by a kill that was sent afterwards', () => {
    const machine = killedMeanwhile()
    machine.write('Editor', exported({ destination: '/out/two.json' }), 20)
    expect(standing(machine)).toEqual([
      ['/out/one.json', undefined],
      ['/out/two.json', 'Editor'],
    ])
  })
})

test('an exported kill does not tell a place that has a text under an id of its own', () => {
  const events = [
    ...CLEARED,
    exported({ destination: '/out/own.json', left: { text: 'own' } }),
    exported({ destination: '/out/own.json', left: { text: 'one', number: 1 } }),
    exported({ destination: '/out/one.json', left: { text: 'one', number: 1 } }),
    moved('cleared', 'killed', { reason: 'Wrong.' }),
    exported({ destination: '/out/own.json' }),
    exported({ destination: '/out/one.json' }),
  ]
  expect(destinationsOfKill(ledgerFrom(events)).map(({ destination, told }) => [destination, told?.by])).toEqual([
    ['/out/own.json', undefined],
    ['/out/one.json', 'Editor'],
  ])
})

describe('that an export failed', () => {
  /** Published to a place, and then somebody says that this export failed. */
  function failedSay(by: string, signer: string, more: readonly LedgerEvent[] = []) {
    const machine = new Machine()
    machine.write('Author', { kind: 'created', origin: 'new' }, 0)
    for (const move of [...CLEARED, moved('cleared', 'published')]) machine.write('Editor', move, 1)
    const { hash } = machine.write('Editor', exported({ destination: '/out/a.json' }), 2, 'key 1')
    machine.write(by, { kind: 'exportFailed', export: hash, reason: 'No.' }, 3, signer)
    for (const event of more) machine.write('Editor', event, 4)
    return inOrder(machine.file)
  }
  const KILL = moved('published', 'killed', { reason: 'Wrong.' })

  test.each([
    ['the person who exported, with the same key', 'Editor', 'key 1', []],
    ['somebody else', 'Other', 'key 2', ['/out/a.json']],
    ['somebody else with that key', 'Other', 'key 1', ['/out/a.json']],
    ['somebody in that name with another key', 'Editor', 'key 2', ['/out/a.json']],
  ])('%s says so', (_who, by, signer, listed) => {
    const places = (found: readonly { readonly destination: string }[]) => found.map(({ destination }) => destination)
    expect(places(destinationsOf(failedSay(by, signer), 2))).toEqual(listed)
    expect(places(destinationsOfKill(failedSay(by, signer, [KILL])))).toEqual(listed)
  })

  describe('on another machine', () => {
    /** Published to a place by Editor, whose copy of the library goes on by itself. */
    function sentFrom() {
      const desk = new Machine()
      desk.write('Author', { kind: 'created', origin: 'new' }, 0)
      for (const move of [...CLEARED, moved('cleared', 'published')]) desk.write('Editor', move, 1)
      const before = new Machine().receive(desk)
      const { hash } = desk.write('Editor', exported({ destination: '/out/a.json' }), 2, 'key 1')
      const failed = { kind: 'exportFailed', export: hash, reason: 'No.' } as const
      return { desk, before, copy: new Machine().receive(desk), failed }
    }
    const NEXT = moved('published', 'inReview', { versionKind: 'correction' })
    const listed = (machine: Machine): readonly unknown[] => [
      destinationsOf(inOrder(machine.file), 2).map(({ destination }) => destination),
      machine.state.outside,
    ]

    test('by an old copy, which does not know of the correction: the place stays, in every order', () => {
      const { desk, copy, failed } = sentFrom()
      desk.write('Chief', NEXT, 10)
      copy.write('Editor', failed, 3, 'key 1')
      expect([listed(new Machine().receive(desk).receive(copy)), listed(copy.receive(desk))]).toEqual([
        [['/out/a.json'], true],
        [['/out/a.json'], true],
      ])
    })

    test('by a copy that knows of a correction which began without knowing the export: the place stays', () => {
      const { desk, before, failed } = sentFrom()
      before.write('Chief', NEXT, 1)
      desk.receive(before).write('Editor', failed, 12, 'key 1')
      expect(listed(desk)).toEqual([['/out/a.json'], true])
    })

    test('before anybody there knew of the export: it counts', () => {
      const { desk, before, failed } = sentFrom()
      desk.write('Editor', failed, 3, 'key 1')
      before.write('Chief', NEXT, 10)
      expect(listed(desk.receive(before))).toEqual([[], undefined])
    })
  })

  test('counts of an exported kill, whoever says so', () => {
    const told = (by: string) => {
      const machine = new Machine()
      machine.write('Author', { kind: 'created', origin: 'new' }, 0)
      for (const move of CLEARED) machine.write('Editor', move, 1)
      machine.write('Editor', exported({ destination: '/out/a.json', left: { text: 'a', number: 1 } }), 2)
      machine.write('Editor', moved('cleared', 'killed', { reason: 'Wrong.' }), 3)
      const { hash } = machine.write('Editor', exported({ destination: '/out/a.json' }), 4)
      machine.write(by, { kind: 'exportFailed', export: hash, reason: 'No.' }, 5)
      return standing(machine)
    }
    expect([told('Editor'), told('Other')]).toEqual([[['/out/a.json', undefined]], [['/out/a.json', undefined]]])
  })
})
