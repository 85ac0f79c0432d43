import { describe, expect, it } from 'vitest'
import { legalHash } from '../../src/story/assessment/people/legalRead'
import { TYPE_WORDS } from '../../src/story/ledger/facts/fact'
import { runChecks } from '../../src/checks/runChecks'
import { assessStory } from '../../src/story/assessment/assessStory'
import type { FactType, SignedStatus } from '../../src/story/ledger/facts/fact'
import type { Fields } from '../../src/story/ledger/fields'
import type { Finding } from '../../src/story/assessment/finding'
import type { LedgerEvent } from '../../src/story/ledger/ledgerEntry'
import type { Source } from '../../src/story/desk/source'
import type { Desk, Story } from '../../src/story/assessment/story'
import { BACKUP, deskFrom, POOL, signedOn, storyFrom } from '../builders/stories/storyFrom'
import { NO_WRITER } from '../builders/noWriter'

type Events = readonly (LedgerEvent & { readonly by?: string })[]

/** A page whose headline and deck need nothing. */
const page = (body: string): string => `Leaders meet\nTalks are held\n${body}`
/** allegations.test.ts tests what else an allegation needs. */
const findingsOf = (story: Story, desk: Desk = deskFrom()): readonly Finding[] =>
  runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER).filter(
    ({ rule }) => rule !== 'allegationBacking' && rule !== 'responseSought',
  )
const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)

/** The story as legal has read it, if its field says so. */
function readByLegal(story: Story, desk: Desk): Story {
  if (story.fields.needsLegal !== 'complete') return story
  return { ...story, ledger: { ...story.ledger, legalHash: legalHash(story.copy, assessStory(story, desk)) } }
}

function check(
  body: string,
  {
    types = {} as Readonly<Record<string, FactType>>,
    events = [] as Events,
    fields = {} as Partial<Fields>,
    desk = deskFrom(),
  } = {},
): readonly string[] {
  return told(findingsOf(readByLegal(storyFrom(page(body), types, events, fields), desk), desk))
}

describe('a graf of 30,000 characters and more', () => {
  const figures = (grafs: number): readonly string[] => check('rose 12 percent to 3,400; '.repeat(grafs))
  it('is one finding that asks to split it, not a hundred thousand', () =>
    expect(figures(2000)).toEqual([
      'block untaggedFigure: This graf has 51,999 characters, too many to search for untagged statements. Split it.',
    ]))
  it('is covered by no “nothing to check” and no override: nobody has seen its statements', () => {
    const story = storyFrom(page('rose 12 percent to 3,400; '.repeat(2000)))
    const [finding] = findingsOf(story)
    if (!finding) throw new Error('Nothing is found.')
    expect([finding.dismissable, finding.overridable]).toEqual([false, false])
    const { rule, key } = finding
    const dismissed = { ...story.ledger, dismissals: [{ rule, key, by: 'Editor' }] }
    expect(findingsOf({ ...story, ledger: dismissed })).toEqual([finding])
  })
  it('is checked below that length', () => expect(figures(1000).length).toBeGreaterThan(1000))
})

describe('a fact that nobody signed', () => {
  it.each(['quote', 'figure', 'superlative'] as const)('blocks as %s', (type) =>
    expect(check('they spoke of {f:good will} there.', { types: { f: type } })).toEqual([
      `block factStatus: “good will” is a ${type} that must still be checked.`,
    ]),
  )
  it.each(['paraphrase', 'name', 'title', 'date', 'place', 'event', 'visual'] as const)('warns as %s', (type) =>
    expect(check('they spoke of {f:good will} there.', { types: { f: type } })).toEqual([
      `warn factStatus: “good will” is ${type === 'event' ? 'an' : 'a'} ${type} that must still be checked.`,
    ]),
  )
  it('blocks as allegation, and legal must read it', () =>
    expect(check('they {f:took bribes} there.', { types: { f: 'allegation' } })).toEqual([
      'block factStatus: “took bribes” is an allegation that must still be checked.',
      'block needsLegal: Legal has not read the allegation “took bribes”.',
    ]))
  it('says so when a query on it was answered', () =>
    expect(
      check('it ran {f:100 minutes} there.', {
        types: { f: 'figure' },
        events: [
          ...signedOn(page('it ran {f:100 minutes} there.'), 'f', 'queried'),
          { kind: 'answered', fact: 'f', text: 'From the pool' },
        ],
      }),
    ).toEqual(['block factStatus: “100 minutes” must be checked: the query was answered.']))
})

