/**
 * What people on other machines do to a story without the right to it here: it does not happen, and nothing is lost.
 */
import { describe, expect, test } from 'vitest'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import type { Role } from '../../../src/story/desk/roster'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { entriesWithoutRight } from '../../../src/story/trust/elsewhere'
import { NO_KEYS, type KeyHistory } from '../../../src/story/trust/keys/knownKeys'
import { verifyLedger, type VerifiedLedger } from '../../../src/story/trust/verifyLedger'
import { moved, signed } from '../../builders/stories/machines'
import { line, MERGED, STORY } from './lines'
import { machine, trust, type Machine } from './machines'
import { bothTrust, handOver, merge, preview, shown, two } from './twoMachines'

/** Kim's machine. At the desk, where Lee is editor, Kim has another role. */
async function trusted(role: Role, author = 'Lee') {
  const desk = await machine(1, [['Lee', 'editor']])
  const train = await machine(2, [['Kim', 'editor']])
  await trust('Lee', desk, 'Kim', train, role)
  const begun = line(desk, [], 'Lee', { kind: 'created', origin: 'duplicate', authors: [author] })
  return { desk, train, begun }
}

const read = ({ room }: Machine, lines: readonly LedgerEntry[]): VerifiedLedger =>
  verifyLedger(STORY, lines, room.ring.history, checkSignature)

/** What Kim makes on the train, as the desk reads it: each entry, and why it does not happen. */
async function madeBy(role: Role, events: readonly LedgerEvent[], author = 'Lee', before: readonly LedgerEvent[] = []) {
  const { desk, train, begun } = await trusted(role, author)
  let lines = begun
  for (const event of before) lines = line(desk, lines, 'Lee', event)
  for (const event of events) lines = line(train, lines, 'Kim', event)
  const { counted, refused, apart, withoutRight } = read(desk, line(desk, lines, 'Lee', MERGED))
  expect(refused).toEqual([])
  expect(apart).toEqual(withoutRight.map(({ entry }) => entry))
  expect(counted.length + apart.length).toBe(2 + before.length + events.length)
  return events.map(
    (_, at) => withoutRight.find(({ entry }) => entry.hash === lines[1 + before.length + at]?.hash)?.why ?? 'made',
  )
}

const field = (name: string, from: string, to: string, more: object = {}): LedgerEvent => ({
  kind: 'fieldSet',
  field: name,
  from,
  to,
  ...more,
})
const correction = (approver?: string, publicText = 'It was b.'): LedgerEvent => ({
  ...{ kind: 'correctionNoted', version: 2, was: 'a', is: 'b', cause: 'c', publicText },
  since: { version: 1, at: '2026-11-27T09:00:00.000Z' },
  ...(approver === undefined ? {} : { approver }),
})
const tagged = (type: 'quote' | 'name'): LedgerEvent => ({ kind: 'tagged', fact: 'f', type, words: 'w', writers: [] })
const untagged: LedgerEvent = { kind: 'untagged', fact: 'f', reason: 'r', words: 'w', lastStatus: 'toCheck' }
const retyped: LedgerEvent = { kind: 'retyped', fact: 'f', from: 'name', to: 'name' }
const loss: LedgerEvent = { kind: 'lossAccepted', losses: [], reason: 'r' }

const onRoster = 'Kim is a reporter on the roster'
const CASES: readonly (readonly [what: string, event: LedgerEvent, why: string])[] = [
  ['clears', moved('inReview', 'cleared'), `Only an editor can clear a story; ${onRoster}.`],
  ['publishes', moved('cleared', 'published'), `Only an editor or a producer can publish; ${onRoster}.`],
  ['restores as published', moved('spiked', 'published'), `Only an editor or a producer can publish; ${onRoster}.`],
  [
    'kills',
    moved('published', 'killed'),
    `Only an editor, a producer or the author can kill a story; ${onRoster} and not its author.`,
  ],
  [
    'strikes a byline',
    { kind: 'bylineStruck', name: 'Lee', reason: 'r' },
    `Only an editor can remove a mistaken byline; ${onRoster}.`,
  ],
  [
    'takes the pen',
    { kind: 'pen', to: 'Kim', taken: true, typed: {} },
    `Only an editor can take the pen; ${onRoster}.`,
  ],
  [
    'drops what stands apart',
    { kind: 'apartDecided', entries: [], verdict: 'dropped', of: [] },
    `Only an editor can take over or drop entries from other computers; ${onRoster}.`,
  ],
  ['accepts a loss', loss, `Only an editor can accept a loss; ${onRoster}.`],
  [
    'completes legal review',
    field('needsLegal', 'required', 'complete', { legalHash: 'L' }),
    'Only someone with the legal role can complete the legal read; Kim does not have it.',
  ],
  [
    'takes legal review off',
    field('needsLegal', 'required', 'none'),
    'Only someone with the legal role can complete the legal read; Kim does not have it.',
  ],
  [
    'takes an embargo off',
    field('embargo', '2026-12-01T10:00:00+09:00', ''),
    `Only an editor can lift an embargo; ${onRoster}.`,
  ],
  [
    'names another author',
    field('author', 'Kim', 'Lee'),
    `Only an editor can name the authors of a story; ${onRoster} and may add no name but Kim.`,
  ],
]

