/** Verdicts that were signed before the newest rule for views and sentences. */
import { describe, expect, test } from 'vitest'
import { runChecks } from '../../../src/checks/runChecks'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { namesHolding } from '../../../src/story/assessment/heldBy'
import { sinceISigned } from '../../../src/review/sinceISigned'
import { standingAfter, factAfter, KEYED } from '../../builders/stories/signedView'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const BAHN = 'Der Umsatz der Bahn stieg vom 3. Oktober um {f:57 Prozent}. Die Bahn fährt weiter.'
const OLD = { type: 'figure', former: true } as const

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
    const old = { type: 'quote', former: true } as const
    expect(standingAfter(then, then, old)).toBe('verified')
    expect(standingAfter(then, then.replace('im Haus', 'im Wald'), old)).toBe('reCheck context')
    expect(standingAfter(then, then.replace(' Alle', '\nAlle'), old)).toBe('verified')
  })

  test('a verdict on a sentence that both rules read alike is as before', () => {
    const then = 'It rose {f:57 percent}. It rained.'
    expect(standingAfter(then, then.replace('rained', 'snowed'), OLD)).toBe('verified warns')
    expect(standingAfter(then, then.replace('rose', 'fell'), OLD)).toBe('reCheck context')
  })

  test('is no change since its giver signed', () => {
    const fact = factAfter(BAHN, BAHN, OLD)
    expect(sinceISigned([fact], fact.current?.by ?? '', new Map([[KEYED.id, KEYED]]))).toEqual([])
  })
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