describe('a signed fact', () => {
  const body = 'it ran {f:100 minutes} there.'
  const signed = (
    status: SignedStatus,
    type: FactType = 'figure',
    now = body,
    more: Events = [],
    desk = deskFrom(),
  ): readonly string[] =>
    check(now, {
      types: { f: type },
      events: [...signedOn(page(body), 'f', status), ...more],
      desk,
      fields: { needsLegal: 'complete' },
    })

  it.each([
    ['verified', []],
    ['letStand', []],
    ['onAuthor', ['warn factStatus: “100 minutes” is based on the author’s word.']],
    ['queried', ['block factStatus: Editor queried “100 minutes”.']],
    ['wrong', ['block factStatus: Editor marked “100 minutes” wrong.']],
    ['disputed', ['block factStatus: Editor marked “100 minutes” disputed.']],
    ['unverifiable', ['block factStatus: Editor marked “100 minutes” unverifiable.']],
  ] as const)('%s', (status, found) => expect(signed(status)).toEqual(found))
  it('never passes on the author’s word as an allegation', () =>
    expect(signed('onAuthor', 'allegation')).toEqual([
      'block factStatus: “100 minutes” is an allegation supported only by the author’s word.',
    ]))
  it('blocks when its words changed, and names both', () =>
    expect(signed('verified', 'figure', 'it ran {f:90 minutes} there.')).toEqual([
      'block factStatus: “90 minutes” was changed after Editor verified “100 minutes”.',
    ]))
  it('blocks when a wrong figure is typed over', () =>
    expect(signed('wrong', 'figure', 'it ran {f:90 minutes} there.')).toEqual([
      'block factStatus: “90 minutes” was changed after Editor marked “100 minutes” wrong.',
    ]))
  it('blocks when a digit is typed at its edge', () =>
    expect(signed('verified', 'figure', 'it ran 1{f:100 minutes} there.')).toEqual([
      'block factStatus: “1100 minutes” was changed after Editor verified “100 minutes”.',
    ]))
  it('blocks when its evidence is gone', () =>
    expect(signed('verified', 'figure', body, [{ kind: 'evidenceRemoved', fact: 'f', evidence: 'e1' }])).toEqual([
      'block factStatus: Its evidence changed after Editor verified “100 minutes”.',
    ]))

  it.each(['quote', 'paraphrase', 'allegation', 'figure', 'superlative'] as const)(
    'blocks as %s when its sentence changes',
    (type) =>
      expect(signed('verified', type, 'it ran not {f:100 minutes} there.')).toEqual([
        'block context: The sentence around “100 minutes” changed after Editor verified it.',
      ]),
  )
  it('only warns as an event when its sentence changes, and answers no more for the figure in it', () =>
    expect(signed('verified', 'event', 'it ran not {f:100 minutes} there.')).toEqual([
      'warn context: The sentence around “100 minutes” changed after Editor verified it.',
      'block untaggedFigure: “100 minutes” is a figure, but tagged only as event, and the words around it have changed since. Look again, or tag it.',
    ]))
  it('stays blocked when the sentence around a wrong event changes', () =>
    expect(signed('wrong', 'event', 'it ran not {f:100 minutes} there.')).toEqual([
      'block context: The sentence around “100 minutes” changed after Editor marked it wrong.',
    ]))

  it('blocks once for a gap, at the gap', () => {
    const story = storyFrom(page('it ran {f:100} odd {f:minutes} there.'), { f: 'figure' }, signedOn(page(body), 'f'))
    expect(findingsOf(story).map(({ rule, severity, where }) => [rule, severity, where])).toEqual([
      ['hole', 'block', { kind: 'text', block: 2, from: 10, to: 15, fact: 'f' }],
    ])
  })
  it('blocks once for a tag in two places', () =>
    expect(signed('verified', 'figure', 'it ran {f:100 minutes} and {f:100 minutes} there.')).toEqual([
      'block hole: The tag of “100 minutes and 100 minutes” is in two places. Keep one of them.',
    ]))
  it('warns when the sentence before a quote changed that was signed before views', () => {
    const was = page('Xi spoke. He saw {f:good will} there.')
    expect(
      check('Trump spoke. He saw {f:good will} there.', { types: { f: 'quote' }, events: signedOn(was, 'f') }),
    ).toEqual([
      'warn precedingSentence: The sentence before “good will” changed after Editor verified it. Does it still name the speaker?',
    ])
  })
})

