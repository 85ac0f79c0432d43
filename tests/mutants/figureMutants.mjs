/**
 * Changes that each break one rule of what figures say and how they are calculated, or of who is named. See mutants.mjs.
 */

const DERIVED = 'src/checks/derived'
const mutant = (what, file, find, replace) => ({
  rule: 'figures',
  what,
  file: `${DERIVED}/${file}`,
  find,
  replace,
  tests: ['tests/checks/derived/figures.test.ts'],
})

export const figureMutants = [
  mutant('spaces between groups of digits part numbers', 'figureValue.ts', '.replace(GROUPS,', '.replace(/(?!)/u,'),
  mutant('“2½” is 21', 'figureValue.ts', '.replace(VULGAR,', '.replace(/(?!)/u,'),
  mutant('“two and a half” is two', 'figureValue.ts', 'if (half !== undefined) {', 'if (half === null) {'),
  mutant('“minus 4” is 4', 'figureValue.ts', 'isMinus = true', 'isMinus = false'),
  mutant('“4 degrees below zero” is 4', 'figureValue.ts', '(isMinus || BELOW_ZERO.test(rest))', 'isMinus'),
  mutant('“plus or minus 3” is -3', 'figureValue.ts', ".replace(EITHER_SIGN, '±')", ''),
  mutant('the hyphen of “mid-30s” is a minus', 'figureValue.ts', '(?:-(?=\\p{Nd}))?', ''),
  mutant('a rate with three decimals is in thousands', 'figureValue.ts', '(isRate ||', '('),
  mutant('a result agrees in any unit', 'computeDerived.ts', 'inUnit(computed, unit, stated.unit)', 'computed'),
  mutant(
    'a result in another unit is shown without it',
    'computeDerived.ts',
    'const shown = isOtherUnit ?',
    'const shown = false ?',
  ),
  mutant(
    'different units are added',
    'computeDerived.ts',
    "if (added === undefined) throw new Unclear(() => checksText('derived.mixedUnits'))",
    'if (added === undefined) return number(plain(left) + sign * plain(right))',
  ),
  mutant('years are a number', 'computeDerived.ts', "number(wholeYears(a, b), 'years')", 'number(wholeYears(a, b))'),
  mutant(
    'a difference of times is a number',
    'computeDerived.ts',
    "distance + 24 * 60 : distance, 'minutes')",
    'distance + 24 * 60 : distance)',
  ),
  mutant('a difference of dates is a number', 'computeDerived.ts', "number(distance, 'days')", 'number(distance)'),
  mutant(
    'a product keeps a unit',
    'computeDerived.ts',
    'plain(left) * plain(right) : plain(left) / plain(right))',
    'plain(left) * plain(right) : plain(left) / plain(right), unitOf(left))',
  ),
  ...[
    [
      'off the record backs a report beside another outlet',
      'copy/otherOutlet.ts',
      "groundRules !== 'offTheRecord'",
      'true',
    ],
    [
      'a word in another case names a source',
      'facts/isNamed.ts',
      '.filter(({ from, to }) => hasCase(',
      '.filter(({ from, to }) => true || hasCase(',
    ],
    ['a date names a source', 'facts/isNamed.ts', '!dates.some(', 'true || !dates.some('],
    ['a month names a source', 'facts/isNamed.ts', '!(MONTH.test(', '!(false && MONTH.test('],
    ['“Who” is WHO', 'facts/isNamed.ts', '.length < 4)', '.length < 0)'],
    ['“the Times” is not The Times', 'facts/isNamed.ts', '(words.length > 1 && SMALL.test(word))', 'false'],
    ['“the sun” is The Sun', 'facts/isNamed.ts', 'SMALL.test(word)', 'true'],
    [
      'several words are a name only in their case',
      'facts/groundRules.ts',
      '? standsIn(sentence, name)',
      '? isNamed(sentence, name)',
    ],
  ].map(([what, file, find, replace]) => ({
    rule: 'sources',
    what,
    file: `src/checks/rules/${file}`,
    find,
    replace,
    tests: ['tests/checks/rules/facts/groundRules.test.ts'],
  })),
]
