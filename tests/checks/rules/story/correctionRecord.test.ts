import { expect, test } from 'vitest'
import { correctionRecord } from '../../../../src/checks/rules/story/correctionRecord'
import type { Finding } from '../../../../src/story/assessment/finding'
import type { Fields } from '../../../../src/story/ledger/fields'
import type { LedgerEvent } from '../../../../src/story/ledger/ledgerEntry'
import type { Stage, VersionKind } from '../../../../src/story/ledger/stages'
import type { Desk } from '../../../../src/story/assessment/story'
import { deskFrom, NOW, storyFrom } from '../../../builders/stories/storyFrom'
import { defined } from '../../../../src/story/text/defined'

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
const opened = (kind: VersionKind): readonly Event[] => [
  moved('inReview', 'cleared'),
  moved('cleared', 'published'),
  moved('published', 'inReview', kind),
]
const noted = (more: Partial<Extract<LedgerEvent, { kind: 'correctionNoted' }>> = {}): Event => ({
  kind: 'correctionNoted',
  version: 2,
  was: '90 minutes',
  is: '100 minutes',
  since: { version: 1, at: NOW },
  cause: 'Misheard',
  publicText: 'It ran 100 minutes.',
  approver: 'Editor',
  ...more,
})
const found = (events: readonly Event[], body = 'It ran 100 minutes.', desk: Desk = deskFrom()): readonly Finding[] =>
  correctionRecord({ story: storyFrom(`Headline\nDeck\n${body}`, {}, events), assessments: [], desk })
const told = (...given: Parameters<typeof found>): readonly string[] =>
  found(...given).map(({ severity, key, message }) => `${severity} ${key}: ${message}`)

test('only a correction or clarification without a record blocks', () => {
  expect(found(opened('correction'))).toEqual([
    {
      rule: 'correctionRecord',
      key: 'version 2',
      severity: 'block',
      where: { kind: 'correction' },
      overridable: true,
      dismissable: false,
      message:
        'This version is a correction, but it has no correction note. Say what was wrong, what is right, since when, why, and what readers are told.',
    },
  ])
  expect(told(opened('clarification'))[0]).toContain('block version 2: This version is a clarification')
  expect([told(opened('update')), told(opened('writethru')), told([])]).toEqual([[], [], []])
})

test('an approved record of this very version lets it through; the one of an earlier version does not', () => {
  expect(told([...opened('correction'), noted()])).toEqual([])
  expect(told([...opened('correction'), noted(), ...opened('correction')])[0]).toContain('block version 3: ')
})

test('a published or killed version needs no record, a cleared one does', () => {
  const stages = (...more: readonly Event[]) => told([...opened('correction'), ...more]).length
  expect([
    stages(moved('inReview', 'draft')),
    stages(moved('inReview', 'cleared')),
    stages(moved('inReview', 'cleared'), moved('cleared', 'published')),
    stages(moved('inReview', 'killed')),
  ]).toEqual([1, 1, 0, 0])
})

test('an unapproved record blocks, also if its approver is a byline now; its words are in the key', () => {
  const { approver: _none, ...unapproved } = noted() as Extract<LedgerEvent, { kind: 'correctionNoted' }>
  expect(told([...opened('correction'), noted(), { ...unapproved, by: 'Reporter' }])).toEqual([
    'block version 2, entry 5: Reporter saved the note of this correction. Someone else, neither the author nor in the byline, must approve it.',
  ])
  expect(told([...opened('correction'), noted({ approver: 'Reporter' })])).toEqual([
    'block version 2, entry 4: Reporter is the author or has a byline. Someone else must approve the correction note.',
  ])
  expect(told([...opened('correction'), noted({ approver: 'Gone' })])[0]).toContain('not on the roster')
})

test('a self-approved record warns at a desk of one, and blocks after that setting ends', () => {
  const events = [...opened('correction'), noted({ approver: 'Reporter', selfApproved: true })]
  expect(told(events, undefined, deskFrom({ settings: { deskOfOne: true } }))).toEqual([
    'warn version 2, entry 4, self: The note of this correction is self-approved.',
  ])
  expect(told(events)[0]).toContain('block version 2, entry 4: ')
})

test('wrong words still in the copy warn: whole words only, and not inside the right ones', () => {
  const words = (body: string, more = {}) =>
    told([...opened('correction'), noted(more)], body).filter((line) => line.startsWith('warn'))
  expect(words('It ran 90 minutes.')).toEqual([
    'warn version 2, entry 4, words: “90 minutes” is still in the copy, but the correction note says that it was wrong.',
  ])
  expect(words('It ran 90  minutes.')).toHaveLength(1)
  expect([words('It ran 190 minutes.'), words('It ran 90 minutesque.'), words('It ran a 90 minute.')]).toEqual([
    [],
    [],
    [],
  ])
  expect(words('190 minutes, 90 minutes')).toHaveLength(1)
  expect(words('It ran about 90 minutes.', { was: '90 minutes', is: 'about 90 minutes' })).toEqual([])
  expect(words('It ran about 90 minutes, 90 minutes.', { was: '90 minutes', is: 'about 90 minutes' })).toHaveLength(1)
  expect(words('Anything.', { was: ' ' })).toEqual([])
})

