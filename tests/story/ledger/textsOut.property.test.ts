/** The numbers of texts that left, over random days of one story. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { Leaving } from '../../../src/story/ledger/events/gateEvent'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { hashText } from '../../../src/story/ledger/hash'
import { canonicalJson } from '../../../src/story/text/canonicalJson'
import {
  numberBefore,
  numberOf,
  numberOfKill,
  numbersOf,
  textsThatLeft,
} from '../../../src/story/ledger/leaving/textsOut'
import { legalMoves, type Stage } from '../../../src/story/ledger/stages'
import { moved } from '../../builders/stories/machines'
import { ledgerFrom } from '../../builders/stories/storyFrom'

const RUNS = Number(process.env['STET_RUNS'] ?? 150)

const leaving = (words: number): Leaving => ({ rule: 1, parts: { text: `words ${words}` } })
const textOf = (words: number): string => hashText(canonicalJson(leaving(words)))

type ExportedEvent = Extract<LedgerEvent, { kind: 'exported' }>
const exported = (more: Partial<ExportedEvent> = {}): ExportedEvent => ({
  ...{ kind: 'exported', format: 'ninjs', edition: 'wire', fileName: 'a.json', sha256: 'a' },
  ...{ draft: false, blocks: 0, overrides: [] },
  ...more,
})

/** A day of a story. `isOld`: an earlier Stet wrote it, which noted no text and no number. */
class Day {
  readonly events: LedgerEvent[] = []
  words = 0

  get state() {
    const ledger = foldLedger(ledgerFrom(this.events))
    const before = textsThatLeft(ledgerFrom(this.events))
    const now = { version: ledger.standing.version, text: textOf(this.words), copy: `copy ${this.words}` }
    return { ledger, before, now }
  }

  move(to: Stage): void {
    const { stage } = this.state.ledger.standing
    this.events.push(
      moved(stage, to, {
        copyHash: `copy ${this.words}`,
        ...(to === 'cleared' && stage !== 'spiked' ? { leaving: leaving(this.words) } : {}),
        ...(stage === 'published' && to === 'inReview' ? { versionKind: 'update' } : {}),
      }),
    )
  }

  /** Changing cleared copy drops it to In review. */
  write(words: number): void {
    const { stage } = this.state.ledger.standing
    if (stage === 'spiked' || stage === 'published') return
    if (stage === 'cleared' && words !== this.words) this.move('inReview')
    this.words = words
  }

  export(isOld: boolean): { readonly number: number; readonly text: string } | undefined {
    const { ledger, before, now } = this.state
    const { stage, version } = ledger.standing
    if (stage !== 'cleared' && stage !== 'published') return undefined
    const number = isOld ? version : numberOf(now, before)
    this.events.push(exported(isOld ? {} : { left: { text: now.text, number } }))
    return { number, text: `${version} ${now.text}` }
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), nth: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), nth: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('export' as const), nth: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clearAgain' as const), nth: fc.nat(2) }) },
)

/** `old`: how many steps an earlier Stet made. */
function run(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[], old: number) {
  const day = new Day()
  day.move('filed')
  day.move('inReview')
  const sent: { readonly number: number; readonly text: string; readonly isOld: boolean }[] = []
  for (const [at, { kind, nth }] of steps.entries()) {
    if (kind === 'write') day.write(nth)
    if (kind === 'export') {
      const isOld = at < old
      const file = day.export(isOld)
      if (file) sent.push({ ...file, isOld })
    }
    if (kind === 'clearAgain' && day.state.ledger.standing.stage === 'cleared') {
      day.write((day.words + 1) % 3)
      day.move('cleared')
    }
    const { standing, outside } = day.state.ledger
    const moves = legalMoves(standing, 'story', outside).filter(({ to }) => to !== 'killed')
    const chosen = kind === 'move' ? moves[nth === 3 ? 1 : 0] : undefined
    if (chosen) day.move(chosen.to)
  }
  return { day, sent }
}

