/** Reads a name as the copy or a label writes it: its parts, offices and form of address. */
import { plainText } from '../spokenWords'
import { phrasesOf } from '../words/quoteWords'
import { ADDRESS, FORMER, OFFICES } from '../../../story/language/titles'
import { defined } from '../../../story/text/defined'
import { lazy } from '../../../story/text/lazy'
import { withoutBrackets } from './brackets'
import { koreanName, OF_COUNTRY } from './koreanName'
import { inPlainLetters } from './plainLetters'
import { roleIn, theirsIn, type Theirs } from './theirs'

export interface ParsedName {
  /** Folded, without titles and joining words between them. Korean, Japanese, Chinese: one part. Empty: a title. */
  readonly parts: readonly string[]
  /** A joining word or “Don” before the parts, with a capital: a given name (Ben, Al, Van), or part of the surname. */
  readonly lead?: string
  readonly offices: readonly string[]
  readonly address?: 'woman' | 'man' | 'anyone'
  /** The house and the side that somebody leads: senate, minority. */
  readonly house?: readonly string[]
  readonly former: boolean
  /** “Mr. BAKER of Ohio”, as official minutes name a member of the house. */
  readonly official?: true
  /** Where official minutes say that somebody is from. */
  readonly place?: string
  /** What official minutes have in brackets behind it: the seat of a member, or the party. */
  readonly seat?: string
  /** Only surnames, the father’s first: “El señor ABASCAL CONDE”. */
  readonly surnames?: true
  /** The words of the office in a label of the Cortes: presidente del gobierno. */
  readonly office?: readonly string[]
  /** As “el” or “la” says before a Spanish office. */
  readonly gender?: 'woman' | 'man'
  /** The house that a Spanish office is of: gobierno, congreso. */
  readonly ofHouse?: string
  /** What a Korean office is of: 법무부, 미국. */
  readonly authority?: string
  /** “Le Maire” is a surname, too; “le maire” is the mayor. */
  readonly surname?: string
  /** “JW”: it may be short for a name. */
  readonly initials?: string
  /** Jr., Sr., II: father and son. */
  readonly generation?: string
  /** Korean, Japanese or Chinese: surname first, without spaces. */
  readonly joined: boolean
  /** Words with a marked letter, folded, as plain letters write them: muller is mueller. */
  readonly plain?: ReadonlyMap<string, string>
  /** What somebody of the person named is: “David Lammy’s lawyer”, 김민수 측. The offices are their own. */
  readonly theirs?: string
  /** “Roe aide” of “Roe aide Jane Lee”, whose parts have Roe’s, too. */
  readonly role?: ParsedName
  /** All words, titles included. "Bishop" is a title or a name. */
  readonly words: readonly string[]
}

/** Case, accents, ё and Turkish dots do not count in names: YILMAZ is Yılmaz. */
export const foldedName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, (marks) => (/[\u0900-\u0DFF\u0E00-\u0EFF\u3099\u309A]/u.test(marks) ? marks : ''))
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/đ/gu, 'd')
    .replace(/ß/gu, 'ss')
    .normalize('NFC')

const JOINING = new Set(
  (
    'van von der den de del della di da dos das du la le el al bin bint ibn ben abu zu ter ten ' +
    'y e of the and af av il los las les gli het'
  ).split(' '),
)
export const isJoining = (word: string): boolean => JOINING.has(word)

/** Joining words and forms of address that are given names too. */
const GIVEN_TOO = new Set('van von del di du le al bin ben abu don dom'.split(' '))

export type Title = { readonly office: string } | { readonly address: 'woman' | 'man' | 'anyone' }

interface Titles {
  /** Phrases of words by their first word, the longest first. */
  readonly words: ReadonlyMap<string, readonly (readonly [readonly string[], Title])[]>
  /** Korean, Japanese and Chinese, the longest first. */
  readonly signs: readonly (readonly [string, Title])[]
  readonly former: ReadonlySet<string>
}

