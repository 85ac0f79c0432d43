/** Guesses a fact's type from its words. A person confirms or changes it with one key. */
import { SURNAMES_FOR_TYPES } from '../../language/names/koreanSurnames'
import type { FactType } from '../../ledger/facts/fact'

/** With a day or a year, or alone: “Theresa May” is somebody. */
const MONTH =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?\s*\d|\d\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^(?:(?:in|since|until|by|early|late|mid|last|next|this)[ -])*(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))$/iu
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|tomorrow)\b/iu
const CJK_DATE = /\d+\s*[年月日년월일]/u
const YEAR = /^(?:19|20)\d\d$/
const SUPERLATIVE =
  /\b(?:first|last|only|ever|never|record|unprecedented|most|least|best|worst|largest|biggest|smallest|highest|lowest|longest|shortest|oldest|youngest|fastest|deadliest|richest|strongest)\b|\b(?:in|for) (?:\w+[ -])?(?:years|decades|months)\b|최초|최대|최고|처음|最大|最高|初めて|最初|首次/iu
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half|third|quarter|percent)s?\b/iu
const TITLE =
  /^(?:[A-Z][\w.]* )*(?:President|Premier|Prime Minister|Minister|Secretary|Chancellor|Senator|Gov(?:ernor|\.)|Mayor|Chairman|Chairwoman|Chair|Chief|Director|CEO|Ambassador|General|Spokesman|Spokeswoman|Spokesperson|Judge|Attorney)\b/u
const TITLE_ALONE =
  /(?:President|Premier|Minister|Secretary|Chancellor|Senator|Governor|Mayor|Chairman|Chair|Chief|Director|CEO|Ambassador|Spokes\w+|Judge)$/u
const PLACES =
  /^(?:[A-Z][\w-]+ (?:City|County|Province|Island|River|Street|Square|Airport|Bay|Sea|Ocean)|Busan|Seoul|Kuala Lumpur|Malaysia|Japan|China|South Korea|North Korea|Korea|Gaza|Washington|Beijing|Tokyo|London|Paris|Moscow|Kyiv|Geneva|Brussels|New York|United States|Europe|Asia|Africa)$/u
const ALLEGATION =
  /\b(?:alleged(?:ly)?|accus(?:ed|es|ing)|fraud|bribe\w*|corrupt\w*|stole|stolen|embezzl\w*|assault\w*|abus(?:e|ed|ing)|illegal(?:ly)?|murder\w*|launder\w*)\b/iu

/** Cities, countries and parts of them that end so in Korean: 서울시, 부산항, 제주도. */
const KOREAN_PLACE =
  /^(?:서울|부산|인천|대구|대전|광주|울산|세종|제주|목포|여수|포항|평양|한국|북한|남한|미국|중국|일본|러시아|영국|프랑스|독일|우크라이나|이스라엘|도쿄|베이징|워싱턴|뉴욕|런던|파리)(?:시|도|항|역|공항)?$|^[가-힣]{1,6}(?:특별시|광역시|공항|시|군|항|역|섬|해협)$/u
const KOREAN_TITLE =
  /(?:대통령|총리|장관|차관|의원|위원장|위원|대표|회장|사장|총재|시장|지사|교수|박사|기자|대변인|대사|판사|검사|변호사|소장|국장|과장|팀장|청장|이사장|씨)$/u
