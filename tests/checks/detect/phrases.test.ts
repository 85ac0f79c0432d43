/** What is shown of a find: whole words and whole phrases. Each figure in a phrase still has to be covered. */
import { describe, expect, it, test } from 'vitest'
import { runChecks } from '../../../src/checks/runChecks'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { namesHolding } from '../../../src/story/assessment/heldBy'
import type { Finding } from '../../../src/story/assessment/finding'
import { findingName } from '../../../src/story/ledger/events/gateEvent'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { NO_WRITER } from '../../builders/noWriter'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

function blocksIn(body: string, events: readonly (LedgerEvent & { readonly by?: string })[] = []): readonly Finding[] {
  const story = storyFrom(`Council meets\nA day in town\n${body}`, { f: 'figure' }, events)
  const desk = deskFrom()
  const found = runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
  return found.filter(({ rule, severity }) => severity === 'block' && rule.startsWith('untagged'))
}

function shownIn(body: string): readonly string[] {
  return blocksIn(body).map(({ where }) => (where.kind === 'text' ? body.slice(where.from, where.to) : ''))
}

test.each<[string, readonly string[]]>([
  ['He got six and a half years for four counts of fraud.', ['six and a half years', 'four counts']],
  ['Half a dozen officers searched the house.', ['Half a dozen officers']],
  ['Police say hundreds of thousands fled the city.', ['hundreds of thousands']],
  [
    'One in five children goes hungry, nine out of ten schools know it.',
    ['One in five children', 'nine out of ten schools'],
  ],
  ['It got a quarter of a million signatures.', ['a quarter of a million signatures']],
  ['He is 6ft 2in tall and ran for 2 hours 41 minutes.', ['6ft 2in', '2 hours 41 minutes']],
  ['The bill passed by 51 votes to 49.', ['51 votes to 49']],
  ['She won 6-4, 3-6, 7-6 (7-5) today.', ['6-4, 3-6, 7-6 (7-5)']],
  ['It expects between 5.1 billion and 5.6 billion euros.', ['5.1 billion and 5.6 billion euros']],
  ['Il a brûlé 2 000 hectares en deux mois et demi.', ['2 000 hectares', 'deux mois et demi']],
  ['Il a fait chaud neuf jours sur dix.', ['neuf jours sur dix']],
  ['Uno de cada cuatro hogares lo nota.', ['Uno de cada cuatro hogares']],
  ['Es kamen so viele wie nie zuvor.', ['so viele wie nie zuvor']],
  ['10年前の4分の3にとどまる。', ['10年', '4分の3']],
  ['销量同比增长，是五年来的最低水平。', ['同比增长', '五年来的最低']],
  ['Sie sprach mit zwei von drei Familien.', ['zwei von drei Familien']],
  ['직원 열 명 중 세 명은 외국인이다.', ['열 명 중 세 명']],
])('%s: figures that are said as one are one find', (body, shown) => expect(shownIn(body)).toEqual(shown))

test.each<[string, readonly string[]]>([
  ['Revenue fell 8% to €31.4 billion.', ['8%', '€31.4 billion']],
  ['Income more than halved to 890 million.', ['more than halved', '890 million']],
  ['The court heard 22 nurses and 40 doctors.', ['22 nurses', '40 doctors']],
  ['It paid 40 euros to 12 families.', ['40 euros', '12 families']],
  ['They spoke of 12, 14 and 19 cases.', ['12', '14', '19 cases']],
])('%s: figures of their own stay apart', (body, shown) => expect(shownIn(body)).toEqual(shown))

test.each<[string, readonly string[]]>([
  ['Sales dropped by a fifth last year.', ['a fifth']],
  ['Two firms moved money through two shell companies.', ['Two firms', 'two shell companies']],
  ['The team moved up to 15th and up to 20 fans came.', ['15th', 'up to 20 fans']],
  ['He is in his mid-forties.', ['mid-forties']],
  ['The bank raised it by a quarter point.', ['a quarter point']],
  ['All but one district voted.', ['All but one district']],
  ['It is their first win in 11 matches.', ['first win', '11 matches']],
  ['Es ist der höchste Wert der Reihe.', ['höchste Wert']],
  ["Une centaine d'habitants ont été évacués.", ["Une centaine d'habitants"]],
  ["Cela coûte entre 15 et 20 millions d'euros.", ['15 et 20 millions']],
  ["C'est du jamais-vu dans la région.", ['du jamais-vu']],
  ['El litro cuesta más de diez euros.', ['más de diez euros']],
  ['出口量为175.8万辆。', ['175.8万辆']],
  ['지난해 영업이익 두 배로 늘었다.', ['영업이익 두 배로 늘었다']],
  ['순이익은 2007년 이후 가장 많았다.', ['이후 가장 많았다']],
  ['전망을 크게 웃돌았다.', ['크게 웃돌았다']],
  ['직원 1만2천여명 가운데 절반가량이 여기서 일한다.', ['1만2천여명', '절반가량']],
  ['노조는 사흘째 파업을 벌였다.', ['사흘째']],
])('%s: whole words are shown', (body, shown) => expect(shownIn(body)).toEqual(shown))

it('a quarter and a range of months are dates in Korean; quarters in a row are counted', () => {
  expect(shownIn('3분기 매출이 늘었다. 지난 1~9월 수출도 늘었다.')).toEqual([])
  expect(shownIn('매출이 3분기 연속 늘었다.')).toEqual(['3분'])
})

describe('a phrase of two figures', () => {
  const BODY = 'He got six and a half years there.'
  const dismissed = (key: string): LedgerEvent & { by: string } => ({
    ...{ kind: 'dismissed', rule: 'untaggedFigure', key, by: 'Checker' },
  })
  const [whole] = blocksIn(BODY)
  /** The keys that its figures had before they were joined. */
  const [six = '', half = ''] = whole?.key.split('+') ?? []

  it('is dismissed whole', () => expect(blocksIn(BODY, [dismissed(whole?.key ?? '')])).toEqual([]))
  it('is asked again if somebody answered for one of them before they were joined', () =>
    expect([blocksIn(BODY, [dismissed(six)]).length, blocksIn(BODY, [dismissed(half)]).length]).toEqual([1, 1]))
  it('holds in a story that was cleared when each was dismissed', () => {
    expect(whole && namesHolding(whole, 'cleared')).toContain(findingName({ rule: 'untaggedFigure', key: six }))
    expect(whole && namesHolding(whole, 'inReview')).not.toContain(findingName({ rule: 'untaggedFigure', key: six }))
  })
  it('shows what is left when a tag covers one of them', () =>
    expect(blocksIn('He got {f:six} and a half years there.').map(({ message }) => message)).toEqual([
      '“a half” is a figure without a tag.',
    ]))
})

it('a word before a figure is a part of it, a claim beside it is not', () => {
  expect(shownIn('Income more than doubled.')).toEqual(['more than doubled'])
  expect(shownIn('It has about 40 stores, more than any rival.')).toEqual(['about 40 stores', 'more than any'])
})
