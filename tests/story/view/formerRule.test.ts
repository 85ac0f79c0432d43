/** Verdicts that were signed before the newest rule for views and sentences. */
import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../src/checks/runChecks'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { namesHolding } from '../../../src/story/assessment/heldBy'
import { sourceBook } from '../../../src/story/desk/source'
import { sourceProtection } from '../../../src/gate/sourceProtection'
import { textOfCopy } from '../../../src/projection/scan/layOut'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { sinceISigned } from '../../../src/review/sinceISigned'
import { tableOf } from '../../../src/story/copy/tables'
import type { Block, Copy } from '../../../src/story/copy/copy'
import { changeWords } from '../../../src/story/view/compare/changeWords'
import { readTagged } from '../../builders/copy/copyFrom'
import { asCopy, factAfter, KEYED, standingAfter } from '../../builders/stories/signedView'
import { BACKUP, deskFrom, POOL, storyFrom } from '../../builders/stories/storyFrom'

const BAHN = 'Der Umsatz der Bahn stieg vom 3. Oktober um {f:57 Prozent}. Die Bahn fährt weiter.'
const OLD = { type: 'figure', former: 1 } as const

describe('a verdict whose sentence was cut short by the rule of its time', () => {
  test.each([
    ['stands while its graf does', BAHN, 'verified'],
    ['lapses when the rest of its sentence changes', BAHN.replace('stieg', 'fiel'), 'reCheck context'],
    ['lapses when what was signed changes', BAHN.replace('um', 'um nur'), 'reCheck context'],
    ['lapses when its graf changes: nobody knows where', BAHN.replace('weiter', 'nicht'), 'reCheck context'],
  ])('%s', (_what, now, standing) => expect(standingAfter(BAHN, now, OLD)).toBe(standing))

  test('says what was signed, and the whole sentence of now', () =>
    expect(factAfter(BAHN, BAHN.replace('stieg', 'fiel'), OLD).changes).toEqual([
      {
        ...{ part: 'context', weight: 'blocks', lapses: true },
        before: 'Oktober um 57 Prozent.',
        now: 'Der Umsatz der Bahn fiel vom 3. Oktober um 57 Prozent.',
      },
    ]))

  test('is signed anew by the whole sentence', () => {
    const signed = { type: 'figure' } as const
    expect(standingAfter(BAHN, BAHN.replace('stieg', 'fiel'), signed)).toBe('reCheck context')
    expect(standingAfter(BAHN, BAHN.replace('weiter', 'nicht'), signed)).toBe('verified warns')
  })

  test('a quotation lapses when its longer sentence changes, and stands when its graf is split', () => {
    const then = 'Am 3. Oktober stieg er. {f:„Wir gewinnen“}, sagte Kim am 4. Mai im Haus. Alle gingen. Es regnete.'
    const old = { type: 'quote', former: 1 } as const
    expect(standingAfter(then, then, old)).toBe('verified')
    expect(standingAfter(then, then.replace('im Haus', 'im Wald'), old)).toBe('reCheck context')
    expect(standingAfter(then, then.replace(' Alle', '\nAlle'), old)).toBe('verified')
  })

  test('a verdict on a sentence that both rules read alike is as before', () => {
    const then = 'It rose {f:57 percent}. It rained.'
    expect(standingAfter(then, then.replace('rained', 'snowed'), OLD)).toBe('verified warns')
    expect(standingAfter(then, then.replace('rose', 'fell'), OLD)).toBe('reCheck context')
  })

  describe('by a point that an edit takes away', () => {
    const then = 'Police confirmed it in Fresno, Calif. Officer Smith shot {f:12 people}. It rained.'
    test.each([
      ['the sentence changes with the point', 'Fresno, Calif.', 'Fresno.', 'reCheck context'],
      ['only the point goes', ', Calif.', '.', 'reCheck context'],
      ['the graf stands', 'It rained.', 'It rained.', 'verified'],
      ['another sentence changes: nobody knows where', 'rained', 'snowed', 'reCheck context'],
    ])('%s', (_what, words, now, standing) =>
      expect(standingAfter(then, then.replace(words, now).replace('Fresno. Off', 'Reno. Off'), OLD)).toBe(standing),
    )

    test('lapses where the end of its sentence is still cut short: what stood behind was not kept', () => {
      const end = 'It rose {f:57 percent} in Fresno, Calif. Officer Smith saw it.'
      expect(standingAfter(end, end.replace('saw', 'denied'), OLD)).toBe('reCheck context')
    })

    test('lapses no verdict whose sentence was whole', () => {
      const whole = 'He came to Fresno, Calif. Tuesday. It rose {f:57 percent}. It rained.'
      expect(standingAfter(whole, whole.replace(', Calif. Tuesday', ''), OLD)).toBe('verified warns')
    })

    test('is the context of a quotation where it is beside what was signed: its graf was kept', () => {
      const parts = (said: string, words: string): readonly string[] =>
        factAfter(said, said.replace(words, 'Ulm'), { type: 'quote', former: 1 }).changes.map(({ part }) => part)
      const said = 'It was in Fresno, Calif. Smith came. {f:“We win,”} Kim said. Lee left. Ann saw it.'
      expect(parts(said, 'Fresno, Calif')).toEqual(['context'])
      const whole = said.replace(', Calif', '').replace('Ann', 'It snowed. It was in Reno, Nev. Ann')
      expect(parts(whole, 'Reno, Nev')).toEqual(['graf'])
    })
  })

  test('is no change since its giver signed', () => {
    const fact = factAfter(BAHN, BAHN, OLD)
    expect(sinceISigned([fact], fact.current?.by ?? '', new Map([[KEYED.id, KEYED]]))).toEqual([])
  })
})