describe('texts that left', () => {
  test('have a number each, which never falls, also after exports of an earlier Stet', () => {
    let cleared = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 40 }), fc.constantFrom(0, 0, 12), (steps, old) => {
        const { day, sent } = run(steps, old)
        const files = sent.filter(({ isOld }) => !isOld)
        for (const [at, file] of sent.entries()) {
          if (file.isOld) continue
          const others = sent.slice(0, at).filter(({ text }) => text !== file.text)
          expect(others.filter(({ number }) => number >= file.number)).toEqual([])
        }
        const { before, now } = day.state
        const kill = numberOfKill(now, before)
        expect(sent.every(({ number }) => number < kill)).toBe(true)
        expect(kill).toBeGreaterThan(now.version)
        if (files.some(({ number, text }) => number > Number(text.split(' ')[0]))) cleared++
      }),
      { numRuns: RUNS, seed: Number(process.env['STET_SEED'] ?? 25) },
    )
    expect(cleared).toBeGreaterThan(RUNS / 20)
  })

  test('have the number of the version while each version leaves with one text, as before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 8, maxLength: 40 }), (steps) => {
        const { before, now } = run(steps, 0).day.state
        const texts = new Set(before.map(({ version, text = '' }) => `${version} ${text}`))
        const versions = new Set(before.map(({ version }) => version))
        if (texts.size === versions.size) expect(before.filter(({ number, version }) => number !== version)).toEqual([])
        const number = numberOf(now, before)
        expect(numberBefore(number, before) ?? 0).toBeLessThan(number)
      }),
      { numRuns: RUNS, seed: Number(process.env['STET_SEED'] ?? 25) },
    )
  })
})

const CLEARED = [moved('draft', 'filed'), moved('filed', 'inReview'), moved('inReview', 'cleared')]

test.each([
  ['a draft', exported({ draft: true, left: { text: 't' } }), []],
  ['a draft of an earlier Stet', exported({ draft: true }), [1]],
  ['a repeated draft', exported({ draft: true, again: 3 }), []],
  ['a paper of the desk', exported({ edition: 'internal', format: 'factsheet' }), []],
  ['a bundle', exported({ edition: 'internal', format: 'bundle' }), []],
  ['a public fact sheet', exported({ edition: 'public', format: 'factsheet' }), []],
  ['a repeated export', exported({ again: 3 }), []],
  ['what left under an id of its own', exported({ left: { text: 't' } }), []],
  ['an export of an earlier Stet', exported(), [1]],
  ['an export with its number', exported({ left: { text: 't', number: 4 } }), [4]],
])('%s counts so among the texts that left', (_name, event, numbers) => {
  expect(textsThatLeft(ledgerFrom([...CLEARED, event])).map(({ number }) => number)).toEqual(numbers)
})

test('two machines sent different texts under one number: the next one is another', () => {
  const left = [exported({ left: { text: 'a', number: 1 } }), exported({ left: { text: 'b', number: 1 } })]
  const before = textsThatLeft(ledgerFrom([...CLEARED, ...left]))
  expect(['a', 'b', 'c'].map((text) => numberOf({ version: 1, text, copy: 'copy' }, before))).toEqual([2, 2, 2])
})

describe('after a draft of an earlier Stet, which left under the id of the story', () => {
  const draft = exported({ draft: true })
  const now = { version: 1, text: 'a', copy: 'copy' }
  const numbers = (events: readonly LedgerEvent[]) => {
    const before = textsThatLeft(ledgerFrom(events))
    const number = numberOf(now, before)
    return [number, numberBefore(number, before), numbersOf(1, before)]
  }
  const publication = moved('cleared', 'published', { copyHash: 'copy' })

  test('the first cleared text has the next number, and no draft is the one before', () => {
    expect(numbers([draft, ...CLEARED])).toEqual([2, undefined, []])
    const sent = exported({ left: { text: 'a', number: 2 } })
    expect(numbers([draft, ...CLEARED, sent])).toEqual([2, undefined, [2]])
    expect(numbers([draft, ...CLEARED, publication])).toEqual([2, undefined, [2]])
  })

  test('a version that left under the number of its draft keeps it, until it leaves again', () => {
    expect(numbers([draft, ...CLEARED, exported(), publication])).toEqual([2, 1, [1, 1]])
  })
})
