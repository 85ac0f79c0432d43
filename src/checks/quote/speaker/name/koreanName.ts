/** A Korean name apart from office and authority: 법무부장관 박성재, 박성재 법무부 장관, 박범계 위원. */
import { SURNAMES_OF_SPEAKERS } from '../../../../story/language/names/koreanSurnames'
import { isKoreanStaff } from './theirs'
import { RANKS } from '../../../../story/language/names/titles'
import { lazy } from '../../../../story/text/lazy'
import { phrasesOf } from '../../words/quoteWords'

/** A title, and what it says. */
type Sign = readonly [string, { readonly office: string } | { readonly address: string }]

export interface KoreanName {
  readonly name: string
  readonly offices: readonly string[]
  readonly former: boolean
  /** What the office is of: 법무부. */
  readonly authority?: string
}

const NAME = new RegExp(`^[${SURNAMES_OF_SPEAKERS}]\\p{sc=Hangul}{0,3}$`, 'u')
/** Ministries, courts, parties, places. */
const AUTHORITY = /(?:[부처청원회실국당시도군구단위]|국민의힘|법무|국방|외교|통일|환경|교육|노동)$/u
const COUNTRIES =
  '(?:미|중|영|태)국|일본|독일|프랑스|러시아|우크라이나|이탈리아|스페인|캐나다|호주|인도|베트남|필리핀|이스라엘|이란|' +
  '사우디아라비아|튀르키예|이집트|브라질|아르헨티나|멕시코|폴란드|헝가리|네덜란드|스웨덴|핀란드|북한|대만'
/** What an office is of, before it: 미국 대통령, 영국 전 총리. */
export const OF_COUNTRY = new RegExp(`(?<!\\p{sc=Hangul})(?<country>${COUNTRIES})(?<past> 전)? ?$`, 'u')
const ACTING = /^(?:권한|직무)?(?:대행|대리)$/u
const PAST = /^(?:전|전임)$/u
/** Minutes call members of a committee so. */
const MEMBERS = new Set(['위원', '간사', '국회위원'])
const MEMBER_BEHIND = /^(?<name>\p{sc=Hangul}{3})(?<office>위원|간사)$/u
/** 부총리, 부장관 */
const VICE = /^(?:경제|사회|(?:원내)?수석)?부$/u
/** Who runs for an office, or is named for it, does not hold it: 대통령 후보, 총리 후보자. */
const CANDIDATE = /^(?<before>.*?)(?:예비)?후보자?$/u
const ELECTION = /^(?:대선|총선|경선)$/u
const PARTY = /(?:당|국민의힘)$/u
const SPECIAL_PROSECUTOR = /^(?<before>.*)특검$/u
/** 김민수 PD */
const LATIN_RANK = /^(?:PD|CEO)$/iu
const ADDRESS = /^[씨님]$/u
/** One who is both: 부총리겸기획재정부장관. */
const AND = /(?<=\p{sc=Hangul}{2})겸(?=\p{sc=Hangul}{2})/u

/** Ranks tell people of one surname apart, and not people of one whole name. */
export const isRank = (office: string): boolean => office.startsWith('rank ')

/** Experts and officials of a committee: 위원 are members, these are not. */
export const isStaff = (office: string): boolean => /^rank .*(?:전문|정부)위원$/u.test(office)

/** 복지부 is 보건복지부, 기재부 is 기획재정부. 국방부 is not 국토교통부. Who names none may be of each. */
export function sameAuthority(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const [short = '', long = ''] = [a, b].map((one) => one.replace(/(?<=.)부$/u, '')).sort((x, y) => x.length - y.length)
  if (short === '' || (short.length > 1 && long.includes(short))) return true
  let at = -1
  return [...short].every((sign, index) => {
    at = long.indexOf(sign, at + 1)
    return at >= 0 && (index > 0 || at === 0)
  })
}

const ranks = lazy(() => phrasesOf(RANKS).filter((rank) => /^\p{sc=Hangul}{2,}$/u.test(rank)))

interface OfficeWord {
  readonly office: string
  readonly before: string
}

