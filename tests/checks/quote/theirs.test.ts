/** Words of a lawyer, spokesman or mother are not those of the person whose they are. */
import { describe, expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { compareNames } from '../../../src/checks/quote/speaker/name/compareNames'
import { parseName } from '../../../src/checks/quote/speaker/name/parseName'

const compared = (one: string, other: string): string => compareNames(parseName(one), parseName(other))

const checked = (graf: string, said: string, label: string): string => {
  const from = graf.indexOf(said)
  return checkQuote({
    quote: said,
    copy: { graf, from, to: from + said.length },
    transcript: {
      turns: [
        { speaker: label, text: `${said}.` },
        { speaker: 'MODERATOR', text: 'Something else was said here.' },
      ],
    },
  }).result
}

describe('in English and German copy', () => {
  const said = 'We never took money'

  test.each([
    '“We never took money,” a Roe spokesman said.',
    '“We never took money,” an Ann Roe spokesperson said.',
    '“We never took money,” the Roe campaign said.',
    '“We never took money,” the Roe family said.',
    '“We never took money,” Roe aides said.',
    '“We never took money,” Roe’s team said.',
    '“We never took money,” said one Roe ally.',
    '“We never took money,” said the Roe administration.',
    '“We never took money,” a Roe confidant said.',
    '“We never took money,” Roe staffers said.',
    '“We never took money,” the Roe brothers said.',
    '“We never took money,” an attorney representing Roe said.',
  ])('%s does not match the words of Ann Roe', (graf) => expect(checked(graf, said, 'Ann Roe')).toBe('ambiguous'))

  test.each([
    '“We never took money,” said Roe.',
    '“We never took money,” Roe told the campaign staff.',
    '“We never took money,” attorney Ann Roe said.',
    '“We never took money,” Smith family lawyer Ann Roe said.',
    '“We never took money,” Smith’s lawyer, Ann Roe, said.',
    '“We never took money,” said former Smith aide Ann Roe.',
    '“We never took money,” John Smith attorney Ann Roe said.',
    'At the Smith campaign office, Roe said: “We never took money.”',
  ])('%s matches them', (graf) => expect(checked(graf, said, 'Ann Roe')).toBe('matches'))

  test.each(['Ann Roe attorney John Smith', 'former Roe aide John Smith'])('%s is not Ann Roe', (who) =>
    expect([
      checked(`“${said},” ${who} said.`, said, 'Ann Roe'),
      checked(`“${said},” said ${who}.`, said, 'Ann Roe'),
    ]).toEqual(['otherSpeaker', 'otherSpeaker']),
  )

  test('whose spokesman somebody is may be the label', () =>
    expect(checked(`“${said},” Pentagon spokesman Pat Ryder said.`, said, 'Pentagon spokesman')).toBe('matches'))

  test('a label may name them, too', () =>
    expect(
      ['White House spokesman', 'ROE CAMPAIGN'].map((label, at) =>
        checked(`“${said},” ${['a White House spokesman', 'the Roe campaign'][at] ?? ''} said.`, said, label),
      ),
    ).toEqual(['matches', 'matches']))

  test.each(['der Anwalt von Olaf Scholz', 'Scholz’ Anwalt', 'Olaf Scholz’ Sprecherin'])(
    '„…“, sagte %s: these are not the words of Olaf Scholz',
    (who) =>
      expect(
        checked(`„Wir haben nie Geld genommen“, sagte ${who}.`, 'Wir haben nie Geld genommen', 'Olaf Scholz'),
      ).toBe('ambiguous'),
  )
})

test.each([
  ['« Nous avons tout dit », a déclaré la famille Dupont.', 'Nous avons tout dit', 'Jean Dupont'],
  ['«Lo hemos dicho todo», dijo la familia Ruiz.', 'Lo hemos dicho todo', 'Ana Ruiz'],
  ['石破首相側は「何も受け取っていない」と述べた。', '何も受け取っていない', '石破首相'],
  ['石破氏側は「何も受け取っていない」と述べた。', '何も受け取っていない', '石破茂'],
])('%s: nobody is named', (graf, said, label) => expect(checked(graf, said, label)).toBe('ambiguous'))

test.each(['原告側', '検察側'])('%s may be a label', (label) =>
  expect(checked(`${label}は「何も受け取っていない」と述べた。`, '何も受け取っていない', label)).toBe('matches'),
)

describe('in Korean copy', () => {
  const said = '우리는 돈을 받지 않았다'
  const korean = (who: string, label: string): string => checked(`${who} “${said}”고 말했다.`, said, label)

  test.each([
    ['김민수 측은', '김민수'],
    ['김민수 측이', '김민수'],
    ['김민수씨 측은', '김민수'],
    ['김민수 의원 측은', '김민수 의원'],
    ['김민수 변호인은', '김민수'],
    ['김민수의 변호인은', '김민수'],
    ['김민수 씨의 어머니는', '김민수'],
    ['김민수 의원실 관계자는', '김민수'],
    ['김민수 의원 보좌관은', '김민수 의원'],
    ['이재명 후보 대변인은', '이재명'],
    ['이재명 후보 캠프 관계자는', '이재명'],
    ['김민수 유족은', '김민수'],
    ['김민수 후보 측 관계자는', '김민수'],
    ['김민수 정부는', '김민수'],
    ['김민수 선거대책위원회는', '김민수'],
  ])('%s “…” does not match the words of %s', (who, label) => expect(korean(who, label)).not.toBe('matches'))

  test.each([
    ['김민수는', '김민수'],
    ['김민수 의원은', '김민수 의원'],
    ['김민수 보좌관은', '김민수 보좌관'],
    ['김민수 대변인은', '대변인 김민수'],
    ['김민수 변호사는', '김민수'],
    ['김민수 측은', '김민수 측'],
    ['강훈식 대통령 비서실장은', '대통령 비서실장 강훈식'],
    ['강훈식 비서실장은', '대통령 비서실장 강훈식'],
    ['김민수 의원 보좌관은', '김민수 의원 보좌관'],
  ])('%s “…” matches the words of %s', (who, label) => expect(korean(who, label)).toBe('matches'))
})

describe('a name, what the office is of, and the office, in Korean copy', () => {
  const said = '우리는 돈을 받지 않았다'
  const korean = (who: string, label: string): string => checked(`${who} “${said}”고 말했다.`, said, label)

  test.each([
    ['이철수 국방부 장관은', '김민수 장관'],
    ['이철수 경찰청 대변인은', '김민수 대변인'],
    ['이철수 더불어민주당 의원은', '김민수 의원'],
    ['이철수 금융위원회 위원장은', '김민수 위원장'],
    ['남궁민 더불어민주당 의원은', '김민수 의원'],
    ['이철수 전 국방부 장관은', '김민수 장관'],
    ['이철수 국방부 전 장관은', '김민수 장관'],
    ['이철수 KBS 기자는', '김민수 기자'],
    ['김지은 국방부 장관은', '김민수 장관'],
    ['이철수 국방부\n장관은', '김민수 장관'],
    ['이철수  국방부 장관은', '김민수 장관'],
    ['국방부 장관 이철수는', '김민수 장관'],
    ['장관 이철수는', '김민수 장관'],
  ])('%s “…” are not the words of %s', (who, label) => expect(korean(who, label)).toBe('otherSpeaker'))

  test.each([
    ['미국 대통령은', '이재명 대통령'],
    ['프랑스 대통령은', '이재명 대통령'],
    ['태국 총리는', '한덕수 총리'],
    ['도널드 트럼프 미국 대통령은', '이재명 대통령'],
    ['미국 대통령은', '트럼프 대통령'],
    ['김민수 재단 이사장은', '김민수'],
    ['이재명 정부 장관은', '이재명'],
    ['이재명 캠프 대변인은', '이재명'],
    ['김민수 선대위 대변인은', '김민수'],
    ['김민수 소속사 대표는', '김민수'],
    ['김민수 특검팀은', '김민수'],
    ['김민수 의원실은', '김민수 의원'],
  ])('%s “…” may be the words of %s', (who, label) => expect(korean(who, label)).toBe('ambiguous'))

  test.each([
    ['김민수 국방부 장관은', '김민수 장관'],
    ['김민수 경찰청 대변인은', '김민수 대변인'],
    ['김민수 더불어민주당 의원은', '김민수 의원'],
    ['김민수 국민의힘 의원은', '김민수 의원'],
    ['강유정 대통령실 대변인은', '대통령실 대변인 강유정'],
    ['김민수 서울대 교수는', '김민수 교수'],
    ['김민수 참여연대 대표는', '김민수 대표'],
    ['더불어민주당 김민수 의원은', '김민수 의원'],
    ['김민수 전 국방부 장관은', '김민수 전 장관'],
    ['지난해 국방부 장관은', '김민수 장관'],
    ['박씨가 국방부 장관은', '김민수 장관'],
    ['한국 대통령은', '이재명 대통령'],
    ['국방부 장관은', '김민수 장관'],
    ['임명된 국방부 장관은', '김민수 장관'],
    ['방한한 국방부 장관은', '김민수 장관'],
    ['이튿날 국방부 장관은', '김민수 장관'],
    ['공석인 국방부 장관은', '김민수 장관'],
    ['기자들 앞에서 장관은', '김민수 장관'],
    ['유권자 앞에서 시장은', '김민수 시장'],
    ['장애인 단체 대표는', '단체 대표 김민수'],
    ['박찬대 원내대표는', '박찬대 원내대표'],
    ['국방부 장관 김민수는', '김민수 장관'],
    ['김민수 국방부\n장관은', '김민수 장관'],
    ['김민수 연세대 교수는', '김민수 교수'],
    ['도널드 트럼프 미국 대통령은', '도널드 트럼프'],
    ['도널드 트럼프 미국 대통령은', '트럼프 대통령'],
    ['트럼프 미국 대통령은', '도널드 트럼프 미국 대통령'],
    ['키어 스타머 영국 총리는', '스타머 총리'],
    ['리시 수낵 전 영국 총리는', '수낵 전 총리'],
    ['미국 대통령은', '도널드 트럼프 미국 대통령'],
  ])('%s “…” are the words of %s', (who, label) => expect(korean(who, label)).toBe('matches'))
})

describe('where a tag or a label names them', () => {
  test.each([
    ['David Lammy’s lawyer', 'David Lammy'],
    ['David Lammy’s former press secretary', 'David Lammy'],
    ['a spokesperson for David Lammy', 'David Lammy'],
    ['a senior aide to David Lammy', 'DAVID LAMMY'],
    ['the wife of David Lammy', 'David Lammy'],
    ['SPOKESMAN FOR THE MAYOR', 'the mayor'],
    ['Counsel to the President', 'the president'],
    ['the foreign secretary’s spokesman', 'The Foreign Secretary (David Lammy)'],
    ['le porte-parole du président', 'le président'],
    ['l’avocat de Jean Dupont', 'Jean Dupont'],
    ['portavoz del presidente', 'el presidente'],
    ['김민수 의원 보좌관', '김민수 의원'],
    ['김민수 측', '김민수'],
    ['David Lammy’s lawyer', 'David Lammy’s wife'],
    ['김민수 변호인', '김민수 어머니'],
    ['Ann Roe attorney John Smith', 'Ann Roe'],
  ])('%s is not surely %s', (one, other) => expect([compared(one, other), compared(other, one)]).not.toContain('same'))

  test.each([
    ['a spokesperson for the Foreign Ministry', 'Foreign Ministry spokesperson'],
    ['Counsel for the defense', 'DEFENSE COUNSEL'],
    ['David Lammy’s lawyer', 'DAVID LAMMY’S LAWYER'],
    ['the office of the mayor', 'Mayor’s office'],
    ['Mr. CAMP of Michigan', 'Dave Camp'],
    ['Dave Camp of Michigan', 'Dave Camp'],
    ['Ann Friend', 'Friend'],
    ['Ann Roe attorney John Smith', 'John Smith'],
    ['O’Brien', 'Ann O’Brien'],
    ['김민수 보좌관', '보좌관 김민수'],
    ['김민수 대변인', '김민수'],
    ['강훈식 대통령 비서실장', '강훈식 비서실장'],
  ])('%s is %s', (one, other) => expect([compared(one, other), compared(other, one)]).toEqual(['same', 'same']))
})
