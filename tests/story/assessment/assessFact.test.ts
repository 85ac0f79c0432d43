import { describe, expect, it } from 'vitest'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { FactType, SignedStatus } from '../../../src/story/ledger/facts/fact'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { BACKUP, POOL, signedOn, storyFrom, deskFrom } from '../../builders/stories/storyFrom'

const SOURCES = new Map([[POOL.id, POOL]])
const BODY = 'It ran {f:about 100 minutes}, he said. They left.'
const page = (body: string): string => `Talks end\nNo text\n${body}`

/** Signs `f` on one page and reads it on another. */
function after(
  signed: string,
  now: string,
  {
    type = 'figure' as FactType,
    status = 'verified' as SignedStatus,
    more = [] as LedgerEvent[],
    sources = SOURCES,
  } = {},
): string {
  const story = storyFrom(page(now), { f: type }, [...signedOn(page(signed), 'f', status), ...more])
  const fact = assessStory(story, deskFrom({ sources })).find(({ id }) => id === 'f')
  return [fact?.status, ...(fact?.reasons ?? []), ...(fact?.precedingChanged ? ['preceding'] : [])].join(' ')
}

describe('a signed fact keeps its status', () => {
  it('while its words, sentence, evidence and ground rules are as signed', () =>
    expect(after(BODY, BODY)).toBe('verified'))
  it('when another sentence changes', () =>
    expect(after(BODY, 'It ran {f:about 100 minutes}, he said. They stayed.')).toBe('verified'))
  it('when quotation marks turn curly and spaces turn no-break', () =>
    expect(after('He said {f:"a deal"} twice.', 'He said {f:“a\u00A0deal”} twice.', { type: 'quote' })).toBe(
      'verified',
    ))
  it('when its graf is split between its words', () =>
    expect(after('Now {f:about 100} ran.', 'Now {f:about}\n{f:100} ran.')).toBe('verified'))
  it('when it moves to another graf with its sentence', () =>
    expect(after(`${BODY}\nMore.`, 'More.\nIt ran {f:about 100 minutes}, he said.')).toBe('verified'))
  it('when evidence is added that supports it', () =>
    expect(
      after(BODY, BODY, {
        more: [{ kind: 'evidenceAdded', fact: 'f', evidence: { ...BACKUP, id: 'e2', locator: 'p. 9' } }],
      }),
    ).toBe('verified'))
  it('when evidence is replaced by an equal one', () =>
    expect(
      after(BODY, BODY, {
        more: [
          { kind: 'evidenceRemoved', fact: 'f', evidence: 'e1' },
          { kind: 'evidenceAdded', fact: 'f', evidence: { ...BACKUP, id: 'e2' } },
        ],
      }),
    ).toBe('verified'))
})

describe('a signed fact lapses', () => {
  it('when a digit changes', () =>
    expect(after(BODY, 'It ran {f:about 90 minutes}, he said. They left.')).toBe('reCheck words'))
  it('when a digit is typed at its edge, outside the tag', () =>
    expect(after('Some {f:100} left.', 'Some {f:100}0 left.')).toBe('reCheck words'))
  it('when a sign is typed before it', () =>
    expect(after('Some {f:100} left.', 'Some -{f:100} left.')).toBe('reCheck words'))
  it('when case changes', () => expect(after('The {f:deal} ended.', 'The {f:Deal} ended.')).toBe('reCheck words'))
  it('when its graf is split inside a word', () =>
    expect(after('Some {f:minutes} left.', 'Some {f:min}\n{f:utes} left.')).toBe('reCheck words'))
  it('when untagged text is inside', () =>
    expect(after(BODY, 'It ran {f:about }nearly {f:100 minutes}, he said. They left.')).toBe('reCheck words hole'))
  it('when its tag is in two places', () =>
    expect(after('Some {f:100} left.', 'Some {f:100} left, {f:100} stayed.')).toBe('reCheck words twoPlaces'))
  it('when its sentence gets a “not”', () =>
    expect(after(BODY, 'It ran not {f:about 100 minutes}, he said. They left.')).toBe('reCheck context'))
  it('when its evidence is removed', () =>
    expect(after(BODY, BODY, { more: [{ kind: 'evidenceRemoved', fact: 'f', evidence: 'e1' }] })).toBe(
      'reCheck evidence',
    ))
  it('when contradicting evidence is added', () =>
    expect(
      after(BODY, BODY, {
        more: [{ kind: 'evidenceAdded', fact: 'f', evidence: { ...BACKUP, id: 'e2', stance: 'contradicts' } }],
      }),
    ).toBe('reCheck evidence'))
  it('when the ground rules of its source change', () =>
    expect(
      after(BODY, BODY, {
        sources: new Map([[POOL.id, { ...POOL, groundRules: 'background' as const, groundRulesVersion: 2 }]]),
      }),
    ).toBe('reCheck groundRules'))
  it.each(['queried', 'verified', 'onAuthor', 'wrong', 'disputed', 'unverifiable', 'letStand'] as const)(
    'whatever was signed: %s',
    (status) =>
      expect(after(BODY, 'It ran {f:about 90 minutes}, he said. They left.', { status })).toBe('reCheck words'),
  )
})

it('restores the status when the words are typed again exactly', () =>
  expect(after(BODY, 'It ran {f:about 100 minutes}, he said. They left.')).toBe('verified'))
