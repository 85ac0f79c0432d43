/** A Korean name apart from office and authority: 법무부장관 박성재, 박성재 법무부 장관, 박범계 위원. */
import { RANKS } from '../../../story/language/titles'
import { lazy } from '../../../story/text/lazy'
import { phrasesOf } from '../words/quoteWords'

/** A title, and what it says. */
type Sign = readonly [string, { readonly office: string } | { readonly address: string }]

export interface KoreanName {
  readonly name: string
  readonly offices: readonly string[]
  readonly former: boolean
  /** What the office is of: 법무부. */
  readonly authority?: string
}

const NAME =
  /^[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은편용예경봉사부가복태목형계피두감음빈동온호범좌팽승간상시갈단견당어]\p{sc=Hangul}{0,3}$/u
/** Ministries, courts, parties, places. */
const AUTHORITY = /(?:[부처청원회실국당시도군구단위]|법무|국방|외교|통일|환경|교육|노동)$/u
const ACTING = /^(?:권한|직무)?(?:대행|대리)$/u
const PAST = /^(?:전|전임)$/u
/** Minutes call members of a committee so. */
const MEMBERS = new Set(['위원', '간사', '국회위원'])
const MEMBER_BEHIND = /^(?<name>\p{sc=Hangul}{3})(?<office>위원|간사)$/u
/** 부총리, 부장관 */
const VICE = /^(?:경제|사회)?부$/u

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
  if (all.length < 2 || !all.every((word) => /^\p{sc=Hangul}+$/u.test(word))) return undefined
  const words = all.filter((word) => !ACTING.test(word) && !PAST.test(word))
  const read = words.map((word) => officeOf(word, signs))
  const behind = read.at(-1) !== undefined
  const at = behind ? 0 : words.length - 1
  const name = words[at] ?? ''
  const others = words.filter((_, index) => index !== at)
  const isName =
    NAME.test(name) &&
    read[at] === undefined &&
    (behind || (name.length > 1 && read.at(-2) !== undefined)) &&
    others.length > 0 &&
    others.every((word) => AUTHORITY.test(word) || officeOf(word, signs) !== undefined)
  if (!isName) return undefined
  const offices = read.flatMap((one) => (one ? [one.office] : []))
  const authority = others.filter((word) => officeOf(word, signs) === undefined).at(-1)
  const before = read.flatMap((one) => (one && one.before !== '' ? [one.before] : []))[0]
  const its = before === '부' ? authority : (before ?? authority)
  return { name, offices, former: words.length < all.length, ...(its === undefined ? {} : { authority: its }) }
}
