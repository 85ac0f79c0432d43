/** Changes that each break one rule of what is looked for in untagged words (product rule 10). See mutants.mjs. */

const DETECT = 'src/checks/detect'
const TESTS = ['tests/checks/detect/families.test.ts', 'tests/checks/detect/detect.test.ts']
const SIGNS = ['tests/checks/detect/numbers/signNumbers.test.ts']
const PHRASES = ['tests/checks/detect/phrases.test.ts']
const BESIDE = ['tests/checks/rules/copy/beside.test.ts']

const mutant = (what, file, find, replace, tests = TESTS) => ({ rule: 10, what, file, find, replace, tests })

/** Marks of quotations, as they open in quotationMarks.ts. */
const marks = [
  ['curly double', "'“': '”\"“″'"],
  ['Swedish', "'”': '”'"],
  ['German low', "'„': '“”\"„'"],
  ['French angle', "'«': '»'"],
  ['turned angle', "'»': '«»'"],
  ['single angle', "'‹': '›'"],
  ['turned single angle', "'›': '‹›'"],
  ['corner', "'「': '」'"],
  ['double corner', "'『': '』'"],
  ['vertical corner', "'﹁': '﹂'"],
  ['half-width corner', "'｢': '｣'"],
  ['double title', "'《': '》'"],
  ['single title', "'〈': '〉'"],
  ['primes as', "'〝': '〟〞'"],
  ['straight double', "'\"': '\"”'"],
  ['double prime', "'″': '″”\"'"],
  ['full-width straight', "'＂': '＂'"],
].map(([name, mark]) =>
  mutant(
    `${name} marks open no quotation`,
    `${DETECT}/quotes/quotationMarks.ts`,
    mark,
    mark.replace(/^'.'/u, "'\u0001'"),
  ),
)

/** Word tables that a sentence is read with. */
const languages = ['en', 'de', 'fr', 'es', 'ko', 'ja', 'zh'].flatMap((language) => {
  const without = `languages.filter((one) => one !== '${language}').flatMap(`
  return [
    mutant(
      `superlatives in ${language} are not looked for`,
      `${DETECT}/superlatives.ts`,
      'languages.flatMap((language) => {',
      `${without}(language) => {`,
    ),
    mutant(
      `figures in words in ${language} are not looked for`,
      `${DETECT}/numbers/numberWords.ts`,
      'languages.flatMap((language) => {',
      `${without}(language) => {`,
    ),
  ]
})

/** Fields that readers see. */
const fields = [
  ['byline', "byline.flatMap(({ name, role }) => [name, role ?? ''])"],
  ['contributors', '[contributors]'],
  ['keywords', '=> keywords,'],
  ['provider', '[provider]'],
  ['copyright line', '[copyrightLine]'],
  ['usage terms', '[usageTerms]'],
].map(([name, find]) =>
  mutant(
    `nobody looks at the ${name}`,
    'src/checks/rules/copy/textsBeside.ts',
    find,
    find.startsWith('=>') ? '=> [],' : '[]',
    BESIDE,
  ),
)

