/**
 * Whether two names can mean one person. Mr., Mrs. and Gov. before one surname are different people until somebody says
 * otherwise, and so are two offices.
 */
import { simplifiedName } from '../../spoken/hanVariants'
import { isRank, isStaff, sameAuthority } from './koreanName'
import { isPortfolio } from './titles'
import { parseName } from './parseName'
import type { ParsedName } from './parsedName'
import { mayBeSpelledAs } from './plainLetters'

export type SamePerson = 'same' | 'different' | 'unknown'

export function compareNames(a: ParsedName, b: ParsedName): SamePerson {
  const found = compared(a, b, isPart(a, b))
  if (found === 'same' && (isWhose(a, b) || isWhose(b, a))) return 'different'
  if (found === 'same' && isOfOther(a, b)) return 'unknown'
  if (found !== 'different' || a.joined || b.joined) return found
  return compared(a, b, mayBeSpelledAs) === 'different' ? 'different' : 'unknown'
}

/** “Roe aide Jane Lee” is not Roe. “Pentagon spokesman Pat Ryder” may be the Pentagon spokesman. */
const isWhose = (other: ParsedName, { role }: ParsedName): boolean =>
  role !== undefined &&
  other.parts.length > 0 &&
  other.parts.every((part) => role.parts.includes(part)) &&
  compareNames(role, other) !== 'same'

/** 김민수 측 is not 김민수. A spokesman for the ministry is the ministry spokesman. */
function isOfOther(a: ParsedName, b: ParsedName): boolean {
  if (a.theirs === b.theirs) return false
  const hasRole = ({ words }: ParsedName, { theirs = '' }: ParsedName): boolean => words.includes(theirs)
  return !hasRole(a, b) && !hasRole(b, a) && !a.offices.some((office) => b.offices.includes(office))
}

/** Whether a part of the one name is that of the other. */
type Spelling = (part: string, other: string) => boolean

const isPart =
  (a: ParsedName, b: ParsedName): Spelling =>
  (part, other) =>
    part === other || [a, b].some(({ plain }) => plain?.get(part) === other || plain?.get(other) === part)

function compared(a: ParsedName, b: ParsedName, isOne: Spelling): SamePerson {
  const inCortes = inOffice(a, b) ?? inOffice(b, a)
  if (inCortes !== undefined) return inCortes
  if (a.parts.length === 0 || b.parts.length === 0) return byOffice(a, b)
  if (a.joined !== b.joined) return 'unknown'
  if (isOnlyHead(a, b) || isOnlyHead(b, a)) return 'unknown'
  const short = byInitials(a, b) ?? byInitials(b, a)
  if (short !== undefined) return short
  const full = a.joined ? fullJoined(inOneStyle(a.parts), inOneStyle(b.parts), isOne) : fullNames(a, b, isOne)
  if (full === undefined) return bySurnames(a, b) ?? bySurnames(b, a) ?? 'different'
  if (a.generation !== undefined && b.generation !== undefined && a.generation !== b.generation) return 'different'
  if (a.place !== undefined && b.place !== undefined && a.place !== b.place) return 'different'
  // “The former foreign secretary” names nobody.
  if (a.former !== b.former && [a, b].every(({ parts: [first = ''] }) => isPortfolio(first))) return 'unknown'
  const titles = byTitles(a, b, full)
  if (titles !== 'same') return titles
  if (a.seat !== undefined && b.seat !== undefined && a.seat !== b.seat) return 'unknown'
  return !full && oneHasAuthority(a, b) ? 'unknown' : 'same'
}

export const sameSpeaker = (a: string, b: string): boolean =>
  a === b || compareNames(parseName(a), parseName(b)) === 'same'

