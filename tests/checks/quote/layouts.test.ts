/** Whose words a quote is, in the layouts of courts, parliaments and pools. */
import { describe, expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'

const checked = (text: string, speaker: string, quote: string): string => {
  const turns = turnsOfLines(text.split('\n').map((line) => ({ text: line })))
  return checkQuote({ quote, speaker, transcript: { turns } }).result
}

const COURT = 'THE COURT:  Go on.\nBY MS. HALE:\nQ.   Who took it?\nA.   I took the money.\nMR. BLISS:  Objection.'
const HOUSE =
  'PRESIDENT ROE:  We had a great meeting.\n     Q    Mr. President, you ruined the country.\nPRESIDENT ROE:  No.'
const ASSEMBLY =
  '○법무부장관 박성재  사실이 아닙니다.\n○박범계 위원  거짓말입니다.\n○의장 우원식  투표를 마칩니다.\n○허영 간사  동의합니다.'
const DIET = '○内閣総理大臣（石破茂君）　給付は実施します。\n○議長（額賀福志郎君）　これより会議を開きます。'
const BRUNO = 'M. Bruno Le Maire, ministre de l’économie. Nous paierons tout.\nMme la présidente. Merci à tous.'
const HOUSE_OF_AUSTRALIA =
  'Mr ALDER (Grayndler—Prime Minister) (14:03): We will build homes.\nMs LEE (Farrer) (14:05): You never will.\nMr ALDER: We surely will.'
const AUSTRIA =
  'Abgeordneter Herbert Kogler (FPÖ): Das ist falsch.\nPräsident Roth: Danke schön.\nAbg. Kogler: Ich bleibe dabei.'
const INITIALS = 'AB: Did you lie to them?\nJW: I never lied to them.'

const MAYOR = 'Le Maire : Nous paierons tout.\nM. Dupont : Jamais.'
const MARTINS = 'M. MARTIN (ministre) : Nous expulserons ces gens.\nM. MARTIN (député) : Nous resterons ici.'
const BAKERS =
  'Mr. BAKER (Secretary of State): We will go to war.\nMr. LEE: No.\nMr. BAKER (Governor of Ohio): We will stay home.'
const MINISTERS =
  '○국토교통부장관 박상수  집을 짓겠습니다.\n○보건복지부장관 조규민  만나겠습니다.\n○고용노동부장관 김문석  올리겠습니다.\n' +
  '○국가보훈부장관 박민호  모시겠습니다.\n○경제부총리 최상민  줄이겠습니다.\n○서울경찰청장 김봉수  찾겠습니다.\n' +
  '○수석전문위원 이영진  보고드립니다.\n○정부위원 한동수  부족합니다.'

describe('the words of a turn that nobody is named for', () => {
  test.each([
    ['a question is not the president’s', HOUSE, 'Trump', 'you ruined the country'],
    ['a question is not the president’s', HOUSE, 'President Roe', 'you ruined the country'],
    ['an answer is not the lawyer’s', COURT, 'Hale', 'I took the money'],
    ['an answer is nobody’s', COURT, 'Daniels', 'I took the money'],
    ['an answer is not the court’s', COURT.replace('MR. BLISS', 'THE COURT'), 'the court', 'I took the money'],
    ['a call is not the member’s', 'Mr. Ray: We pay.\nAn hon. member: You lied.', 'Ray', 'You lied'],
    ['a member is not the speaker before', 'REP. RAY: We pay.\nMs. LEE. You lied to me.', 'Ray', 'You lied to me'],
  ])('%s', (_what, text, speaker, quote) => expect(checked(text, speaker, quote)).toBe('notFound'))
  test('the question in court is the lawyer’s', () => expect(checked(COURT, 'Hale', 'Who took it?')).toBe('matches'))
})

describe('names of the Korean assembly', () => {
  test.each(['박 장관', '박성재 법무부 장관', '박성재 법무장관', '박성재', '법무부장관 박성재', '박성재 장관'])(
    '%s is the minister',
    (speaker) => {
      expect(checked(ASSEMBLY, speaker, '사실이 아닙니다')).toBe('matches')
      expect(checked(ASSEMBLY, speaker, '거짓말입니다')).toBe('otherSpeaker')
    },
  )
  test.each(['박범계', '박범계 의원', '박범계 위원', '박 의원', '박범계 민주당 의원'])(
    '%s is the member',
    (speaker) => {
      expect(checked(ASSEMBLY, speaker, '거짓말입니다')).toBe('matches')
      expect(checked(ASSEMBLY, speaker, '사실이 아닙니다')).toBe('otherSpeaker')
    },
  )
  test.each([
    ['우원식 국회의장', '투표를 마칩니다', 'matches'],
    ['우 의장', '투표를 마칩니다', 'matches'],
    ['허영 의원', '동의합니다', 'matches'],
    ['허영 간사', '동의합니다', 'matches'],
    ['박 국방장관', '사실이 아닙니다', 'otherSpeaker'],
    ['박성재 부장관', '사실이 아닙니다', 'otherSpeaker'],
    ['박성재 법무부 차관', '사실이 아닙니다', 'otherSpeaker'],
    ['국방부 장관', '사실이 아닙니다', 'otherSpeaker'],
  ])('%s: %s is %s', (speaker, quote, result) => expect(checked(ASSEMBLY, speaker, quote)).toBe(result))
  test.each('주호영 조희대 추미애 용혜인 진성준 우원식 권성동 김민석 서영교 나경원 차규근 어기구 인요한'.split(' '))(
    '%s is read with one space and an office before or behind',
    (name) => {
      expect(checked(`○${name} 위원 예산이 부족합니다.\n○의장 우원석 네.`, `${name} 의원`, '예산이 부족합니다')).toBe(
        'matches',
      )
      expect(checked(`○의장 ${name} 투표를 마칩니다.\n○이하늘 위원 네.`, `${name} 의장`, '투표를 마칩니다')).toBe(
        'matches',
      )
    },
  )
})

describe('ministries of Korea', () => {
  test.each([
    ['박 국방장관', '집을 짓겠습니다', 'otherSpeaker'],
    ['박 국방부 장관', '모시겠습니다', 'otherSpeaker'],
    ['박 국토부 장관', '집을 짓겠습니다', 'matches'],
    ['박 국토교통부 장관', '집을 짓겠습니다', 'matches'],
    ['박 보훈부 장관', '모시겠습니다', 'matches'],
    ['조 복지부 장관', '만나겠습니다', 'matches'],
    ['김 노동부 장관', '올리겠습니다', 'matches'],
    ['최 부총리', '줄이겠습니다', 'matches'],
    ['최상민 경제부총리', '줄이겠습니다', 'matches'],
    ['김 경찰청장', '찾겠습니다', 'ambiguous'],
    ['김 서울경찰청장', '찾겠습니다', 'matches'],
    ['이영진 의원', '보고드립니다', 'otherSpeaker'],
    ['이영진 수석전문위원', '보고드립니다', 'matches'],
    ['한동수 의원', '부족합니다', 'otherSpeaker'],
    ['한동수', '부족합니다', 'matches'],
  ])('%s: %s is %s', (speaker, quote, result) => expect(checked(MINISTERS, speaker, quote)).toBe(result))
})

describe('true quotes of other layouts', () => {
  test.each([
    [DIET, '石破茂', '給付は実施します'],
    [DIET, '石破茂氏', '給付は実施します'],
    [DIET, '石破首相', '給付は実施します'],
    [BRUNO, 'Le Maire', 'Nous paierons tout'],
    [BRUNO, 'M. Le Maire', 'Nous paierons tout'],
    [BRUNO, 'Bruno Le Maire', 'Nous paierons tout'],
    [HOUSE_OF_AUSTRALIA, 'Anthony Alder', 'We will build homes'],
    [HOUSE_OF_AUSTRALIA, 'Alder', 'We surely will'],
    [HOUSE_OF_AUSTRALIA, 'Prime Minister Alder', 'We will build homes'],
    [AUSTRIA, 'Kogler', 'Ich bleibe dabei'],
    [AUSTRIA, 'Herbert Kogler', 'Ich bleibe dabei'],
    [INITIALS.replace('JW', 'J.W.'), 'Joseph Wilson', 'I never lied to them'],
    ['REED: We pay (In progress) them all.\nLEE: No.', 'Reed', 'We pay them all'],
    ['ROSA: Pagamos todo (Continúan los rumores) y nada más.\nLUIS: No.', 'Rosa', 'Pagamos todo y nada más'],
    ['石破茂：給付を（発言する者、離席する者多し）実施します。\n林：はい。', '石破茂', '給付を実施します'],
    ['ROE: We pay.\n\nFrom: Ann Lee\nTo: Pool\nROE: We will pay all.', 'Roe', 'We will pay all'],
  ])('%j: %s, %s', (text, speaker, quote) => expect(checked(text, speaker, quote)).toBe('matches'))
  test.each([
    [BRUNO, 'le maire', 'Nous paierons tout', 'otherSpeaker'],
    [DIET, '額賀福志郎', '給付は実施します', 'otherSpeaker'],
    [INITIALS, 'Anna Brown', 'I never lied to them', 'otherSpeaker'],
    [INITIALS, 'Wilson', 'I never lied to them', 'ambiguous'],
    [INITIALS, 'Joseph Wilson', 'I never lied to them', 'ambiguous'],
    [INITIALS, 'Jane Woods', 'I never lied to them', 'ambiguous'],
    [INITIALS.replace('AB', 'Jane Woods'), 'Jane Woods', 'Did you lie to them?', 'matches'],
    [INITIALS.replace('JW', 'MC'), 'Mary Chen', 'I never lied to them', 'ambiguous'],
    [MAYOR, 'Bruno Le Maire', 'Nous paierons tout', 'ambiguous'],
    [MAYOR, 'Thomas Maire', 'Nous paierons tout', 'ambiguous'],
    [MAYOR, 'M. Le Maire', 'Nous paierons tout', 'matches'],
    [MAYOR, 'le maire', 'Nous paierons tout', 'matches'],
    [MAYOR.replace('Le', 'M. Le'), 'Claire Le Maire', 'Nous paierons tout', 'ambiguous'],
    [MARTINS, 'le ministre Martin', 'Nous expulserons ces gens', 'matches'],
    [MARTINS, 'le ministre Martin', 'Nous resterons ici', 'otherSpeaker'],
    [BAKERS, 'Gov. Baker', 'We will go to war', 'otherSpeaker'],
    [BAKERS, 'Secretary of State Baker', 'We will stay home', 'otherSpeaker'],
    [INITIALS, 'Joseph Reed', 'I never lied to them', 'otherSpeaker'],
  ])('%j: %s, %s is %s', (text, speaker, quote, result) => expect(checked(text, speaker, quote)).toBe(result))
})
