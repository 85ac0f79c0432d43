/** Numbers in letters of formulas, and in Chinese signs in Korean copy. */
import { expect, it } from 'vitest'
import { statementsOf } from '../../../../src/checks/detect/statementsOf'

const found = (text: string): readonly string[] =>
  statementsOf({ role: 'paragraph', text, spans: [] }).map(({ kind, words }) => `${kind}: ${words}`)

it.each([
  ['The ferry carried 𝐧𝐢𝐧𝐞𝐭𝐲 people home.', ['figure: 𝐧𝐢𝐧𝐞𝐭𝐲 people']],
  ['The ferry ran at 𝑡ℎ𝑖𝑟𝑡𝑦 knots.', ['figure: 𝑡ℎ𝑖𝑟𝑡𝑦 knots']],
  ['It was the 𝐟𝐚𝐬𝐭𝐞𝐬𝐭 ferry in the world.', ['superlative: 𝐟𝐚𝐬𝐭𝐞𝐬𝐭 ferry in the world']],
  ['The ferry carried ɴɪɴᴇᴛʏ people home.', ['figure: ɴɪɴᴇᴛʏ people']],
  ['체제를 二원화했다.', []],
  ['그림은 三원색으로 그렸다.', []],
  ['그는 三원을 냈다.', ['figure: 三원']],
  ['배는 一百名을 태웠다.', ['figure: 一百名']],
  ['배는 數百 명을 태웠다.', ['figure: 數百 명']],
  ['손해는 三億 원이다.', ['figure: 三億 원']],
  ['三人成虎라는 말이 있다.', []],
  ['그는 三星을 떠났다.', []],
])('%s', (text, statements) => expect(found(text)).toEqual(statements))
