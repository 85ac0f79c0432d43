/** A mutant of the quote check; `file` in src/checks/quote. See mutants.mjs. */
const QUOTE = 'src/checks/quote'
const TESTS = [
  'tests/checks/quote/rules.test.ts',
  'tests/checks/quote/checkQuote.test.ts',
  'tests/checks/quote/brackets.test.ts',
  'tests/checks/quote/elisions.test.ts',
  'tests/checks/quote/inLanguages.test.ts',
  'tests/checks/quote/speakers.property.test.ts',
  'tests/checks/quote/marksInNames.test.ts',
  'tests/checks/quote/titlesOfSpeakers.test.ts',
  'tests/checks/quote/theirs.test.ts',
  'tests/checks/quote/titleOf.test.ts',
  'tests/checks/quote/unnamed.test.ts',
  'tests/checks/quote/unnamedKorean.test.ts',
  'tests/checks/quote/whoElse.test.ts',
  'tests/checks/rules/facts/quoteMatch.test.ts',
]

export const mutant = (what, file, find, replace) => ({
  rule: 'quotes',
  what,
  file: `${QUOTE}/${file}`,
  find,
  replace,
  tests: TESTS,
})