it('warns when the sentence before a quote changed, since “He said” may now be another', () =>
  expect(
    after('Xi spoke. He said {f:“a deal”} twice.', 'Trump spoke. He said {f:“a deal”} twice.', { type: 'quote' }),
  ).toBe('verified preceding'))
it('ignores a change before the sentence of a figure', () =>
  expect(after('Xi spoke. It ran {f:100} minutes.', 'Trump spoke. It ran {f:100} minutes.')).toBe('verified'))
it('is re-check if an unsigned tag has a gap', () => {
  const story = storyFrom(page('It ran {f:about }nearly {f:100}.'), { f: 'figure' })
  expect(assessStory(story, deskFrom({ sources: SOURCES })).map(({ status, reasons }) => [status, ...reasons])).toEqual(
    [['reCheck', 'hole']],
  )
})

describe('a fact without its tag', () => {
  it('is cut when its words are gone', () => expect(after(BODY, 'They left.')).toBe('cut'))
  it('lost its place if its exact words are in the copy untagged', () =>
    expect(after(BODY, 'It ran about 100 minutes, he said. They left.')).toBe('lost'))
  it('is cut when only part of a longer figure reads like it', () =>
    expect(after('Some {f:57} left.', 'Some 157 left.')).toBe('cut'))
  it('is cut when another fact has taken over its words', () => {
    const story = storyFrom(
      page('It ran {g:about 100 minutes}, he said.'),
      { f: 'figure', g: 'figure' },
      signedOn(page(BODY), 'f'),
    )
    expect(assessStory(story, deskFrom({ sources: SOURCES })).map(({ id, status }) => `${id} ${status}`)).toEqual([
      'g toCheck',
      'f cut',
    ])
  })
  it('is untagged after a person removed the tag, whatever the copy says', () =>
    expect(
      after(BODY, 'It ran about 100 minutes, he said.', {
        more: [{ kind: 'untagged', fact: 'f', reason: 'rounded', words: 'about 100 minutes', lastStatus: 'verified' }],
      }),
    ).toBe('untagged'))
  it('leaves nothing if an undo removed the record before anybody signed', () => {
    const story = storyFrom(page('They left.'), {}, [
      { kind: 'tagged', fact: 'f', type: 'figure', words: 'about 100', writers: ['Reporter'] },
    ])
    expect(assessStory(story, deskFrom({ sources: SOURCES }))).toEqual([])
  })
  it('stays in the tray if an undo removed the record after somebody signed', () => {
    const story = storyFrom(page('They left.'), {}, signedOn(page(BODY), 'f'))
    expect(assessStory(story, deskFrom({ sources: SOURCES })).map(({ id, status }) => `${id} ${status}`)).toEqual([
      'f cut',
    ])
  })
  it.each<[string, string, readonly string[]]>([
    ['stays in the tray when somebody else', 'Editor', ['f cut allegation']],
    ['leaves nothing behind when its tagger', 'Reporter', []],
  ])('%s made an allegation of it before an undo took the record', (_what, by, expected) => {
    const story = storyFrom(page('They left.'), {}, [
      { kind: 'tagged', fact: 'f', type: 'event', words: 'went home', writers: ['Reporter'], by: 'Reporter' },
      { kind: 'retyped', fact: 'f', from: 'event', to: 'allegation', by },
    ])
    expect(
      assessStory(story, deskFrom({ sources: SOURCES })).map(({ id, status, tag }) => `${id} ${status} ${tag.type}`),
    ).toEqual(expected)
  })
})

it('never finds a fact by its words: a status does not move to an equal figure', () =>
  expect(after('Some {f:57%} left. Later 47% came.', 'Some 47% left. Later {f:47%} came.')).toBe('reCheck words'))

it('withdrawing a sign-off brings back the one before', () => {
  const signed = [...signedOn(page(BODY), 'f'), ...signedOn(page(BODY), 'f', 'wrong', [])]
  const story = storyFrom(page(BODY), { f: 'figure' }, [...signed, { kind: 'withdrawn', fact: 'f', signOff: 3 }])
  expect(assessStory(story, deskFrom({ sources: SOURCES })).map(({ status }) => status)).toEqual(['verified'])
})

it('an answered query is back at to check, and says so', () => {
  const story = storyFrom(page(BODY), { f: 'figure' }, [
    ...signedOn(page(BODY), 'f', 'queried', []),
    { kind: 'answered', fact: 'f', text: 'Yes, pool 3.' },
  ])
  expect(assessStory(story, deskFrom({ sources: SOURCES })).map(({ status, answered }) => [status, answered])).toEqual([
    ['toCheck', true],
  ])
})

it('lists facts in text order, nested ones by their first character', () => {
  const story = storyFrom(
    'Talks in {a:six years}\nNo text\nThe {b:first talks in {c:six} years} ran {d:100} minutes.',
    { a: 'figure', b: 'superlative', c: 'figure', d: 'figure' },
  )
  expect(assessStory(story, deskFrom({ sources: SOURCES })).map(({ id, words }) => `${id}: ${words}`)).toEqual([
    'a: six years',
    'b: first talks in six years',
    'c: six',
    'd: 100',
  ])
})

it('has the type that the ledger tells, and not that of the document', () => {
  const tagged: LedgerEvent = { kind: 'tagged', fact: 'f', type: 'allegation', words: 'took bribes', writers: ['Ben'] }
  const [fact] = assessStory(storyFrom(page('They {f:took bribes}.'), { f: 'event' }, [tagged]), deskFrom({}))
  expect(fact?.tag.type).toBe('allegation')
})
