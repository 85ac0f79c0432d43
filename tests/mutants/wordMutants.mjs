/** Mutants of the desk's own words: they can only add, and their loss shows. */
const TAUGHT = ['tests/checks/detect/taught.test.ts']
const QUOTE = ['tests/checks/quote/taughtQuote.test.ts', 'tests/checks/rules/facts/taughtQuote.test.ts']
const KEPT = ['tests/newsroom/library/words.test.ts']

/** @type {[what: string, file: string, find: string, replace: string, tests: string[]][]} */
const rows = [
  [
    'a name that needs no check takes away figures too',
    'src/checks/detect/taught/taughtWords.ts',
    "kind === 'name' && quiet.some",
    'quiet.some',
    TAUGHT,
  ],
  [
    'a word of the desk hides what is found without it',
    'src/checks/rules/copy/untaggedStatements.ts',
    'if (statement.taught ? isInside(statement) : isPart(statement)) return false',
    'if (isPart(statement)) return false',
    TAUGHT,
  ],
  [
    'a short name quiets a longer one',
    'src/checks/detect/taught/taughtWords.ts',
    'region.from <= from && to <= region.to',
    'region.from < to && from < region.to',
    TAUGHT,
  ],
  [
    'a filler of the desk lets a quote pass by itself',
    'src/checks/quote/taughtQuote.ts',
    ', taught: [...used] }',
    ' }',
    QUOTE,
  ],
  ['a negation may be a filler', 'src/checks/teach/whyNotTaught.ts', "given.list !== 'filler'", 'true', KEPT],
  ['anybody teaches', 'src/story/desk/rightsTable.ts', 'teachWords: { roles: EDITOR }', 'teachWords: {}', KEPT],
  [
    'a lost file of words reads as none',
    'src/storage/records/readLibraryFacts.ts',
    '!taught.absent || kept[words.kind] !== undefined',
    '!taught.absent',
    KEPT,
  ],
  [
    'a name that nothing vouches for needs no check',
    'src/storage/records/survivors.ts',
    "filter(({ list }) => list !== 'name')",
    'filter(() => true)',
    KEPT,
  ],
  [
    'a name written into the file by hand needs no check',
    'src/story/trust/signedWords.ts',
    'isSought(word.list) && unsigned.includes(word)',
    'unsigned.includes(word)',
    KEPT,
  ],
  [
    'a word taken out by hand is looked for no more',
    'src/story/trust/signedWords.ts',
    '...[...now.values()].filter(({ list }) => isSought(list))',
    '',
    KEPT,
  ],
  ['a protected name is a word of the desk', 'src/newsroom/library/words.ts', 'masked !== words', 'false', KEPT],
  [
    'a clearing does not say which words were asked for',
    'src/story/ledger/deskWordsAsked.ts',
    '!words || words.length === 0',
    'true',
    KEPT,
  ],
  [
    'a checker signs words of the desk',
    'src/story/trust/keys/keyHistory.ts',
    "    case 'wordAdded':\n    case 'wordRemoved':\n",
    '',
    ['tests/newsroom/ledger/pinTrust.test.ts'],
  ],
  ['words are taught while the library is closed', 'src/newsroom/gate/closure.ts', "  'words.add',\n", '', KEPT],
]

export const wordMutants = rows.map(([what, file, find, replace, tests]) => ({
  rule: 10,
  what,
  file,
  find,
  replace,
  tests,
}))