function officeOf(word: string, signs: readonly Sign[]): OfficeWord | undefined {
  if (MEMBERS.has(word)) return { office: 'representative', before: '' }
  const runs = CANDIDATE.exec(word)?.groups
  if (runs) return { office: word.endsWith('자') ? 'nominee' : 'candidate', before: runs['before'] ?? '' }
  const special = SPECIAL_PROSECUTOR.exec(word)?.groups
  if (special) return { office: 'rank 특검', before: special['before'] ?? '' }
  if (LATIN_RANK.test(word)) return { office: `rank ${word.toLowerCase()}`, before: '' }
  for (const [sign, title] of signs)
    if (sign.length > 1 && 'office' in title && word.endsWith(sign)) {
      const before = word.slice(0, -sign.length)
      return { office: VICE.test(before) ? `vice ${title.office}` : title.office, before }
    }
  return ranks().some((rank) => word.endsWith(rank)) ? { office: `rank ${word}`, before: '' } : undefined
}

/** Undefined if no Korean name stands beside an office. `signs`: the titles, the longest first. */
export function koreanName(text: string, signs: readonly Sign[]): KoreanName | undefined {
  const member = MEMBER_BEHIND.exec(text)?.groups
  const all = (member ? [member['name'] ?? '', member['office'] ?? ''] : text.split(/\s+/u)).filter(Boolean)
  if (all.length < 2 || !all.every((word) => /^\p{sc=Hangul}+$/u.test(word) || LATIN_RANK.test(word))) return undefined
  const titled = all.length > 2 && ADDRESS.test(all.at(-1) ?? '') ? all.slice(0, -1) : all
  const held = titled.filter((word) => !ACTING.test(word) && !PAST.test(word))
  const words = held.flatMap((word) => apart(word, signs)).filter((word) => word !== '겸')
  if (words.length < 2) return undefined
  const offices = words.map((word) => officeOf(word, signs))
  const isOfStaff = (at: number): boolean => !held.includes('겸') && isKoreanStaff(words[at + 1] ?? '')
  const read = offices.map((office, at) => (runsFor(words, offices, at) || isOfStaff(at) ? undefined : office))
  const isBehind = read.at(-1) !== undefined
  const fits = (at: number): boolean =>
    NAME.test(words[at] ?? '') &&
    offices[at] === undefined &&
    !OF_COUNTRY.test(words[at] ?? '') &&
    !runsFor(words, offices, at) &&
    (at === 0 || ((words[at]?.length ?? 0) > 1 && (isBehind || read.at(-2) !== undefined))) &&
    words.every(
      (word, other) =>
        other === at || offices[other] !== undefined || AUTHORITY.test(word) || runsFor(words, offices, other),
    )
  const places = isBehind ? [...words.keys()].slice(0, -1) : [words.length - 1]
  const fitting = places.filter(fits)
  const at = fitting.find((place) => !PARTY.test(words[place] ?? '')) ?? fitting[0]
  if (at === undefined) return undefined
  const authority = words.filter((_, index) => index !== at && read[index] === undefined && !isOfStaff(index)).at(-1)
  const before = read.flatMap((one) => (one && one.before !== '' ? [one.before] : []))
  const its = before.find((one) => one !== '부') ?? authority
  return {
    name: words[at] ?? '',
    offices: read.flatMap((one) => (one ? [one.office] : [])),
    former: held.length < titled.length,
    ...(its === undefined ? {} : { authority: its }),
  }
}

/** The offices of one word. A name may have the sign 겸, too. */
function apart(word: string, signs: readonly Sign[]): readonly string[] {
  const [first = '', ...rest] = word.split(AND)
  return rest.length > 0 && officeOf(first, signs) !== undefined ? [first, ...rest] : [word]
}

/** The office that is run for: 대통령 후보, 대선 후보. In 오세훈 후보 the name stands before. */
const runsFor = (words: readonly string[], offices: readonly unknown[], at: number): boolean =>
  /^(?:예비)?후보자?$/u.test(words[at + 1] ?? '') && (offices[at] !== undefined || ELECTION.test(words[at] ?? ''))