export const wordsOf = (text: string): readonly string[] => foldedName(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

const CJK = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
export const isJoinedScript = (text: string): boolean => CJK.test(text)

export const titles = lazy((): Titles => {
  const words = new Map<string, (readonly [readonly string[], Title])[]>()
  const signs: (readonly [string, Title])[] = []
  const add = (list: string, title: Title): void => {
    for (const phrase of phrasesOf(list)) {
      if (CJK.test(phrase)) signs.push([phrase, title])
      else {
        const parts = wordsOf(phrase)
        const [first] = parts
        if (first !== undefined) words.set(first, [...(words.get(first) ?? []), [parts, title]])
      }
    }
  }
  for (const [office, list] of Object.entries(OFFICES)) add(list, { office })
  for (const [address, list] of Object.entries(ADDRESS)) add(list, { address: address as keyof typeof ADDRESS })
  for (const list of words.values()) list.sort((a, b) => b[0].length - a[0].length)
  signs.sort((a, b) => b[0].length - a[0].length)
  return { words, signs, former: new Set(phrasesOf(FORMER).map(foldedName)) }
})

export const isFormer = (word: string): boolean => titles().former.has(foldedName(word.trim()))

/** The title that the words begin with at `at`, and its length. */
export function titleAt(words: readonly string[], at: number): readonly [number, Title] | undefined {
  const word = words[at] ?? ''
  const found = titles()
    .words.get(word)
    ?.find(([phrase]) => phrase.every((one, index) => words[at + index] === one))
  if (found && found[0].length > 1) return [found[0].length, found[1]]
  return viceTitle(words, at) ?? (found ? [1, found[1]] : compoundTitle(word))
}

/** “Deputy Prime Minister”, “Assistant Secretary”: they do not hold the office. */
function viceTitle(words: readonly string[], at: number): readonly [number, Title] | undefined {
  const offices = VICE.get(words[at] ?? '')
  const [length, title] = (offices && titleAt(words, at + 1)) ?? [0, undefined]
  if (!title || !('office' in title) || !offices?.has(title.office)) return undefined
  // “Deputy Director General”
  const isGeneral = title.office === 'chief' && words[at + 1 + length] === 'general'
  return [length + (isGeneral ? 2 : 1), { office: `vice ${title.office}` }]
}
/** Ranks of soldiers and of schools are no such offices: who writes “Gen. Lee” may mean a Lieutenant General. */
const OF_VICE = new Set(
  'primeMinister minister secretary governor mayor chair chief prosecutor spokesperson chancellor police'.split(' '),
)
const VICE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'deputy dep vice vize stellvertretende stellvertretender stellvertretenden'
    .split(' ')
    .map((word) => [word, OF_VICE] as const),
  ['deputy', new Set([...OF_VICE, 'president'])],
  ['shadow', OF_VICE],
  ['assistant', new Set(['secretary', 'minister', 'governor', 'prosecutor'])],
  ['lieutenant', new Set(['governor'])],
  ['lt', new Set(['governor'])],
  ['sous', new Set(['secretary'])],
])

/** “Deputy Treasury Secretary” is a deputy secretary, not a deputy and a secretary. `under`: offices it may be of. */
function addOffice(offices: string[], office: string, under: ReadonlySet<string> | undefined): void {
  if (under?.has(office) && offices.at(-1) === 'representative') offices.pop()
  offices.push(under?.has(office) ? `vice ${office}` : office)
}

/** “Shadow Foreign Secretary”, “Deputy Foreign Minister”: their words are no name, but tell them apart. */
const isViceOf = (words: readonly string[], at: number): boolean =>
  /^(?:shadow|deputy|vice|assistant|under)$/u.test(words[at] ?? '') &&
  PORTFOLIOS.has(words[at + 1] ?? '') &&
  at + 2 < words.length
const PORTFOLIOS = new Set(
  (
    'foreign home defence defense finance interior health education justice transport treasury trade environment ' +
    'energy labour labor agriculture culture business housing press first'
  ).split(' '),
)
export const isPortfolio = (word: string): boolean => PORTFOLIOS.has(word)

