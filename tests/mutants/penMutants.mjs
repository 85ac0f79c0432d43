/** Mutants of the pen: one person changes the standing copy, and every replica says who. */
const FOLD = ['tests/story/ledger/pen.test.ts']
const ELSEWHERE = ['tests/newsroom/merge/elsewhere.test.ts']
const DOORS = ['tests/newsroom/gate/movePen.test.ts']
const MOVE = 'src/newsroom/gate/movePen.ts'
const OPEN = 'src/newsroom/replica/storyEditing.ts'
const RACES = ['tests/newsroom/replica/pen.test.ts']
const TYPED = ['tests/document/pen/proposeTyping.test.ts']
const PROPOSE = 'src/document/pen/proposeTyping.ts'
const PIECES = 'src/document/pen/blockPieces.ts'
const MERGED = ['tests/newsroom/merge/pen.test.ts']
const PEN = 'src/story/ledger/writers/pen.ts'

/** @type {[what: string, file: string, find: string, replace: string, tests: string[]][]} */
const rows = [
  [
    'who knew the last move counts as one who knew all',
    PEN,
    'last.knewAll && known.knew(seq, last.seq)',
    'known.knew(seq, last.seq)',
    FOLD,
  ],
  ['the pen is given by a person who does not have it', PEN, 'if (!isTaken && !isGiver) return pen', '', FOLD],
  [
    'a giver need not have known that they have the pen',
    PEN,
    "lastOf(known, before.known)?.to ?? ''",
    "lastOf(pen, before.known)?.to ?? ''",
    FOLD,
  ],
  ['a giving beats an editor’s taking', PEN, "['ended', 'taken', 'given']", "['ended', 'given', 'taken']", FOLD],
  [
    'the pen survives beside a move that ends it',
    PEN,
    "['ended', 'taken', 'given']",
    "['taken', 'given', 'ended']",
    FOLD,
  ],
  [
    'the pen comes back when a story is filed again',
    PEN,
    'if (!pen || WITH_PEN.has(to)) return pen',
    'if (pen || !pen) return pen',
    FOLD,
  ],
  [
    'somebody has the pen of a draft',
    PEN,
    'stageHasPen(standing) ? lastOf(pen, known) : undefined',
    'lastOf(pen, known)',
    FOLD,
  ],
  [
    'what was typed before the pen moved is asked of its new holder',
    PEN,
    '(typed.get(client) ?? 0) <= clock',
    'true',
    FOLD,
  ],
  [
    'an entry forgets what the moves before it had',
    PEN,
    'for (const move of last?.knewAll ? [last] : known)',
    'for (const move of [] as PenMove[])',
    FOLD,
  ],
  [
    'anybody takes the pen on another machine',
    'src/story/trust/elsewhere.ts',
    "entry.taken ? 'takePen' : 'givePen'",
    "'givePen'",
    ELSEWHERE,
  ],
  [
    'an editor takes the pen from somebody without a reason',
    MOVE,
    "!isGiver && holder !== undefined && said === ''",
    'false',
    DOORS,
  ],
  ['anybody gives the pen away', MOVE, "isGiver ? 'givePen' : 'takePen'", "'givePen'", DOORS],
  ['a draft has a pen', MOVE, 'if (!stageHasPen(ledger.standing))', 'if (false)', DOORS],
  ['edits of the copy do not ask for the pen', OPEN, 'if (!keepsCopy) guard.refuseWithoutPen(by)', '', DOORS],
  [
    'anybody rejects suggestions while somebody has the pen',
    'src/newsroom/facts/suggestions/suggestions.ts',
    "verdict === 'accepted' || decided.some((one) => one.by !== by)",
    "verdict === 'accepted'",
    DOORS,
  ],
  [
    'a window types in the copy of somebody else who has the pen',
    OPEN,
    'withoutPen: penOfAnother(book.state, by) !== undefined',
    'withoutPen: false',
    RACES,
  ],
  [
    'words that are taken away without the pen stay gone',
    'src/document/pen/proposeInBlock.ts',
    'else bringWordsBack(element, offset, piece, id, work)',
    '',
    TYPED,
  ],
  [
    'words that are typed without the pen stand',
    'src/document/pen/proposeInBlock.ts',
    'formatIn(element, offset, offset + length, insertionMark(id))',
    '',
    TYPED,
  ],
  ['a graf that is typed without the pen stands', PROPOSE, 'if (last) proposeNewBlock(last, unit, work)', '', TYPED],
  [
    'a graf that is taken away without the pen stays gone',
    PROPOSE,
    'else last = proposeGoneBlock(unit, last, work)',
    '',
    TYPED,
  ],
  [
    'a window accepts its own proposal by taking its mark off',
    PIECES,
    "const ALL = ['insertion', ",
    'const ALL = [',
    TYPED,
  ],
  [
    'Stet is a writer of what it puts back',
    'src/document/writers/writersAt.ts',
    'writers.delete(STET)\n  return writers',
    'return writers',
    RACES,
  ],
  [
    'what was typed without the pen elsewhere stands',
    'src/document/pen/mergedTyping.ts',
    'return holder !== undefined && holder !== name',
    'return false',
    MERGED,
  ],
  [
    'what was typed with the pen is a suggestion when the pen comes back',
    'src/story/ledger/writers/pen.ts',
    'before = pen.filter(({ typed }) => (typed.get(client) ?? 0) <= clock)',
    'before = pen',
    MERGED,
  ],
  [
    'what stands here is not asked when the pen is news',
    'src/newsroom/merging/planMerge.ts',
    "const isNews = lines.length > 0 && take.some(({ kind }) => kind === 'pen' || kind === 'moved')",
    'const isNews = false',
    MERGED,
  ],
  [
    'words that two machines put back stand twice',
    'src/document/pen/dropDoubles.ts',
    'dropSecond(doc, library)\n    one',
    'one',
    MERGED,
  ],
  [
    'a suggestion that was decided elsewhere is pending again',
    'src/document/pen/dropDoubles.ts',
    'if (verdicts.size > 0) decideSuggestions',
    'if (false) decideSuggestions',
    MERGED,
  ],
  [
    'an acceptance of the holder’s own words leaves no note',
    'src/newsroom/facts/suggestions/applyDecisions.ts',
    'hasPen || typist !== by',
    'typist !== by',
    MERGED,
  ],
  [
    'own words that are taken away without the pen leave no note',
    'src/document/writers/watch/watchHands.ts',
    'if (isShared)\n',
    'if (false)\n',
    MERGED,
  ],
  [
    'whoever typed signs the note of another library',
    'src/newsroom/ledger/transitions.ts',
    "!trace && proposer !== '' && proposer !== by",
    'false',
    MERGED,
  ],
  [
    'what waits again keeps the id under which it was accepted elsewhere',
    'src/document/pen/mergedTyping.ts',
    'isPenId(id) && !pen.accepted.has(id) ? idAgain(id) : id',
    'id',
    MERGED,
  ],
  [
    'the pen goes before the leak scan',
    'src/newsroom/exports/bundle/handOver.ts',
    'const first = await bundleWithoutLeaks(room, by, { request, people, terms })',
    'if (pen !== undefined) for (const id of request.stories) await room.storyNow(id).then((story) => story.note(by, penGiven(room, by, story, pen)).written)\n  const first = await bundleWithoutLeaks(room, by, { request, people, terms })',
    MERGED,
  ],
]

export const penMutants = rows.map(([what, file, find, replace, tests]) => ({
  rule: 'pen',
  what,
  file,
  find,
  replace,
  tests,
}))
