/** Titles beside names in the copy, and in the labels of Korea, Spain, Australia and the United States. */
import { describe, expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { compareNames } from '../../../src/checks/quote/speaker/name/compareNames'
import { parseName } from '../../../src/checks/quote/speaker/name/parseName'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'

const both = (one: string, other: string): readonly string[] => [
  compareNames(parseName(one), parseName(other)),
  compareNames(parseName(other), parseName(one)),
]
const checked = (lines: readonly string[], speaker: string, quote: string): string => {
  const turns = turnsOfLines(lines.map((text) => ({ text })))
  return checkQuote({ quote, speaker, transcript: { turns } }).result
}

describe('Korean titles', () => {
  test.each([
    ['김문수 후보', '김문수'],
    ['김 후보', '김문수 후보'],
    ['김 후보', '김문수 대통령 후보'],
    ['국민의힘 김문수 후보', '김문수'],
    ['국민의힘 김재원 후보', '김재원 후보'],
    ['더불어민주당 이재명 대선 후보', '이재명'],
    ['정의당 김재원 의원', '김재원 의원'],
    ['대통령 후보 이재명', '이재명 후보'],
    ['서울시장 오세훈 후보', '오세훈 시장'],
    ['배우 송강호', '송강호'],
    ['소설가 한강', '한강 작가'],
    ['조은석 특검', '조은석'],
    ['조은석 특검', '내란특검 조은석'],
    ['김민수 PD', 'PD 김민수'],
    ['주민 김만수 씨', '김만수'],
    ['김민수 감사', '김민수'],
    ['이민수 하사', '이 하사'],
    ['최 부총리', '부총리겸기획재정부장관 최상민'],
    ['최 기재부 장관', '부총리겸기획재정부장관 최상민'],
    ['최상민 부총리 겸 기획재정부 장관', '부총리겸기획재정부장관 최상민'],
  ])('%s is %s', (one, other) => expect(both(one, other)).toEqual(['same', 'same']))

  test.each([
    ['김문수 후보', '이재명 후보'],
    ['국민의힘 김문수 후보', '국민의힘 이재명 후보'],
    ['최 국방부 장관', '부총리겸기획재정부장관 최상민'],
    ['최 총리', '부총리겸기획재정부장관 최상민'],
    ['배우 송강호', '배우 송중기'],
    ['김 대선후보', '김민수 시장후보'],
    // One surname is not all of a name.
    ['김 실장', '김 경위'],
    ['박 작가', '박 PD'],
  ])('%s is not %s', (one, other) => expect(both(one, other)).toEqual(['different', 'different']))

  test.each([
    // Who runs for an office does not hold it.
    ['이 대통령 후보', '이명박 대통령'],
    ['김 총리 후보자', '김민석 국무총리'],
    ['김 의원', '김문수 후보'],
    ['조 특검', '내란특검 조은석'],
    ['김 후보', '국무총리후보자 김민석'],
    ['대통령', '이재명 후보'],
  ])('whether %s is %s nobody knows', (one, other) => expect(both(one, other)).toEqual(['unknown', 'unknown']))
})

describe('heads of a house', () => {
  test.each([
    ['House Speaker Johnson', 'MIKE JOHNSON'],
    ['Speaker Johnson', 'MIKE JOHNSON'],
    ['Speaker Johnson', 'SPEAKER JOHNSON'],
    ['Speaker Mike Johnson', 'REP. MIKE JOHNSON'],
    ['Majority Leader Thune', 'JOHN THUNE'],
    ['Majority Leader Thune', 'SEN. THUNE'],
    ['Senate Majority Leader John Thune', 'SEN. THUNE'],
    ['Speaker Johnson', 'Mr. JOHNSON of Louisiana'],
    ['Head coach Lee', 'ANN LEE'],
    ['Senate Majority Leader Thune', 'MAJORITY LEADER THUNE'],
    // The sides change places.
    ['Senate Minority Leader John Thune', 'MAJORITY LEADER JOHN THUNE'],
  ])('%s is %s', (one, other) => expect(both(one, other)).toEqual(['same', 'same']))

  test.each([
    ['Speaker Johnson', 'REP. DUSTY JOHNSON'],
    ['Speaker Johnson', 'Mr. Johnson'],
    ['Speaker Johnson', 'Gov. Johnson'],
    ['Speaker Johnson', 'The SPEAKER'],
    ['Speaker Johnson', 'The SPEAKER pro tempore'],
  ])('whether %s is %s nobody knows', (one, other) => expect(both(one, other)).toEqual(['unknown', 'unknown']))

  test.each([
    ['Speaker Johnson', 'Majority Leader Johnson'],
    ['Minority Leader Johnson', 'MAJORITY LEADER JOHNSON'],
    ['House Minority Leader Johnson', 'MAJORITY LEADER JOHNSON'],
    ['Opposition Leader Johnson', 'MAJORITY LEADER JOHNSON'],
    ['Minority Whip Johnson', 'MAJORITY WHIP JOHNSON'],
    ['Senate Majority Leader Johnson', 'HOUSE MAJORITY LEADER JOHNSON'],
    ['Speaker 1', 'Speaker 10'],
    ['Speaker A', 'Speaker B'],
    ['Speaker One', 'Speaker Two'],
  ])('%s is not %s', (one, other) => expect(both(one, other)).toEqual(['different', 'different']))
})

describe('surnames of the Cortes', () => {
  const CORTES = [
    'El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez-Castejón): Avanzamos todos.',
    'El señor ABASCAL CONDE: Ustedes mienten siempre.',
    'La señora MONTERO CUADRADO: Eso es falso.',
    'El señor PRESIDENTE: Silencio, señorías.',
  ]
  test.each([
    ['Abascal', 'Ustedes mienten siempre.', 'matches'],
    ['Santiago Abascal Conde', 'Ustedes mienten siempre.', 'matches'],
    ['Santiago Abascal', 'Ustedes mienten siempre.', 'ambiguous'],
    ['el líder de Vox, Santiago Abascal', 'Ustedes mienten siempre.', 'ambiguous'],
    ['María Jesús Montero', 'Eso es falso.', 'ambiguous'],
    ['Santiago Abascal', 'Eso es falso.', 'otherSpeaker'],
    ['Santiago Conde', 'Ustedes mienten siempre.', 'otherSpeaker'],
    ['Abascal Ruiz', 'Ustedes mienten siempre.', 'otherSpeaker'],
    ['Sr. Montero', 'Eso es falso.', 'otherSpeaker'],
    ['Pedro Sánchez', 'Avanzamos todos.', 'ambiguous'],
    ['Sánchez', 'Avanzamos todos.', 'matches'],
    ['el presidente Sánchez', 'Avanzamos todos.', 'matches'],
    ['el presidente del Gobierno, Pedro Sánchez', 'Avanzamos todos.', 'matches'],
    ['Pedro Pérez', 'Avanzamos todos.', 'otherSpeaker'],
    ['Sánchez', 'Silencio, señorías.', 'otherSpeaker'],
    ['el presidente del Gobierno', 'Avanzamos todos.', 'matches'],
    ['el presidente del Gobierno', 'Silencio, señorías.', 'otherSpeaker'],
  ])('%s: %s %s', (speaker, quote, result) => expect(checked(CORTES, speaker, quote)).toBe(result))
})

describe('offices of the Cortes', () => {
  const CORTES = [
    'La señora PRESIDENTA: Muchas gracias, señor Abascal.',
    'El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez-Castejón): No habrá elecciones antes de tiempo.',
    'El señor MINISTRO DEL INTERIOR (Grande-Marlaska Gómez): La policía hizo su trabajo.',
    'La señora VICEPRESIDENTA PRIMERA Y MINISTRA DE HACIENDA (Montero Cuadrado): No subirán los impuestos.',
    'La señora MINISTRA DE DEFENSA (Robles Fernández): Las tropas siguen en su sitio.',
    'El señor ABASCAL CONDE: Ustedes mienten siempre.',
  ]
  const [thanks, elections, police, taxes, troops] = CORTES.map((line) => line.replace(/^[^:]+: /u, ''))
  const inGraf = (speaker: string, quote = ''): string => {
    const graf = `«${quote}», dijo ${speaker}.`
    const turns = turnsOfLines(CORTES.map((text) => ({ text })))
    return checkQuote({ quote, copy: { graf, from: 0, to: quote.length + 2 }, transcript: { turns } }).result
  }
  test.each([
    ['la presidenta del Congreso', thanks, 'matches'],
    ['la presidenta del Congreso de los Diputados', thanks, 'matches'],
    ['la presidenta de la Cámara', thanks, 'matches'],
    ['la presidenta del Congreso, Francina Armengol', thanks, 'matches'],
    ['la presidenta', thanks, 'matches'],
    ['el presidente', thanks, 'otherSpeaker'],
    ['el presidente del Gobierno', thanks, 'otherSpeaker'],
    ['la presidenta del Congreso', elections, 'otherSpeaker'],
    ['la presidenta', elections, 'otherSpeaker'],
    ['el presidente del Congreso', elections, 'otherSpeaker'],
    ['el presidente', elections, 'matches'],
    ['el presidente del Gobierno', elections, 'matches'],
    ['el presidente del Gobierno, Pedro Sánchez', elections, 'matches'],
    ['el ministro del Interior', police, 'matches'],
    ['el ministro de Interior', police, 'matches'],
    ['el ministro del Interior, Fernando Grande-Marlaska', police, 'matches'],
    ['el ministro Marlaska', police, 'matches'],
    ['la ministra de Hacienda', taxes, 'matches'],
    ['la ministra de Defensa', taxes, 'otherSpeaker'],
    ['la ministra de Defensa', troops, 'matches'],
    ['la ministra de Hacienda', troops, 'otherSpeaker'],
  ])('%s: %s %s, with the tag’s name and with the copy’s', (speaker, quote = '', result) => {
    expect([checked(CORTES, speaker, quote), inGraf(speaker, quote)]).toEqual([result, result])
  })
  test('two who may be “el presidente” are several', () => {
    const lines = [...CORTES, 'El señor PRESIDENTE: Silencio.']
    expect(checked(lines, 'el presidente', 'Silencio.')).toBe('ambiguous')
    expect(checked(lines, 'el presidente del Congreso', 'Silencio.')).toBe('matches')
  })
})

describe('labels that were words of the speaker before', () => {
  test.each([
    [
      'in one line',
      ['La señora VICEPRESIDENTA PRIMERA DEL GOBIERNO Y MINISTRA DE HACIENDA (Montero Cuadrado): Es falso.'],
    ],
    [
      'in two lines',
      ['La señora VICEPRESIDENTA PRIMERA DEL GOBIERNO Y MINISTRA DE', 'HACIENDA (Montero Cuadrado): Es falso.'],
    ],
    ['broken within the name', ['La señora MINISTRA DE HACIENDA (Montero', 'Cuadrado): Es falso.']],
  ])('a long office of the Cortes %s', (_where, label) => {
    const lines = [
      'El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez-Castejón): No.',
      ...label,
      'El señor ROJAS GARCÍA: Sí.',
    ]
    expect(checked(lines, 'Sánchez', 'Es falso.')).toBe('otherSpeaker')
    expect(checked(lines, 'Montero', 'Es falso.')).toBe('matches')
    expect(checked(lines, 'María Jesús Montero', 'Es falso.')).toBe('ambiguous')
  })
  test('a circle and a space before a candidate, where two spaces end the label', () => {
    const lines = ['○ 이재명 후보  증세는 없습니다.', '○ 김문수 후보  거짓말입니다.']
    expect(checked(lines, '김 후보', '증세는 없습니다.')).toBe('otherSpeaker')
    expect(checked(lines, '김 후보', '거짓말입니다.')).toBe('matches')
  })
  test.each([
    '(END VIDEO CLIP)',
    '(COMMERCIAL BREAK)',
    '(BEGIN VIDEOTAPE)',
    '[END VIDEO CLIP]',
    '(END TAPE)',
    '(END OF CLIP)',
    '(Video clip)',
    '(SOUNDBITE OF ARCHIVED RECORDING)',
    '(Ende des Einspielers)',
    '(O-Ton)',
    '(Fin de l’extrait)',
    '(Fin del vídeo)',
    '[녹취]',
    '(영상 끝)',
  ])('what follows %s is nobody’s', (note) => {
    const lines = ['TAPPER: Here he is.', 'PRESIDENT ROE: We will win.', note, 'He was wrong.', 'TAPPER: Yes.']
    expect(checked(lines, 'Roe', 'He was wrong.')).toBe('notFound')
    expect(checked(lines, 'Roe', 'We will win.')).toBe('matches')
    expect(checked(lines, 'Tapper', 'Yes.')).toBe('matches')
  })
  test.each(['(Audio gap.)', '[laughter]', '(Video conference with Kyiv.)', '[Sound engineer waves.]', '(영상회의)'])(
    'who speaks goes on behind %s',
    (note) => {
      const lines = ['TAPPER: Here he is.', 'PRESIDENT ROE: We will win.', note, 'He was wrong.', 'TAPPER: Yes.']
      expect(checked(lines, 'Roe', 'He was wrong.')).toBe('matches')
    },
  )
})

describe('seats of members', () => {
  const HOUSE = [
    'Mr ALDER (Grayndler—Prime Minister) (14:03): We will build homes.',
    'Mr ALDER (Lyne) (14:05): You never will.',
    'Ms LEE (Farrer): No.',
  ]
  test('whether two of one surname are one person nobody knows', () =>
    expect(both('Mr ALDER (Grayndler—Prime Minister)', 'Mr ALDER (Lyne)')).toEqual(['unknown', 'unknown']))
  test('the words of the one are not the other’s', () => {
    expect(checked(HOUSE, 'Mr ALDER (Lyne)', 'We will build homes.')).toBe('otherSpeaker')
    expect(checked(HOUSE, 'Prime Minister Alder', 'You never will.')).toBe('otherSpeaker')
    expect(checked(HOUSE, 'Prime Minister Alder', 'We will build homes.')).toBe('matches')
    expect(checked(HOUSE, 'Alder', 'You never will.')).toBe('ambiguous')
    expect(checked(HOUSE, 'Lee', 'No.')).toBe('matches')
  })
  test('a later label without the seat is the same member', () =>
    expect(both('Mr ALDER (Lyne)', 'Mr ALDER')).toEqual(['same', 'same']))
})

describe('who stands under an office does not hold it', () => {
  test.each([
    ['the prime minister', 'The Deputy Prime Minister (Angela Rayner)'],
    ['deputy prime minister', 'The Prime Minister (Keir Starmer)'],
    ['Prime Minister Roe', 'Deputy Prime Minister Roe'],
    ['the attorney general', 'Deputy Attorney General Roe'],
    ['Secretary Roe', 'DEPUTY SECRETARY ROE'],
    ['the secretary', 'Assistant Secretary'],
    ['Gov. Roe', 'Lt. Gov. Roe'],
    ['the governor', 'Lieutenant Governor'],
    ['the chairman', 'Vice Chairman'],
    ['Foreign Minister Ma', 'DEPUTY FOREIGN MINISTER MA'],
    ['Press Secretary Roe', 'JANE ROE, DEPUTY PRESS SECRETARY'],
    ['the foreign secretary', 'The Shadow Foreign Secretary (Priti Patel)'],
    ['the shadow foreign secretary', 'The Foreign Secretary (David Lammy)'],
    ['the foreign minister', 'Deputy Foreign Minister'],
    ['the first minister', 'the deputy first minister'],
    ['the press secretary', 'Deputy Press Secretary'],
    ['President Roe', 'DEPUTY PRESIDENT ROE'],
    ['the deputy president', 'President Roe'],
    ['the director general', 'Deputy Director General'],
    ['지사', '행정부지사'],
    ['대표', '수석부대표'],
    ['der Minister', 'Vizeminister'],
    ['Sprecher', 'stellvertretende Sprecherin'],
    ['총리', '부총리'],
    ['국무총리', '부총리'],
    ['대변인', '부대변인'],
    ['지사', '부지사'],
    ['대표', '부대표'],
  ])('%s is not %s', (one, other) => expect(both(one, other)).toEqual(['different', 'different']))

  test.each([
    ['대통령', '대통령권한대행 최상목'],
    ['권한대행', '대통령권한대행 최상목'],
  ])('whether %s is %s nobody knows', (one, other) => expect(both(one, other)).toEqual(['unknown', 'unknown']))

  test.each([
    ['Deputy Prime Minister Rayner', 'ANGELA RAYNER, DEPUTY PRIME MINISTER'],
    ['Deputy Prime Minister Angela Rayner', 'Angela Rayner'],
    ['Vice Premier He', 'Vice Premier He Lifeng'],
    ['Deputy Secretary Roe', 'JANE ROE, DEPUTY SECRETARY OF STATE'],
    ['Lt. Gov. Roe', 'Lieutenant Governor Roe'],
    ['Lt. Gen. Roe', 'Lieutenant General Roe'],
    ['Lt. Gen. Roe', 'Gen. Roe'],
    ['Assistant Professor Roe', 'Professor Roe'],
    ['Associate Justice Roe', 'Justice Roe'],
    ['Vice Mayor Roe', 'Deputy Mayor Roe'],
    ['Deputy Treasury Secretary Wally Adeyemo', 'DEPUTY SECRETARY ADEYEMO'],
    ['Deputy White House Press Secretary Roe', 'JANE ROE, DEPUTY PRESS SECRETARY'],
    ['Deputy Foreign Minister Ma Zhaoxu', 'MA ZHAOXU'],
    ['Deputy Prime Minister and Foreign Secretary Raab', 'FOREIGN SECRETARY RAAB'],
    ['Secretary Roe', 'JANE ROE, DEPUTY PRIME MINISTER AND SECRETARY'],
    ['the shadow foreign secretary', 'The Shadow Foreign Secretary (Priti Patel)'],
    ['Deputy Director General Roe', 'JANE ROE, DEPUTY DIRECTOR GENERAL'],
    ['Deputy President Mashatile', 'DEPUTY PRESIDENT MASHATILE'],
    ['Director General Roe', 'DIRECTOR GENERAL ROE'],
    ['Deputy Home', 'HOME'],
    ['Deputy Roe', 'Rep. Roe'],
    ['부총리', '최상목 부총리'],
    ['경제부총리', '최상목 부총리'],
    ['부대변인', '김은혜 부대변인'],
    ['부 총리', '총리'],
    ['최 권한대행', '대통령권한대행 최상목'],
  ])('%s is %s', (one, other) => expect(both(one, other)).toEqual(['same', 'same']))

  test('the words of the deputy are not those of the prime minister', () => {
    const lines = [
      'The Deputy Prime Minister (Angela Rayner): We will see.',
      'The Prime Minister (Keir Starmer): Never again.',
      'Hon. Members: Hear, hear.',
    ]
    expect(checked(lines, 'the prime minister', 'We will see.')).toBe('otherSpeaker')
    expect(checked(lines, 'the deputy prime minister', 'Never again.')).toBe('otherSpeaker')
    expect(checked(lines, 'the prime minister', 'Never again.')).toBe('matches')
    expect(checked(lines, 'the deputy prime minister', 'We will see.')).toBe('matches')
  })
})

describe('a joining word at the end of a name is a part of it', () => {
  test.each([
    ['Kim Jong Il', 'Kim Jong Un'],
    ['KIM JONG IL', 'Kim Jong Un'],
    ['Tran Le', 'Tran Van'],
  ])('%s is not %s', (one, other) => expect(both(one, other)).toEqual(['different', 'different']))
  test.each([
    ['Kim Jong Il', 'KIM JONG IL'],
    ['Kim Jong Il', 'Kim'],
    ['Kim Il Sung', 'Kim Il-sung'],
    ['Oscar de la Hoya', 'OSCAR DE LA HOYA'],
  ])('%s is %s', (one, other) => expect(both(one, other)).toEqual(['same', 'same']))
})

describe('offices that are named in others', () => {
  test.each([
    ['the former foreign secretary', 'The Foreign Secretary (David Lammy)'],
    ['Mrs. King', 'MR. KING'],
    ['Ms. Bishop', 'Mr. Bishop'],
    ['President Trump', 'First Lady Melania Trump'],
    ['President Trump', 'FIRST LADY TRUMP'],
    ['Trump', 'First Lady Melania Trump'],
    ['the president', 'President-elect Trump'],
    ['Secretary Roe', 'Undersecretary Roe'],
    ['Secretary Roe', 'UNDER SECRETARY ROE'],
    ['the secretary', 'Under Secretary Roe'],
    ['대통령', '대통령실 대변인'],
    ['대통령', '대통령 비서실장 강훈식'],
    ['장관', '법무부 장관 비서관 김민수'],
    ['김철수 대표', '수석부대표 김철수'],
  ])('%s is not surely %s', (one, other) => expect(both(one, other)).not.toContain('same'))

  test.each([
    ['the foreign secretary', 'The Foreign Secretary (David Lammy)'],
    ['the former foreign secretary', 'FORMER FOREIGN SECRETARY'],
    ['Mr. King', 'MR. KING'],
    ['the first lady', 'First Lady Melania Trump'],
    ['Mrs. Trump', 'FIRST LADY TRUMP'],
    ['Melania Trump', 'First Lady Melania Trump'],
    ['Donald Trump', 'President-elect Trump'],
    ['Under Secretary Ann Roe', 'UNDERSECRETARY ROE'],
    ['강훈식 비서실장', '대통령 비서실장 강훈식'],
    ['강훈식 대통령 비서실장', '대통령 비서실장 강훈식'],
    ['대통령실', '대통령실'],
    ['이재명 대통령', '대통령 이재명'],
    ['최상민 총리', '국무총리 최상민'],
    ['김철수 수석부대표', '수석부대표 김철수'],
  ])('%s is %s', (one, other) => expect(both(one, other)).toEqual(['same', 'same']))
})
