/** Figures that a shorthand of their unit, their currency or their words hid from the checks. */
import { expect, test } from 'vitest'
import { statementsOf } from '../../../../src/checks/detect/statementsOf'

const figuresIn = (text: string): readonly string[] =>
  statementsOf({ role: 'paragraph', text, spans: [] })
    .filter(({ kind }) => kind === 'figure')
    .map(({ words }) => words)

test.each([
  ['He paid $50K for it.', '$50K'],
  ['It has 100K users now.', '100K'],
  ['10K people came.', '10K'],
  ['It lost €5Mn and more.', '€5Mn'],
  ['It lost $5BN and more.', '$5BN'],
  ['It lost $5mil and more.', '$5mil'],
  ['It cost INR500 a day.', 'INR500'],
  ['It cost Rs5 a day.', 'Rs5'],
  ['It cost 5kr a day.', '5kr'],
  ['Rates rose 50bp.', '50bp'],
  ['Shares lost 12pts.', '12pts'],
  ['He got a 12yr sentence.', '12yr'],
  ['A 12yo girl died.', '12yo'],
  ['20ish people died.', '20ish'],
  ['2/3rds of voters stayed home.', '2/3rds'],
  ['The M4.5 quake was felt in town.', 'M4.5'],
  ['1000s fled.', '1000s'],
  ['The council voted 12-5-3 for it.', '12-5-3'],
  ['#47 people died.', '47 people'],
  ['None survived.', 'None'],
  ['Not one of the crew survived.', 'Not one'],
  ['Only one survived.', 'Only one'],
  ['The double murder shocked the town.', 'double'],
  ['A man in his late fifties was held.', 'fifties'],
  ['He was jailed for a year.', 'a year'],
  ['Police found a kilo of cocaine.', 'a kilo'],
  ['사망자는 마흔일곱.', '마흔일곱'],
  ['사망자 수는 서른여섯으로 늘었다.', '서른여섯'],
  ['확진자 넷.', '넷'],
  ['열둘이 죽었다.', '열둘'],
  ['열이 숨졌다.', '열'],
  ['It cost PHP 500 a day.', 'PHP 500'],
  ['두 사람이 숨졌다.', '두'],
  ['두 학생이 현장에서 숨졌다.', '두'],
  ['총 두 발을 쐈다.', '두 발'],
  ['이 퍼센트포인트 올랐다.', '이 퍼센트포인트'],
  ['과반수가 찬성했다.', '과반수'],
  ['징역 이 년을 선고했다.', '이 년'],
  ['이 대 영으로 이겼다.', '이 대 영으로'],
  ['억대 뇌물을 받았다.', '억대'],
])('%s', (text, figure) => expect(figuresIn(text)).toContainEqual(expect.stringContaining(figure)))

test.each([
  ['It has a 4K screen and a 5G chip.'],
  ['She ran the 10K again.'],
  ['They played a 4-4-2 formation.'],
  ['Write to 555-12-34 at once.'],
  ['Music of the 1960s and the 1990s.'],
  ['He marched with the tag #metoo2026 today.'],
  ['두 사람은 서울에서 만났다.'],
  ['아이가 두 발로 섰다.'],
  ['두 정상은 회담했다.'],
  ['그는 이 프로그램을 껐다.'],
  ['열 일을 제치고 왔다.'],
  ['열은 감염의 신호다.'],
  ['열하나투어가 문을 열었다.'],
  ['They split in a 4-3-3 formation.'],
  ['The #3 children’s book is out.'],
  ['In his fifties-style kitchen he cooked.'],
  ['It was a barrel of laughs.'],
])('nothing in: %s', (text) => expect(figuresIn(text)).toEqual([]))