describe('a verdict by the rule before the last', () => {
  const then = 'El desempleo, dijo la Dra. López, subió un {f:3 por ciento}. Llovía.'
  const old = { type: 'figure', former: 2 } as const
  test.each([
    ['stands while its graf does', then, 'verified'],
    ['lapses when the rest of its sentence changes', then.replace('desempleo', 'empleo'), 'reCheck context'],
    ['lapses when what was signed changes', then.replace('subió', 'bajó'), 'reCheck context'],
    ['lapses when its graf changes: nobody knows where', then.replace('Llovía', 'Nevaba'), 'reCheck context'],
  ])('%s', (_what, now, standing) => expect(standingAfter(then, now, old)).toBe(standing))

  test('is signed anew by the whole sentence', () => {
    expect(standingAfter(then, then.replace('desempleo', 'empleo'), { type: 'figure' })).toBe('reCheck context')
    expect(standingAfter(then, then.replace('Llovía', 'Nevaba'), { type: 'figure' })).toBe('verified warns')
  })

  test('reads ordinals as that rule did, not as the one before it', () => {
    expect(standingAfter(BAHN, BAHN.replace('stieg', 'fiel'), old)).toBe('reCheck context')
    expect(standingAfter(BAHN, BAHN.replace('weiter', 'nicht'), old)).toBe('verified warns')
  })

  test('counts what leads in to a table', () => {
    const page = (lead: string): Copy => [
      ...asCopy(lead),
      ...tableOf(
        [
          [readTagged('City'), readTagged('Count')],
          [readTagged('Busan'), readTagged('{f:57}')],
        ],
        true,
      ),
    ]
    expect(standingAfter(page('Deaths in 2024'), page('Rescues in 2023'), old)).toBe('reCheck belongsTo')
  })

  test('and “nothing to check” of each rule hold for what was cleared', () => {
    const story = storyFrom('Paro\nSin texto\nEl paro, dijo la Dra. López el 3. Oktober, subió un 57 por ciento.')
    const desk = deskFrom({})
    const found = runChecks({ story, desk, assessments: assessStory(story, desk) }, () => false).find(
      ({ rule, message }) => rule === 'untaggedFigure' && message.includes('57'),
    )
    if (!found) throw new Error('No figure')
    expect([namesHolding(found, 'inReview'), namesHolding(found, 'cleared')].map((names) => names.map(keyed))).toEqual([
      ['El paro, dijo la Dra. López el 3. Oktober, subió un 57 por ciento.'],
      [
        'El paro, dijo la Dra. López el 3. Oktober, subió un 57 por ciento.',
        'López el 3. Oktober, subió un 57 por ciento.',
        'Oktober, subió un 57 por ciento.',
      ],
    ])
  })

  test('and “nothing to check” holds where that rule read no denial beside the words', () => {
    const story = storyFrom('Sales\nNo text\nIt is not true, said Dir. Brown. It rose 57 percent.')
    const desk = deskFrom({})
    const found = runChecks({ story, desk, assessments: assessStory(story, desk) }, () => false).find(
      ({ rule, message }) => rule === 'untaggedFigure' && message.includes('57'),
    )
    if (!found) throw new Error('No figure')
    const denied = 'untaggedFigure\0figure:It rose 57 percent.:57:1!It is not true, said Dir. Brown.'
    expect([namesHolding(found, 'inReview'), namesHolding(found, 'cleared')]).toEqual([
      [denied],
      [denied, 'untaggedFigure\0figure:It rose 57 percent.:57:1'],
    ])
  })

  test.each([
    ['otherOutlet', { kind: 'outlet' }],
    ['groundRules', { kind: 'person', groundRules: 'deepBackground' }],
  ] as const)('and an override of %s in such a sentence holds for what was cleared', (rule, known) => {
    const sources = sourceBook([{ ...POOL, ...known }])
    const tagged = { kind: 'tagged', fact: 'f', type: 'figure', words: '57 dollars', writers: ['Reporter'] } as const
    const story = storyFrom('Sales\nNo text\nSales, said Dir. Brown, rose to {f:57 dollars}.', { f: 'figure' }, [
      tagged,
      { kind: 'evidenceAdded', fact: 'f', evidence: BACKUP },
    ])
    const tags = new Map([...story.tags].map(([id, tag]) => [id, { ...tag, attributedTo: 'Brown' }]))
    const desk = deskFrom({ sources })
    const assessments = assessStory({ ...story, tags }, desk)
    const found = runChecks({ story: { ...story, tags }, desk, assessments }, () => false).find(
      (one) => one.rule === rule,
    )
    if (!found) throw new Error('Not found')
    const sentences = (stage: 'inReview' | 'cleared') =>
      namesHolding(found, stage).map((name) => name.slice(name.lastIndexOf('|') + 1))
    const [whole, cut] = ['Sales, said Dir. Brown, rose to 57 dollars.', 'Brown, rose to 57 dollars.']
    expect([sentences('inReview'), sentences('cleared')]).toEqual([[whole], [whole, cut]])
  })

  test('and a name that somebody confirmed in such a sentence stays confirmed in what was cleared', () => {
    const source = { ...POOL, kind: 'person', name: 'Ann Kowalczyk', protected: true } as const
    const desk = deskFrom({ sources: sourceBook([source]) })
    const page = 'Sales\nNo text\nSales, said Dir. Brown, fell as Ann Kowalczyk left.'
    const [hit] = scanForLeaks(
      { text: textOfCopy(storyFrom(page).copy), fileName: '', mediaType: 'text/plain' },
      protectedTerms([source]),
      [],
      storyFrom(page).copy,
    )
    const confirmed = {
      kind: 'dismissed',
      rule: 'sourceProtection',
      key: hit?.cutKeys?.[0] ?? '',
      by: 'Editor',
    } as const
    const cleared = { kind: 'moved', to: 'cleared', copyHash: 'h', blocks: 0, warns: 0, overrides: [] } as const
    const namesIn = (events: Parameters<typeof storyFrom>[2]) =>
      sourceProtection(storyFrom(page, {}, events), desk, () => false).length
    expect([
      namesIn([{ ...cleared, from: 'inReview' }]),
      namesIn([confirmed]),
      namesIn([confirmed, { ...cleared, from: 'inReview' }]),
    ]).toEqual([1, 1, 0])
  })

  const keyed = (name: string): string => /figure:(.*):57:1$/su.exec(name)?.[1] ?? name
})

