/**
 * Names of people as they are compared: whoever is on the roster, in the author field or in a byline is the same person
 * in any case, width and spacing, with or without characters that nobody sees, and in letters of another alphabet that look alike.
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

/** Small letters that nobody tells from Latin ones, or whose capitals nobody tells from theirs. */
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

/** Every name that a byline may mean: as it stands, and the people in it without what stands around a name ("By", "in Busan", "기자"). */
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