test('wrong words still in the copy are found in scripts with particles or without spaces', () => {
  const words = (body: string, was: string, is: string) =>
    told([...opened('correction'), noted({ was, is })], body).filter((line) => line.startsWith('warn')).length
  expect([
    words('김민수는 말했다.', '김민수', '김민서'),
    words('会谈持续了九十分钟左右。', '九十分钟', '一百分钟'),
    words('会談は東京で行われた。', '東京', '大阪'),
  ]).toEqual([1, 1, 1])
  expect([words('16년 만이다.', '6년', '7년'), words('6년간 이어졌다.', '6년', '7년')]).toEqual([0, 1])
  // Letters beyond U+FFFF are letters too.
  expect([words('𞤀𞤁𞤂 yimi.', '𞤁𞤂', '𞤁𞤃'), words('𞤁𞤂 yimi.', '𞤁𞤂', '𞤁𞤃')]).toEqual([0, 1])
})

test('an approval lapses when the right words are no longer in what leaves, and holds again once they are back', () => {
  const lapsed = (is: string, body: string) =>
    told([...opened('correction'), noted({ is, stood: true })], body).filter((line) => line.startsWith('block'))
  expect(lapsed('Work begins soonlater.', 'Work begins next year.')).toEqual([
    'block version 2, entry 4, is: “Work begins soonlater.” is not in the story now, but the correction note that Editor approved says that it is right. Change “Is” to the words as they are now. Someone else must approve the note again.',
  ])
  expect([
    lapsed('Work begins soon.', 'Work begins soon, the mayor said.'),
    lapsed('“Work begins soon”', 'The mayor said, “Work  begins soon.”'),
    lapsed('begins soon. Then it stops', 'Work begins soon.\nThen it stops.'),
    lapsed('Headline', 'Work begins next year.'),
    lapsed('The memo by Source A says so.', 'The memo by Jane Insider says so.'),
  ]).toEqual([[], [], [], [], []])
  expect([
    lapsed('100 minutes', 'It ran 1100 minutes.').length,
    lapsed('100%', 'It ran 100 minutes.').length,
    lapsed('The memo by Source A says so.', 'The memo by Jane Insider says no.').length,
  ]).toEqual([1, 1, 1])
})

test('an approval of words that never stood in what leaves does not lapse', () =>
  expect(told([...opened('correction'), noted({ is: 'The sentence is gone.' })], 'Work begins.')).toEqual([]))

test('right words of a field or a picture count, and a published version keeps its note', () => {
  const [event, published] = [
    noted({ is: 'Zed Adler', stood: true }),
    [moved('inReview', 'cleared'), moved('cleared', 'published')],
  ]
  const blocks = (fields: Partial<Fields>, ...more: readonly Event[]): number =>
    correctionRecord({
      story: storyFrom('Headline\nDeck\nBody.', {}, [...opened('correction'), event, ...more], fields),
      assessments: [],
      desk: deskFrom(),
    }).length
  expect([
    blocks({ byline: [{ name: 'Zed Adler' }] }),
    blocks({ copyrightLine: '© Zed Adler' }),
    blocks({ assignee: 'Zed Adler' }),
    blocks({}, ...published),
  ]).toEqual([0, 0, 1, 0])
})

test('right words of a link target count', () => {
  const story = storyFrom('Headline\nDeck\nBody.', {}, [
    ...opened('correction'),
    noted({ is: 'https://example.org/new', stood: true }),
  ])
  const linked = (href: string) => ({
    ...story,
    copy: story.copy.map((block) => ({ ...block, spans: [{ from: 0, to: 4, mark: 'link' as const, href }] })),
  })
  const blocks = (href: string) =>
    correctionRecord({ story: linked(href), assessments: [], desk: deskFrom() }).map(({ severity }) => severity)
  expect([blocks('https://example.org/new'), blocks('https://example.org/old')]).toEqual([[], ['block']])
})

test('an override of the missing record warns that readers are told nothing', () => {
  const overridden = (key: string): Event => ({
    kind: 'overridden',
    rule: 'correctionRecord',
    key,
    reason: 'The desk knows',
    by: 'Editor',
  })
  const UNSAID =
    'Without an approved note for this correction, readers are not told what changed, and no notice goes to those who have the wrong words.'
  expect(
    found([...opened('correction'), overridden('version 2')]).map(({ severity, key }) => `${severity} ${key}`),
  ).toEqual(['block version 2', 'warn version 2, unsaid'])
  expect(told([...opened('correction'), overridden('version 2')])[1]).toBe(`warn version 2, unsaid: ${UNSAID}`)
  const { approver: _none, ...unapproved } = noted() as Extract<LedgerEvent, { kind: 'correctionNoted' }>
  expect(told([...opened('correction'), { ...unapproved, by: 'Reporter' }, overridden('version 2, entry 4')])[1]).toBe(
    `warn version 2, entry 4, unsaid: ${UNSAID}`,
  )
  expect([
    told([...opened('correction'), overridden('version 1')]).length,
    told([...opened('correction'), overridden('version 2'), noted()]),
  ]).toEqual([1, []])
})
