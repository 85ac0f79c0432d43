/**
 * A name as people enter it has more than the copy may say: “Dr. Joseph R. Wilson (the deputy)”, “김민수 과장”. Bare names
 * are what is left without titles, notes and lone initials: “Joseph R. Wilson”, “Joseph Wilson”, “김민수”.
 */
import { ADDRESS, BEHIND_NAMES, FORMER, OFFICES, RANKS } from '../../language/names/titles'
import { AKA } from '../../language/names/joiningWords'
import { apartPeople, joinedPeople, listedPeople } from './joinedPeople'
import {
  isFirstAndFamilyName,
  isFullName,
  isNameOfOneWord,
  isUnusual,
  koreanNameIn,
  PARTICLES,
  type NameBeside,
} from './mayBeName'
import { aliasesIn, aliasesOfOneWord, inOneLine, withoutAliases, withOtherPart } from './otherNames'
import { SURNAMES_IN_LATIN } from '../../language/names/koreanSurnames'
import { lazy } from '../../text/lazy'
import { sameName } from '../../text/words/personName'

/**
 * The longest first; none if the name has nothing to leave out. `mayBeOneWord`: whether one word may be left, as of
 * “Mr. Wilson”. A title alone is no name, and so is one letter or one syllable.
 */
export function bareNames(name: string, mayBeOneWord: boolean): readonly string[] {
  const key = `${mayBeOneWord} ${name}`
  const answer = known.get(key) ?? namesIn(name, mayBeOneWord)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, answer)
  return answer
}

/** Asked for every protected source whenever copy is looked at. */
const known = new Map<string, readonly string[]>()
const MOST_KEPT = 5000

function namesIn(name: string, mayBeOneWord: boolean): readonly string[] {
  const entered = inOneLine(name)
  const { named, shorter, plain, isPerson } = piecesOf(entered)
  const people = peopleIn(entered, named, mayBeOneWord)
  const aliases = aliasesIn(entered).filter((alias) => isFullName(alias, { isPerson, isOffice: isTitle }))
  const single = mayBeOneWord ? aliasesOfOneWord(entered).filter(isUnusual) : []
  // “Dr. José Ortega y Gasset” may be one person, too.
  if (people.length > 0 && !/\s[ye]\s/u.test(named)) return [...new Set([...people, ...aliases])]
  const isTitled = shorter.length > 0
  const hasNote = !sameName(named, entered)
  // “White House aide (Tom)”: what is left is what the person does.
  const other = hasNote ? inOtherScript(entered) : []
  if (hasNote && !mayStandForOne(plain, { isTitled, isPerson, isOffice: isTitle }))
    return [...other, ...aliases, ...single]
  const bare = [named, ...shorter]
  const all = [
    ...people,
    ...bare,
    ...bare.map(withoutInitials),
    ...(isTitled ? koreanNameIn(plain, isPerson) : []),
    ...withOtherPart(entered, plain),
    ...aliases,
    ...other,
  ]
  const sought = all.filter(
    (one, at) =>
      isName(one, mayBeOneWord) &&
      mayStandForOne(one, { isTitled, isPerson }) &&
      !isOfOffice(one, named) &&
      !sameName(one, entered) &&
      all.findIndex((other) => sameName(one, other)) === at,
  )
  return [...sought, ...single]
}

/** Each of two people or more: “Ana Ruiz and Marta Quill”. Empty if the first piece is no name. */
function peopleIn(entered: string, named: string, mayBeOneWord: boolean): readonly string[] {
  const allOf = (pieces: readonly string[]): readonly string[] => [
    ...new Set(pieces.flatMap((piece) => [piecesOf(piece).plain, ...namesIn(piece, mayBeOneWord)])),
  ]
  const listed = listedPeople(entered)
  if (listed.pieces.length > 1 && listed.pieces.every(isWholeName))
    // “Wilson, Joseph and Ann Poe” may be two people as well as three.
    return allOf([...listed.pieces, ...(listed.isShared ? joinedPeople(entered).pieces.filter(isFamilyFirst) : [])])
  // “Ana Ruiz, Luis Poe”. An employer begins with no first name.
  const [one = '', ...others] = apartPeople(entered)
  const more = others.filter((piece) => isFirstAndFamilyName(piecesOf(piece).plain))
  if (more.length > 0 && isWholeName(one)) return allOf([one, ...more])
  // A comma parts two Korean names; in other languages a note may stand behind it, or behind “of”.
  const written = inOneLine(withoutAliases(entered.replace(ALL_NOTES, ' ')))
  const isBare = withoutNotes(written) === written
  const { pieces, isShared } = joinedPeople(JOINED.test(entered) || isBare ? entered : named)
  const [first = '', second = ''] = pieces
  if (pieces.length < 2) return []
  // “Mr. and Mrs. Wilson”
  if (isTitle(first) && pieces.length === 2) return namesIn(second, true)
  // “Science and Technology Desk”: what is no family name of one is none of the other.
  const whole = pieces.filter(isWholeName)
  if (isWholeName(first) && (!isShared || whole.length === pieces.length)) return allOf(whole)
  // “Mrs Wilson and Mr Poe”. Not “Leiter Villeroy und Boch”.
  const isEachTitled = pieces.every((piece) => piecesOf(piece).shorter.length > 0)
  return isEachTitled ? [...new Set(pieces.flatMap((piece) => namesIn(piece, mayBeOneWord)))] : []
}

