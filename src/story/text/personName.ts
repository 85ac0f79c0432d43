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
