import { expect, test } from 'vitest'
import { findKoreanNames } from '../../../src/checks/detect/koreanNames'
import { runChecks } from '../../../src/checks/runChecks'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { NO_WRITER } from '../../builders/noWriter'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const namesIn = (text: string): readonly string[] => findKoreanNames(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['박정우 한빛조선 사장은 말했다.', '박정우'],
  ['김서연 전 법무부 장관이 왔다.', '김서연'],
  ['최민호(45)씨가 숨졌다.', '최민호'],
  ['고민정 의원은 반대했다.', '고민정'],
  ['나경원 의원과 황교안 전 총리', '나경원 황교안'],
  ['이창용 한국은행 총재는 말했다.', '이창용'],
])('a name before a title is a name: %s', (text, names) => expect(namesIn(text).join(' ')).toBe(names))

test.each([
  '조지아 대통령이 왔다.',
  '노동부 장관은 말했다.',
  '민주당 의원이 사퇴했다.',
  '한국인 선수가 우승했다.',
  '이사회 의장',
  '조합원 대표 세 명',
  '연구원 원장은',
  '주민 김모 씨는 말했다.',
  '전남대 교수',
  '정치학 교수',
  '이라크 총리',
  '전기차 회사 대표',
])('words that only look like one are none: %s', (text) => expect(namesIn(text)).toEqual([]))

test('a name is reported once, and not where a tag of its name says so', () => {
  const warningsOf = (body: string): readonly string[] => {
    const story = storyFrom(`회의\n\n${body}`, { f: 'name' }, [], { language: 'ko' })
    const desk = deskFrom()
    return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
      .filter(({ rule }) => rule === 'untaggedName')
      .map(({ message }) => message)
  }
  const body = '박정우 한빛조선 사장은 왔다. 박정우 사장은 갔다.'
  expect(warningsOf(body)).toEqual(['“박정우” is a name without a tag.'])
  expect(warningsOf(body.replace('박정우 한빛', '{f:박정우} 한빛'))).toEqual([])
})