test('“nothing to check” in such a sentence holds for what was cleared, and the next clearing asks again', () => {
  const story = storyFrom('Bahn\nKein Text\nDer Umsatz stieg vom 3. Oktober um 57 Prozent.')
  const desk = deskFrom({})
  const found = runChecks({ story, desk, assessments: assessStory(story, desk) }, () => false).find(
    ({ rule, message }) => rule === 'untaggedFigure' && message.includes('57'),
  )
  if (!found) throw new Error('No figure')
  const key = 'untaggedFigure\0figure:Der Umsatz stieg vom 3. Oktober um 57 Prozent.:57:1'
  const former = 'untaggedFigure\0figure:Oktober um 57 Prozent.:57:1'
  expect([namesHolding(found, 'inReview'), namesHolding(found, 'cleared')]).toEqual([[key], [key, former]])
})

const ITEM: Block = {
  ...{ role: 'listItem', list: 'bullet', level: 1, spans: [] },
  text: 'Der Umsatz stieg vom 3. Oktober um 57 Prozent.',
}

test('“nothing to check” in a list item whose sentence was cut short holds by each earlier key', () => {
  const made = storyFrom('Bahn\nKein Text\nDie Polizei nahm fest:')
  const story = { ...made, copy: [...made.copy, ITEM] }
  const found = runChecks({ story, desk: deskFrom({}), assessments: [] }, () => false).find(
    ({ rule, message }) => rule === 'untaggedFigure' && message.includes('57'),
  )
  if (!found) throw new Error('No figure')
  expect(namesHolding(found, 'cleared').map((name) => name.replace(/@under:[0-9a-f]{32}/u, '@under'))).toEqual([
    'untaggedFigure\0figure:Der Umsatz stieg vom 3. Oktober um 57 Prozent.:57@under:1',
    'untaggedFigure\0figure:Oktober um 57 Prozent.:57@under:1',
    'untaggedFigure\0figure:Oktober um 57 Prozent.:57:1',
  ])
})

