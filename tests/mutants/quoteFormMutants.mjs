/** Changes that each break one rule of what the quote check counts as the same words. See mutants.mjs. */

import { mutant } from './quoteMutant.mjs'

/** Hesitation. */
const fillers = [
  mutant(
    'hesitation of any language may be left out',
    'fillers.ts',
    'const languages = languagesFor(language)',
    'const languages = Object.keys(QUOTE_WORDS)',
  ),
  mutant(
    'hesitation of a language that is not known may be left out',
    'fillers.ts',
    'new Set(languages.length > 1 ? [] : sounds)',
    'new Set(sounds)',
  ),
  mutant(
    'a word that may be hesitation needs no marks round it',
    'fillers.ts',
    'words[from]?.markBefore === true && (words[to]?.markBefore ?? true)',
    'true',
  ),
  mutant(
    'signs of hesitation are left out inside words',
    'fillers.ts',
    'apart ? isApart(words, at, end) : isAlone(words, at, end)',
    'true',
  ),
]

/** Forms of one word or figure. */
const forms = [
  mutant(
    'digits of other scripts are other figures',
    'spoken/figures.ts',
    'return zero === undefined ? digit :',
    'return zero !== undefined ? digit :',
  ),
  mutant('10² is 102', 'spoken/figures.ts', 'text.replace(/\\p{No}/gu, (sign) => `^${sign.codePointAt(0)}`)', 'text'),
  mutant(
    'groups of thousands with spaces are two figures',
    'spokenWords.ts',
    'const GROUPS =',
    "const GROUPS = 'x' || ",
  ),
  mutant(
    '1,500 in English is one and a half',
    'spoken/figures.ts',
    "byComma || /,.*,/u.test(groups) ? groups.replaceAll(',', '')",
    "/,.*,/u.test(groups) ? groups.replaceAll(',', '')",
  ),
  mutant(
    '1.500 in English is 1500',
    'spoken/figures.ts',
    "!byComma || /\\..*\\./u.test(groups) ? groups.replaceAll('.', '')",
    "true ? groups.replaceAll('.', '')",
  ),
  mutant(
    'CJK numerals are no figures',
    'spoken/figures.ts',
    "return [String(sum + Number(digits || '0'))]",
    'return [numeral]',
  ),
  mutant(
    'percent is another word than %',
    'spoken/joinFigures.ts',
    'const suffix = isFigure(word) && !word.same',
    'const suffix = false && !word.same',
  ),
  mutant(
    '百分之 before a figure is another word than %',
    'spoken/joinFigures.ts',
    'if (figure && isFigure(figure)) {',
    'if (figure && false) {',
  ),
  mutant(
    'minus is another word than −',
    'spoken/joinFigures.ts',
    'if (negative > 0 && isFigure(',
    'if (negative > 99 && isFigure(',
  ),
  mutant('“au moins 4” is −4', 'spoken/joinFigures.ts', "&& !NO_MINUS.has(words[at - 1]?.low ?? '')", ''),
  mutant(
    'traditional and simplified characters are other words',
    'spoken/hanVariants.ts',
    'SIMPLIFIED().get(sign) ?? sign',
    'sign',
  ),
  mutant(
    'variants of a character in one style are one word',
    'spokenWords.ts',
    'if (a.sign && b.sign && !/\\d/.test(a.same)) return styles',
    'if (a.sign && b.sign && !/\\d/.test(a.same)) return true',
  ),
  mutant('ё is another letter than е', 'spokenWords.ts', '/[ёЁ]/u.test(key) ?', "/[ёЁ]/u.test('') ?"),
  mutant(
    'vowel marks are letters',
    'spokenWords.ts',
    'return hasVowelMarks(letters) ? withoutVowelMarks(letters) : letters',
    'return letters',
  ),
  mutant(
    'words with other vowel marks are one',
    'spoken/vowelMarks.ts',
    "letter === other && (marks === '' || others === '' || marks === others)",
    'letter === other',
  ),
  mutant(
    'Turkish capitals have no dots',
    'spokenWords.ts',
    "(language === 'tr' ? word.replaceAll('I', 'ı') : word)",
    'word',
  ),
  mutant('the place of a Vietnamese tone counts', 'spokenWords.ts', "if (language === 'vi') return toneLast(key)", ''),
  mutant('œ is another letter than oe', 'spokenWords.ts', "key.replaceAll('œ', 'oe').replaceAll('Œ', 'Oe')", 'key'),
  mutant(
    'case inside a sentence counts for nothing',
    'spokenWords.ts',
    '((a.initial || b.initial) && a.low === b.low)',
    '(a.low === b.low)',
  ),
]

export const quoteFormMutants = [...fillers, ...forms]