/** “JW” may be short for Joseph Wilson, for Jane Woods, and for Wilson. It may also be a surname. */
function byInitials(
  { initials, parts: [own] }: ParsedName,
  { parts, initials: other }: ParsedName,
): SamePerson | undefined {
  if (initials === undefined || own === undefined || other !== undefined || parts.includes(own)) return undefined
  const firsts = parts.map((part) => part.charAt(0)).join('')
  if (parts.length === 1) return initials.includes(firsts) ? 'unknown' : undefined
  const mayBeShort =
    firsts === initials || (initials.length === 2 && firsts.at(0) === initials[0] && firsts.at(-1) === initials[1])
  return mayBeShort ? 'unknown' : undefined
}

/** “El señor ABASCAL CONDE” may be Santiago Abascal, and surely is “el presidente Abascal” if he is a president. */
function bySurnames(label: ParsedName, { parts, surnames, ...more }: ParsedName): SamePerson | undefined {
  const [first = '', second] = label.parts
  const at = parts.indexOf(first)
  if (label.surnames !== true || surnames === true || at < 1) return undefined
  if (parts[at + 1] !== undefined && parts[at + 1] !== second) return undefined
  const titles = byTitles(label, { parts, ...more }, false)
  if (titles !== 'same') return titles
  return label.offices.some((office) => more.offices.includes(office)) ? 'same' : 'unknown'
}

/**
 * “el ministro del Interior” is “El señor MINISTRO DEL INTERIOR (Grande-Marlaska Gómez)”. “La señora PRESIDENTA”
 * presides: she is “la presidenta del Congreso”, and no head of the government. Undefined: the names tell.
 */
function inOffice(title: ParsedName, { office, ...label }: ParsedName): SamePerson | undefined {
  const isShared = label.offices.some((one) => title.offices.includes(one))
  if (office === undefined || title.office !== undefined || title.former || !isShared) return undefined
  const isOf = title.parts.length > 0 && title.parts.every((part) => office.includes(part))
  const presides = label.parts.length === 0
  if (title.parts.length > 0 && !isOf && !presides) return undefined
  if (title.gender !== undefined && title.gender !== label.address) return 'different'
  if (isOf) return 'same'
  if (title.gender === undefined || title.ofHouse === 'gobierno') return undefined
  if (presides) return title.parts.length === 0 || title.ofHouse !== undefined ? 'same' : undefined
  return title.ofHouse !== undefined && office.includes('gobierno') ? 'different' : undefined
}

/** “The SPEAKER” may be Speaker Johnson. */
const isOnlyHead = ({ parts: [own = '', ...more], offices }: ParsedName, other: ParsedName): boolean =>
  more.length === 0 && offices.length === 0 && other.offices.some((office) => office === own && isHead(office))

/** One of them is only a title. */
function byOffice(a: ParsedName, b: ParsedName): SamePerson {
  if (a.parts.length === 0 && b.parts.length === 0 && a.offices.length === 0 && b.offices.length === 0)
    return a.address !== undefined && a.address === b.address ? 'unknown' : 'different'
  // King is an office, too: “Mr. King” is not Mrs. King.
  if (areApartByAddress(a, b)) return 'different'
  const [title, name] = a.parts.length === 0 ? [a, b] : [b, a]
  const named = bySurname(title, name, title === a)
  if (named !== undefined) return named
  // "Bishop" may be Kate Bishop.
  if (title.words.length > 0 && title.words.every((word) => name.parts.includes(word))) return 'same'
  if (a.former !== b.former) return 'unknown'
  // 미국 대통령 may be 트럼프 대통령, and is not surely 이재명 대통령.
  if (title.authority !== undefined && title.authority !== name.authority) return 'unknown'
  // “El señor PRESIDENTE” is who presides, and “el presidente del Gobierno” sits in the house.
  const presides = [a, b].some(({ parts, surnames }) => parts.length === 0 && surnames === true)
  if (a.offices.some((office) => b.offices.includes(office))) return presides ? 'unknown' : 'same'
  if (areChiefs(a, b)) return 'unknown'
  const hasOther = (one: ParsedName): boolean => one.offices.some((office) => !LEADING.has(office))
  return hasOther(a) && hasOther(b) ? 'different' : 'unknown'
}