/** Bundestagspräsidentin, wethouder: a title with what it rules before it. */
function compoundTitle(word: string): readonly [number, Title] | undefined {
  if (!/^[a-z]{9,40}$/u.test(word)) return undefined
  for (let at = 3; at <= word.length - 4; at++) {
    const ending = word.slice(at)
    const title = titles()
      .words.get(ending)
      ?.find(([phrase]) => phrase.length === 1)?.[1]
    if (title && 'office' in title && COMPOUNDS.test(ending))
      return [1, word.startsWith('vize') ? { office: `vice ${title.office}` } : title]
  }
  return undefined
}
const COMPOUNDS =
  /^(?:minister|ministerin|ministern|prasident|prasidentin|chef|chefin|sprecher|sprecherin|meister|meisterin|direktor|direktorin|leiter|leiterin|richter|richterin|anwalt|anwaltin|burgemeester|woordvoerder|voorzitter|trainer|trainerin|lehrer|lehrerin|professor|professorin)$/u

const known = new Map<string, ParsedName>()

export function parseName(text: string): ParsedName {
  const before = known.get(text)
  if (before) return before
  if (known.size > 2000) known.clear()
  const plain = plainText(text.slice(0, 300))
  const [bare = '', ...rest] = withoutBrackets(plain).split(/[,、，]/u)
  const theirs = theirsIn(bare.trim())
  const role = theirs ? undefined : roleIn(bare.trim())
  const name =
    nameInDiet(plain) ?? nameInCortes(plain) ?? (theirs ? nameOfTheirs(theirs) : nameOf(bare, rest[0] ?? '', plain))
  // "Maria Ortiz, mayor", "김민(장관)"
  const more = name.offices.length > 0 ? [] : officesIn([...rest, ...(plain.match(BRACKETED) ?? [])].join(' '))
  const parsed = {
    ...name,
    ...(more.length > 0 ? { offices: more } : {}),
    ...(role ? { role: nameOfTheirs(role) } : {}),
  }
  known.set(text, parsed)
  return parsed
}

/** Minutes of the Diet name a member behind the office: 内閣総理大臣（石破茂君）. */
function nameInDiet(text: string): ParsedName | undefined {
  const { office = '', name } = IN_DIET.exec(text)?.groups ?? {}
  if (name === undefined) return undefined
  const { offices } = parseJoined(office)
  return { ...parseJoined(name), offices }
}
const IN_DIET = /^(?<office>[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー]{2,30})[(（](?<name>[^()（）]{2,20})君[)）]$/u

function nameOfTheirs({ whose, role }: Theirs): ParsedName {
  // 의원실 is no 의원.
  const own = role.endsWith('실') ? [] : officesIn(role)
  const last = foldedName(role).split(/\s/u).at(-1) ?? ''
  return { ...nameOf(whose, '', whose), offices: own.length > 0 ? own : [`rank ${last}`], theirs: last }
}

function nameOf(bare: string, next: string, whole: string): ParsedName {
  if (isJoinedScript(bare)) return parseJoined(bare)
  if (!SPANISH_OFFICE.test(bare)) return parseWords(bare, whole)
  const ofHouse = OF_HOUSE.exec(bare)?.groups?.['house']
  const more = {
    gender: /^la/u.test(bare) ? 'woman' : 'man',
    ...(ofHouse === undefined ? {} : { ofHouse: foldedName(ofHouse) }),
  } as const
  if (!TWO_NAMES.test(next)) return { ...parseWords(bare.replace(OF_HOUSE, ''), whole), ...more }
  // “el presidente del Gobierno, Pedro Sánchez”, “el líder de Vox, Santiago Abascal”
  const title = titleAt(wordsOf(bare), 1)?.[1]
  return { ...parsePlain(next), offices: title && 'office' in title ? [title.office] : [], ...more }
}
const SPANISH_OFFICE = /^(?:el|la)\s\p{Ll}/u
const OF_HOUSE = /\sde(?:l|\sla)\s(?<house>Gobierno|Congreso|Senado|Cámara)(?!\p{L})(?:\sde\slos\sDiputados)?/u
const TWO_NAMES = /^\s*\p{Lu}\p{L}+(?:\s\p{L}+){0,3}\s\p{Lu}\p{L}+/u

