/** Mutants of “a killed story is read only” and “a kill never closes”. */
const OPEN = 'src/newsroom/replica/storyEditing.ts'
const RULE = 'src/story/ledger/leaving/afterKill.ts'
const TESTS = ['tests/newsroom/gate/killed.test.ts']
const WORDS = 'src/projection/published/killWords.ts'
const EXPORT = 'src/newsroom/exports/prepareExport.ts'
const KILL_TESTS = ['tests/newsroom/exports/killExport.test.ts']

/** @type {[what: string, file: string, find: string, replace: string, tests?: string[]][]} */
const rows = [
  ['a window types in a killed story', OPEN, 'guard.refuseWhenKilled()\n      const applied', 'const applied'],
  ['an action edits a killed story', OPEN, 'guard.refuseWhenKilled()\n    if (!keepsCopy)', 'if (!keepsCopy)'],
  ['the ledger of a killed story takes verdicts', RULE, "stage !== 'killed' || events", 'events.length > 0 || events'],
  ['one event that may be noted lets the others in', RULE, 'events.every(', 'events.some('],
  [
    'a kill takes a headline that names a source',
    WORDS,
    'if (what === undefined) copy.push',
    'if (true) copy.push',
    KILL_TESTS,
  ],
  [
    'a kill takes a slug that names a source',
    WORDS,
    'if (what === undefined) continue',
    'if (true) continue',
    KILL_TESTS,
  ],
  [
    'a name over several parts holds up a kill',
    EXPORT,
    'bare.leaks.length < whole.leaks.length',
    'bare.leaks.length < 0',
    KILL_TESTS,
  ],
  [
    'the text of a correction holds up a kill',
    'src/newsroom/exports/exportLeaks.ts',
    "story.ledger.standing.stage !== 'killed' && correction &&",
    'correction &&',
    KILL_TESTS,
  ],
]

export const killedMutants = rows.map(([what, file, find, replace, tests = TESTS]) => ({
  rule: 'killed',
  what,
  file,
  find,
  replace,
  tests,
}))