/**
 * “Le Maire” is a surname or the mayor. Where a name is asked for and the label says Bruno Le Maire, it is he. A label
 * “Le Maire” does not say who it is.
 */
function bySurname({ surname }: ParsedName, { parts, words }: ParsedName, isWanted: boolean): SamePerson | undefined {
  const [last = ''] = surname?.split(' ').slice(-1) ?? []
  if (surname === undefined || !parts.includes(last)) return undefined
  return isWanted && ` ${words.join(' ')}`.endsWith(` ${surname}`) ? 'same' : 'unknown'
}

/** 陳麗華 is 陈丽华. */
const inOneStyle = (parts: readonly string[]): readonly string[] => parts.map(simplifiedName)

/** Whether all of both names is the same; undefined if they are different names. */
function fullJoined(a: readonly string[], b: readonly string[], isOne: Spelling): boolean | undefined {
  if (a.length > 1 || b.length > 1) return a.join('') === b.join('') ? true : fullWords(a, b, isOne)
  const [left = '', right = ''] = [a[0], b[0]]
  // 김 is not all of a name.
  if (left === right) return left.length > 1
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return long.startsWith(short) && long.length - short.length <= mostGiven(long) && isSurname(short, long)
    ? false
    : undefined
}

/** 박범계위원 is no name. */
const mostGiven = (name: string): number => (/^\p{sc=Hangul}/u.test(name) ? 3 : 4)

/** The family name of one sign, seldom two. Japanese ones have up to three. */
function isSurname(short: string, long: string): boolean {
  if (/^\p{sc=Hangul}/u.test(long))
    return short.length === 1 || (short.length === 2 && (long.length > 3 || TWO_SIGNS.has(short)))
  if (/[\p{sc=Katakana}\p{sc=Hiragana}]/u.test(short)) return true
  return short.length < long.length && short.length <= 3
}

const TWO_SIGNS = new Set(['남궁', '황보', '제갈', '사공', '선우', '서문', '독고', '동방'])

/** As of the parts. “Ben Carson” has one part, and is not Candy Carson. */
function fullNames(a: ParsedName, b: ParsedName, isOne: Spelling): boolean | undefined {
  if (givenApart(a, b) || givenApart(b, a)) return undefined
  const full = fullWords(a.parts, b.parts, isOne)
  return full === false && a.lead !== undefined && a.lead === b.lead ? true : full
}

/** The word before the parts of `a` is no word of `b`, which has another given name. */
const givenApart = ({ lead, parts }: ParsedName, b: ParsedName): boolean => {
  const [first = ''] = b.parts
  return (
    lead !== undefined &&
    ((b.lead !== undefined && b.lead !== lead) ||
      (b.parts.length > 1 && !parts.includes(first) && !(first.length === 1 && lead.startsWith(first)))) &&
    !b.words.includes(lead)
  )
}

/** The longer name has all parts of the shorter one; an initial stands for a part. */
function fullWords(a: readonly string[], b: readonly string[], isOne: Spelling): boolean | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const has = short.every((part) =>
    long.some(
      (other) =>
        isOne(part, other) ||
        (isInitial(part) && other.startsWith(part) && short.length > 1) ||
        (isInitial(other) && part.startsWith(other) && long.length > 1 && short.length > 1),
    ),
  )
  return has ? short.length > 1 : undefined
}

/** “Speaker 1” is not Speaker 10. */
const isInitial = (part: string): boolean => /^\p{L}$/u.test(part)

/** Who runs for an office or leads a house may have another office, too. */
const LEADING = new Set(['candidate', 'nominee', 'speaker', 'leader', 'whip'])
const RUNNING = new Set(['candidate', 'nominee'])

/** What people of one whole name have beside an office: an academic title, a rank. */
const isBeside = (office: string): boolean =>
  office === 'professor' || office === 'doctor' || LEADING.has(office) || isRank(office)

/** “Chief Allen” may be the police chief. */
const areChiefs = (a: ParsedName, b: ParsedName): boolean =>
  [a, b].some(({ offices }) => offices.includes('police')) &&
  [a, b].every(({ words }) => words.includes('chief') && !words.includes('executive'))

