import { expect, test } from 'vitest'
import { bylineFrom } from '../../../../src/exchange/import/parts/fields/bylineFrom'

test.each([
  ['김서연 기자', [{ name: '김서연', role: '기자' }]],
  [
    '김서연 기자, 박준호 특파원',
    [
      { name: '김서연', role: '기자' },
      { name: '박준호', role: '특파원' },
    ],
  ],
  ['서울 김서연 기자', [{ name: '서울 김서연 기자' }]],
  ['By Kim Ji-woo (Busan)', [{ name: 'Kim Ji-woo', role: 'Busan' }]],
])('%s', (line, people) => expect(bylineFrom(line)).toEqual(people))
