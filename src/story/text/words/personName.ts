/**
 * Compares names of people. Case, width, spacing, invisible characters and letters of another alphabet that look alike
 * do not count.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/[\p{sc=Cyrillic}\p{sc=Greek}]/gu, (letter) => LATIN_TWINS[letter] ?? letter)

export const sameName = (a: string, b: string): boolean => a === b || foldName(a) === foldName(b)

/** Small letters that look like Latin ones, or whose capitals do. */
const LATIN_TWINS: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  ё: 'ë',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'ï',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  ү: 'y',
  х: 'x',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
  ζ: 'z',
  ϲ: 'c',
  ϳ: 'j',
}

/**
 * The names that a byline may mean: the whole line, and the people in it without the words around a name ("By", "in
 * Busan", "기자").
 */
export const namesInByline = (line: string): readonly string[] =>
  [
    line,
    ...line
      .replace(/\s+/gu, ' ')
      .split(BETWEEN)
      .map((part) => part.replace(BEFORE, '').replace(AFTER, '')),
  ].filter((name) => name.trim() !== '')

const BETWEEN = /[,;/|·、&+]|\s(?:and|with|und|mit|et|avec|y|con|e|en|och|og|및)\s/iu
const BEFORE = /^\s*(?:by|von|par|por|di|da|door|av)\s+/iu
const AFTER = /\s+(?:(?:in|at|aus)\s.*|(?:특파원|선임기자|기자|앵커|記者|记者)\s*)$/iu

/** Whether a byline names this person: as a whole, as one of its people, or as words somewhere in it. */
export function isNamedIn(line: string, person: string): boolean {
  const key = `${line}\u0000${person}`
  const known = named.get(key)
  if (known !== undefined) return known
  const answer = namesInByline(line).some((name) => sameName(name, person)) || standsIn(line, person)
  if (named.size >= MOST_KEPT) named.clear()
  named.set(key, answer)
  return answer
}

/** Answers that are kept: those of a story for every person of a large roster. */
const MOST_KEPT = 10_000

/** Asked for each sign-off whenever a story is read. */
const named = new Map<string, boolean>()

interface NameWord {
  readonly folded: string
  readonly isCapital: boolean
  /** What stands before it. */
  readonly gap: string
}

const WORD = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}'’-]+/gu

function nameWords(text: string): readonly NameWord[] {
  const found: NameWord[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    found.push({ folded: foldName(word), isCapital: /^\p{Lu}/u.test(word), gap: text.slice(end, index) })
    end = index + word.length
  }
  return found
}

const wordsIn = (text: string): readonly string[] => [
  ...new Set(nameWords(text).flatMap(({ folded }) => (folded === '' ? [] : [folded]))),
]

/**
 * What a line is looked up by. A line that names a person (isNamedIn) has all of `wordsOfPerson` among its words. The
 * reverse does not hold.
 */
export const wordsOfLine = (line: string): readonly string[] => [
  ...new Set([...wordsIn(line.normalize('NFKC')), ...namesInByline(line).flatMap((name) => wordsIn(foldName(name)))]),
]

/** Empty: the name has no letter and no digit, and any line may name the person. */
export function wordsOfPerson(person: string): readonly string[] {
  // Whole names are compared as they are folded, words in a line as they are written.
  const folded = new Set(wordsIn(foldName(person)))
  return wordsIn(person).filter((word) => folded.has(word))
}

/** “Anna Berg” does not name an “Anna”: a capital right beside the words makes them part of a longer name. */
function standsIn(line: string, person: string): boolean {
  const sought = nameWords(person)
  const words = nameWords(line.normalize('NFKC'))
  if (sought.length === 0) return false
  const tellsCase = /\p{Ll}/u.test(line)
  const belongs = (word: NameWord | undefined, gap: string | undefined): boolean =>
    tellsCase && word?.isCapital === true && gap !== undefined && /^[ \u00A0]$/u.test(gap) && !CREDITS.has(word.folded)
  return words.some((first, at) => {
    if (!sought.every(({ folded }, index) => words[at + index]?.folded === folded)) return false
    const next = words[at + sought.length]
    return !belongs(words[at - 1], first.gap) && !belongs(next, next?.gap)
  })
}

/** Words with a capital that stand beside names and are not names. */
const CREDITS: ReadonlySet<string> = new Set(
  'by von par por text story words reporting photos photo report with and und mit bericht fotos texte for in'.split(
    ' ',
  ),
)
