/** Finds who is named in a clause of Korean, Japanese or Chinese copy. */
import { SURNAMES_OF_SPEAKERS } from '../../../../story/language/names/koreanSurnames'
import {
  KOREAN_BODIES,
  KOREAN_ENDINGS,
  KOREAN_SURNAMES_OF_TWO,
  KOREAN_WORDS,
} from '../../../../story/language/names/notNames'
import { KOREAN_GIVEN } from '../../../../story/spelling/koreanNames'
import { defined } from '../../../../story/text/defined'
import { escapePattern } from '../../../../story/text/escapePattern'
import { lazy } from '../../../../story/text/lazy'
import { OF_COUNTRY } from '../name/koreanName'
import { parseName } from '../name/parseName'
import type { ParsedName } from '../name/parsedName'
import { isKoreanRole, lengthOfTheirs } from '../name/theirs'
import { titles } from '../name/titles'
import { isManner } from './koreanClauses'
import { sayingWords, type Mention } from './mentions'

/** The last sign of an organisation or a time before a title: it is no name. */
const NO_NAME = /[府局厅廳院会會司部委团團国國省市县縣区區社党黨側日月前后後時时年부청처원회당사시군구국팀위측]$/u
const MODIFIERS = new Set(
  '국방 외교 법무 통일 환경 경제 교육 행정 신임 현 전임 해당 노조 야당 여당 노동 산업 보건 문화 재무 내무'.split(' '),
)
const SIGN = '[\\p{sc=Hangul}\\p{sc=Han}\\p{sc=Katakana}々ー・]'

export interface JoinedClause {
  readonly mentions: readonly Mention[]
  /** A subject is there that nobody in the transcript is. */
  readonly unknown: boolean
  /** Where the last such subject begins. */
  readonly lastUnknown?: number
  /** Where somebody without a name begins, who says it: 한 시민이. */
  readonly unnamed?: number
}

/** In text order. `side`: before or behind the quotation. */
export function joinedClause(text: string, language: string, labels: readonly ParsedName[]): JoinedClause {
  const names = labels.flatMap(({ parts }) => (parts.length > 0 ? [parts.join('')] : []))
  const mentions = [...byTitle(text, names), ...byName(text, names), ...byPronoun(text, language)]
  const kept: Mention[] = []
  for (const mention of mentions.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (mention.from >= (kept.at(-1)?.to ?? 0)) kept.push(mention)
  const subjects = [...text.matchAll(SUBJECT[language] ?? SUBJECT['ko'] ?? /$^/gu)]
  const others = subjects.filter(
    ({ index, 1: word = '' }) => !kept.some(({ from, to }) => from < index + word.length && to > index),
  )
  const unnamed = language === 'ko' ? unnamedIn(text, kept) : undefined
  return {
    mentions: kept.map((one) => ({ ...one, object: isObject(text, one, language) })),
    unknown: others.length > 0 || unnamed !== undefined,
    ...defined({ lastUnknown: others.at(-1)?.index, unnamed: unnamed?.says === true ? unnamed.from : undefined }),
  }
}

/** “한 시민이 큰 소리로” before the quotation; not “한 총리는”, nor “한 기자가 묻자”. */
function unnamedIn(
  text: string,
  kept: readonly Mention[],
): { readonly from: number; readonly says: boolean } | undefined {
  const found = [...text.matchAll(UNNAMED)].findLast(
    ({ index, 0: words }) => !kept.some(({ from, to }) => from < index + words.length && to > index),
  )
  const rest = found && text.slice(found.index + found[0].length)
  return rest === undefined ? undefined : { from: found?.index ?? 0, says: isManner(rest) }
}
const PERSON =
  '시민|주민|관계자|참석자|참가자|학생|의원|기자|여성|남성|노인|직원|유족|가족|환자|의사|교수|전문가|농민|어민|상인|교사|학부모|' +
  '목격자|신도|팬|누리꾼|네티즌|변호사|경찰관|공무원|당직자|인사|사람|측근|지지자|노동자|조합원|당원|간부|임원|청년|아이|어머니|' +
  '아버지|부모|이웃|친구|회원|피해자|생존자|관객|손님|승객|운전자|업주|당국자|소식통|군인|병사|선수|남자|여자|할머니|할아버지'
const UNNAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:한|어느|어떤|또\\s?다른|다른|일부|익명의)\\s(?:\\p{sc=Hangul}+\\s){0,2}?` +
    `\\p{sc=Hangul}*(?:${PERSON})들?(?:은|는|이|가|도)(?=[\\s,“"‘]|$)`,
  'gu',
)

const SUBJECT: Readonly<Record<string, RegExp>> = {
  ko: new RegExp(`(${SIGN}+?)(?:은|는|께서)(?=[\\s,，“"‘'「]|$)`, 'gu'),
  ja: new RegExp(`(${SIGN}+)(?:は|が)(?=[、「『]|$|[^\\p{sc=Hiragana}])`, 'gu'),
  zh: new RegExp(`(${SIGN}{2,})(?=说|說|表示|称|稱|指出|强调|強調|写道|寫道|宣布)`, 'gu'),
}

/** Behind it a particle, or before it a preposition, says that something is said to it. */
function isObject(text: string, { from, to }: Mention, language: string): boolean {
  const after = text.slice(to, to + 3)
  if (language === 'ko') return /^들?(?:에게|한테|을|를|와|과|께(?!서)|의(?! ?[말설주]))/u.test(after)
  if (language === 'ja') return /^(?:に(?!よる|よれ)|を|と(?!いう)|の(?![話言説]))/u.test(after)
  return /[对對向跟和与與给給把被]$/u.test(text.slice(0, from)) || /^的(?![话話说說])/u.test(after)
}

function mention(text: string, from: number, end: number, known: boolean): Mention {
  // 김민수 측은: whose they are is no speaker.
  const to = end + lengthOfTheirs(text.slice(from, end), text.slice(end, end + 40))
  return toMention(text, from, to === end ? end + lengthOfMore(text.slice(end, end + 50)) : to, known)
}

function toMention(text: string, from: number, to: number, known: boolean): Mention {
  const words = text.slice(from, to)
  return { kind: parseName(words).parts.length > 0 ? 'name' : 'title', text: words, from, to, object: false, known }
}

/** How many characters behind a name or title belong to it: 박영희(43)씨는, 이철수(52) 장관은, 이 장관 후보자는. */
function lengthOfMore(behind: string): number {
  const found = MORE_OF_NAME.exec(behind)?.[0]
  if (found !== undefined) return found.length
  const age = AGE.exec(behind)?.[0].length ?? 0
  const title = age === 0 ? undefined : titles().signs.find(([sign]) => behind.startsWith(sign, age))?.[0]
  return title !== undefined && isTitleEnd(behind, age + title.length) ? age + title.length : 0
}
const MORE_OF_NAME = /^(?:\([^()]{1,30}\)\s?[씨님군양]|\s?(?:후보|내정|지명)자)(?=[\s은는이가도의을를에께와과]|$)/u
const AGE = /^\(\d{1,3}[세살]?\)\s?/u

/** A title with the name before it: 김민 장관, 佐藤首相, 市長. */
function byTitle(text: string, names: readonly string[]): readonly Mention[] {
  const found: Mention[] = []
  const taken: [number, number][] = []
  for (const [title] of titles().signs) {
    for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
      const end = at + title.length
      if (taken.some(([from, to]) => at < to && end > from)) continue
      taken.push([at, end])
      if (!isTitleEnd(text, end)) continue
      const from = nameStart(text, at, names)
      const [behind, name = ''] = NAME_BEHIND.exec(text.slice(end, end + 12)) ?? []
      const isBehind = behind !== undefined && isKoreanName(name)
      found.push(mention(text, from, isBehind ? end + behind.indexOf(name) + name.length : end, true))
    }
  }
  return found
}

