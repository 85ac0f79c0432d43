/**
 * Changes that each break one rule of what figures say and how they are calculated, of duplicates and of
 * sources. See mutants.mjs.
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
  {
    rule: 'sources',
    what: 'a response on another allegation is one on this',
    file: 'src/checks/rules/facts/allegations.ts',
    find: 'words === undefined || sameWords(words, fact.words)',
    replace: 'true',
    tests: ['tests/checks/rules/facts/allegations.test.ts'],
  },
  ...[
    ['sentences of picture details', 'picture ? PICTURE_DETAILS.filter(', 'picture && false ? PICTURE_DETAILS.filter('],
    ['sentences of fields', 'texts(fields).flatMap(', '[].flatMap('],
  ].map(([what, find, replace]) => ({
    rule: 10,
    what: `${what} are in no language that nobody reads`,
    file: 'src/checks/rules/copy/unreadLanguage.ts',
    find,
    replace,
    tests: ['tests/checks/rules/copy/beside.test.ts'],
  })),
  {
    rule: 10,
    what: 'a name beside the copy is a sentence in another language',
    file: 'src/checks/rules/copy/unreadLanguage.ts',
    find: 'isLong(text.slice(from, to))',
    replace: "text.slice(from, to) !== ''",
    tests: ['tests/checks/rules/copy/beside.test.ts'],
  },
  ...[
    [
      'other words are no other value',
      'rules/facts/duplicateStatements.ts',
      '?? earlier.find((before) => isOtherInWords(before, fact))',
      '',
    ],
    [
      'another measure is no other value',
      'rules/facts/duplicateStatements.ts',
      "figure.unit === '' ? measureIn(words) : figure.unit",
      'figure.unit',
    ],
    [
      'part of a name is another name',
      'rules/facts/otherWords.ts',
      '(a.joined ? isAbridged(short, long) : long.includes(short))',
      'false',
    ],
    [
      'a description is another name',
      'rules/facts/otherWords.ts',
      'if (!isProper(one) || !isProper(other)) return false',
      '',
    ],
    [
      'one word is another name than two',
      'rules/facts/otherWords.ts',
      'if (!a.joined && a.parts.length > 1 !== b.parts.length > 1) return false',
      '',
    ],
    [
      'a title makes another person',
      'rules/facts/otherWords.ts',
      "compareNames({ ...first, ...plain }, { ...second, ...plain }) === 'different'",
      "compareNames(a, b) === 'different'",
    ],
    [
      'a day among several is another one',
      'rules/facts/otherWords.ts',
      '!a.some((one) => b.includes(one))',
      'a.join() !== b.join()',
    ],
    ['words of no calendar are another day', 'rules/facts/otherWords.ts', 'a.length > 0 && b.length > 0 &&', ''],
  ].map(([what, file, find, replace]) => ({
    rule: 11,
    what,
    file: `src/checks/${file}`,
    find,
    replace,
    tests: ['tests/checks/rules/facts/duplicateStatements.test.ts'],
  })),
  mutant('French numbers end at twenty', 'numberWords.ts', 'french(add)', '[].forEach(add)'),
  mutant('Korean numbers end at ten', 'numberWords.ts', 'words.set(ten + unit,', 'words.set(unit,'),
  mutant('“once” is eleven', 'numberWords.ts', "for (const word of ['once', 'seize']) words.delete(word)", ''),
  ...[
    [
      'a paraphrase on deep background is attributed by the copy',
      'facts/groundRules.ts',
      "(fact.tag.type === 'paraphrase' && isReported(fact.sentence))",
      'false',
    ],
    ['a paraphrase is always attributed', 'facts/groundRules.ts', '&& isReported(fact.sentence))', ')'],
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