const isFamilyFirst = (piece: string): boolean => /^\p{Lu}[\p{L}-]+,\s\p{Lu}[\p{L}-]+$/u.test(piece)

function isWholeName(piece: string): boolean {
  const { plain, isPerson } = piecesOf(piece)
  const isWhole = lettersOf(plain).length > 1 || JOINED.test(plain)
  return isWhole && isFullName(plain, { isPerson, isOffice: isTitle })
}

interface Pieces {
  readonly named: string
  readonly shorter: readonly string[]
  readonly plain: string
  readonly isPerson: boolean
}

function piecesOf(entered: string): Pieces {
  const named = withoutNotes(entered)
  const { left: shorter, isPerson } = withoutTitles(named)
  return { named, shorter, plain: shorter.at(-1) ?? named, isPerson }
}

/** The name without titles and notes, whether or not it is sought. */
export const plainName = (name: string): string => piecesOf(inOneLine(name)).plain

/** Whether the words can only be a person. One word can only behind a title. */
const mayStandForOne = (words: string, title: Title): boolean =>
  lettersOf(words).length > 1 || JOINED.test(words)
    ? isFullName(words, title)
    : title.isTitled &&
      isNameOfOneWord(lettersOf(words)[0] ?? '', { ...title, hasParticle: PARTICLES.has(words.split(' ')[0] ?? '') }) &&
      !isTitle(words)

/** “Ministro de Hacienda”: behind an office a particle with one word says of what. Not so behind “Sr.”. */
function isOfOffice(words: string, named: string): boolean {
  if (!OF.has(words.split(' ')[0] ?? '') || lettersOf(words).length > 1 || !named.endsWith(words)) return false
  const before = named.slice(0, -words.length).trim().split(' ').at(-1) ?? ''
  return before !== 'M.' && !tables().persons.has(folded(before))
}

/** Particles that say of what an office is. */
const OF = new Set('de da do dos das del della dei degli dalla di du des la le lo el los las van of the'.split(' '))

interface Title extends NameBeside {
  readonly isTitled: boolean
}

const lettersOf = (text: string): readonly string[] =>
  telling(text).filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) > 1 && !PARTICLES.has(word))
const telling = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []

const list = (words: string): readonly string[] =>
  words
    .split(/[,\n]/u)
    .map(folded)
    .filter((word) => word !== '')

/**
 * “Sig.ra” and “sigra”, “Vice-President” and “vice president” are one title.
 * Accents count: “bà” is a title, “Ba” is not.
 */
const folded = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.'"’״׳]/gu, '')
    .replace(/[\s-]+/gu, ' ')
    .trim()

/** Titles that are given names or family names too: they stand for a title only with a point. */
const NAMES_TOO = new Set(
  list(
    'don, dom, dona, dean, ji, rey, rei, reina, regina, roi, re, rani, raja, sen, gen, col, mag, sig, pan, ' +
      'pani, pak, anh, tuan, ibu, bu, ong, bay, bey, hakim, vali, guru, kung, kral, vua, король, голова, saksi, ' +
      'host, vice, private, heer, question, q, m, mw, vd, أمير, سيد, ملك, نائب, عميد, מלך, שר, עד, राजा, रानी, कुमारी',
  ),
)
/** One letter is an initial. */
const INITIAL = /^\p{L}\.?$/u

const tables = lazy(() => {
  const all = [...Object.values(OFFICES), ...Object.values(ADDRESS), RANKS].flatMap(list)
  const degrees = [OFFICES['doctor'] ?? '', OFFICES['professor'] ?? ''].flatMap(list).filter((one) => !JOINED.test(one))
  const joined = all.filter((title) => JOINED.test(title)).toSorted((a, b) => b.length - a.length)
  return {
    titles: new Set(all),
    /** Before a name that bears it, they are no more than a form of address. */
    address: new Set([...Object.values(ADDRESS), OFFICES['doctor'] ?? '', OFFICES['professor'] ?? ''].flatMap(list)),
    /** What stands with them is a person’s name. An office may stand with an employer: 北京大学教授. */
    persons: new Set([...Object.values(ADDRESS), TEACHERS, ...degrees].flatMap(list)),
    behind: new Set(list(BEHIND_NAMES)),
    before: new Set(list(`${FORMER}, ${BEFORE_TITLES}`)),
    joined,
    thai: all.filter((title) => /^\p{sc=Thai}/u.test(title)).toSorted((a, b) => b.length - a.length),
  }
})