/** A particle or no letter follows: 장관은, not 장관급. In Chinese anything may. */
function isTitleEnd(text: string, end: number): boolean {
  const next = text.slice(end, end + 2)
  if (!/^\p{sc=Hangul}/u.test(next)) return true
  return /^(?:은|는|이|가|도|의|을|를|에|께|와|과|로|님|측|들|였|인|라|만|부)/u.test(next)
}

/** 김철수, 남궁민. 임명된, 이튿날 and 사퇴한 cannot be names. */
const KOREAN_NAME = new RegExp(
  `^(?:[${SURNAMES_OF_SPEAKERS}](?:${KOREAN_GIVEN})|(?:${KOREAN_SURNAMES_OF_TWO.join('|')})\\p{sc=Hangul}{1,2})$`,
  'u',
)
/** Other words in the form of a name. */
const OTHER_WORDS = '가장인 가해자 공석인 동의안 문화재 용의자 조세안 추경안 피해자 한동안'
const otherWords = lazy(() => new Set([OTHER_WORDS, KOREAN_WORDS, KOREAN_BODIES].join(' ').split(/\s+/u)))
const isKoreanName = (word: string): boolean =>
  KOREAN_NAME.test(word) && !otherWords().has(word) && !KOREAN_ENDINGS.test(word) && !word.endsWith('해')
const TIME = '(?:전|현|신임|초대)'
/** 이철수 국방부 장관, 이철수 더불어민주당 의원, 이철수 KBS 기자: what the office is of stands between. */
const NAME_AND_OFFICE_OF = new RegExp(
  `(?<!${SIGN})(?<name>\\p{sc=Hangul}{2,6})(?:\\s+${TIME})?\\s+(?<of>\\p{sc=Hangul}{2,14}|[A-Za-z]{2,12})(?:\\s+${TIME})?\\s*$`,
  'u',
)
/** 국방부 장관 이철수는 */
const NAME_BEHIND = /^\s+(?<name>\p{sc=Hangul}{3})(?:은|는|이|가|도|께서|씨)/u
/** 유권자 앞에서 is no office, and 김민수 캠프 대변인 not 김민수. */
const NO_OFFICE_OF = /(?:에서|앞서|으로|까지|부터|에게|위해|통해|대해|출신)$|^(?:행정부|정권|내각)$/u

