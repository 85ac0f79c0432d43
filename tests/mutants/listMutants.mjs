/** Mutants of the list of stories in a window: it must be right without holding every story. */
const LIST = ['tests/renderer/state/storyList.test.ts']
const ORDER = ['tests/renderer/state/storyOrder.test.ts']
const LINES = ['tests/renderer/library/list/layout/listLayout.test.ts']
const SHIFT = ['tests/renderer/library/list/layout/scrollShift.test.ts']
const BULK = ['tests/renderer/state/bulkWork.test.ts']
const STORE = 'src/renderer/state/stores/stories/storyList.ts'
const PLACE = 'src/renderer/state/stores/stories/storyOrder.ts'
const LAYOUT = 'src/renderer/library/list/layout/listLayout.ts'

/** @type {[what: string, file: string, find: string, replace: string, tests: string[]][]} */
const rows = [
  ['a list of stories keeps every page it has seen', STORE, 'if (!near(page)) pages.delete(page)', '', LIST],
  ['a story that is gone leaves its row in the list', STORE, 'gone.length > 0 ||', 'false ||', LIST],
  [
    'a changed story is not looked for under a query',
    STORE,
    "(rows.length > 0 && shown.query.trim() !== '')",
    'false',
    LIST,
  ],
  ['an answer to an earlier question is shown', STORE, 'if (turn !== this.#turn) return', '', LIST],
  [
    'a list that cannot be read is asked without end',
    STORE,
    'if (failed !== undefined && !this.#isStale) return []',
    '',
    LIST,
  ],
  [
    'a story that moved out of sight is not followed',
    STORE,
    'found?.id === id ? found.at : undefined',
    'undefined',
    LIST,
  ],
  [
    'a story that changed its stage stays in its old group',
    PLACE,
    '!before || groupOf(before) !== groupOf(row)',
    '!before',
    ORDER,
  ],
  [
    'a story beside an unknown one counts as in order',
    PLACE,
    '(a !== undefined && b !== undefined && (comesFirst(sort, a, b)',
    '(a === undefined || b === undefined || (comesFirst(sort, a, b)',
    ORDER,
  ],
  ['stories of one moment count as in order', PLACE, 'a.updated > b.updated', 'a.updated >= b.updated', ORDER],
  ['many changed stories are not looked for', STORE, 'let hasMoved = areMany ||', 'let hasMoved =', LIST],
  [
    'a folded group moves the stories below it to other offsets',
    LAYOUT,
    'offset += count',
    'offset += group.isFolded ? 0 : count',
    LINES,
  ],
  [
    'a key passes over a folded group',
    LAYOUT,
    "found.kind === 'story' || found.group.isFolded",
    "found.kind === 'story'",
    LINES,
  ],
  [
    'the list jumps after one row that moved',
    'src/renderer/library/list/layout/scrollShift.ts',
    'sort((a, b) => b[1] - a[1])',
    'sort((a, b) => a[1] - b[1])',
    SHIFT,
  ],
  [
    'a refusal ends what is done to many stories',
    'src/renderer/state/stores/stories/bulkWork.ts',
    'if (this.store.getState().isStopped) break',
    'if (this.store.getState().isStopped || this.store.getState().failed.length > 0) break',
    BULK,
  ],
  [
    'what is done to many stories cannot be stopped',
    'src/renderer/state/stores/stories/bulkWork.ts',
    'if (this.store.getState().isStopped) break',
    '',
    BULK,
  ],
  [
    'an undo writes over what somebody changed since',
    'src/renderer/state/stores/stories/bulkWork.ts',
    'expected !== undefined && before !== expected',
    'false',
    BULK,
  ],
  [
    'a selection outlives its search',
    'src/renderer/state/stores/stories/storySelection.ts',
    'if (query !== before.query) this.clear()',
    '',
    ['tests/renderer/state/storySelection.test.ts'],
  ],
  [
    'all stories of a search are those that the window holds',
    'src/renderer/state/stores/stories/storySelection.ts',
    'if (!row) return undefined',
    'if (!row) break',
    ['tests/renderer/state/storySelection.test.ts'],
  ],
  [
    'stories that change without pause put a search off without end',
    'src/renderer/library/search/pacedQuestion.ts',
    'else this.#timer ??= setTimeout(',
    'else clearTimeout(this.#timer), this.#timer = setTimeout(',
    ['tests/renderer/library/search/pacedQuestion.test.ts'],
  ],
  [
    'a search misses what changed while it was answered',
    'src/renderer/library/search/pacedQuestion.ts',
    'if (this.#isAsking || this.#resting !== undefined) this.#isStale = true',
    'if (this.#isAsking || this.#resting !== undefined) return',
    ['tests/renderer/library/search/pacedQuestion.test.ts'],
  ],
  [
    'a query without words means every story',
    'src/cli/stories/eachStory.ts',
    "query.trim() === ''",
    'false',
    ['tests/cli/stories/eachStory.test.ts'],
  ],
]

export const listMutants = rows.map(([what, file, find, replace, tests]) => ({
  rule: 'list',
  what,
  file,
  find,
  replace,
  tests,
}))
