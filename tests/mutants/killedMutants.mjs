/** Mutants of “a killed story is read only”. */
const OPEN = 'src/newsroom/replica/openStory.ts'
const RULE = 'src/story/ledger/leaving/afterKill.ts'
const TESTS = ['tests/newsroom/gate/killed.test.ts']

/** @type {[what: string, file: string, find: string, replace: string][]} */
const rows = [
  ['a window types in a killed story', OPEN, 'this.refuseWhenKilled()\n      const applied', 'const applied'],
  ['an action edits a killed story', OPEN, 'this.refuseWhenKilled()\n    if (!keepsCopy)', 'if (!keepsCopy)'],
  ['the ledger of a killed story takes verdicts', RULE, "stage !== 'killed' || events", 'events.length > 0 || events'],
  ['one event that may be noted lets the others in', RULE, 'events.every(', 'events.some('],
]

export const killedMutants = rows.map(([what, file, find, replace]) => ({
  rule: 'killed',
  what,
  file,
  find,
  replace,
  tests: TESTS,
}))
