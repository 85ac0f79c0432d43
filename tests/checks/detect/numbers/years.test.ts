import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/checks/detect/statementsOf'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { Block } from '../../../../src/story/copy/copy'
import { NO_WRITER } from '../../../builders/noWriter'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'

const found = (text: string, block: Partial<Block> = {}): readonly string[] =>
  statementsOf({ role: 'paragraph', text, spans: [], ...block })
    .filter(({ kind }) => kind === 'figure' || kind === 'date')
    .map(({ kind, words }) => `${kind}: ${words}`)

describe('four digits count', () => {
  it.each([
    ['Quake leaves 2000 dead', ['figure: 2000 dead']],
    ['About 1900 were hurt.', ['figure: About 1900']],
    ['As many as 2000 could be trapped.', ['figure: As many as 2000']],
    ['It came after 2000 were hurt.', ['figure: 2000']],
    ['Police arrested 2000.', ['figure: 2000']],
    ['Some 1900 died', ['figure: Some 1900 died']],
    ['Up to 2000 could lose jobs', ['figure: Up to 2000']],
    ['The toll: 2000.', ['figure: 2000']],
    ['A crowd of 2000 gathered', ['figure: 2000 gathered']],
    ['It employed 1900 staff', ['figure: 1900 staff']],
    ['The city has 2000 empty homes.', ['figure: 2000 empty']],
    ['The toll rose from 1900 to 2000.', ['figure: 1900', 'figure: 2000']],
    ['About 1900-2000 people were hurt.', ['figure: About 1900-2000 people']],
    ['the 2000 who died', ['figure: 2000']],
    ['Der Sturm forderte 2000 Opfer', ['figure: 2000 Opfer']],
    ['Etwa 2000 kamen ums Leben', ['figure: Etwa 2000 kamen']],
    ['Environ 2000 ont été arrêtés', ['figure: 2000']],
    ['지진으로 2000 명이 숨졌다', ['figure: 2000 명']],
    ['1900 가구가 정전됐다.', ['figure: 1900 가구가']],
    ['Photo of 2000 homeless', ['figure: 2000 homeless']],
    ['In May 12 firefighters died.', ['figure: 12 firefighters']],
    ['In March 20 passengers were hurt.', ['figure: 20 passengers']],
    ['In May 4500 workers left.', ['figure: 4500 workers']],
    ['On May 5, 2000 people marched.', ['date: May 5', 'figure: 2000 people']],
  ])('in “%s”', (text, expected) => expect(found(text)).toEqual(expected))
})

describe('four digits date', () => {
  it.each([
    ['It was founded in 2000.', ['date: 2000']],
    ['It ran from 1990 to 1999.', ['date: 1990', 'date: 1999']],
    ['It was built in about 1900.', ['date: 1900']],
    ['The 2024 election was close.', ['date: 2024']],
    ['It holds 2016 elections in mind.', ['date: 2016']],
    ['He was charged over 2020 election lies.', ['date: 2020']],
    ['The 2018 and 2019 seasons were lost.', ['date: 2018', 'date: 2019']],
    ['The book (Smith, 2019) was read.', ['date: 2019']],
    ['The war (1990-1995) ended it.', ['date: 1990', 'date: 1995']],
    ['It won at Rio 2016.', ['date: 2016']],
    ['The crash of 1929 began it.', ['date: 1929']],
    ['2019 was a bad year.', ['date: 2019']],
    ['Er starb 1999 in Bonn und wurde dort begraben.', ['date: 1999']],
    ['2022 세계선수권 대회', ['date: 2022']],
    ['2024 대선 후보', ['date: 2024']],
    ['On May 12 firefighters battled the blaze.', ['date: May 12']],
    ['Man charged in March 12 shooting', ['date: March 12']],
  ])('in “%s”', (text, expected) => expect(found(text)).toEqual(expected))
  it('alone in the headings of a table, and count alone elsewhere', () => {
    const cell = (row: number, column: number): readonly string[] =>
      found('2000', { role: 'cell', cell: { row, column } })
    expect([cell(1, 0), cell(1, 1)]).toEqual([['date: 2000'], ['figure: 2000']])
  })
})

describe('a tagged year', () => {
  const warned = (body: string): readonly string[] => {
    const story = storyFrom(`Leaders meet\nTalks are held\nIt was founded in {y:2016}.\n${body}`, { y: 'date' })
    const desk = deskFrom()
    return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
      .filter(({ rule }) => rule.startsWith('untagged'))
      .map(({ severity, message }) => `${severity}: ${message}`)
  }
  it('covers the year where a small word dates it', () => expect(warned('It closed in 2016.')).toEqual([]))
  it('covers no number that no small word dates', () =>
    expect(warned('It won at Rio 2016.')).toEqual([
      'warn: “Rio” is a name without a tag.',
      'warn: “2016” is a date without a tag.',
    ]))
  it('covers no count', () =>
    expect(warned('About 2016 were arrested.')).toEqual(['block: “About 2016” is a figure without a tag.']))
})
