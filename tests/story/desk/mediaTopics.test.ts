import { describe, expect, test } from 'vitest'
import { mediaTopics, type MediaTopic } from '../../../src/story/desk/mediaTopics'
import list from '../../../resources/media-topics.json' with { type: 'json' }

const codes = (found: readonly MediaTopic[]): readonly string[] => found.map(({ code }) => code)

describe('the list of Media Topics', () => {
  test('names its makers and its licence, and each code once under one that is there', () => {
    const rows = list.topics
    const known = new Set(rows.map(([code]) => code))
    expect([
      list.credit.includes('© International Press Telecommunications Council'),
      list.credit.includes('CC BY 4.0'),
      rows.length,
      known.size,
      rows.filter(([code = '']) => !/^\d{8}$/.test(code)),
      rows.filter(([, parent]) => parent !== '' && !known.has(parent)),
    ]).toEqual([true, true, 1099, 1099, [], []])
  })

  test('has Korean names for its two upper levels', () => {
    const tops = new Set(list.topics.filter(([, parent]) => parent === '').map(([code]) => code))
    const upper = list.topics.filter(([, parent = '']) => parent === '' || tops.has(parent))
    expect([upper.length, upper.filter(([, , , korean = '']) => !/\p{Script=Hangul}/u.test(korean))]).toEqual([138, []])
  })
})

describe('a Media Topic', () => {
  test('is found by the start of its name first, in English or Korean', async () => {
    const topics = await mediaTopics()
    expect(codes(topics.find('labour')).slice(0, 3)).toEqual(['medtop:09000000', 'medtop:20000523', 'medtop:20000524'])
    expect(codes(topics.find('Labor market'))).toEqual(['medtop:20000523'])
    expect(codes(topics.find('노동')).slice(0, 2)).toEqual(['medtop:09000000', 'medtop:20000523'])
    expect(codes(topics.find('medtop:20000523'))).toEqual(['medtop:20000523'])
    expect([topics.find('').length, topics.find('zzz')]).toEqual([17, []])
  })

  test('reads with the topics above it, in the language of the reader as far as there are names', async () => {
    const topics = await mediaTopics()
    const market = topics.get('medtop:20000523')
    expect([
      market && topics.pathOf(market, 'en'),
      market && topics.pathOf(market, 'ko'),
      topics.nameOf('medtop:20000010', 'ko'),
      topics.nameOf('medtop:99999999', 'en'),
      topics.named(' Economy, Business and Finance ')?.code,
    ]).toEqual(['labour › labour market', '노동 › 노동시장', 'traditional dance', 'medtop:99999999', 'medtop:04000000'])
  })
})