/** Rules of grammar: what claims something, and what does not. */
const GRAMMAR = ['tests/checks/detect/grammar.test.ts']
const NEEDED = ['tests/checks/detect/needed.property.test.ts']
const WORDS = `${DETECT}/words`
const MEMO = ['tests/checks/finding/memoizeByBlock.test.ts']
const remembered = [
  mutant(
    'texts that nobody asks for any more are remembered for ever',
    'src/checks/finding/memoizeByBlock.ts',
    'if (this.#characters >= GENERATION)',
    'if (false)',
    MEMO,
  ),
  mutant(
    'a text that is asked for now and then is read again all the same',
    'src/checks/finding/memoizeByBlock.ts',
    'this.#young.get(name) ?? this.#old.get(name)',
    'this.#young.get(name)',
    MEMO,
  ),
]
const grammar = [
  mutant(
    'a French “jamais” at the beginning claims nothing',
    `${WORDS}/fr.ts`,
    "(jamais) (?:@w[ ']){0,8}?(?:n'",
    "(jamaix) (?:@w[ ']){0,8}?(?:n'",
    GRAMMAR,
  ),
  mutant('every French “aucun” claims something', `${WORDS}/fr.ts`, '(?!(?:été|pu|', '(?!(?:xxx|', GRAMMAR),
  mutant('every French “première” claims something', `${WORDS}/fr.ts`, '(?! (?:@roles|@initial))', '', GRAMMAR),
  mutant(
    'a French “première” with its period claims nothing',
    `${WORDS}/fr.ts`,
    '{0,6}(?:@span)',
    '{0,6}(?:xxx)',
    GRAMMAR,
  ),
  mutant('“más agua” claims something in Spanish', `${WORDS}/es.ts`, 'está|están|@verbs) )', 'está|están) )', GRAMMAR),
  mutant('every Spanish “nadie ha” claims something', `${WORDS}/es.ts`, '(?:@w )?(?:@deed)', '', GRAMMAR),
  mutant('“denn je” claims nothing in German', `${WORDS}/de.ts`, '@l+er denn je', '@l+er denn xx', GRAMMAR),
  mutant('every German “erste” claims something', `${WORDS}/de.ts`, "'spatenstich|strophe|", "'strophe|", GRAMMAR),
  mutant(
    '“was the last” claims nothing in English',
    `${WORDS}/en.ts`,
    'the (last)(?! (?:week',
    'the (xxst)(?! (?:week',
    GRAMMAR,
  ),
  mutant('“훨씬” claims nothing in Korean', `${WORDS}/ko.ts`, '(훨씬|', '(훠씬|', GRAMMAR),
  mutant('“いちばん” claims nothing in Japanese', `${WORDS}/ja.ts`, '(いちばん|', '(いちぱん|', GRAMMAR),
  mutant('“仅次于” claims nothing in Chinese', `${WORDS}/zh.ts`, '(仅次于|僅次於|次于|', '(僅次於|', GRAMMAR),
  mutant('a stock index is a figure', `${WORDS}/numberNames.ts`, '|S&P|', '|', GRAMMAR),
  mutant(
    'a number before the verb of its name is a figure',
    `${DETECT}/numbers/figures.ts`,
    'if (!counts && APPOSED()[language]?.test(before)',
    'if (false && APPOSED()[language]?.test(before)',
    GRAMMAR,
  ),
  mutant(
    'a number that begins a name is a figure',
    `${DETECT}/numbers/numberWords.ts`,
    "folded.charAt(to) === '-' && isCapital(to + 1)",
    'false',
    GRAMMAR,
  ),
  mutant(
    'a letter that may be missing is asked for',
    `${DETECT}/needed.ts`,
    'return least === 0 ? 0 : 2',
    'return 2',
    NEEDED,
  ),
  mutant(
    'one alternative is asked for alone',
    `${DETECT}/needed.ts`,
    'for (const literal of need) found.add(literal.slice(0, LONGEST))',
    'for (const literal of need) if (found.size === 0) found.add(literal.slice(0, LONGEST))',
    NEEDED,
  ),
  mutant(
    'what must not follow is asked for',
    `${DETECT}/needed.ts`,
    "return kind.endsWith('!') ? '' : need",
    'return need',
    NEEDED,
  ),
  mutant(
    'the letters of the text before are asked',
    `${DETECT}/needed.ts`,
    'seenText === text',
    'seenText !== undefined',
    NEEDED,
  ),
]