test('an override of words without their tag in such an item holds by each earlier key', () => {
  const tagged = { kind: 'tagged', fact: 'f', type: 'figure', words: '57 Prozent', writers: ['Reporter'] } as const
  const made = storyFrom('Bahn\nKein Text\nDie Polizei nahm fest:', { f: 'figure' }, [tagged])
  const story = { ...made, copy: [...made.copy, ITEM] }
  const desk = deskFrom({})
  const found = runChecks({ story, desk, assessments: assessStory(story, desk) }, () => false).find(
    ({ rule }) => rule === 'factLeftStanding',
  )
  if (!found) throw new Error('Not found')
  const [now = '', ...before] = namesHolding(found, 'cleared').map((name) =>
    name.replace(/^.*(?=:(?:Der|Oktober))/su, '').replace(/@under:[0-9a-f]{32}/u, '@under'),
  )
  expect([now, before]).toEqual([
    ':Der Umsatz stieg vom 3. Oktober um 57 Prozent.@under',
    [':Oktober um 57 Prozent.@under', ':Oktober um 57 Prozent.'],
  ])
})

describe('what leads in to a table', () => {
  const page = (lead: string): Copy => [
    ...asCopy(lead),
    ...tableOf(
      [
        ['City', 'Count'],
        ['Busan', '{f:57}'],
      ].map((row) => row.map((cell) => readTagged(cell))),
      true,
    ),
  ]
  const then = page('It rained. Deaths in 2024')
  test.each([
    ['lapses a figure', 'figure', 'It rained. Rescues in 2023', 'reCheck belongsTo'],
    ['lapses an event, which warns', 'event', 'It rained. Rescues in 2023', 'reCheck belongsTo'],
    ['is its last sentence', 'figure', 'It snowed. Deaths in 2024', 'verified'],
  ] as const)('%s', (_what, type, lead, standing) => expect(standingAfter(then, page(lead), { type })).toBe(standing))

  test('is told in words', () =>
    expect(factAfter(then, page('Rescues in 2023'), { type: 'figure' }).changes.map(changeWords)).toEqual([
      'the context of its list, quotation or table changed: “Deaths in 2024” → “Rescues in 2023”',
    ]))

  test('is nothing to a verdict that was signed before it counted', () => {
    expect(standingAfter(then, page('It rained. Rescues in 2023'), OLD)).toBe('verified')
    expect(standingAfter(then, then, OLD)).toBe('verified')
  })

  test('ends “nothing to check” on a cell, but for what was cleared', () => {
    const story = { ...storyFrom('x\ny'), copy: page('Deaths in 2024').map((block) => ({ ...block, spans: [] })) }
    const desk = deskFrom({})
    const found = runChecks({ story, desk, assessments: [] }, () => false).find(
      ({ rule, where }) => rule === 'untaggedFigure' && where.kind === 'text' && story.copy[where.block]?.cell,
    )
    if (!found) throw new Error('No figure')
    const [key = '', former] = namesHolding(found, 'cleared')
    expect([key.replace(/@under:[0-9a-f]{32}/u, '@under'), former]).toEqual([
      'untaggedFigure\0figure:57:57@Count · Busan@under:1',
      'untaggedFigure\0figure:57:57@Count · Busan:1',
    ])
  })
})
