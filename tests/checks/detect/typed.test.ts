/** Copy as people type it: marks that do not match, TKs in small letters, numbers beside words that look like names. */
import { describe, expect, it } from 'vitest'
import { gapsIn } from '../../../src/checks/detect/gaps'
import { statementsOf } from '../../../src/checks/detect/statementsOf'

function wordsOf(kind: 'quote' | 'figure', text: string): readonly string[] {
  return statementsOf({ role: 'paragraph', text, spans: [] })
    .filter((one) => one.kind === kind)
    .map(({ words }) => words)
}

describe('a quotation ends at its own mark, curly or straight', () => {
  it.each([
    ['“We had no warning" said the porter. “It was dark.”', ['“We had no warning"', '“It was dark.”']],
    ['"Stop,” she said. “Go," he said. All is quiet.', ['"Stop,”', '“Go,"']],
    ['“I told them "no" twice", she said. The rest left.', ['“I told them "no" twice"']],
    ['“I told them "no" twice," she said. “And "yes" once."', ['“I told them "no" twice,"', '“And "yes" once."']],
    ['„Nein", sagte er. „Ja", sagte sie.', ['„Nein"', '„Ja"']],
    ['“그렇다"고 했다. 이어 “아니다”라고 했다.', ['“그렇다"', '“아니다”']],
    ['“好"，他说。“不好”。', ['“好"', '“不好”']],
  ])('%s', (text, quotations) => expect(wordsOf('quote', text)).toEqual(quotations))
})

describe('a TK', () => {
  it.each(['tktk', 'Tktk', '[tk]', '[tk how many]', 'TKs', 'TK명', '$TK'])('is %s', (words) =>
    expect(gapsIn(`The toll is ${words} so far.`)).toHaveLength(1),
  )
  it.each(['Atkins', 'the tk.com site', 'a TKO', 'TK421'])('is not in %s', (words) =>
    expect(gapsIn(`He met ${words} there.`)).toEqual([]),
  )
})

describe('a number beside words that also make names is a figure', () => {
  it.each([
    ['They are offering 300 jobs.', '300 jobs'],
    ['During 12 days the river rose.', '12 days'],
    ['The flat has 120 square meters.', '120 square meters'],
    ['In the hall 300 guests waited.', '300 guests'],
    ['Harlow beat Kettering 3–1 on Saturday.', '3–1'],
    ['El número de muertos asciende a 12 en la zona.', '12'],
    ['Salieron a la calle unas 3.000 personas.', '3.000 personas'],
    ['Il y a 12 morts.', '12 morts'],
    ['In Berlin demonstrierten 2000 Menschen.', '2000 Menschen'],
    ['Kiel gewann gegen Flensburg 31:28.', '31:28'],
    ['어제 3명이 숨졌다.', '3명'],
    ['경제 성장률은 2.4%였다.', '2.4%'],
    ['Bats caught ⅔ of the moths.', '⅔'],
  ])('%s', (text, figure) => expect(wordsOf('figure', text)).toContain(figure))

  it.each([
    'Channel 4 viewers complained.',
    'Auf der A 7 kippte ein Laster um.',
    'La tienda de la calle Olmo, 14, está cerrada.',
    'Le boulanger du 10, rue des Lilas ferme.',
    '제3공장 문을 닫았다.',
    'Die Sitzung beginnt um 21:18 Uhr.',
  ])('but not in “%s”', (text) => expect(wordsOf('figure', text)).toEqual([]))
})