const phrases = [
  mutant(
    'an answer to “six” answers for “six and a half years”',
    'src/checks/rules/copy/untaggedKeys.ts',
    "all.map(([now = '']) => now).join('+')",
    "all[0]?.[0] ?? ''",
    PHRASES,
  ),
  mutant(
    'what was cleared figure by figure cannot leave once figures are joined',
    'src/checks/rules/copy/untaggedKeys.ts',
    '[...new Set(all[0])].filter((one) => one !== key)',
    '[...new Set(all[0])].filter((one) => one === key)',
    PHRASES,
  ),
  mutant(
    'how much it fell and where it stands are joined',
    'src/checks/detect/phrase/joinPhrases.ts',
    '&& !isRise(text, a, b)',
    '',
    PHRASES,
  ),
  mutant(
    'a claim beside a figure is a part of the figure',
    'src/checks/rules/copy/untaggedStatements.ts',
    '[{ from, to: coreFrom }]',
    '[{ from, to: coreFrom + 100 }]',
    PHRASES,
  ),
]

export const detectionMutants = [
  ...remembered,
  ...phrases,
  ...grammar,
  ...marks,
  ...languages,
  ...fields,
  mutant(
    'the language field switches the detectors off',
    'src/checks/rules/copy/untaggedStatements.ts',
    'for (const statement of statementsWith(block, words)) {',
    "for (const statement of checked.story.fields.language === 'fr' ? [] : statementsWith(block, words)) {",
    ['tests/checks/detect/languageField.property.test.ts'],
  ),
  mutant(
    'nobody looks at the details of a picture',
    'src/checks/rules/copy/textsBeside.ts',
    "PICTURE_DETAILS.filter((detail) => detail !== 'captured')",
    'PICTURE_DETAILS.filter(() => false)',
    BESIDE,
  ),
  mutant(
    '“nothing to check” follows words to another picture',
    'src/checks/finding/placeKey.ts',
    "picture ? `@${picture.file.slice(0, 16)}` : ''",
    "picture ? '' : ''",
    BESIDE,
  ),
  mutant(
    '“nothing to check” outlives another lead-in',
    'src/checks/finding/placeKey.ts',
    "texts.length === 0 ? ''",
    "texts.length >= 0 ? ''",
    ['tests/checks/rules/copy/placesOfDismissals.test.ts'],
  ),
  mutant(
    'what an earlier Stet let pass under a lapsed tag cannot leave',
    'src/checks/rules/copy/untaggedStatements.ts',
    'holdsAsCleared(checked.story.ledger.standing.stage) ? wasAnswered',
    'holdsAsCleared(checked.story.ledger.standing.stage) ? isAnsweredNow',
    ['tests/checks/runChecks.test.ts'],
  ),
  mutant(
    '“nothing to check” from before lead-ins counted is lost in a sentence that was cut short',
    'src/checks/rules/copy/untaggedKeys.ts',
    '{ key: `${formerKeys[BEFORE_LEADS] ?? key}${bare}`, rule: readAs(BEFORE_LEADS) }',
    '...[]',
    ['tests/story/view/formerRule.test.ts'],
  ),
  mutant(
    '“nothing to check” is lost where its rule read no denial beside the words',
    'src/checks/rules/copy/untaggedStatements.ts',
    'denialKey(copy, index, one.statement, rule)',
    'denialKey(copy, index, one.statement)',
    ['tests/story/view/formerRule.test.ts'],
  ),
  mutant(
    'an override in a sentence that was cut short is lost',
    'src/checks/finding/findingKey.ts',
    'former?.sentence ?? fact.sentence)}`)',
    'fact.sentence)}`)',
    ['tests/story/view/formerRule.test.ts'],
  ),
  mutant(
    'a verdict of wrong reopens by a sentence that only holds its own',
    'src/checks/rules/facts/factLeftStanding.ts',
    '!sameText(sentenceAround(copy, first, last, fact.current.sentenceRule), fact.current.sentence)',
    '!sentenceAround(copy, first, last, fact.current.sentenceRule).includes(fact.current.sentence)',
    ['tests/checks/runChecks.test.ts'],
  ),
  mutant(
    'words of a verdict of wrong pass in a sentence that it knew cut short',
    'src/checks/rules/facts/factLeftStanding.ts',
    'sentenceAround(copy, first, last, fact.current.sentenceRule)',
    'sentenceAround(copy, first, last)',
    ['tests/checks/runChecks.test.ts'],
  ),
  mutant(
    'what an earlier Stet let pass passes at the next clearing',
    'src/story/assessment/heldBy.ts',
    'WERE_CLEARED.has(stage)',
    'true',
    ['tests/checks/overridesHold.test.ts'],
  ),
  mutant(
    'an override of a must-fix comment outlives its words',
    'src/checks/rules/story/mustFix.ts',
    'words === undefined ?',
    'true ?',
    ['tests/checks/overridesHold.test.ts'],
  ),
  mutant(
    'an accepted cut outlives its transcript',
    'src/checks/rules/facts/quoteMatch.ts',
    ':${against}:${more}',
    ':${more}',
    ['tests/checks/rules/facts/quoteMatch.test.ts'],
  ),
  mutant(
    'nobody looks at the place of the dateline',
    'src/checks/rules/copy/textsBeside.ts',
    'dateline: ({ dateline }) => [dateline.place,',
    "dateline: ({ dateline }) => ['',",
    BESIDE,
  ),
  mutant(
    'the author says that there is nothing to check in a field',
    'src/checks/rules/copy/untaggedBeside.ts',
    'dismissNotAuthor: true',
    'dismissNotAuthor: false',
    BESIDE,
  ),
  mutant(
    'an alert is cleared without a warning',
    'src/checks/runChecks.ts',
    "isInLine && rule.startsWith('untagged')",
    "isInLine && rule.startsWith('nothing')",
    BESIDE,
  ),
  mutant(
    'a sentence in a language without tables says nothing',
    'src/checks/rules/copy/unreadLanguage.ts',
    'if (!first) return []',
    'if (!first || first.from >= 0) return []',
    BESIDE,
  ),
  mutant(
    'small words do not tell another language',
    `${DETECT}/languages.ts`,
    '(telling >= 2 &&',
    '(telling >= 99 &&',
    [...TESTS, ...BESIDE],
  ),
  mutant(
    'another script does not tell another language',
    `${DETECT}/languages.ts`,
    'let other = others > 2 && others >= latin',
    'let other = false && others >= latin',
    [...TESTS, ...BESIDE],
  ),
  mutant(
    'a sentence without telling words is read in no language',
    `${DETECT}/languages.ts`,
    'if (most === 0) return { languages: LATIN,',
    'if (most === 0) return { languages: [],',
  ),
  mutant(
    'the graf does not tell the language of its sentences',
    `${DETECT}/languages.ts`,
    'Math.max(...own.values()) >= 0.5 ? own : ofGraf',
    'Math.max(...own.values()) >= 0.5 ? own : own',
  ),
  mutant(
    'Japanese is told by kana in the sentence alone',
    `${DETECT}/languages.ts`,
    'if (kana > 0 || (han > 0 && grafHasKana))',
    'if (kana > 0)',
  ),
  mutant(
    'a block quote is no quotation',
    `${DETECT}/quotes/quotations.ts`,
    "if (role === 'quote') return withCore",
    "if (role === 'nothing') return withCore",
  ),
  mutant(
    'dashes of dialogue are no quotation',
    `${DETECT}/quotes/quotations.ts`,
    'besideMarks(dialogueIn(text), marked, text)',
    'besideMarks([], marked, text)',
  ),
  mutant(
    'a question before an answer in marks is no quotation',
    `${DETECT}/quotes/quotations.ts`,
    'return END.test(words) ?',
    'return false ?',
  ),
  mutant(
    'turns of a transcript are no quotation',
    `${DETECT}/quotes/dialogue.ts`,
    'turn[0].length < line.trimEnd().length ?',
    'turn[0].length < 0 ?',
  ),
  mutant(
    'speech ends at its first attribution',
    `${DETECT}/quotes/dialogue.ts`,
    'return [first, { from: first.to + more.index',
    'return [first] ?? [first, { from: first.to + more.index',
  ),
  mutant('a line of credits is speech', `${DETECT}/quotes/dialogue.ts`, '|| CREDIT.test(words) ||', '||'),
  mutant(
    'a quotation that goes on in the next graf is none',
    `${DETECT}/quotes/quotationMarks.ts`,
    "return goesOn && mark !== '›'",
    "return false && mark !== '›'",
  ),
  mutant(
    'every work in title brackets is a quotation',
    `${DETECT}/quotes/quotationMarks.ts`,
    'TITLE_BRACKETS.includes(mark) && isWorkTitle(text, at, end)',
    'TITLE_BRACKETS.includes(mark) && false',
  ),
  mutant(
    'nothing in title brackets is a quotation',
    `${DETECT}/quotes/quotationMarks.ts`,
    'TITLE_BRACKETS.includes(mark) && isWorkTitle(text, at, end)',
    'TITLE_BRACKETS.includes(mark)',
  ),
  mutant(
    'every Korean law in corner marks is a quotation',
    `${DETECT}/quotes/workTitle.ts`,
    "(mark === '「' && LAW.test(inner))",
    'false',
  ),
  mutant(
    'nothing in Korean corner marks is a quotation',
    `${DETECT}/quotes/workTitle.ts`,
    "(mark === '「' && LAW.test(inner))",
    "mark === '「'",
  ),
  mutant(
    'each single mark reads to the next closing place again',
    `${DETECT}/quotes/quotationMarks.ts`,
    'if (last >= from) return last',
    'if (last < 0 && last >= from) return last',
    ['tests/checks/detect/detectSpeed.test.ts'],
  ),
  mutant(
    'single marks open no quotation',
    `${DETECT}/quotes/quotationMarks.ts`,
    'return SINGLE.has(mark) &&',
    'return false &&',
  ),
  mutant(
    'an elision opens a quotation',
    `${DETECT}/quotes/quotationMarks.ts`,
    "return !(mark !== '‚' && ELIDED.test(after))",
    'return true',
  ),
  mutant(
    'typed pairs of marks open no quotation',
    `${DETECT}/quotes/quotationMarks.ts`,
    'if (pair) {',
    'if (pair && false) {',
  ),
  mutant(
    'pairs of primes open no quotation',
    `${DETECT}/quotes/quotationMarks.ts`,
    "startsWith('′′', at) &&",
    'startsWith("") && false &&',
  ),
  mutant(
    'numbers of one sign are none',
    `${DETECT}/numbers/signNumbers.ts`,
    'if (!ANY().test(text)) return []',
    'return []',
    SIGNS,
  ),
  mutant(
    'a small number alone is none',
    `${DETECT}/numbers/signNumbers.ts`,
    'if (!isSmallFigure(before, after)) continue',
    'continue',
    SIGNS,
  ),
  mutant(
    'a note mark is a figure',
    `${DETECT}/numbers/signNumbers.ts`,
    'if (!isSmallFigure(before, after)) continue',
    '',
    SIGNS,
  ),
  mutant(
    'the numbering of a list hides what is counted',
    `${DETECT}/numbers/signNumbers.ts`,
    'if (isNext && !',
    'if (isNext || !',
    SIGNS,
  ),
  mutant(
    'the number of a king is a figure',
    `${DETECT}/numbers/signNumbers.ts`,
    'if (isOfName(before, after) || ',
    'if (',
    SIGNS,
  ),
  ...[
    ['no one', 'en.ts', "noOne: 'nobody|no one|no-one'", "noOne: 'noneatall'"],
    ['zero', 'enFigures.ts', "'(zero) (?:people|", "'(zerro) (?:people|"],
    ['a couple', 'enFigures.ts', "'(a couple) of", "'(a copule) of"],
    ['both', 'enFigures.ts', "'(both)(?: of (?:them|", "'(bboth)(?: of (?:them|"],
    ['one man', 'enFigures.ts', "'(one) (?:other |more )?(?:@person)", "'(onne) (?:other |more )?(?:@person)"],
    ['lakh', 'en.ts', '|dozen|lakh|crore', '|dozen'],
  ].map(([word, file, find, replace]) => mutant(`“${word}” counts nobody`, `${WORDS}/${file}`, find, replace)),
  mutant(
    'a power is read as more digits',
    'src/checks/derived/figureValue.ts',
    'if (/\\p{Nd}(?:[⁰¹²³⁴-⁹₀-₉]|\\^)/u.test(text)) return undefined',
    '',
    ['tests/checks/derived/figures.test.ts'],
  ),
  mutant('a number of a name is a figure', `${DETECT}/numbers/figures.ts`, 'isName(core) ||', 'false ||'),
  mutant(
    'a word before a number makes no name of it',
    `${DETECT}/numbers/figures.ts`,
    'if (isDesignated(text,',
    'if (false && isDesignated(text,',
  ),
  mutant(
    'digits of other scripts are none',
    `${DETECT}/numbers/figures.ts`,
    'if (!/[\\p{Nd}¼-¾⅐-⅞]/u.test(text)) return []',
    'if (!/[0-9]/u.test(text)) return []',
  ),
  mutant(
    'figures of Chinese powers end at their digits',
    `${DETECT}/numbers/figures.ts`,
    "const CJK_POWER = '십백천만억조十百千万萬億亿兆'",
    "const CJK_POWER = '十'",
  ),
  mutant('a date is a figure', `${DETECT}/numbers/figures.ts`, 'if (isDate(core) ||', 'if ('),
  mutant(
    'set phrases claim something',
    `${DETECT}/patterns.ts`,
    'if (never.length === 0) return found',
    'if (never.length >= 0) return found',
  ),
  mutant(
    'a capitalised word of a name is a figure',
    `${DETECT}/patterns.ts`,
    '|| (lower && isCapital(coreFrom))) continue',
    ') continue',
  ),
  mutant(
    'invisible characters hide words',
    `${DETECT}/fold.ts`,
    ".normalize('NFKC').replace(UNSEEN(), '')",
    ".normalize('NFKC')",
  ),
  mutant(
    'full width hides words',
    `${DETECT}/fold.ts`,
    ".normalize('NFKC').replace(UNSEEN(), '')",
    ".replace(UNSEEN(), '')",
  ),
  mutant(
    'letters of another alphabet hide words',
    `${DETECT}/fold.ts`,
    'if (!/[\\u0370-\\u052F]/.test(text)) return text',
    'if (text.length >= 0) return text',
  ),
  mutant('a TK in full width is none', `${DETECT}/gaps.ts`, '(TWINS[one] ?? wide(one))', '(TWINS[one] ?? one)', BESIDE),
  mutant(
    'a TK with a letter of another alphabet is none',
    `${DETECT}/gaps.ts`,
    '(TWINS[one] ?? wide(one))',
    'wide(one)',
    BESIDE,
  ),
  mutant('a TK with dots is none', `${DETECT}/gaps.ts`, "const DOTTED = 'T\\\\.?K'", "const DOTTED = 'TK'", BESIDE),
  mutant(
    'a TK with invisible characters is none',
    `${DETECT}/gaps.ts`,
    "UNSEEN().test(one) ? '' :",
    'UNSEEN().test(one) ? one :',
    BESIDE,
  ),
  mutant(
    'a name with initials is a TK',
    `${DETECT}/gaps.ts`,
    'if (/^T\\.K\\.$/.test(words) && NAME_AFTER.test(after)) return []',
    '',
    BESIDE,
  ),
  mutant(
    'a word of another alphabet is a TK',
    `${DETECT}/gaps.ts`,
    'return isOfOtherAlphabet(text.slice(from, to)) ? [] : [{ from, to }]',
    'return [{ from, to }]',
    BESIDE,
  ),
  mutant('a TK is a name', `${DETECT}/statementsOf.ts`, '(one) => !isGap(coreOf(one))', '() => true'),
]
