import { expect, it } from 'vitest'
import { headlineLanguage } from '../../../src/renderer/library/headlineLanguage'

it.each([
  ['목포 여객선 협상, 17시간 만에 다시 열린다', 'ko'],
  ['Trump meets 시진핑 in Busan', 'ko'],
  ['釜山で会談', undefined],
  ['Talks end', undefined],
  ['', undefined],
])('a headline “%s” is set as %s', (headline, language) => expect(headlineLanguage(headline)).toBe(language))
