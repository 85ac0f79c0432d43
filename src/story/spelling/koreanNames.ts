/**
 * Korean names of places and people with what is written to them: 목포-항-에서, 부산-시-는, 시진핑-주석-의. The
 * particle has to agree with the syllable before it (Standard Korean, Article 18: 은 behind a consonant, 는 behind a
 * vowel), so that a slip is still found.
 */
import { SURNAMES_IN_SPELLING } from '../language/names/koreanSurnames'

/** Kinds of places, written to the name without a space. */
const PLACES =
  '항|신항|북항|남항|시|군|구|도|읍|면|동|리|역|공항|국제공항|역사|섬|산|강|천|만|해|해협|반도|제도|군도|고원|사막|평야|댐|대교|' +
  '터미널|지구|지역|지방|권|주|현|성|시내|도심|일대|앞바다|연안|해안|인근|주변|북부|남부|동부|서부|중부|시청|도청|구청|군청|' +
  '시장|도지사|지사|구청장|군수|시의회|도의회|시민|도민|시민들|도민들|경찰청|경찰|지검|지법|고검|고법|교육청|소방서|경찰서|' +
  '대|대학교|대학|여대|교대|의대|병원|원전|산단|항만|공단|협정|조약|선언|회담|회의|산|행|발|시리즈|전|전투|사태|사건|참사|올림픽|월드컵'
/** Countries, and what belongs to them. */
const COUNTRIES =
  '국|인|인들|어|계|군|제|식|정부|당국|외교부|국방부|법원|의회|대사|대사관|총영사관|측|내|령|국민|국민들|공화국|왕국|연방|총리실'
/** Titles, written to the name of a person or country. */
const TITLES =
  '대통령|전대통령|총리|부총리|주석|국가주석|국방위원장|위원장|장관|차관|의원|의장|대표|원내대표|총재|총장|사무총장|회장|부회장|사장|' +
  '이사장|대사|특사|왕|국왕|왕세자|교황|감독|선수|교수|박사|작가|기자|판사|검사|변호사|부대변인|대변인|부부|여사|전|후보|당선인|' +
  '당선자|행정부|정권|정부|내각|체제|시대|주의|식|표|씨|님|측'
const ENDING = new RegExp(`^(?:${PLACES}|${COUNTRIES}|${TITLES})(?:들)?$`, 'u')

/** Behind a consonant. */
const CLOSED =
  '은|이|을|과|으로|으로서|으로써|이랑|이나|이라|이라고|이라는|이란|이라도|이다|이며|이고|이자|이었다|이던|인|일|이어서|으로는|과는|' +
  '이라며|이라면|이지만|이었던|으로부터|이냐|이든'
/** Behind a vowel. */
const OPEN =
  '는|가|를|와|로|로서|로써|랑|나|라|라고|라는|란|라도|다|며|고|자|였다|던|인|일|여서|로는|와는|라며|라면|지만|였던|로부터|냐|든'
/** Behind either. */
const BOTH =
  '의|에|에서|에게|에게서|한테|께|께서|도|만|까지|부터|보다|처럼|만큼|마다|조차|마저|밖에|에는|에도|에서는|에서도|에서의|에게는|까지도|' +
  '부터는|만이|만을|만은|에만|에서만|에의|뿐|뿐만|뿐이다|대로|같은|간|씩'
/** Behind ㄹ, too: 서울로. */
const RIEUL = '로|로서|로써|로는|로부터'

const AFTER = {
  closed: new RegExp(`^(?:${CLOSED}|${BOTH})?$`, 'u'),
  open: new RegExp(`^(?:${OPEN}|${BOTH})?$`, 'u'),
  rieul: new RegExp(`^(?:${CLOSED}|${BOTH}|${RIEUL})?$`, 'u'),
}

const [FIRST, FINALS, RIEUL_FINAL] = [0xac00, 28, 8]
const LONGEST = 16

/** Whether a particle, or none, may follow this syllable. */
function follows(before: string, particle: string): boolean {
  const final = ((before.codePointAt(before.length - 1) ?? FIRST) - FIRST) % FINALS
  return AFTER[final === 0 ? 'open' : final === RIEUL_FINAL ? 'rieul' : 'closed'].test(particle)
}

const LONG_FAMILY = '남궁|황보|선우|제갈|사공|독고'
/** Syllables of given names, at their beginning and end. What ends a slip of a common word is left out: 조용이, 문안한. */
const GIVEN_FIRST =
  '가강건경고광규근기나남다대덕도동두만명문미민백범병보복봉상서석선성세소솔수숙순승시신아안애연영예옥완용우운원유윤은의이인일임자장재정' +
  '제종주준중지진찬창채천철춘충치태하학한해향혁현형혜호홍화환효훈흥희'
const GIVEN_LAST =
  '건경광구국권규균근길나남녀늘덕라란람려련례록룡리린림모문미민배백범별복봉빈상서석선섭성세솔수숙순승식신실아안애연열엽영옥완욱용우욱운웅원' +
  '월유윤은익인임자재정종주준중지진찬창채천철춘태택필하학해혁현협형혜호홍화환회효훈휘희'
/** 은 is also a particle: it ends a given name behind these only. 전기은 is a slip, 김지은 is a name. */
const BEFORE_EUN = '가경고나다보서성세소수시영예은정주지채태하혜희'

/** A pattern of given names of two syllables. */
export const KOREAN_GIVEN = `[${GIVEN_FIRST}][${GIVEN_LAST.replace('은', '')}]|[${BEFORE_EUN}]은`
/** 김하늘, 남궁민재; also 최-씨 and 허-모, as reports of courts and police have it. */
const PERSON = new RegExp(
  `^(?:(?:[${SURNAMES_IN_SPELLING}]|${LONG_FAMILY})(?:${KOREAN_GIVEN})|[${SURNAMES_IN_SPELLING}](?:모씨|모|씨))(.*)$`,
  'u',
)
const TITLE = new RegExp(`^(?:${TITLES})(?:들)?$`, 'u')

/** Whether the word has the form of a Korean person’s name (김하늘, 최씨), alone or with a title and a fitting particle. */
export function isKoreanPerson(word: string): boolean {
  if (word.length > LONGEST) return false
  const rest = PERSON.exec(word)?.[1]
  if (rest === undefined) return false
  const name = word.slice(0, word.length - rest.length)
  for (let at = 0; at <= rest.length; at++) {
    const title = rest.slice(0, at)
    if (title !== '' && !TITLE.test(title)) continue
    if (follows(name + title, rest.slice(at))) return true
  }
  return false
}

/** Whether the word is one of the names, alone or with endings of names and a particle that agrees. */
export function isKoreanName(word: string, names: ReadonlySet<string>): boolean {
  if (word.length > LONGEST || !/^\p{sc=Hangul}{2,}$/u.test(word)) return false
  for (let end = word.length; end >= 2; end--) {
    if (!names.has(word.slice(0, end))) continue
    const rest = word.slice(end)
    for (let at = 0; at <= rest.length; at++) {
      const ending = rest.slice(0, at)
      if (ending !== '' && !isEnding(ending)) continue
      if (follows(word.slice(0, end + at), rest.slice(at))) return true
    }
  }
  return false
}

/** One ending, or two: 부산-시-장, 목포-신-항, 러시아-군-측. */
function isEnding(text: string): boolean {
  if (ENDING.test(text)) return true
  for (let at = 1; at < text.length; at++)
    if (ENDING.test(text.slice(0, at)) && ENDING.test(text.slice(at))) return true
  return false
}