describe('a tag that is gone', () => {
  const was = 'it ran {f:100 minutes} there.'
  const lost = (now: string, status: SignedStatus, more: Events = []): readonly string[] =>
    check(now, { types: { f: 'figure' }, events: [...signedOn(page(was), 'f', status), ...more] })
  const untagged: LedgerEvent & { readonly by: string } = {
    kind: 'untagged',
    fact: 'f',
    reason: 'no fact',
    words: '100 minutes',
    lastStatus: 'wrong',
    by: 'Editor',
  }

  it('blocks once while its exact words stand untagged', () =>
    expect(lost('it ran 100 minutes there.', 'verified')).toEqual([
      'block factLeftStanding: “100 minutes” lost its tag, but the words are still in the copy.',
    ]))
  it('gives no finding if the words are gone too', () => expect(lost('it ran there.', 'wrong')).toEqual([]))
  it('blocks when someone untagged it while it was wrong', () =>
    expect(lost('it ran 100 minutes there.', 'wrong', [untagged])).toEqual([
      'block factLeftStanding: Editor removed the tag from “100 minutes” while it was “wrong”: no fact.',
    ]))
  it('has a new key if its words are also untagged in another sentence, not if they are tagged there', () => {
    const keyOn = (now: string, more: Events = []): string | undefined =>
      findingsOf(
        storyFrom(page(now), { f: 'name', g: 'name' }, [
          ...signedOn(page('they met {f:Xi} there.'), 'f', 'wrong'),
          ...more,
        ]),
      ).find(({ rule }) => rule === 'factLeftStanding')?.key
    const taken: Events = [{ ...untagged, words: 'Xi' }]
    const [once, onceTaken] = [keyOn('they met Xi there.'), keyOn('they met Xi there.', taken)]
    expect([keyOn('Some came.\nthey met Xi there.'), keyOn('they met Xi there.\nthen {g:Xi} left.')]).toEqual([
      once,
      once,
    ])
    expect([keyOn('they met Xi there.\nthen Xi left.'), keyOn('they met Xi there. Xi left.')]).not.toContain(once)
    expect(keyOn('they met Xi there.\nthen Xi left.', taken)).not.toBe(onceTaken)
  })
  it('leaves an untagged figure when it was verified before', () =>
    expect(lost('it ran 100 minutes there.', 'verified', [{ ...untagged, lastStatus: 'verified' }])).toEqual([
      'block untaggedFigure: “100 minutes” is a figure without a tag.',
    ]))
})

