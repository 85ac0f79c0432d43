import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { runChecks } from '../../src/checks/runChecks'
import { openGate } from '../../src/gate/openGate'
import { assessStory } from '../../src/story/assessment/assessStory'
import type { Block, Span } from '../../src/story/copy/copy'
import { FACT_TYPES, SIGNED_STATUSES } from '../../src/story/ledger/facts/fact'
import type { Finding } from '../../src/story/assessment/finding'
import type { LedgerEvent } from '../../src/story/ledger/ledgerEntry'
import type { Story } from '../../src/story/assessment/story'
import { deskFrom, storyFrom } from '../builders/stories/storyFrom'
import { NO_WRITER } from '../builders/noWriter'

// Properties run for minutes on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const DESK = deskFrom()
const findingsOf = (story: Story): readonly Finding[] =>
  runChecks({ story, assessments: assessStory(story, DESK), desk: DESK }, NO_WRITER)

const piece = fc.constantFrom(
  'about 100 minutes',
  'six years',
  'first',
  '“a deal,”',
  '"straight',
  '‘single’',
  'TK',
  'not',
  'they met',
  'Xi Jinping',
  'on Oct. 30, 2019',
  '4.3%',
  '100',
  '.',
  ' ',
  '\n',
  '6년 만에',
  '약 3만 5천 명',
  '“좋은 시작”이라고',
  'größte',
  '„Anfang“',
  '「始まり」',
  '最大',
  '\u{1F44D}\u{1F3FD}',
  'e\u0301',
  '\u202E100',
  '\u00A0',
  'US$5 billion',
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))
const block: fc.Arbitrary<Block> = fc
  .record({
    role: fc.constantFrom('headline', 'deck', 'paragraph', 'subhead', 'quote', 'listItem'),
    text,
    cuts: fc.array(fc.tuple(fc.nat(80), fc.nat(80), fc.constantFrom('a', 'b', 'c')), { maxLength: 4 }),
  })
  .map(({ role, text: words, cuts }) => {
    const spans = cuts
      .map(([x, y, id]): Span => ({
        from: Math.min(x, y, words.length),
        to: Math.min(Math.max(x, y), words.length),
        mark: 'fact',
        id,
      }))
      .filter(({ from, to }) => from < to)
      .sort((x, y) => x.from - y.from || x.to - y.to)
      // One character never carries the same tag twice.
      .filter(
        (span, index, all) =>
          all.findIndex(
            (other) =>
              other.mark === span.mark &&
              'id' in other &&
              'id' in span &&
              other.id === span.id &&
              other.from < span.to &&
              span.from < other.to,
          ) === index,
      )
    return { role: role as Block['role'], text: words, spans }
  })
const event: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('signed' as const),
    fact: fc.constantFrom('a', 'b', 'c'),
    status: fc.constantFrom(...SIGNED_STATUSES),
    words: text,
    sentence: text,
    preceding: text,
    sentenceRule: fc.constant(1),
    evidence: fc.constant([]),
    groundRules: fc.constant({}),
  }),
  fc.record({
    kind: fc.constant('untagged' as const),
    fact: fc.constantFrom('a', 'b', 'c'),
    reason: text,
    words: text,
    lastStatus: fc.constantFrom('wrong', 'verified', 'toCheck'),
  }),
)
const story: fc.Arbitrary<Story> = fc
  .record({
    copy: fc.array(block, { maxLength: 6 }),
    events: fc.array(event, { maxLength: 4 }),
    types: fc.record({ a: fc.constantFrom(...FACT_TYPES), b: fc.constantFrom(...FACT_TYPES) }),
    language: fc.constantFrom('en', 'de', 'ko', 'ja', ''),
  })
  .map(({ copy, events, types, language }) => ({ ...storyFrom('x', types, events, { language }), copy }))

const withEvents = (page: string, events: readonly (LedgerEvent & { readonly by?: string })[]): Story =>
  storyFrom(page, {}, events)
const BODY = fc.constantFrom(
  'it ran 100 minutes there',
  'he said “a deal” there',
  'it was the largest there',
  'they met TK people there',
)
const page = (...grafs: readonly string[]): string => ['Leaders meet', 'Talks are held', ...grafs].join('\n')

describe('whatever the story', () => {
  it('every finding points inside the copy', () =>
    fc.assert(
      fc.property(story, (value) => {
        for (const { where } of findingsOf(value)) {
          if (where.kind !== 'text') continue
          const length = value.copy[where.block]?.text.length ?? -1
          expect([0 <= where.from, where.from < where.to, where.to <= length]).toEqual([true, true, true])
        }
      }),
      { numRuns: 500, seed: 1 },
    ))
  it('findings have unique keys and are in text order', () =>
    fc.assert(
      fc.property(story, (value) => {
        const findings = findingsOf(value)
        const names = findings.map(({ rule, key }) => `${rule} ${key}`)
        expect(new Set(names).size).toBe(names.length)
        const places = findings.flatMap(({ where }) => (where.kind === 'text' ? [where.block * 1e6 + where.from] : []))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
      { numRuns: 500, seed: 2 },
    ))
  it('filing blocks nothing', () =>
    fc.assert(
      fc.property(story, (value) => {
        expect(
          openGate({
            story: value,
            assessments: assessStory(value, DESK),
            desk: DESK,
            door: 'file',
            wroteAt: NO_WRITER,
          }).blocks,
        ).toEqual([])
      }),
      { numRuns: 200, seed: 3 },
    ))
})

describe('a dismissal', () => {
  const dismissedOn = (body: string, now: string, by = 'Editor'): readonly string[] => {
    const before = findingsOf(withEvents(page(`${body}.`), []))
    const dismissals = before.map(({ rule, key }) => ({ kind: 'dismissed' as const, rule, key, by }))
    return findingsOf(withEvents(now, dismissals)).map(({ rule }) => rule)
  }
  const others = fc.array(fc.constantFrom('They left.', 'It rained.', 'Nobody spoke.'), { maxLength: 3 })
  it('holds wherever its sentence moves', () =>
    fc.assert(
      fc.property(BODY, others, others, (body, before, after) => {
        expect(dismissedOn(body, page(...before, `${body}.`, ...after))).toEqual([])
      }),
      { numRuns: 100, seed: 4 },
    ))
  it('lapses with its sentence', () =>
    fc.assert(
      fc.property(BODY, fc.constantFrom(' again', ' not', ' at length'), (body, added) => {
        expect(dismissedOn(body, page(`${body}${added}.`)).length).toBeGreaterThan(0)
      }),
      { numRuns: 50, seed: 5 },
    ))
  it('does not cover the same words a second time', () =>
    fc.assert(
      fc.property(BODY, (body) => {
        expect(dismissedOn(body, page(`${body}.`, `${body}.`))).toHaveLength(1)
      }),
      { numRuns: 20, seed: 6 },
    ))
  it('of a statement by its author does not count', () =>
    expect(dismissedOn('it ran 100 minutes there', page('it ran 100 minutes there.'), 'Reporter')).toEqual([
      'untaggedFigure',
    ]))
  it('of a TK by its author counts', () =>
    expect(dismissedOn('they met TK people there', page('they met TK people there.'), 'Reporter')).toEqual([]))
})
