import { describe, expect, it } from 'vitest'
import {
  isSelfChecked,
  whyNotRemoveGuard,
  whyNotSign,
  type Signature,
} from '../../../src/story/assessment/people/entitlement'
import { EMPTY_RECORD } from '../../../src/story/ledger/record/factRecord'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'

const PAGE = 'Headline\nDeck\nIt ran {f:100} minutes.'
const STORY = storyFrom(PAGE, { f: 'figure' }, [], { byline: [{ name: 'Second' }] })
const DESK = deskFrom({
  roster: [
    { name: 'Reporter' },
    { name: 'Second' },
    { name: 'Editor', role: 'editor' },
    { name: 'Checker', role: 'checker' },
    { name: 'Anyone' },
  ],
})
const ALONE = { ...DESK, settings: { deskOfOne: true } }
const sign = (changes: Partial<Signature>, desk = DESK) =>
  whyNotSign(
    {
      by: 'Editor',
      status: 'verified',
      type: 'figure',
      record: EMPTY_RECORD,
      words: '100',
      evidence: [BACKUP],
      ...changes,
    },
    STORY,
    desk,
  )

describe('who may sign (rule 8)', () => {
  it('is somebody else than author, byline and last changer, with supporting backup', () =>
    expect(sign({})).toBeUndefined())
  it.each<[string, Partial<Signature>, RegExp]>([
    ['a name that is not on the roster', { by: 'Nobody' }, /not on the roster/],
    ['the author, for verified', { by: 'Reporter' }, /is the author or has a byline/],
    ['a byline, for verified', { by: 'Second' }, /is the author or has a byline/],
    [
      'who last changed the words, for verified',
      { record: { ...EMPTY_RECORD, wordings: [{ entry: 1, words: '100', by: 'Editor', writers: ['Editor'] }] } },
      /wrote these words/,
    ],
    ['anyone without evidence, for verified', { evidence: [] }, /supporting evidence with a locator/],
    [
      'anyone without a locator, for verified',
      { evidence: [{ ...BACKUP, locator: ' ' }] },
      /supporting evidence with a locator/,
    ],
    [
      'anyone with contradicting evidence only, for verified',
      { evidence: [{ ...BACKUP, stance: 'contradicts' }] },
      /supporting evidence/,
    ],
    [
      'anyone with contradicting evidence and no reason, for verified',
      { evidence: [BACKUP, { ...BACKUP, id: 'e2', stance: 'contradicts' }] },
      /Say why/,
    ],
    ['the author, for on author', { by: 'Reporter', status: 'onAuthor' }, /Someone else must accept/],
    ['anyone, for an allegation on author', { status: 'onAuthor', type: 'allegation' }, /cannot rest on the author/],
    ['a byline, for let stand', { by: 'Second', status: 'letStand', reason: 'x' }, /An editor must let this stand/],
    [
      'a checker, for let stand',
      { by: 'Checker', status: 'letStand', reason: 'x' },
      /Only an editor can let a fact stand/,
    ],
    ['anyone without a reason, for let stand', { status: 'letStand' }, /Give a reason/],
  ])('is not %s', (_who, changes, refusal) => expect(sign(changes)).toMatch(refusal))
  it('is an editor with a reason, for let stand', () =>
    expect(sign({ status: 'letStand', reason: 'common knowledge' })).toBeUndefined())
  it.each(['Reporter', 'Second'])('is nobody who wrote it, for queried over somebody else’s sign-off: %s', (by) => {
    const { ledger } = storyFrom(PAGE, { f: 'figure' }, signedOn(PAGE, 'f'))
    const query = { by, status: 'queried', record: ledger.facts.get('f') ?? EMPTY_RECORD } as const
    expect([sign(query), sign({ ...query, by: 'Anyone' }), sign(query, ALONE)]).toEqual([
      expect.stringMatching(/^Editor signed this, .* Someone other than the author must query it/),
      undefined,
      undefined,
    ])
  })
  it.each(['queried', 'wrong', 'disputed', 'unverifiable'] as const)('is also the author, for %s', (status) =>
    expect(sign({ by: 'Reporter', status })).toBeUndefined(),
  )
})

describe('a desk of one', () => {
  it('lifts the two-person rules and marks what it signs', () => {
    expect([
      sign({ by: 'Reporter' }, ALONE),
      isSelfChecked({ by: 'Reporter', status: 'verified', record: EMPTY_RECORD, words: '100' }, STORY, ALONE),
    ]).toEqual([undefined, true])
  })
  it('does not mark what two people would have signed anyway', () =>
    expect(isSelfChecked({ by: 'Editor', status: 'verified', record: EMPTY_RECORD, words: '100' }, STORY, ALONE)).toBe(
      false,
    ))
  it('still wants evidence', () => expect(sign({ by: 'Reporter', evidence: [] }, ALONE)).toMatch(/supporting evidence/))
})

describe('taking a tag off', () => {
  it.each<[string, Parameters<typeof whyNotRemoveGuard>, RegExp]>([
    ['no reason', ['Editor', 'figure', ' ', STORY, DESK], /Give a reason/],
    [
      'the author and a quote',
      ['Reporter', 'quote', 'paraphrased now', STORY, DESK],
      /Someone else must remove this tag/,
    ],
    ['a byline and an allegation', ['Second', 'allegation', 'softened', STORY, DESK], /remove this tag/],
    ['a stranger', ['Nobody', 'figure', 'x', STORY, DESK], /not on the roster/],
  ])('is refused with %s', (_what, args, refusal) => expect(whyNotRemoveGuard(...args)).toMatch(refusal))
  it('is open to the author for a figure, with a reason', () =>
    expect(whyNotRemoveGuard('Reporter', 'figure', 'rounded', STORY, DESK)).toBeUndefined())
})