/** As 先生 does, they stand with any name. */
const TEACHERS = '선생, 선생님'
const BEFORE_TITLES = 'the, le, la, el, il, der, die, associate, assistant, senior, junior, deputy, vice, chief'
const JOINED = /^[\p{sc=Hangul}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u
const MOST_WORDS = 4

/** Without age, brackets, nicknames in quotation marks and what follows “/”, a dash or a comma. */
function withoutNotes(name: string): string {
  const plain = name
    .replace(AGE, '')
    .replace(/[([（［〔【「『][^)\]）］〕】」』]*(?:[)\]）］〕】」』]|$)/gu, ' ')
    .replace(/(?<=\s)(?:"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|‘[^’]*’|'[^']*')(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const [first = '', ...notes] = plain.split(BEFORE_NOTES)
  const beforeSlash = notes.length > 0 ? first.trim() : plain
  const [close = '', behind] = beforeSlash.split(/[/／]/u)
  return beforeComma(behind !== undefined && isName(close, false) ? close : beforeSlash)
}

const BEFORE_NOTES = new RegExp(
  '\\s[/／·]\\s?|\\s[-–—]\\s|:\\s|[;|｜]|(?<=\\s\\S+)\\s(?:of|at|from|with)\\s(?=\\p{Lu})|' +
    '(?<=\\s\\S+)\\sformerly\\s(?=\\p{Lu})|' +
    `(?<=\\s\\S+),?\\s(?:${AKA}|née?|nee|geb\\.|geborene|verh\\.|gesch\\.|z domu)(?:\\s|$)`,
  'u',
)

/** “Ana Ruiz 43”, “Ana Ruiz, aged 43”, “Ana Ruiz b. 1980”, “43-year-old Ana Ruiz”, “김민지 43세”. */
const AGE =
  /(?<=\p{L}),?\s(?:aged?\s|born\s|b\.\s?|geb\.\s?|\*\s?)?\p{Nd}{1,4}\s?(?:세|살|歳|岁)?$|^\p{Nd}{1,3}(?:-year-old|-jährige[rs]?|세)\s/iu

const NOTE = /[([（［]([^)\]）］]+)[)\]）］]/u
const ALL_NOTES = new RegExp(NOTE, 'gu')
const HANGUL = /\p{sc=Hangul}/u

/** “Kim Min-ji (김민지)”, “김민지(金敏智)”, “김민지 (Kim Min-ji)”. Other Latin words in brackets may be an employer. */
function inOtherScript(entered: string): readonly string[] {
  const note = NOTE.exec(entered)?.[1]?.trim() ?? ''
  const outside = entered.replace(NOTE, ' ')
  const isOther = JOINED.test(note)
    ? HANGUL.test(note)
      ? !HANGUL.test(outside)
      : !/\p{sc=Han}/u.test(outside)
    : JOINED.test(outside) && SURNAME_IN_LATIN().test(note)
  return isOther && isFullName(note, { isPerson: false }) ? [note] : []
}
const SURNAME_IN_LATIN = lazy(() => {
  const surname = `(?:${SURNAMES_IN_LATIN.replaceAll(' ', '|')})`
  return new RegExp(`^${surname},?\\s\\p{L}|^\\p{L}[\\p{L}\\s-]*\\s${surname}$`, 'iu')
})