describe('other words in place of some that were judged and then deleted', () => {
  type Signed = readonly [fact: string, status: SignedStatus]
  const after = (was: string, now: string, verdict: SignedStatus, then: readonly Signed[] = []): readonly string[] =>
    check(now, {
      types: { x: 'event', n: 'event', m: 'event' },
      events: [
        ...signedOn(page(was), 'x', verdict, []),
        ...then.flatMap(([fact, status]) => signedOn(page(now), fact, status, [])),
      ],
    }).filter((line) => line.includes('factLeftStanding'))
  const WAS = 'police said {x:the man killed one} in the port.'
  const blocks = (words: string, verdict = 'wrong'): readonly string[] => [
    `block factLeftStanding: Editor marked “the man killed one” ${verdict}. Other words, “${words}”, are in their place, and no one has signed a tag on them since.`,
  ]

  it('block, with and without a tag that nobody signed', () => {
    for (const words of ['the man has killed one', 'one', '{n:the man has killed one}', 'a man left. one died'])
      expect(after(WAS, `police said ${words} in the port.`, 'wrong')).toEqual(blocks(words.replace(/\{n:|\}/gu, '')))
    expect(after(WAS, 'police said one died in the port.', 'disputed')).toEqual(blocks('one died', 'disputed'))
  })
  it('block no longer once somebody signed a tag on all of them', () => {
    const now = 'police said {n:the man left} in the port.'
    expect(after(WAS, now, 'wrong', [['n', 'verified']])).toEqual([])
    expect(after(WAS, 'police said {n:the man} left in the port.', 'wrong', [['n', 'verified']])).toEqual(
      blocks('the man left'),
    )
  })
  it.each([
    ['the part that is new', 'police said {x:two men} died in the port', 'police said {n:three} men died in the port'],
    ['each new word', 'police said {x:two men} died in the port', 'police said {n:three} {m:women} died in the port'],
    [
      'what is said behind “and”',
      'police said {x:two men} died in the port',
      'police said {n:three men} and {m:a boy} died in the port',
    ],
    ['what is said behind “that”', 'he said {x:two men} died', 'he said that {n:three men} died'],
    ['a number without its unit', 'turnout was {x:57 percent} there', 'turnout was {n:47} percent there'],
    ['an amount without “million”', 'it cost {x:$4 million} in May', 'it cost {n:$5} million in May'],
    ['a quotation without its marks', 'he said {x:“I took it all”} in May', 'he said “{n:I took it}” in May'],
  ])('block no longer once somebody signed %s', (_what, was, now) => {
    const signed = (['n', 'm'] as const).filter((id) => now.includes(`{${id}:`))
    expect(after(`${was}.`, `${now}.`, 'wrong')).toHaveLength(1)
    expect(
      after(
        `${was}.`,
        `${now}.`,
        'wrong',
        signed.map((id): Signed => [id, 'verified']),
      ),
    ).toEqual([])
  })
  it('are not what stands behind another sentence and only begins and ends alike', () => {
    const other = 'They came. police said a dog left in the port.'
    expect(after(`${other}\n${WAS}`, other, 'wrong')).toEqual([])
    expect(after(`It rained. ${WAS}`, 'It rained. police said one died in the port.', 'wrong')).toEqual(
      blocks('one died'),
    )
  })
  it('are none where only the words are gone, the sentence is another, or the verdict was for them', () => {
    expect(after(WAS, 'police said in the port.', 'wrong')).toEqual([])
    expect(after(WAS, 'officers came to the port.', 'wrong')).toEqual([])
    expect(after(WAS, 'police said one died in the port.', 'verified')).toEqual([])
  })
  it('are not told by a beginning or an end alone, which many sentences share', () => {
    expect(after('he said {x:the man left}.', 'he said one died.', 'wrong')).toEqual([])
    expect(after('{x:the man left} on that day.', 'one died on that day.', 'wrong')).toEqual([])
  })
})

