/** Numbers that are one sign each, and the same signs where they count nothing (detection.md). */
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../src/checks/detect/statementsOf'

const figuresIn = (text: string): readonly string[] =>
  statementsOf({ role: 'paragraph', text, spans: [] })
    .filter(({ kind }) => kind === 'figure')
    .map(({ words }) => words)

describe('a figure is seen in', () => {
  it.each([
    ['circled digits', 'The ship had ⑫ men aboard and ① dog.', ['⑫ men', '① dog']],
    ['circled digits at the start of a graf, before what they count', '⑫ men died.', ['⑫ men']],
    ['circled digits with their hedge', 'About ⑳ people died.', ['About ⑳ people']],
    ['black and bracketed digits', 'It had ❷ masts and ⑸ sails.', ['❷ masts', '⑸ sails']],
    ['digits with a comma', 'It had 🄃 masts.', ['🄃 masts']],
    ['a circled digit before a Korean counter', '조사에서 ③명이 숨졌다.', ['③명']],
    ['a list that counts people', 'It had ① people, ② women and ③ men.', ['① people', '② women', '③ men']],
    ['Roman signs', 'About Ⅲ men and Ⅻ women came.', ['About Ⅲ men', 'Ⅻ women']],
    ['Roman signs at the start of a graf', 'Ⅲ people came.', ['Ⅲ people']],
    ['Roman signs before a Korean counter', '제주에서 Ⅻ명이 숨졌다.', ['Ⅻ명']],
    ['small digits that stand alone', 'They lost ¹² boats and $¹² each.', ['¹² boats', '¹² each']],
    ['fractions of small digits', 'Half of them and ¹⁄₂₀ of the rest.', ['Half', '¹⁄₂₀']],
    ['digits before small ones, without these', 'It is 10² and 40 km².', ['10', '40 km']],
  ])('%s', (_, text, found) => expect(figuresIn(text)).toEqual(found))
})

describe('no figure is seen in', () => {
  it.each([
    ['the numbering of a graf', '① Sign the deal'],
    ['a list in a sentence', 'The bill would ① ban guns, ② raise pay and ③ end fees.'],
    ['a Korean list', '조건은 ① 휴전, ② 포로 교환이다.'],
    ['note marks behind a word', 'Shares① fell, the mayor¹ said.² The clerk left. ³ It is so (⁴).'],
    ['the note itself', '¹² Source: the mayor.'],
    ['units and formulas', 'CO₂ and H₂O are measured in m³.'],
    ['names of kings, wars and laws', 'Charles Ⅻ, World War Ⅱ and Annex Ⅳ.'],
    ['what a designator numbers', 'The phase Ⅲ trial of type Ⅱ diabetes was held.'],
    ['Korean names', '제Ⅲ장과 임상 Ⅱ상을 보았다.'],
    ['centuries', 'A church of the Ⅻ century stood here.'],
    ['the numbering of a chapter', 'Ⅲ. The deal'],
  ])('%s', (_, text) => expect(figuresIn(text)).toEqual([]))
})
