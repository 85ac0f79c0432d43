/** Changes that each let a record depend on the language of the person. See mutants.mjs. */

const TESTS = ['tests/newsroom/languages.test.ts']

const mutant = (what, file, find, replace) => ({ rule: 'languages', what, file, find, replace, tests: TESTS })

export const languageMutants = [
  mutant(
    'the key of a derived figure holds a translated reason',
    'src/checks/rules/facts/derivedFigure.ts',
    ': result.reason}`',
    ': result.why}`',
  ),
  mutant(
    'the key of a suggestion holds translated words',
    'src/checks/rules/copy/openSuggestion.ts',
    'keyText(aboutOf(suggestion))',
    'keyText(describeSuggestion(suggestion))',
  ),
  mutant(
    'what a suggestion is about is stored as it is shown',
    'src/story/copy/suggestions/suggestion.ts',
    "  inLanguage('en', () => describeSuggestion(suggestion))",
    '  describeSuggestion(suggestion)',
  ),
  mutant(
    'texts of Stet are stored as they are shown',
    'src/story/history/storedText.ts',
    "ledgerText(key, values, 'en')",
    'ledgerText(key, values)',
  ),
  mutant(
    'a fact sheet is never in the language of its story',
    'src/exchange/export/parts/language.ts',
    "return isLanguage(own) ? own : 'en'",
    "return own === 'xx' ? own : 'en'",
  ),
]