describe('words that were cut and stand again under another tag', () => {
  type Signed = readonly [fact: string, status: SignedStatus]
  /** Signs facts of one page in this order, and checks another. */
  const again = (
    was: string,
    now: string,
    types: Readonly<Record<string, FactType>>,
    signed: readonly Signed[],
    then: readonly Signed[] = [],
  ): readonly string[] =>
    check(now, {
      types,
      events: [
        ...signed.flatMap(([fact, status]) => signedOn(page(was), fact, status, [])),
        ...then.flatMap(([fact, status]) => signedOn(page(now), fact, status, [])),
      ],
    }).filter((line) => line.includes('factLeftStanding'))
  const judged =
    'block factLeftStanding: Editor marked “Xi” wrong. The same words are in the copy again, and no one has signed their new tag since.'

  it('block under a longer tag while somebody had judged against them', () =>
    expect(
      again('they met {x:Xi} there.', 'they {m:met Xi} there.', { x: 'name', m: 'event' }, [['x', 'wrong']]),
    ).toEqual([judged]))
  it('block under a tag that was signed before the judgement and covered them then', () =>
    expect(
      again('they {m:met {x:Xi}} there.', 'they {m:met Xi} there.', { x: 'name', m: 'event' }, [
        ['m', 'verified'],
        ['x', 'wrong'],
      ]),
    ).toEqual([judged]))
  it('block under tags that cover them only together, until each of those was signed', () => {
    const together = (...then: readonly Signed[]): readonly string[] =>
      again(
        'they met {x:Xi Jinping}.',
        'they met {a:Xi }{b:Jinping}.',
        { x: 'name', a: 'name', b: 'name' },
        [['x', 'wrong']],
        then,
      )
    expect([together(['a', 'verified']), together(['a', 'verified'], ['b', 'verified'])]).toEqual([
      [judged.replace('Xi', 'Xi Jinping')],
      [],
    ])
  })
  it('pass under tags that always had them elsewhere; block under one that covered them since', () => {
    const tagged = (fact: string, type: FactType, words: string): LedgerEvent => ({
      kind: 'tagged',
      fact,
      type,
      words,
      writers: ['Reporter'],
    })
    const standing = (
      types: Readonly<Record<string, FactType>>,
      now: string,
      events: readonly LedgerEvent[],
    ): readonly string[] =>
      told(findingsOf(storyFrom(page(now), types, events))).filter((line) => line.includes('factLeftStanding'))
    const kim = { x: 'name', t: 'title' } as const
    const wrong = signedOn(page('they met {x:Kim} there.'), 'x', 'wrong', [])
    const now = 'they met there. {t:minister Kim} spoke.'
    expect([
      standing(kim, now, [tagged('t', 'title', 'minister Kim'), ...wrong]),
      standing(kim, now, [...wrong, tagged('t', 'title', 'minister Kim')]),
    ]).toEqual([[], [judged.replace('Xi', 'Kim')]])
    // One word of an allegation among others does not count; a phrase of it does.
    const fraud = { g: 'allegation', t: 'event' } as const
    expect([
      standing(fraud, 'she led the {t:fraud office} then.', [
        tagged('g', 'allegation', 'fraud'),
        tagged('t', 'event', 'fraud office'),
      ]),
      standing(fraud, 'the {t:fraud} came.', [tagged('g', 'allegation', 'fraud'), tagged('t', 'event', 'fraud')])
        .length,
      standing(fraud, 'they {t:all went home} then.', [
        tagged('g', 'allegation', 'went home'),
        tagged('t', 'event', 'all went home'),
      ]).length,
    ]).toEqual([[], 1, 1])
  })
  it('pass when somebody signed the other tag since', () =>
    expect(
      again(
        'they met {x:Xi} there.',
        'they {m:met Xi} there.',
        { x: 'name', m: 'event' },
        [['x', 'wrong']],
        [['m', 'verified']],
      ),
    ).toEqual([]))
  it('pass where they were signed before in another sentence', () =>
    expect(
      again(
        'it ran {a:100 minutes}. It had run {b:100 minutes} before.',
        'it ran {a:100 minutes}. It had run before.',
        { a: 'figure', b: 'figure' },
        [
          ['a', 'verified'],
          ['b', 'wrong'],
        ],
      ),
    ).toEqual([]))
  it('pass where they were signed before in a sentence that only holds theirs', () =>
    expect(
      again('the city counted {a:412} then.\n{b:412}', 'the city counted {a:412} then.', { a: 'figure', b: 'figure' }, [
        ['a', 'verified'],
        ['b', 'wrong'],
      ]),
    ).toEqual([]))
  it('block in their own sentence, which an older rule cut short at the verdict', () => {
    const was = page('Der Umsatz stieg vom 3. Oktober {m:um {x:57 Prozent}}.')
    const former = { sentence: 'Oktober um 57 Prozent.', sentenceRule: 2 }
    const events = [
      ...signedOn(was, 'm', 'verified', []),
      ...signedOn(was, 'x', 'wrong', []).map((one) => ({ ...one, ...former })),
    ]
    const now = 'Der Umsatz stieg vom 3. Oktober {m:um 57 Prozent}.'
    const found = check(now, { types: { m: 'event', x: 'figure' }, events })
    expect(found.filter((line) => line.includes('factLeftStanding'))).toEqual([judged.replace('Xi', '57 Prozent')])
  })
  it('block when they took the place of the words that were judged', () =>
    expect(
      told(
        findingsOf(
          storyFrom(page('they {m:met Li} there.'), { x: 'name', m: 'event' }, [
            ...signedOn(page('they met {x:Xi} there.'), 'x', 'wrong', []),
            { kind: 'reworded', fact: 'x', words: 'Li' },
          ]),
        ),
      ).filter((line) => line.includes('factLeftStanding')),
    ).toEqual([
      'block factLeftStanding: Editor marked “Xi” wrong. “Li”, written in their place, is in the copy again, and no one has signed its new tag since.',
    ]))

  it.each(['quote', 'allegation'] as const)(
    'block if they were tagged as %s and are tagged as event now, even if signed',
    (type) =>
      expect(
        again(
          'they {g:went home} then.',
          '{e:they went home} then.',
          { g: type, e: 'event' },
          [['g', 'verified']],
          [['e', 'verified']],
        ),
      ).toEqual([
        `block factLeftStanding: The ${type} “went home” was cut, but the same words are in the copy again under another type of tag.`,
      ]),
  )
  it('block when nobody had signed the allegation yet', () =>
    expect(
      told(
        findingsOf(
          storyFrom(page('they {e:went home} then.'), { g: 'allegation', e: 'event' }, [
            { kind: 'tagged', fact: 'g', type: 'allegation', words: 'went home', writers: ['Reporter'] },
          ]),
        ),
      ).filter((line) => line.includes('factLeftStanding')),
    ).toEqual([
      'block factLeftStanding: The allegation “went home” was cut, but the same words are in the copy again under another type of tag.',
    ]))
  it('pass when they are an allegation again', () =>
    expect(
      again('they {g:went home} then.', 'they {e:went home} then.', { g: 'allegation', e: 'allegation' }, [
        ['g', 'verified'],
      ]),
    ).toEqual([]))
  it('pass when they were verified, and are neither quote nor allegation', () =>
    expect(
      again('they met {x:Xi} there.', 'they {m:met Xi} there.', { x: 'name', m: 'event' }, [['x', 'verified']]),
    ).toEqual([]))
  it('block across grafs under a tag of just these words', () =>
    expect(
      again('they {g:went}\n{g:home} then.', 'they {e:went}\n{e:home} then.', { g: 'allegation', e: 'event' }, [
        ['g', 'verified'],
      ]),
    ).toHaveLength(1))
})

