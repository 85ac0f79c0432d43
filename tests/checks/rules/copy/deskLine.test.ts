/** A line for the desk that stands in the copy warns: readers would see it. */
import { expect, it } from 'vitest'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'
import { NO_WRITER } from '../../../builders/noWriter'
import { tableOf } from '../../../../src/story/copy/tables'

const warned = (...grafs: readonly string[]): readonly string[] => warnedOf(grafs, [])
const warnedInTable = (...rows: readonly (readonly string[])[]): readonly string[] => warnedOf(['they met.'], rows)

function warnedOf(grafs: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = tableOf(
    rows.map((row) => row.map((text) => ({ text, spans: [] }))),
    false,
  )
  const page = storyFrom(['Leaders meet', 'Talks are held', ...grafs].join('\n'))
  const story = { ...page, copy: [...page.copy, ...cells] }
  const desk = deskFrom()
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    .filter(({ rule }) => rule === 'deskLine')
    .map(({ severity, message, dismissable }) => `${severity} ${String(dismissable)}: ${message}`)
}

it('an embargo in the copy warns, in English and Korean', () =>
  expect(warned('they met.', 'EMBARGOED UNTIL NOON', '[엠바고] 12월 2일 06시')).toEqual([
    'warn true: “EMBARGOED UNTIL NOON” reads like an embargo, and readers would see it. In the copy it holds nothing ' +
      'back. Set the field Embargo, or move it to the ed note.',
    'warn true: “[엠바고] 12월 2일 06시” reads like an embargo, and readers would see it. In the copy it holds nothing ' +
      'back. Set the field Embargo, or move it to the ed note.',
  ]))

it.each(['Eds: call Kim.', 'EDITOR’S NOTE: call Kim.', '(ATTN: UPDATES with quotes)', '편집자 메모: 김에게 전화.'])(
  'a note to editors in the copy warns: %s',
  (line) =>
    expect(warned('they met.', line)).toEqual([
      `warn true: “${line}” reads like a note to editors, and readers would see it. If it is not meant for them, ` +
        'move it to the ed note.',
    ]),
)

it.each([
  'Embargo bis Freitag verlängert',
  'Embargo: Monday vote looms',
  'EMBARGO UNTIL SANCTIONS END, EU SAYS',
  '엠바고 12월 5일 해제 논란',
  'Informationen mit Sperrfrist Freitag, 10 Uhr, für die Redaktionen im Land',
  'The whole report is under strict embargo until 10 a.m. Friday, when the minister speaks',
  'Transmission of material in this news release is embargoed until                 USDL-26-1234',
  'Nicht vor Freitag, 10 Uhr veröffentlichen',
  'Confidential until the minister speaks',
  'ACHTUNG SPERRFRIST! Frei für Samstagsausgaben',
  'Prohibida su difusión hasta el 5 de diciembre',
  '이 자료는 12월 5일 10시 이후 보도해 주시기 바랍니다',
  `EMBARGOED UNTIL 10 A.M. FRIDAY. ${'The ministry says so. '.repeat(8)}`.trim(),
])('what may be an embargo warns: %s', (line) =>
  expect(warned('they met.', line)).toEqual([expect.stringContaining('reads like an embargo')]),
)

it.each([
  'The EU agreed on Monday to extend its arms embargo against the junta by a year.',
  'EU oil embargo takes effect on Monday, two years after the war began',
  'The film is set for release on Friday.',
  'The embargo on oil was lifted.',
  'Embargo on oil is lifted',
  'Under an embargo, trade stops.',
  'Editors at three papers resigned.',
  'Adds to the pressure (updates are due).',
  '엠바고를 깬 기자가 사과했다.',
  '엠바고 해제 뒤 보도가 쏟아졌다.',
])('ordinary copy does not: %s', (line) => expect(warned('they met.', line)).toEqual([]))

it('an embargo in a table warns with the time beside it, as releases of ministries have it', () =>
  expect(warnedInTable(['보도시점', '2026. 12. 5.(금) 10:00', '담당', '김민수'])).toEqual([
    'warn true: “보도시점: 2026. 12. 5.(금) 10:00” reads like an embargo, and readers would see it. In the copy it ' +
      'holds nothing back. Set the field Embargo, or move it to the ed note.',
  ]))

it.each([
  [['Embargo', '5 December 2026, 10:00 CET']],
  [['Embargo:', 'Friday, 10 a.m.']],
  [['EMBARGO: 2026-12-05T10:00Z', 'No. 12']],
  [['Sperrfrist', '5.12.2026, 10 Uhr']],
  [['보도일시', '2026. 12. 5.(금) 조간']],
  [['엠바고', '12월 5일 10시']],
])('an embargo in a table is warned of: %s', (row) =>
  expect(warnedInTable(['Ref', '12'], row)).toEqual([expect.stringContaining('reads like an embargo')]),
)

it.each([
  [
    ['Embargo', 'Tonnes'],
    ['Oil', '12'],
  ],
  [
    ['Arms embargo', '5 May 2010'],
    ['Oil embargo', '6 May 2012'],
  ],
  [
    ['Measure', 'Embargo'],
    ['Friday', '12'],
  ],
  [
    ['Embargo', 'Country'],
    ['Cuba', '5 May 1960'],
  ],
])('a table about embargoes does not: %j', (...rows) => expect(warnedInTable(...rows)).toEqual([]))
