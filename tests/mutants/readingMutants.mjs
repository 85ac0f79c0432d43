/** Breaks what is asked when a story is read of entries that another Stet may have signed, one question at a time. */
const reading = (what, file, find, replace, tests) => ({
  rule: 'reading',
  ...{ what, find, replace },
  file: `src/story/${file}`,
  tests: [`tests/story/${tests}.test.ts`],
})

const LOOKS = 'assessment/looks'
const OBJECTIONS = 'assessment/objections'
const MOVES = 'ledger/concurrentMoves'
const COUNTING = 'assessment/counting'

export const readingMutants = [
  reading(
    'a look rests on what its writer says',
    'ledger/factRecord.ts',
    'given: verdict.entry, ...asGiven(verdict, parts) }',
    'given: verdict.entry, ...defined({ translation, derived, parts }) }',
    LOOKS,
  ),
  reading(
    'a look claims what its writer says',
    'ledger/looks.ts',
    'parts: given && parts ? claimedBy(given, parts) : parts',
    'parts',
    LOOKS,
  ),
  reading(
    'a look without the view lifts all that the verdict covers',
    'ledger/looks.ts',
    '(parts !== undefined || verdict.parts === undefined)',
    'verdict !== undefined',
    LOOKS,
  ),
  reading(
    'a look stands over what came after its verdict',
    'assessment/verdicts/lookedAgain.ts',
    '(knewEntry(record, signOff.entry, given.entry) || signOff.status !== given.status)',
    'record === undefined',
    LOOKS,
  ),
  reading(
    'a look chooses between verdicts that differ',
    'assessment/verdicts/lookedAgain.ts',
    ' || signOff.status !== given.status)',
    ')',
    LOOKS,
  ),
  reading(
    'a look brings back what an answer took away',
    'assessment/verdicts/lookedAgain.ts',
    '!isPassed && !isAnswered(record, given)',
    '!isPassed',
    LOOKS,
  ),
  reading(
    'an author takes back the query of somebody else',
    'assessment/counting.ts',
    "return status !== 'queried' && !signOffs",
    'return !signOffs',
    OBJECTIONS,
  ),
  reading(
    'an author takes a tick away to bring back an earlier one',
    'assessment/counting.ts',
    '!signOffs.some((one) => one.entry < entry && givesTrust(one))',
    'entry > 0',
    OBJECTIONS,
  ),
  reading(
    'another Stet takes away what an author may not',
    'assessment/verdicts/takenAgainst.ts',
    'if (isAuthorEver(story, by)) return true',
    'if (isAuthorEver(story, by)) return false',
    OBJECTIONS,
  ),
  reading(
    'another Stet takes away what a writer of the words may not',
    'assessment/verdicts/takenAgainst.ts',
    'return wrote && !isVerifiedByAnother',
    'return false && !isVerifiedByAnother',
    OBJECTIONS,
  ),
  reading(
    'evidence against the words is turned without a right',
    'ledger/factRecord.ts',
    '...(replaces === undefined ? {} : withTaken(record, entry, replaces, evidence.id)),',
    '',
    OBJECTIONS,
  ),
  reading(
    'the id of evidence makes it somebody else’s',
    'ledger/factRecord.ts',
    'const ids = [...(replaces === undefined ? [] : [replaces]), evidence.id]',
    'const ids = replaces === undefined ? [] : [replaces]',
    OBJECTIONS,
  ),
  reading('a killed story comes back', 'ledger/moves.ts', "if (standing.stage === 'killed') return false", '', MOVES),
  reading(
    'a story moves from where it does not stand',
    'ledger/moves.ts',
    'return from === standing.stage && findMove',
    'return findMove',
    MOVES,
  ),
  reading(
    'a story makes moves that are not in the table',
    'ledger/moves.ts',
    "return from === standing.stage && findMove(standing, to, 'alert') !== undefined",
    'return from === standing.stage',
    MOVES,
  ),
  reading(
    'a lost move makes all later ones illegal',
    'ledger/moves.ts',
    "if (to === 'killed' || isOther) return true",
    "if (to === 'killed') return true",
    MOVES,
  ),
  reading(
    'a move is judged by what its writer did not know',
    'ledger/moves.ts',
    'return isLegal(before, entry, severalReadings',
    'return isLegal(before && state, entry, severalReadings',
    MOVES,
  ),
  reading(
    'the library’s key puts a proposal back',
    'assessment/verdicts/acceptance.ts',
    '(move.by === by && ownKeys.has(move.signer))',
    'move.by === by',
    'assessment/acceptance',
  ),
  reading(
    'a tick without the view counts',
    'assessment/counting.ts',
    'return !parts || evidence.every',
    'return evidence.every',
    COUNTING,
  ),
  reading(
    'a tick that nothing supports counts',
    'assessment/counting.ts',
    'return !parts || evidence.every((hash) => against.has(hash))',
    'return !parts || (evidence.length < 0 && against.size > 0)',
    COUNTING,
  ),
  reading(
    'a self-checked tick is dated before what it follows',
    'assessment/counting.ts',
    'if (!selfChecked || backDated) return false',
    'if (!selfChecked) return false',
    COUNTING,
  ),
  reading(
    'a tick that only says it is self-checked needs no look',
    'assessment/counting.ts',
    'const { selfChecked: _said, ...other } = signOff',
    'const other = signOff',
    COUNTING,
  ),
]