describe('statements without a tag', () => {
  it('are reported once: a quotation with a figure in it is a quotation', () =>
    expect(check('he said “we met for 100 minutes” then.')).toEqual([
      'block untaggedQuote: “we met for 100 minutes” is a quotation without a tag.',
    ]))
  it('are reported once: a figure in a superlative belongs to it', () =>
    expect(check('these are the first talks in six years here.')).toEqual([
      'block untaggedSuperlative: “first talks in six years” is a superlative or comparison without a tag.',
    ]))
  it('count as tagged inside a tagged superlative', () =>
    expect(
      check('these are the {f:first talks in six years} here.', {
        types: { f: 'superlative' },
        events: signedOn(page('these are the {f:first talks in six years} here.'), 'f'),
      }),
    ).toEqual([]))
  it('count as tagged when the tag leaves out the quotation marks and the unit', () => {
    const body = 'he said “{q:a deal},” after {n:100} minutes.'
    expect(
      check(body, {
        types: { q: 'quote', n: 'figure' },
        events: [...signedOn(page(body), 'q'), ...signedOn(page(body), 'n')],
      }),
    ).toEqual([])
  })
  it.each(['event', 'allegation', 'paraphrase', 'name', 'superlative', 'figure'] as const)(
    'a quotation under a verified tag of another type (%s) still needs a quote tag',
    (type) => {
      const body = 'he said {f:“a deal”} there.'
      const verified = { types: { f: type }, events: signedOn(page(body), 'f') }
      expect(check(body, verified).filter((finding) => finding.includes('untaggedQuote'))).toEqual([
        `block untaggedQuote: “a deal” is a quotation, but tagged only as ${TYPE_WORDS[type].toLowerCase()}. Tag it as a quote too.`,
      ])
      const both = 'he said {f:it is {q:“a deal”} there}.'
      const two = {
        types: { f: type, q: 'quote' as const },
        events: [...signedOn(page(both), 'f'), ...signedOn(page(both), 'q')],
      }
      expect(check(both, two).filter((finding) => finding.includes('untaggedQuote'))).toEqual([])
    },
  )
  it('do not hide under a name that nobody looked at', () =>
    expect(check('it ran {f:100 minutes} there.', { types: { f: 'place' } })).toEqual([
      'warn factStatus: “100 minutes” is a place that must still be checked.',
      'block untaggedFigure: “100 minutes” is a figure, but tagged only as place that no one has looked at.',
    ]))
  it.each(['event', 'figure', 'paraphrase'] as const)(
    'block when the sentence of a verified %s turns around, whatever the author chose as its type',
    (type) => {
      const then = signedOn(page('profit rose {f:57 percent} there.'), 'f')
      const found = check('profit did not rise {f:57 percent} there.', { types: { f: type }, events: then })
      expect(found.filter((line) => line.startsWith('block'))).toEqual([
        type === 'event'
          ? 'block untaggedFigure: “57 percent” is a figure, but tagged only as event, and the words around it have changed since. Look again, or tag it.'
          : expect.stringMatching(/^block context: /u),
      ])
    },
  )
  it.each([
    ['cleared', false],
    ['published', false],
    ['inReview', true],
  ] as const)('under an event that lapsed before an earlier Stet cleared it: asked in %s? %s', (to, asks) => {
    const moved = { kind: 'moved', from: 'inReview', copyHash: '', blocks: 0, warns: 1, overrides: [] } as const
    const events = [...signedOn(page('profit rose {f:57 percent} there.'), 'f'), { ...moved, to }]
    const found = check('foreign profit rose {f:57 percent} there.', { types: { f: 'event' }, events })
    expect(found.some((line) => line.startsWith('block untaggedFigure'))).toBe(asks)
  })
  it('count as tagged under an event that was verified', () =>
    expect(
      check('{f:it ran 100 minutes there}.', {
        types: { f: 'event' },
        events: signedOn(page('{f:it ran 100 minutes there}.'), 'f'),
      }),
    ).toEqual([]))
  it('warn for names and dates, each once', () =>
    expect(check('then Xi Jinping met Trump on Oct. 30. later Xi left Trump.')).toEqual([
      'warn untaggedName: “Xi Jinping” is a name without a tag.',
      'warn untaggedName: “Trump” is a name without a tag.',
      'warn untaggedName: “Oct. 30” is a date without a tag.',
    ]))
  it('are seen in Korean copy', () =>
    expect(check('회담은 약 100분간 이어졌고 그는 “좋은 시작”이라고 했다.', { fields: { language: 'ko' } })).toEqual([
      'block untaggedFigure: “약 100분” is a figure without a tag.',
      'block untaggedQuote: “좋은 시작” is a quotation without a tag.',
    ]))
  it('are seen in German copy', () =>
    expect(check('es war das größte Treffen, „ein Anfang“, mit 40 Gästen.', { fields: { language: 'de-AT' } })).toEqual(
      [
        'block untaggedSuperlative: “größte Treffen” is a superlative or comparison without a tag.',
        'block untaggedQuote: „ein Anfang“ is a quotation without a tag.',
        'block untaggedFigure: “40 Gästen” is a figure without a tag.',
      ],
    ))
})