/** “Joseph Wilson, accountant”. Not “Wilson, Joseph”, nor “Quill, Marta Ann”. */
function beforeComma(name: string): string {
  const [first = '', second = '', ...more] = name
    .split(/[,，、،]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (second === '' || isName(first, false) || /^\p{Ll}/u.test(second) || isTitle(second)) return first
  // “Wilson, Dr. Joseph, accountant”
  const given = withoutTitles(second).left.at(-1) ?? second
  return more.length > 0 || given !== second ? `${first}, ${given}` : name
}

/** “Minister”, “jr.” */
const isTitle = (words: string): boolean => tables().titles.has(folded(words)) || tables().behind.has(folded(words))

/** What is left after each title, before and behind, and whether they say that it is a person’s name. */
function withoutTitles(name: string): { left: readonly string[]; isPerson: boolean } {
  const left: string[] = []
  let words: readonly string[] = name.split(' ')
  let isAddressed = true
  let isBefore = false
  // Of several behind, the nearest tells: 社員さん is no more than a 社員.
  let isBehind = false
  for (;;) {
    const first = withoutFirst(words)
    const shorter = first ?? withoutLast(words)
    if (!shorter) return { left, isPerson: isBefore || isBehind }
    if (first) isBefore ||= first.isPerson
    else isBehind = shorter.isPerson
    isAddressed &&= shorter.isAddress
    words = shorter.words
    const rest = words.join(' ')
    // “Dr. King” is a King; a “Chief Director” is nobody.
    if (isTitle(rest) && !isAddressed) return { left, isPerson: isBefore || isBehind }
    left.push(rest)
  }
}

interface Shorter {
  readonly words: readonly string[]
  readonly isAddress: boolean
  readonly isPerson: boolean
}

/** 故 김민수, 고 김민수: 고 is a family name, too, but 김민수 no given name. */
const LATE = /^(?:故\s?|고\s)(?<name>\p{sc=Hangul}{3,4}(?:\s.*)?)$/u

function withoutFirst(words: readonly string[]): Shorter | undefined {
  const { titles, address, persons, before, thai } = tables()
  const [first = '', ...more] = words
  const late = LATE.exec(words.join(' '))?.groups?.['name']
  if (late !== undefined) return { words: late.split(' '), isAddress: true, isPerson: true }
  const prefix = more.length > 0 ? thai.find((title) => first.startsWith(title)) : undefined
  if (prefix !== undefined && first !== prefix)
    return { words: [first.slice(prefix.length), ...more], isAddress: true, isPerson: persons.has(prefix) }
  for (let length = Math.min(MOST_WORDS, words.length - 1); length > 0; length--) {
    const written = words.slice(0, length).join(' ')
    const title = folded(written)
    const rest = words.slice(length)
    // “President of the council”
    if (/^(?:of|for|at|in|to|on|für|des|der)$/u.test(rest[0] ?? '')) continue
    const isPart = before.has(title) && withoutFirst(rest) !== undefined
    const former = /^(?:ex|former|vice) (.+)$/u.exec(title)?.[1] ?? ''
    const isKnown = titles.has(title) || titles.has(former)
    // “M. Dupont”
    const [family = '', ...others] = rest.filter((word) => !PARTICLES.has(word))
    const isMonsieur = written === 'M.' && others.length === 0 && /^(?:d['’])?\p{Lu}\p{L}{3}/u.test(family)
    const isMeant = isMonsieur || (!INITIAL.test(written) && (!NAMES_TOO.has(title) || written.endsWith('.')))
    const isLong = !JOINED.test(title) || title.length > 1
    if (isPart || (isKnown && isMeant && isLong))
      return { words: rest, isAddress: address.has(title), isPerson: persons.has(title) }
  }
  return undefined
}

function withoutLast(words: readonly string[]): Shorter | undefined {
  const { titles, behind, joined, address, persons } = tables()
  const last = words.at(-1) ?? ''
  const others = words.slice(0, -1)
  if (behind.has(folded(last)) && others.length > 1)
    return { words: others, isAddress: true, isPerson: persons.has(folded(last)) }
  // “김민수 PD”
  if (JOINED.test(others.at(-1) ?? '') && titles.has(folded(last)) && !JOINED.test(last))
    return { words: others, isAddress: true, isPerson: false }
  if (!JOINED.test(last)) return undefined
  if (others.length > 0 && /^(?:전|전임|前|元)$/u.test(last)) return { words: others, isAddress: true, isPerson: false }
  const title = joined.find((one) => last.endsWith(one))
  if (title === undefined) return undefined
  const isAddress = address.has(title)
  const whole = last === '님' ? last : last.replace(/님$/u, '')
  if (joined.includes(whole))
    return others.length > 0 ? { words: others, isAddress, isPerson: persons.has(whole) } : undefined
  // “김민수과장”. “김이사” may be a name, and so may “이한솔양”.
  const bare = last.slice(0, -title.length)
  const isApart = JOINED.test(bare) && bare.length >= (/^\p{sc=Hangul}/u.test(bare) ? 3 : 2)
  return isApart && title !== '양' && title !== '군'
    ? { words: [...others, bare], isAddress, isPerson: persons.has(title) }
    : undefined
}

/** “Joseph R. Wilson”. A single small letter joins names: “Ortega y Gasset”. */
const withoutInitials = (name: string): string => {
  const words = name.split(' ')
  const kept = words.filter((word) => !/^(?:\p{Lu}|(?:\p{L}\.-?)+)$/u.test(word))
  return kept.length > 1 ? kept.join(' ') : name
}

/** Whether the words are a name of their own. */
function isName(text: string, mayBeOneWord: boolean): boolean {
  const words = telling(text)
  if (words.some((word) => JOINED.test(word))) return words.join('').length >= 3
  const found = lettersOf(text)
  const [only = ''] = found
  return found.length > 1 || (mayBeOneWord && /\p{Lu}/u.test(only))
}
