import { expect, it } from 'vitest'
import { statementsOf } from '../../../src/checks/detect/statementsOf'
import { tagTypeOf } from '../../../src/checks/finding/tagTypeOf'

const named = (text: string): string[] =>
  statementsOf({ role: 'paragraph', text, spans: [] })
    .filter(({ kind }) => kind === 'name' || kind === 'date')
    .map(({ key, words }) => `${words}: ${tagTypeOf({ rule: 'untaggedName', key }, words) ?? ''}`)

it('a date is tagged as a date, and a place as a place, when a check offers to tag them', () => {
  expect(named('The ministers of South Korea met Kim Ji-woo on Friday and on 30 October 2026.')).toEqual([
    'South Korea: place',
    'Kim Ji-woo: name',
    'Friday: date',
    '30 October 2026: date',
  ])
  expect(named('한국과 일본이 30일 서울에서 만났다.')).toContain('30일: date')
})

it('only untagged statements are offered a tag', () => {
  expect([
    tagTypeOf({ rule: 'untaggedFigure', key: 'figure:a:b' }, '100'),
    tagTypeOf({ rule: 'openTk', key: 'x' }, 'TK'),
    tagTypeOf({ rule: 'untaggedFigure', key: 'beside:alt:figure:a:b:1' }, '100'),
  ]).toEqual(['figure', undefined, undefined])
})