describe('an open TK', () => {
  it.each([['TK'], ['TKTK'], ['[TK how many]'], ['TK명']])('%s blocks', (words) =>
    expect(check(`there were ${words} there.`)).toEqual([
      `block openTk: “${words.replace('명', '')}” is still to come.`,
    ]),
  )
  it.each([['TKO'], ['ATK'], ['tk'], ['TK1']])('%s is not a TK', (words) =>
    expect(check(`there was a ${words} there.`).filter((line) => line.includes('openTk'))).toEqual([]),
  )
  it('blocks in the headline and in the byline', () => {
    const story = storyFrom('TK meets\nTalks are held\nthey met.', {}, [], { byline: [{ name: 'TK' }] })
    expect(told(findingsOf(story))).toEqual([
      'block openTk: “TK” is still to come.',
      'block openTk: “TK” in the field byline is still to come.',
    ])
  })
})

describe('fields', () => {
  it('slug, headline, author and body must be there', () =>
    expect(told(findingsOf(storyFrom(' \n', {}, [], { slug: ' ', author: '' })))).toEqual([
      'block mandatoryField: The story has no slug.',
      'block mandatoryField: The story has no headline.',
      'block mandatoryField: The story has no author and no byline.',
      'block mandatoryField: The story has no body copy.',
    ]))
  it('an alert needs only slug and headline', () =>
    expect(told(findingsOf(storyFrom('Leaders meet', {}, [], { kind: 'alert', author: '' })))).toEqual([]))
  it('legal must have read what is marked for it', () =>
    expect(check('they met.', { fields: { needsLegal: 'required' } })).toEqual([
      'block needsLegal: Legal has not read this story.',
    ]))
})