describe('a reporter of this library who', () => {
  test.each(CASES)('%s on another machine does not', async (_what, event, why) =>
    expect(await madeBy('reporter', [event])).toEqual([why]),
  )

  test('works, spikes, restores, sends back and kills the own story on another machine does', async () => {
    const events: readonly LedgerEvent[] = [
      field('author', '', 'Kim'),
      field('slug', 'a', 'b'),
      moved('draft', 'filed'),
      { kind: 'pen', to: 'Lee', typed: {} },
      moved('filed', 'spiked'),
      moved('spiked', 'filed'),
      moved('filed', 'draft', { reason: 'r' }),
      signed('wrong'),
      moved('published', 'inReview', { versionKind: 'update' }),
      moved('inReview', 'killed'),
    ]
    expect(await madeBy('reporter', events, 'Kim')).toEqual(events.map(() => 'made'))
  })
})

describe('an editor of this library', () => {
  test('clears, publishes, kills, strikes and accepts on another machine', async () => {
    const events = [
      moved('inReview', 'cleared'),
      moved('cleared', 'published'),
      moved('published', 'killed'),
      { kind: 'bylineStruck', name: 'Lee', reason: 'r' } as const,
      loss,
      { kind: 'pen', to: 'Kim', taken: true, reason: 'r', typed: {} } as const,
      correction('Kim'),
      field('author', 'Kim', 'Lee'),
    ]
    expect(await madeBy('editor', events, undefined, [correction()])).toEqual(events.map(() => 'made'))
  })

  test('approves no record of a correction that nobody else recorded so', async () => {
    const why = 'Kim wrote this correction note. Someone else must approve it.'
    expect(await madeBy('editor', [correction(), correction('Kim')])).toEqual(['made', why])
    expect(await madeBy('editor', [correction('Kim')], undefined, [correction(undefined, 'It was c.')])).toEqual([why])
  })

  test('who is the author clears nothing on another machine, and strikes nothing of the own', async () => {
    const own = [
      moved('inReview', 'cleared'),
      correction('Kim'),
      { kind: 'bylineStruck', name: 'Kim', reason: 'r' } as const,
      { kind: 'bylineStruck', name: 'By Kim in Busan', reason: 'r' } as const,
    ]
    expect(await madeBy('editor', own, 'Kim')).toEqual([
      'Kim is the author or has a byline. Someone else must clear this story.',
      'Kim is the author or has a byline. Someone else must approve the correction note.',
      'Kim removed their own name from author or byline on another computer. Someone else must do that.',
      'Kim removed their own name from author or byline on another computer. Someone else must do that.',
    ])
  })

  test('who is the author removes no tag of a quote on another machine, nor makes it a name first', async () => {
    const why = 'Kim is the author or has a byline'
    const [first, then] = await madeBy('editor', [retyped, untagged], 'Kim', [tagged('quote')])
    expect([first, then]).toEqual([expect.stringContaining(why), expect.stringContaining(why)])
    expect(await madeBy('editor', [untagged], 'Kim', [tagged('name')])).toEqual(['made'])
  })

  test('says nothing in the name of others on another machine, nor of the files and settings here', async () => {
    const events = [
      correction('Lee'),
      { kind: 'filesElsewhere', files: ['aa'] } as const,
      moved('published', 'inReview'),
      signed('verified', { selfChecked: true }),
    ]
    expect(await madeBy('editor', events)).toEqual([
      'Kim named someone else on another computer as the person who approved the correction note. People can approve only in their own name.',
      'Kim said on another computer that files are kept elsewhere. Only this library can say that about its own files.',
      'Kim created a new version on another computer without saying what kind it is.',
      'Kim checked this alone on another computer, and this library is not a one-person desk. Someone else must check it.',
    ])
  })
})

