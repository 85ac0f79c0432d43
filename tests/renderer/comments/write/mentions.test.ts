import { expect, it } from 'vitest'
import { behindMention, mentionAt, namesFor, withMention } from '../../../../src/renderer/comments/write/mentions'

const NAMES = ['Kim Ji-woo', 'Jun Ito', 'Mina Park', '김지우']
const offered = (text: string, caret = text.length): readonly string[] => {
  const query = mentionAt(text, caret)
  return query ? namesFor(query, NAMES) : []
}

it('a name is completed after “@” at the beginning of a word, by its beginning or by a word of it', () => {
  expect([
    offered('@'),
    offered('Ask @j'),
    offered('(@par'),
    offered('@Kim ji'),
    offered('@김'),
    offered('Ask @Jun, too', 8),
  ]).toEqual([NAMES, ['Jun Ito', 'Kim Ji-woo'], ['Mina Park'], ['Kim Ji-woo'], ['김지우'], ['Jun Ito']])
})

it('nothing is offered in an address, after a space, for an unknown name, and after a whole name', () => {
  expect([
    offered('me@j'),
    offered('@ j'),
    offered('@xyz'),
    offered('@Jun Ito is'),
    offered('@jun ito'),
    offered('@Jun\nIto'),
  ]).toEqual([[], [], [], [], [], []])
})

it('the name takes the place of what was typed, and the caret stands behind it', () => {
  const query = { at: 4, typed: 'ju' }
  expect([withMention('Ask @ju', query, 'Jun Ito'), withMention('Ask @ju, please', query, 'Jun Ito')]).toEqual([
    { text: 'Ask @Jun Ito ', caret: 13 },
    { text: 'Ask @Jun Ito, please', caret: 12 },
  ])
  expect(withMention('Ask @ju please', query, 'Jun Ito')).toEqual({ text: 'Ask @Jun Ito please', caret: 13 })
})

it('a Korean name gets no space, because its particle comes next', () => {
  expect(withMention('@김', { at: 0, typed: '김' }, '김지우')).toEqual({ text: '@김지우', caret: 4 })
})

it('behind the name a typed space adds none, and a mark takes the place of the space', () => {
  const text = 'Ask @Jun Ito please'
  expect([behindMention(text, 13, ' '), behindMention(text, 13, ','), behindMention(text, 13, 'a')]).toEqual([
    { text, caret: 13 },
    { text: 'Ask @Jun Ito,please', caret: 13 },
    undefined,
  ])
})