describe('what stands on nothing that may be used', () => {
  const offRecord: Source = { ...POOL, id: 'off', groundRules: 'offTheRecord' }
  const desk = deskFrom({
    sources: new Map([
      [POOL.id, POOL],
      [offRecord.id, offRecord],
    ]),
  })
  const body = 'it ran {f:100 minutes} there.'
  const backedBy = (...sources: readonly string[]): readonly string[] =>
    check(body, {
      desk,
      types: { f: 'figure' },
      events: signedOn(
        page(body),
        'f',
        'verified',
        sources.map((source, index) => ({ ...BACKUP, id: `e${index}`, source })),
      ),
    })
  it('blocks when all of its backing is off the record', () =>
    expect(backedBy('off')).toEqual([
      'block offTheRecord: “100 minutes” is based only on what was said off the record.',
    ]))
  it('passes when other backing stands beside it', () => expect(backedBy('off', 'pool')).toEqual([]))
})

describe('a desk of one', () => {
  const body = 'they saw {f:good will} there.'
  // Switched off since: what it signed stays self-checked.
  const changes = [
    { at: '2026-10-01T00:00:00.000Z', by: 'Editor', deskOfOne: true },
    { at: '2026-12-01T00:00:00.000Z', by: 'Editor', deskOfOne: false },
  ]
  const self = (type: FactType): readonly string[] =>
    check(body, {
      types: { f: type },
      events: signedOn(page(body), 'f').map((event) =>
        event.kind === 'signed' ? { ...event, selfChecked: true, by: 'Reporter' } : event,
      ),
      desk: deskFrom({ settings: { deskOfOne: false, changes } }),
    })
  it('warns that a fact is self-checked', () =>
    expect(self('figure')).toEqual(['warn selfChecked: “good will” is self-checked by Reporter.']))
  it('may not check its own allegations', () =>
    expect(self('allegation').filter((line) => line.includes('selfChecked'))).toEqual([
      'block selfChecked: The allegation “good will” was checked only by Reporter, who wrote it.',
    ]))
})

it('reports in text order, the tray and the fields after the copy', () => {
  const was = page('it was {g:good} there.\nit ran TK or {f:100 minutes} there.')
  const now = storyFrom(
    page('it is there.\nit ran TK or {f:100 minutes} there.'),
    { f: 'figure', g: 'event' },
    [
      ...signedOn(was, 'g', 'wrong'),
      { kind: 'untagged', fact: 'g', reason: 'cut', words: 'good', lastStatus: 'wrong' },
    ],
    { slug: '' },
  )
  expect(findingsOf(now).map(({ rule }) => rule)).toEqual([
    'openTk',
    'factStatus',
    'factLeftStanding',
    'mandatoryField',
  ])
})

it('lets untagged words of an alert warn in its line, and block everywhere else', () => {
  const alert = storyFrom('47 killed in the fire\n', {}, [], { kind: 'alert', provider: 'The biggest agency' })
  const picture = {
    file: 'a'.repeat(64),
    mediaType: 'image/png',
    width: 1,
    height: 1,
    credit: 'AP',
    rights: 'All',
    alt: '12 dead',
    captured: '',
  }
  const story = { ...alert, copy: [...alert.copy, { role: 'cutline' as const, text: '', spans: [], picture }] }
  expect(
    findingsOf(story)
      .filter(({ rule }) => rule.startsWith('untagged'))
      .map(({ severity, where }) => [severity, where.kind, where.kind === 'text' ? where.block : where.kind]),
  ).toEqual([
    ['warn', 'text', 0],
    ['block', 'text', story.copy.length - 1],
    ['block', 'field', 'field'],
  ])
})
