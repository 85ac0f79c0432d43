import { escapePattern } from '../../../../story/text/escapePattern'

/**
 * The pattern of a text folded by foldLookalikes, for signs that look alike among Latin letters and digits: l, 1 and
 * capital I; o and 0; m and "rn". `strict` is for single words: i is not l ("Bali", "ball"), and "rn" is not m
 * ("corner", "comer").
 */
export const likenessPattern = (folded: string, how: 'strict' | 'loose'): string => {
  const alike = how === 'strict' ? STRICT : LOOSE
  return [...folded.replaceAll(how === 'strict' ? '\0' : 'rn', 'm')]
    .map((character) => alike[character] ?? escapePattern(character))
    .join('')
}

const STRICT: Readonly<Record<string, string>> = {
  i: '[iI1]',
  I: '[iIl1]',
  l: '[lI1]',
  '1': '[1lI]',
  o: '[o0]',
  '0': '[o0]',
}
const LOOSE: Readonly<Record<string, string>> = {
  i: '[iIl1]',
  I: '[iIl1]',
  l: '[iIl1]',
  '1': '[iIl1]',
  o: '[o0]',
  '0': '[o0]',
  m: '(?:m|rn)',
}