describe('an answer by somebody without a PIN, in a library that has PINs,', () => {
  test('takes no verdict against the words away: it does not happen', () => {
    const answered = { kind: 'answered', fact: 'f', text: 'Yes.' } as const
    const key = { id: 'kim', person: 'Kim', device: 'd', grade: 'plain', publicKey: '', elsewhere: true } as const
    const history: KeyHistory = { ...NO_KEYS, keys: new Map([['kim', key]]), sealedAtPin: {} }
    const given = {
      ...history,
      roles: [{ at: '', person: 'Kim', role: 'editor' }],
      people: new Map([['Kim', 'editor']]),
    }
    const written = (events: readonly LedgerEvent[]): readonly LedgerEntry[] =>
      events.map((event, at) => ({ ...event, seq: at + 1, hash: `h${at}`, by: 'Kim', at: '', signer: 'kim' }) as never)
    const whys = (events: readonly LedgerEvent[]): readonly string[] =>
      entriesWithoutRight(written(events), given, new Set()).map(({ entry, why }) => `${entry.kind}: ${why}`)
    expect(whys([signed('queried'), answered])).toEqual([])
    const verdict = {
      status: 'wrong',
      by: 'Lee',
      at: '2026-11-27T09:00:00.000Z',
      words: '',
      sentence: '',
      preceding: '',
      sentenceRule: 2,
    } as const
    const duplicate = { kind: 'created', origin: 'duplicate', against: { f: verdict } } as const
    expect(whys([duplicate, signed('queried'), answered])).toEqual([expect.stringMatching(/^answered: Kim has no PIN/)])
    expect(whys([signed('wrong'), signed('queried'), answered])).toEqual([
      'answered: Kim has no PIN yet. This library uses PINs, so a verdict or a move needs one. Ask an editor for a one-time code.',
    ])
  })
})

describe('the role that counts is the one when it came in', () => {
  test('so an editor who is a reporter later has cleared the story', async () => {
    const { desk, train, begun } = await trusted('editor')
    const cleared = line(train, begun, 'Kim', moved('inReview', 'cleared'))
    const merged = line(desk, cleared, 'Lee', MERGED)
    await desk.act('Lee', 'roster.add', { name: 'Kim', role: 'reporter' })
    expect(read(desk, merged).withoutRight).toEqual([])
    // What comes only now, whatever its clock says, is a reporter's.
    expect(read(desk, cleared).withoutRight.map(({ entry }) => entry.kind)).toEqual(['moved'])
  })

  test('and self-checked verdicts count while this library is a one-person desk, too', async () => {
    const { desk, train, begun } = await trusted('editor')
    const checked = line(train, begun, 'Kim', signed('verified', { selfChecked: true }))
    await desk.act('Lee', 'library.settings', { deskOfOne: true })
    const merged = line(desk, checked, 'Lee', MERGED)
    await desk.act('Lee', 'library.settings', { deskOfOne: false })
    expect(read(desk, merged).withoutRight).toEqual([])
    expect(read(desk, checked).withoutRight.map(({ entry }) => entry.kind)).toEqual(['signed'])
  })
})

describe('what does not happen', () => {
  test('is said before a merge and after it, and the story stands as before', async () => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await desk.act('Lee', 'roster.add', { name: 'Kim', role: 'reporter' })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await train.act('Kim', 'story.move', { story, to: 'filed' })
    await train.act('Kim', 'story.strikeByline', { story, name: 'Ben', reason: 'Not his.' })
    const bytes = await handOver(train, 'Kim', story)
    const notMade = [
      'Only an editor can name the authors of a story; Kim is a reporter on the roster and may add no name but Kim.',
      'Only an editor can remove a mistaken byline; Kim is a reporter on the roster.',
    ]
    expect((await preview(desk, 'Lee', bytes))?.notMade).toEqual(notMade)
    expect((await merge(desk, 'Lee', bytes))?.notMade).toEqual(notMade)
    expect((await shown(desk, story)).stage).toBe('filed')
    const { fields, ledger } = (await desk.room.storyNow(story)).value()
    expect([fields.author, ledger.authors.includes('Ben')]).toEqual(['Ben', true])
  })
})