/** 이철수 장관은 기자들과: the minister is no reporter. */
const isTitledSubject = (word: string): boolean =>
  /[은는이가]$/u.test(word) && titles().signs.some(([sign]) => sign.length > 1 && word.slice(0, -1).endsWith(sign))

/** Where the name before a title begins; at the title if there is none. */
function nameStart(text: string, title: number, names: readonly string[]): number {
  const near = text.slice(Math.max(0, title - 40), title)
  const nearStart = title - near.length
  const beforeOf = NAME_AND_OFFICE_OF.exec(near)
  const { name = '', of = '' } = beforeOf?.groups ?? {}
  const country = OF_COUNTRY.exec(near)
  // 도널드 트럼프 미국 대통령, who may be 트럼프 in the transcript
  const isKnown = name !== '' && names.some((one) => one.endsWith(name))
  if (country) return nearStart + (beforeOf && isKnown ? beforeOf.index : country.index)
  const isOther = isKoreanName(of) || names.some((one) => one === of || (of.length < 3 && one.startsWith(of)))
  const isOf = !isOther && !NO_OFFICE_OF.test(of) && !isKoreanRole(of) && !isTitledSubject(of)
  const isName = names.includes(name) || isKoreanName(name)
  if (beforeOf && isName && isOf) return nearStart + beforeOf.index
  const before = text.slice(Math.max(0, title - 14), title)
  const [gathered = ''] = new RegExp(`${SIGN}+(?: ?${SIGN}{1,4})?[ ]?$`, 'u').exec(before) ?? ['']
  const bare = gathered.trimEnd()
  // A whole name, whatever stands before it.
  const whole = names
    .filter((name) => bare.replaceAll(' ', '').endsWith(name))
    .toSorted((a, b) => b.length - a.length)[0]
  if (whole !== undefined) return title - gathered.length + Math.max(0, bare.lastIndexOf(whole))
  const last = bare.split(/\s/u).at(-1) ?? ''
  const start = title - gathered.length + bare.length - last.length
  if (last === '' || MODIFIERS.has(last)) return title
  if (names.some((name) => name.startsWith(last))) return start
  if (NO_NAME.test(last)) return title
  // 에서, 는, 고: the end of another word.
  if (
    /\p{sc=Hangul}/u.test(last) &&
    /(?:에서|에게|으로|은|는|을|를|고|며|의|도|한|인|된|던)$/u.test(last) &&
    last.length > 2
  )
    return title
  const tail = /[对對向跟和与與给給在由的是当當]([^对對向跟和与與给給在由的是当當]*)$/u.exec(last)
  if (!tail) return start
  const rest = tail[1] ?? ''
  return title - (gathered.length - bare.length) - rest.length
}

/** Korean writes a name and what follows it together or apart: 박 기사. */
const spelled = (name: string): RegExp =>
  new RegExp(/^\p{sc=Hangul}{2,5}$/u.test(name) ? [...name].join(' ?') : escapePattern(name), 'gu')

/** 이철수재단, 반이철수: another word that has the name in it. */
const isInWord = (text: string, from: number, to: number): boolean =>
  /\p{sc=Hangul}$/u.test(text.slice(from, to)) &&
  (/\p{sc=Hangul}$/u.test(text.slice(0, from)) || !NAME_ENDS.test(text.slice(to)))
const NAME_ENDS =
  /^(?:$|\P{sc=Hangul}|[은는이가도의을를에께와과로만님씨군양옹측들였인라나든랑여야]|전(?!\p{sc=Hangul})|까지|부터|보다|처럼|마저|조차|하고|한테|다\p{P}|입니)/u

/** A whole name without a title, or with the title before it. */
function byName(text: string, names: readonly string[]): readonly Mention[] {
  const found: Mention[] = []
  for (const name of new Set(names)) {
    for (const { index: at, 0: written } of text.matchAll(spelled(name))) {
      const title = titles().signs.find(([sign]) => sign.length > 1 && text.slice(0, at).trimEnd().endsWith(sign))
      if (!title && isInWord(text, at, at + written.length)) continue
      const from = title ? text.slice(0, at).trimEnd().length - title[0].length : at
      found.push(mention(text, from, at + written.length, true))
    }
    // A surname alone before its particle: 佐藤は.
    const surname = new RegExp(`(?<!${SIGN})(${SIGN}{2,3})(?=は|が)`, 'gu')
    for (const { index, 1: short = '' } of text.matchAll(surname))
      if (name.startsWith(short) && short.length < name.length)
        found.push(mention(text, index, index + short.length, true))
  }
  return found
}

function byPronoun(text: string, language: string): readonly Mention[] {
  const found: Mention[] = []
  for (const pronoun of sayingWords(language).pronoun) {
    for (let at = text.indexOf(pronoun); at >= 0; at = text.indexOf(pronoun, at + 1)) {
      if (language === 'ko' && /\p{sc=Hangul}/u.test(text.charAt(at - 1))) continue
      if (language === 'zh' && /[其吉]/u.test(text.charAt(at - 1))) continue
      found.push({ kind: 'pronoun', text: pronoun, from: at, to: at + pronoun.length, object: false, known: false })
    }
  }
  return found
}