/** Official minutes call the members Mr. and Mrs. */
const MEMBER = new Set(['representative', 'senator', 'councillor'])

const isMember = ({ offices }: ParsedName): boolean => offices.some((office) => MEMBER.has(office))

/** 김 경찰청장 may be 서울경찰청장 김봉식, or the head of all police. */
const oneHasAuthority = (a: ParsedName, b: ParsedName): boolean =>
  (a.authority === undefined) !== (b.authority === undefined) &&
  [a, b].every(({ offices }) => offices.some((office) => isRank(office) || office === 'police'))

/** “Senate Minority Leader Johnson” leads neither the majority nor the House. */
const areApart = (a: ParsedName, b: ParsedName): boolean =>
  APART.some(([one, other]) => leads(a, one) && leads(b, other)) ||
  APART.some(([one, other]) => leads(a, other) && leads(b, one))
const leads = ({ house = [] }: ParsedName, those: readonly string[]): boolean =>
  those.some((one) => house.includes(one))
const APART = [
  [['majority'], ['minority', 'opposition']],
  [['house'], ['senate']],
] as const

const areApartByAddress = ({ address: left }: ParsedName, { address: right }: ParsedName): boolean =>
  (left === 'woman' && right === 'man') || (left === 'man' && right === 'woman')

function byTitles(a: ParsedName, b: ParsedName, full: boolean): SamePerson {
  if (!full && areApart(a, b)) return 'different'
  if (areApartByAddress(a, b)) return 'different'
  const [left, right] = [a.address, b.address]
  // Official minutes add an office at first.
  const isUntitled = a.offices.length === 0 || b.offices.length === 0
  if (isUntitled && left !== undefined && left === right && a.official === true && b.official === true) return 'same'
  // 박 국방장관 is not 박성재 법무부장관, and 전문위원 이영수 is no member of the house.
  if (!full && !sameAuthority(a.authority, b.authority)) return 'different'
  if ((a.offices.some(isStaff) && isMember(b)) || (b.offices.some(isStaff) && isMember(a))) return 'different'
  const offices = (name: ParsedName): readonly string[] =>
    full ? name.offices.filter((office) => !isBeside(office)) : name.offices
  const [these, those] = [offices(a), offices(b)]
  if (these.length > 0 && those.length > 0) {
    if (these.some((office) => those.includes(office))) return 'same'
    if (areChiefs(a, b)) return 'same'
    if (!isLeading(these) && !isLeading(those)) return 'different'
    if (isLeading(these) && isLeading(those))
      return [...these, ...those].every((office) => RUNNING.has(office)) ? 'unknown' : 'different'
    // “Majority Leader Thune” and “Sen. Thune”. “Sen. Ann Thune” may be another one.
    const [head, member] = isLeading(these) ? [a, b] : [b, a]
    return isElected([...these, ...those]) && member.parts.length <= head.parts.length ? 'same' : 'unknown'
  }
  // "Mr. Baker" is not Governor Baker; "Mr. Alan Baker" may be.
  if (full || (these.length === 0 && those.length === 0)) return 'same'
  const [untitled, titled] = these.length === 0 ? [a, those] : [b, these]
  const isMeant =
    (untitled.official === true && titled.every((office) => MEMBER.has(office) || isHead(office))) ||
    (untitled.address === 'woman' && titled.every((office) => office === 'firstLady'))
  // “Trump” may be her husband.
  if (!untitled.address && titled.includes('firstLady')) return 'unknown'
  if (!untitled.address || isMeant) return 'same'
  return isLeading(titled) ? 'unknown' : 'different'
}

const isLeading = (offices: readonly string[]): boolean => offices.every((office) => LEADING.has(office))
/** Who leads a house is a member of it. */
const isHead = (office: string): boolean => LEADING.has(office) && !RUNNING.has(office)
const isElected = (offices: readonly string[]): boolean =>
  offices.every((office) => MEMBER.has(office) || isHead(office))
