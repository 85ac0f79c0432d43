/** Labels of the minutes of the Korean assembly: ○법무부장관 한동훈  …, ○김민수 위원  … */
import { SURNAMES_IN_MINUTES } from '../../../../story/language/names/koreanSurnames'
import type { Labelled } from './labelled'

const CIRCLE =
  /^[○◯〇◆](?<apart> ?)(?<name>\p{sc=Hangul}{1,20}(?: \p{sc=Hangul}{1,20}){1,3})(?<gap>[ \t　]+)(?<rest>.+)$/su
/** Endings of Korean offices, which stand before a name or behind it. */
const OFFICE =
  /(?:장관|차관|위원장?|의원|의장|대통령|총리|원장|처장|청장|실장|국장|본부장|과장|부장|단장|사장|회장|총장|시장|군수|구청장|지사|장관후보자|후보자?|특검|대사|검사|판사|변호사|교수|증인|참고인|진술인|감사|이사장?|대표|비서관|수석|팀장|간사|서기관|사무관|위원장대리|대행|직무대리|대리)$/u
const NAME = new RegExp(`^[${SURNAMES_IN_MINUTES}]\\p{sc=Hangul}{1,3}$`, 'u')
/** Frequent surnames, and syllables of given names in second and third place. 인사말 and 이사회 are words. */
const CLEAR_NAME = new RegExp(
  '^(?!이재민|이주민|문화재|문화원|유전병)[김이박최정강조윤장임한오서신권황안송유전홍고문양손배백허남심노하]' +
    '[강건겸경광규근기길나남다대덕도동명무문미민병보복봉상서석선성세소송수순승시아영예옥완용우원유윤은응의익인일재정제종주준중지진찬창채철춘충치태택하학한해향현형혜호홍화환효훈희]' +
    '[경곤광구국규균근길남단덕동란람련룡률림민범병복봉빈상석선섭수숙순슬승신아연열영옥완용우욱운웅원윤은재정종주준중진찬창채철춘태택필하학한헌혁현형호환훈흠희]$',
  'u',
)

/** Whether a word is surely a Korean name, and no common noun of three syllables. */
export const isKoreanName = (word: string): boolean => CLEAR_NAME.test(word)

/** Words of three syllables that begin like a name, for people who speak Korean to extend. */
const NOUNS = new Set(
  (
    '인사말 이사회 이재민 이주민 문화재 문화원 유전병 하지만 공무원 전문가 국정원 감사원 추경안 조세안 예산안 방송법 노조법 ' +
    '상속세 소득세 지방세 유류세 국민들 기업들 노동자 고령자 피해자 유가족 유공자 강제성 공정성 신뢰성 안전성 한반도 남북한 ' +
    '한국형 미국산 중국산 전쟁터 전투기 방위비 지방비 정책실 안보실 민정실 비서실 장애인 기본적 지금껏 우리말 ' +
    '정부안 정부측 국회법 공공성 주민들 유엔군 사법부 선거법 민주당 국민당 한민족 이태원 강남구 서울시 ' +
    '부동산 주택난 원자력 반도체 전기차 자동차 서민층 중산층 청년층 지하철 ' +
    '대기업 농어민 임대인 임차인 세입자 채무자 유권자 근로자 사업자 소비자 오늘날 이때껏 여러분 지난해 ' +
    '지난달 지난번 이번주 이번달 오전중 오후중 방금전 조금전 사실상 마지막 이러한 어떠한'
  ).split(' '),
)
/** Particles and endings that names hardly have, and the last sign of an authority. */
const NO_NAME = /[는를을에와과의로가도만이것들씩때면고며까다요죠네게님씨적부위청처한운은히할될된던]$/u
const TWO_SIGNS = /^(?:남궁|황보|제갈|사공|선우|서문|독고|동방)\p{sc=Hangul}{1,2}$/u

/** A surname and two syllables, beside an office. */
const isNameByOffice = (word: string): boolean =>
  isKoreanName(word) ||
  TWO_SIGNS.test(word) ||
  (word.length === 3 && NAME.test(word) && !NOUNS.has(word) && !NO_NAME.test(word) && !OFFICE.test(word))

/** The chair gives somebody the floor: “○위원장 강선우 위원님 질의하십시오.” */
const TITLE_NEXT = /^(?:위원|의원|장관|차관|총리|의장|간사|대표|후보자|증인|참고인)/u

/** The whole label: an office and a name, or a name and an office. Undefined: the label is one word. */
export function koreanLabel(text: string): Labelled | undefined {
  const { apart = '', name = '', gap = '', rest = '' } = CIRCLE.exec(text)?.groups ?? {}
  // “○ 이재명 후보 공약 발표” is a point of a list.
  if (name === '' || (apart !== '' && gap === ' ')) return undefined
  const words = name.split(' ')
  const [first = '', second = '', third = ''] = words
  const last = words.at(-1) ?? ''
  const office = words.at(-2) ?? ''
  // Two spaces end the label.
  if (gap !== ' ') {
    const isLabel = OFFICE.test(last) || (OFFICE.test(office) && NAME.test(last))
    if (isLabel) return { speaker: name, rest }
  }
  // One space may stand within a sentence.
  const following = third === '' ? rest : third
  const isNamed = OFFICE.test(first)
    ? isNameByOffice(second) && !TITLE_NEXT.test(following)
    : isNameByOffice(first) && OFFICE.test(second)
  if (!isNamed) return undefined
  const label = `${first} ${second}`
  return { speaker: label, rest: text.slice(1 + label.length).trim() }
}
