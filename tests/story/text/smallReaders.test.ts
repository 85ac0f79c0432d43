import { expect, it } from 'vitest'
import { defined } from '../../../src/story/text/defined'
import { foldCode } from '../../../src/story/text/codeLetters'
import { isRecord } from '../../../src/story/text/isRecord'
import { messageOf } from '../../../src/story/text/messageOf'

it('drops undefined values and keeps every other one', () => {
  const dropped = defined({ none: undefined, text: '', count: 0, flag: false, empty: null })
  expect([Object.keys(dropped), dropped]).toEqual([
    ['text', 'count', 'flag', 'empty'],
    { text: '', count: 0, flag: false, empty: null },
  ])
})

it.each([
  [{}, true],
  [{ name: 'Ida' }, true],
  [[], false],
  [null, false],
  ['text', false],
])('%j is a record: %s', (value, is) => expect(isRecord(value)).toBe(is))

it.each([
  [new TypeError('No such file.'), 'No such file.'],
  ['stopped', 'stopped'],
  [undefined, 'undefined'],
])('reads the message of %s', (thrown, message) => expect(messageOf(thrown)).toBe(message))

it.each([
  ['7kqm 2xwd 9fhp', '7KQM2XWD9FHP'],
  ['７ＫＱＭ－２ＸＷＤ－９ＦＨＰ', '7KQM2XWD9FHP'],
  ['oil-o', '0110'],
])('reads the typed code %s', (typed, folded) => expect(foldCode(typed)).toBe(folded))
