/** Whose words Korean copy says they are, where somebody else is named beside them. */
import { expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'

const said = '국민 여러분께 송구합니다'

/** `Q` in the copy stands for the quotation of the minister. */
function checked(copy: string): string {
  const graf = copy.replace('Q', `“${said}”`)
  const from = graf.indexOf(said)
  const turns = [
    { speaker: '이철수 장관', text: `${said}.` },
    { speaker: '박영희', text: '다른 말만 하였습니다.' },
    { speaker: '기자', text: '질문 있습니다.' },
  ]
  const copied = { graf, from, to: from + said.length }
  const { result, speakerOpen } = checkQuote({ quote: said, copy: copied, transcript: { turns } })
  return speakerOpen === undefined ? result : 'open'
}

test('a quote from words of others names the whole word that it leaves out before them', () => {
  const text = '문이 닫히기 전 대통령은 상대를 “매우 강한 협상가”라고 불렀다.'
  expect(checkQuote({ quote: '매우 강한 협상가', transcript: { turns: [{ speaker: '', text }] } }).cuts).toEqual([
    { kind: 'hedge', word: '상대를', where: 'before' },
  ])
})

test.each([
  '이철수 장관 옆에 있던 한 시민은 Q라고 말했다.',
  '이철수 장관이 나가자 한 시민이 Q라고 외쳤다.',
  '이철수 장관이 나가자 한 시민이 큰 소리로 Q라고 외쳤다.',
  '이철수 장관이 도착했다. Q라고 한 시민이 말했다.',
  '이철수 장관 옆 시민들은 Q라고 외쳤다.',
  '여당은 Q라고 했고 이철수 장관은 침묵했다.',
  'Q는 질문에 이철수 장관은 답하지 않았다.',
  '이 장관은 Q라는 취재진 질문에 고개를 저었다.',
  '이철수 장관은 Q라고 말한 적이 없다.',
  '이철수 장관은 Q라고 말하지 않았다.',
  '이철수 장관실은 Q라고 밝혔다.',
  '반이철수 단체는 Q라고 밝혔다.',
  '이철수재단은 Q라고 밝혔다.',
  '이철수법은 Q라고 규정한다.',
])('%s is unclear', (copy) => expect(checked(copy)).toBe('ambiguous'))

test('who is named for an office does not hold it', () =>
  expect(checked('이 장관 후보자는 Q라고 말했다.')).not.toBe('matches'))

test('whose quotation somebody answers', () =>
  expect([
    checked('박영희가 Q라고 하자 이철수 장관은 침묵했다.'),
    checked('이 장관은 한 기자가 사퇴 여부를 묻자 Q라고 답했다.'),
    checked('이 장관은 박영희가 묻자 Q라고 답했다.'),
  ]).toEqual(['otherSpeaker', 'matches', 'matches']))

test.each([
  '이철수 장관은 기자들과 만나 Q라고 밝혔다.',
  '이 장관은 한 언론과의 인터뷰에서 Q라고 말했다.',
  '이 장관은 일부 의원들이 제기한 의혹은 Q라고 말했다.',
  '이 장관은 일부 주민들이 반대하는 데 대해 Q라고 말했다.',
  '이 장관은 다른 방법이 없다며 Q라고 말했다.',
  '한 시민이 항의하자 이 장관은 Q라고 말했다.',
  '이철수 장관 역시 Q라고 말했다.',
  '이철수 장관에 따르면 이번 사태는 Q는 것이다.',
  '이철수 장관이 Q라고 하자 야당은 반발했다.',
  'Q라고 이철수 장관은 말했지만 야당은 반발했다.',
  '이 장관은 Q는 말로 답을 대신했다.',
  '이철수(52) 장관은 Q라고 말했다.',
  '이철수(52)씨는 Q라고 말했다.',
  '이철수(52·서울) 씨는 Q라고 말했다.',
  '이철수 센터장은 Q라고 말했다.',
])('%s matches', (copy) => expect(checked(copy)).toBe('matches'))

test.each([
  '이철수 장관이 나가자 시민들이 Q라고 외쳤다.',
  '이철수 장관이 나가자 시민들은 큰 소리로 Q라고 외쳤다.',
  '이철수 장관이 나가자 60대 남성이 Q라고 외쳤다.',
  '이철수 장관이 나가자 누군가 Q라고 외쳤다.',
  '이철수 장관이 나가자 야당은 Q라고 비판했다.',
  'Q라는 지적이 나오자 이철수 장관은 침묵했다.',
  '이철수 장관은 Q라고 말한 박영희를 비판했다.',
  'Q라고 묻는 박영희에게 이철수 장관은 답하지 않았다.',
  '이철수 장관은 Q라고 말한 바 없다.',
])('%s is of somebody else', (copy) => expect(checked(copy)).toBe('ambiguous'))

test('Q라고 시민들이 외쳤고 이 장관은: he does something else', () =>
  expect(checked('Q라고 시민들이 외쳤고 이철수 장관은 웃었다.')).toBe('open'))

test.each([
  '이 장관은 다른 사람은 없다면서 Q라고 말했다.',
  '이 장관이 도착하자마자 Q라고 말했다.',
  '이 장관은 Q라고 한 뒤 기자들을 바라봤다.',
  '이 장관은 Q라고 말한 직후 박영희에게 고개를 숙였다.',
  '이 장관은 Q라고 말한 이유를 묻자 답하지 않았다.',
  'Q라고 말한 이 장관은 고개를 숙였다.',
  '이철수 장관이 여론이 악화되자 결국 Q라고 사과했다.',
  '이철수 장관이 들어서자 박수가 나왔다. 이 장관은 Q라고 말했다.',
])('%s is his', (copy) => expect(checked(copy)).toBe('matches'))

test('a long laugh takes no time', () => {
  const started = performance.now()
  checked(`이철수 장관이 나가자 한 시민이 ${'히'.repeat(300)}ㅋ 웃으며 Q라고 외쳤다.`)
  expect(performance.now() - started).toBeLessThan(1000)
})

// Programs for meetings label people so: a dash, a low line, a number behind a sign, names in scripts with marks.
test.each(['홍길동_기획팀', '참석자#1', '김민수-위원장', '박지원—의원', '최영 & 정호', "앵커'", 'नरेंद्र मोदी', 'ผู้ว่า'])(
  'a speaker labelled %s does not keep the others from being compared',
  (label) => {
    const graf = `이철수 장관은 “${said}”라고 말했다.`
    const turns = [
      { speaker: '이철수 장관', text: `${said}.` },
      { speaker: label, text: '다른 말만 하였습니다.' },
    ]
    const from = graf.indexOf(said)
    const copy = { graf, from, to: from + said.length }
    expect(checkQuote({ quote: said, copy, transcript: { turns } }).result).toBe('matches')
  },
)

test('a speaker is found by a label with a low line', () => {
  const graf = `홍길동_기획팀은 “${said}”라고 말했다.`
  const turns = [
    { speaker: '홍길동_기획팀', text: `${said}.` },
    { speaker: '박영희', text: '다른 말만 하였습니다.' },
  ]
  const from = graf.indexOf(said)
  const copy = { graf, from, to: from + said.length }
  expect(checkQuote({ quote: said, copy, transcript: { turns } }).result).toBe('matches')
})
