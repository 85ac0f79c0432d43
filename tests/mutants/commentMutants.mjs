/** Mutants of comments: everybody changes their own words alone, and nobody's answer goes with a question. */
const TESTS = ['tests/newsroom/stories/ownComments.test.ts']
const OWN = 'src/newsroom/stories/ownComments.ts'
const READ = 'src/document/reading/readComments.ts'

/** @type {[what: string, file: string, find: string, replace: string][]} */
const rows = [
  ['anybody edits and deletes the words of others', OWN, 'if (by !== person) throw', 'if (false) throw'],
  ['words are changed that the person did not see', OWN, 'was !== undefined && was !== text', 'false'],
  ['a comment goes together with the answers of others', OWN, '!answer && others.length > 0', 'false'],
  ['anybody restores what others deleted', OWN, '(answer?.by ?? thread.by) === by', 'true'],
  [
    'a deleted comment takes an answer from another machine along',
    READ,
    'isDeleted && thread?.replies.every(({ by }) => by === thread.by) === true',
    'isDeleted',
  ],
  [
    'an author lets go of what somebody else says must be fixed',
    'src/newsroom/stories/comments.ts',
    '[named, ...open].find((name) => name !== by)',
    '[thread.by].find((name) => name !== by)',
  ],
  [
    'an author keeps the mark of an editor as the own one',
    'src/newsroom/stories/comments.ts',
    '(isOwn(by) || !isOwn(thread.mustFixBy ?? thread.by))',
    'true',
  ],
  ['an author deletes what must be fixed', OWN, '!answer && thread.mustFix', 'false'],
  ['the history lacks the words of before', OWN, 'was: words, text: said', "was: '', text: said"],
]

export const commentMutants = rows.map(([what, file, find, replace]) => ({
  rule: 'comments',
  ...{ what, file, find, replace },
  tests: TESTS,
}))