/** The Spanish Cortes write surnames: “El señor ABASCAL CONDE”, “El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez)”. */
function nameInCortes(text: string): ParsedName | undefined {
  const { office = '', name } = IN_CORTES.exec(text)?.groups ?? {}
  const offices = officesIn(office)
  if (name !== undefined && offices.length > 0)
    return {
      ...parsePlain(`${/^El/u.test(text) ? 'señor' : 'señora'} ${name}`),
      ...{ offices, surnames: true, office: wordsOf(office) },
    }
  if (!CORTES.test(text)) return undefined
  const read = parsePlain(withoutBrackets(text))
  return { ...read, surnames: true, ...(read.offices.length > 0 ? { office: read.words } : {}) }
}
const CORTES = /^(?:El señor|La señora)\s(?=\p{Lu}{2})/u
const IN_CORTES = /^(?:El señor|La señora)\s(?<office>\p{Lu}{2}[^()]{3,120}?)\s*\((?<name>\p{Lu}\p{Ll}[^()]{1,60})\)$/u

const BRACKETED = /[([（〔［][^()（）[\]〔〕［］]{0,60}/gu

function officesIn(text: string): readonly string[] {
  const words = wordsOf(text)
  const found: string[] = []
  let under: ReadonlySet<string> | undefined
  for (let at = 0; at < words.length; at++) {
    const [length, title] = titleAt(words, at) ?? []
    if (title && 'office' in title) addOffice(found, title.office, under)
    under = VICE.get(words[at] ?? '') ?? (title || words[at] === 'and' ? undefined : under)
    // “deputy prime minister” names no prime minister.
    if (title && 'office' in title && title.office.startsWith('vice ')) at += (length ?? 1) - 1
  }
  const sign = isJoinedScript(text)
    ? titles().signs.find(([one]) => one.length > 1 && text.includes(one))?.[1]
    : undefined
  return sign && 'office' in sign ? [...found, sign.office] : found
}

/** l’avocat, dell’avvocato */
const ELIDED = /(?<!\p{L})(?:l|d|(?:de|a|ne|da|su)ll)['’](?=\p{Ll}{2})/giu

const GENERATIONS = new Set('jr sr ii iii iv junior senior'.split(' '))

/** Minutes write the surname in capitals. */
const OFFICIAL = /^(?:Mr|Mrs|Ms|Miss|Mme|Mlle|M)\.?\s(?=.*\p{Lu}{2})/u
const PLACE = /\sof\s(?<place>(?:\p{Lu}\p{Ll}+\s?){1,3})$/u

/** “Mr ALDER (Grayndler—Prime Minister)”: a name, no office. */
const SEAT = /[(（](?<seat>\p{Lu}[^()（）—–]{1,40}?)\s*(?:[—–][^()（）]*)?[)）]/u

/** `whole`: with brackets. */
function parseWords(text: string, whole: string): ParsedName {
  if (!OFFICIAL.test(text)) return parsePlain(text)
  const place = PLACE.exec(text)?.groups?.['place']
  const name = parsePlain(text.replace(PLACE, ''))
  const seat = SEAT.exec(whole)?.groups?.['seat']
  const isSeat = seat !== undefined && officesIn(seat).length === 0
  const folded = (one: string | undefined): string | undefined => (one === undefined ? undefined : foldedName(one))
  return { ...name, official: true, ...defined({ place: folded(place), seat: isSeat ? folded(seat) : undefined }) }
}

function parsePlain(text: string): ParsedName {
  // "Brandt's" and Turkish "Yılmaz'ın" are the name with an ending; O'Neill is not.
  const written =
    text
      .replace(ELIDED, '')
      .replace(/(?<=\p{L}{3})['’](?:s|[\p{Ll}]{1,4})(?![\p{L}])/gu, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const words = written.map(foldedName)
  const marked = written.flatMap((word, at): [string, string][] => {
    const plain = inPlainLetters(word)
    return plain === undefined ? [] : [[words[at] ?? '', foldedName(plain)]]
  })
  const capitals = written.some((word) => /^\p{Lu}/u.test(word))
  const parts: string[] = []
  const offices: string[] = []
  let address: ParsedName['address']
  let former = false
  let onlyTitle = false
  let under: ReadonlySet<string> | undefined
  let generation: string | undefined
  let house: readonly string[] | undefined
  let lead: string | undefined
  /** “Al-Sisi” is a surname, and “Le ministre Roux” has no given name. */
  const mayBeGiven = (at: number): boolean =>
    parts.length === 0 &&
    GIVEN_TOO.has(words[at] ?? '') &&
    isCapitalised(written, at) &&
    isCapitalised(written, at + 1) &&
    titleAt(words, at + 1) === undefined &&
    !new RegExp(`${written[at] ?? ''}[-‐’']`, 'u').test(text)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const head = parts.length === 0 ? headAt(words, written, at) : undefined
    if (head) {
      offices.push(head.office)
      house = words.slice(at, at + head.length - 1)
      at += head.length - 1
      continue
    }
    if (parts.length === 0) under = VICE.get(word) ?? (word === 'and' ? undefined : under)
    if (parts.length === 0 && isViceOf(words, at)) {
      parts.push(`vice ${words[at + 1] ?? ''}`)
      at++
      continue
    }
    const title = titleAt(words, at)
    if (parts.length > 0 && GENERATIONS.has(word)) {
      generation = word.replace(/^(jun|sen)ior$/u, (long) => `${long.charAt(0)}r`)
      continue
    }
    // Larry King is no king; Council President Ortiz is a president. Some forms of address follow the name.
    const last = words.slice(at + (title?.[0] ?? 1)).every((other) => GENERATIONS.has(other))
    if (
      title &&
      (parts.length === 0 || BEHIND.has(word) || ('office' in title[1] && !last && isCapitalised(written, at)))
    ) {
      if (parts.length > 0 && !BEHIND.has(word)) parts.length = 0
      if ('office' in title[1]) addOffice(offices, title[1].office, under)
      else {
        address ??= title[1].address
        if (mayBeGiven(at)) lead = word
      }
      if (!VICE.has(word) || title[0] > 1) under = undefined
      onlyTitle = true
      at += title[0] - 1
      continue
    }
    // “President-elect”
    const isBefore = titles().former.has(word) || (offices.length > 0 && /^(?:elect|designate)$/u.test(word))
    if (isBefore && parts.length === 0) {
      former = true
      continue
    }
    // “Kim Jong Il”, “Anna E.”: nothing follows that it could join.
    const isLast = at === words.length - 1 && parts.length > 0 && isCapitalised(written, at)
    if (isJoining(word) && !isLast) {
      if (mayBeGiven(at)) lead = word
      continue
    }
    // "president of the council": no name.
    if (capitals && /^\p{Ll}/u.test(written[at] ?? '') && (onlyTitle || parts.length > 0)) continue
    parts.push(word)
  }
  const [first = ''] = text.match(INITIALS) ?? []
  const initials = parts.length === 1 && first !== '' ? first.toLowerCase() : undefined
  const surname = parts.length === 0 && LE_MAIRE.test(text) ? words.slice(-2).join(' ') : undefined
  const plain = marked.length > 0 ? new Map(marked) : undefined
  const more = defined({ address, generation, house, lead, initials, surname, plain })
  return { parts, offices, former, joined: false, words, ...more }
}

/** “House Speaker Johnson”, “Majority Leader Thune”. “Speaker 1” and “the speaker” name no head of a house. */
function headAt(words: readonly string[], written: readonly string[], at: number): Head | undefined {
  let end = at
  while (HOUSES.has(words[end] ?? '')) end++
  const office = words[end] ?? ''
  const isNamed = /^\p{Lu}\p{L}/u.test(written[end + 1] ?? '')
  return HEADS.has(office) && isNamed ? { office, length: end - at + 1 } : undefined
}
interface Head {
  readonly office: string
  readonly length: number
}
const HOUSES = new Set('house senate majority minority opposition'.split(' '))
const HEADS = new Set('speaker leader whip'.split(' '))

function parseJoined(text: string): ParsedName {
  const korean = koreanName(text.normalize('NFKC').trim(), titles().signs)
  if (korean) {
    const { name, ...more } = korean
    return { ...more, parts: [name], words: [name], joined: true }
  }
  const offices: string[] = []
  let address: ParsedName['address']
  let rest = text.normalize('NFKC').trim()
  let former = false
  const take = (title: Title): void => {
    if ('office' in title) offices.push(title.office)
    else address ??= title.address
  }
  for (;;) {
    const found = titles().signs.find(
      ([sign]) => rest.endsWith(sign) && (sign.length > 1 || (SINGLE.has(sign) && offices.length === 0)),
    )
    if (!found) break
    take(found[1])
    rest = rest.slice(0, -found[0].length).replace(/[\s·・]+$/u, '')
    if (rest === '') break
  }
  for (;;) {
    const found = titles().signs.find(
      ([sign]) =>
        sign.length > 1 &&
        rest.startsWith(sign) &&
        rest.length > sign.length &&
        !OFFICE_ROOM.test(rest.slice(sign.length)),
    )
    if (!found) break
    take(found[1])
    rest = rest.slice(found[0].length).trim()
  }
  const { country, past: itsPast = '' } = (offices.length > 0 && OF_COUNTRY.exec(rest)?.groups) || {}
  if (country !== undefined) rest = rest.replace(OF_COUNTRY, itsPast).trim()
  const past =
    /^(?:전임|전|前|元)\s+|^(?:前|元)(?=\p{sc=Han})/u.exec(rest) ?? /\s+(?:전|前)$|^(?:전|前|元)$/u.exec(rest)
  if (past) {
    former = true
    rest = rest.replace(past[0], '').trim()
  }
  // “대통령 권한대행” is no president.
  if (ACTING.test(rest)) {
    former = true
    rest = rest.replace(ACTING, '').trim()
  }
  // “부총리”. In “부 총리” it is a family name.
  const ofVice = offices.includes('governor') ? VICE_GOVERNOR : VICE_SIGN
  if (offices.length > 0 && ofVice.test(rest) && !/\s/u.test(text.trim())) {
    offices.splice(0, offices.length, ...offices.map((office) => `vice ${office}`))
    rest = ''
  }
  const parts = nameParts(rest.replace(MEMBER_OF_DIET, ''))
  return { parts, offices, former, joined: true, words: parts, ...defined({ address, authority: country }) }
}

/** 대통령실 is no president. */
const OFFICE_ROOM = /^실(?!\p{sc=Hangul})/u
const ACTING = /^(?:권한|직무)(?:대행|대리)\s*|\s*(?:권한|직무)(?:대행|대리)$/u
const VICE_SIGN = /^(?:경제|사회|(?:원내)?수석)?부$/u
/** 행정부대변인 speaks for the administration. */
const VICE_GOVERNOR = /^(?:경제|행정|정무|문화)?부$/u

/** 石破茂君 */
const MEMBER_OF_DIET = /(?<=\p{sc=Han}{3})君$/u

/** One part, but for foreign names: 도널드 트럼프, ドナルド・トランプ. */
function nameParts(name: string): readonly string[] {
  const parts = name.split(/[\s·・=.]+/u).filter((part) => part !== '')
  const whole = parts.join('')
  return parts.length < 2 || (whole.length <= 5 && !/[\p{sc=Katakana}]/u.test(whole))
    ? whole === ''
      ? []
      : [whole]
    : parts
}

const INITIALS = /^\p{Lu}{2,3}$/u
const LE_MAIRE = /^(?:(?:M|Mme)\.? )?L[ae] \p{Lu}\p{L}+$/u
const BEHIND = new Set(['bey', 'hanim', 'जी', 'ji'])
const isCapitalised = (written: readonly string[], at: number): boolean => /^\p{Lu}/u.test(written[at] ?? '')
/** Titles of one sign that stand behind one sign: 김 씨, 林氏. */
const SINGLE = new Set(['씨', '님', '氏', '様'])
