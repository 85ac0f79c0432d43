/** Breaks one rule of what an editor decides on entries that stand apart at a time. */
const tests = ['tests/newsroom/merge/decideApart.test.ts']
const OVER = 'newsroom/merging/apart/takeOver.ts'
const DECIDE = 'newsroom/merging/apart/decideApart.ts'
const mutant = (what, file, find, replace, where = tests) => ({
  rule: 'merge',
  what,
  file: `src/${file}`,
  find,
  replace,
  tests: where,
})

export const apartMutants = [
  mutant(
    'a verdict that gives trust is taken over',
    OVER,
    "(!AGAINST.has(status) && status !== 'queried') || carries !== undefined",
    'carries !== undefined',
  ),
  mutant('a verdict on other words is taken over', OVER, 'if (!sameWords(words, fact.words))', "if (words === '')"),
  mutant(
    'what is taken over replaces a verdict against the words',
    OVER,
    'if (stands) {',
    "if (stands?.status === 'queried') {",
  ),
  mutant('an answer takes a query away that its writer did not know', OVER, '!knew(query.hash) ||', ''),
  mutant(
    'taking over hides that only an author brought the evidence',
    OVER,
    'said.file === undefined && author',
    'said.file !== undefined && author',
  ),
  mutant(
    'evidence of an unknown key is taken over without a file',
    OVER,
    'said.file === undefined && key === undefined',
    'said.file !== undefined && key === undefined',
  ),
  mutant(
    'who is no editor decides',
    DECIDE,
    "if (refused !== undefined) throw new NewsroomError('refused', refused)",
    '',
  ),
  mutant(
    'an entry is taken over twice',
    DECIDE,
    "if (entries.some(({ hash }) => isTaken(story, hash))) throw new NewsroomError('refused', apartText('gone.taken'))",
    '',
  ),
  mutant(
    'a fact is signed that the editor did not see',
    DECIDE,
    'seen === undefined || seen !== views',
    'seen === views',
  ),
  mutant(
    'a decision on another machine asks for no right',
    'story/trust/elsewhere.ts',
    "return right('decideApart')",
    'return undefined',
    [...tests, 'tests/newsroom/merge/elsewhere.test.ts'],
  ),
  mutant(
    'a later drop hides that an entry was taken over',
    'story/merge/waitingApart.ts',
    "if (found.get(hash)?.verdict !== 'taken') found.set(hash, entry)",
    'found.set(hash, entry)',
  ),
]
