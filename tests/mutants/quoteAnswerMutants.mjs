/** Changes that each break what `stet quote` and the window say of a match that nobody accepted. See mutants.mjs. */
const TESTS = ['tests/cli/facts/quote.test.ts', 'tests/contracts/quoteVerdicts.test.ts']

const mutant = (what, file, find, replace) => ({ rule: 'quotes', what, file, find, replace, tests: TESTS })

export const quoteAnswerMutants = [
  mutant(
    'a quote that is cut near “not” reads as a match',
    'src/checks/quote/checkQuote.ts',
    "if (cuts.length > 0) return checksText('quoteResult.cut')",
    "if (cuts.length > 99) return checksText('quoteResult.cut')",
  ),
  mutant(
    'stet quote calls a cut clear',
    'src/newsroom/reading/quoteAgainst.ts',
    "...(near === '' ? []",
    "...(near !== '?' ? []",
  ),
  mutant(
    'stet quote calls brackets clear',
    'src/newsroom/reading/quoteAgainst.ts',
    "...(inserted === '' ? []",
    "...(inserted !== '?' ? []",
  ),
  mutant(
    'stet quote calls a speaker clear whom nobody checked',
    'src/newsroom/reading/quoteAgainst.ts',
    '...(speakerUnchecked ?',
    '...(speakerUnchecked && false ?',
  ),
  mutant(
    '--strict lets everything through',
    'src/cli/facts/quoteCommand.ts',
    "args.flag('strict') && answer.detail.open.length > 0",
    "args.flag('strict') && answer.detail.open.length > 99",
  ),
  mutant(
    'a refusal of --strict ends with exit code 0',
    'src/cli/runCli.ts',
    'return EXIT.refused\n',
    'return EXIT.done\n',
  ),
]