/** Source of the family names: Statistics Korea, census of 2015. */
const KOREAN_NAME = new RegExp(`^(?:남궁|황보|제갈|선우|독고|[${SURNAMES_FOR_TYPES}])[가-힣]{2}$`, 'u')
/** Family and given name before a title, or the family name alone: 윤하은 소장, 김 대통령. */
const KOREAN_NAMED = /^(?:[가-힣]{2,4}|[가-힣])\s(?:\S+\s)?\S+$/u
const MARKED = /^(?:“[^“]*”|"[^"]*"|„[^„]*[“”]|«[^«]*»|»[^»]*«|「[^「]*」|『[^『]*』|‘.*’|'.*'|‚.*[‘’])[.,。]?$/su
/** What a quotation in Korean or Japanese runs into: “…”라고 말했다, 「…」と述べた. */
const MARKED_AND_SAID = /^[“"‘'「『].*[”"’'」』]\s?(?:이?라고|이?라며|이?라는|고|하고|と|って)/su
/** Stems of verbs of saying, after words that are told without quotation marks. */
const SAYS =
  '(?:말|밝|전|설명|강조|덧붙|주장|답|경고|지적|언급|반박|발표|요구|촉구|당부|호소|비판|소개|고백|약속|외치|물)\\S*'
const KOREAN_SAID = new RegExp(`(\\S*?)((?:이)?라|다|냐|자)고\\s+(?:\\S+\\s+){0,2}${SAYS}\\.?$`, 'u')
const KOREAN_SAID_BEHIND = new RegExp(`^["”’'」』]?((?:이)?라|다|냐|자)?고\\s+(?:\\S+\\s+){0,2}${SAYS}`, 'u')
/** Nouns before 이라고: the words are told, not quoted (이길 것이라고 말했다). */
const TOLD = /(?:것|거|중|예정|때문|전망|계획|방침|입장|뜻|셈|수준)$/u

const PARTICLE = /^(?:of|the|de|del|della|di|da|do|dos|du|la|le|van|von|der|den|zu|al|el|bin|ibn|ben|y|e)$/u
const PART_OF_NAME = /^(?:(?:al|el|de|d|l)[-’'])?\p{Lu}/u

/** Words with capitals, as names are written, and no digits. */
function isCapitalised(words: string): boolean {
  const parts = words.split(/\s+/u)
  return (
    parts.length <= 6 &&
    !/\p{Nd}/u.test(words) &&
    PART_OF_NAME.test(parts[0] ?? '') &&
    PART_OF_NAME.test(parts.at(-1) ?? '') &&
    parts.every((part) => PART_OF_NAME.test(part) || PARTICLE.test(part))
  )
}

/**
 * Guesses a type. `behind`: what follows the words in their graf, which tells of Korean whether they are said (… 라고
 * 말했다).
 */
export function guessType(text: string, behind = ''): FactType {
  const words = text.trim()
  if (MARKED.test(words) || MARKED_AND_SAID.test(words) || /^["“„«「『]/u.test(words)) return 'quote'
  const said = koreanSaid(words, behind)
  if (said) return said
  if (ALLEGATION.test(words)) return 'allegation'
  if (YEAR.test(words) || MONTH.test(words) || WEEKDAY.test(words) || CJK_DATE.test(words)) return 'date'
  const named = isCapitalised(words)
  const isSeveral = named && /\s/u.test(words)
  if (!isSeveral && SUPERLATIVE.test(words)) return 'superlative'
  if (/\p{Nd}/u.test(words) || (!isSeveral && NUMBER_WORD.test(words))) return 'figure'
  if (PLACES.test(words) || KOREAN_PLACE.test(words)) return 'place'
  if (TITLE_ALONE.test(words) && TITLE.test(words)) return 'title'
  if (KOREAN_TITLE.test(words)) return isKoreanNamed(words) ? 'name' : 'title'
  return named || KOREAN_NAME.test(words) ? 'name' : 'event'
}

/** Words that somebody is said to have said: 라고 quotes, 다고, 냐고 and 자고 tell. */
function koreanSaid(words: string, behind: string): FactType | undefined {
  if (!/[가-힣]/u.test(words)) return undefined
  const inside = KOREAN_SAID.exec(words)
  const [stem, ending] = inside
    ? [words.slice(0, words.length - inside[0].length) + (inside[1] ?? ''), inside[2]]
    : [words, KOREAN_SAID_BEHIND.exec(behind)?.[1]]
  if (ending === undefined) return undefined
  return ending.endsWith('라') && !TOLD.test(stem) ? 'quote' : 'paraphrase'
}

const isKoreanNamed = (words: string): boolean =>
  KOREAN_NAMED.test(words) && (KOREAN_NAME.test(words.split(/\s/u)[0] ?? '') || /^[가-힣]\s/u.test(words))
