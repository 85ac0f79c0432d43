/** Mutants of the index of stories: it holds no protected name, misses no change, and forgets nothing that is newer. */
const FILES = ['tests/newsroom/storyIndex/storyIndexFiles.test.ts']
const AHEAD = ['tests/newsroom/storyIndex/indexAhead.test.ts']
const GIVEN_UP = ['tests/newsroom/storyIndex/givenUpDeletion.test.ts']
const TWO = ['tests/newsroom/storyIndex/twoProcesses.test.ts']
const ROOM_RULES = ['tests/newsroom/storyIndex/indexRoom.test.ts']
const MASKING = ['tests/newsroom/storyIndex/names/maskStory.test.ts']
const SOURCES = ['tests/newsroom/storyIndex/names/sourcesOfIndex.test.ts']
const STAMP = ['tests/storage/story/storyStamp.test.ts']
const ROLES = ['tests/newsroom/storyIndex/otherRoles.test.ts']
const NEWEST = ['tests/storage/storyIndex/newestOf.test.ts']
const ROOM = 'src/newsroom/storyIndex/indexRoom.ts'
const IN_USE = 'src/newsroom/storyIndex/indexInUse.ts'
const KEEPER = 'src/newsroom/storyIndex/indexKeeper.ts'
const SWEEP = 'src/newsroom/storyIndex/sweepStories.ts'
const MASK = 'src/newsroom/storyIndex/names/maskStory.ts'
const NAMES = 'src/newsroom/storyIndex/names/indexNames.ts'
const STORY_STAMP = 'src/storage/story/storyStamp.ts'
const NEWEST_OF = 'src/storage/storyIndex/sqlite/newestOf.ts'

/** @type {[what: string, file: string, find: string, replace: string, tests: string[]][]} */
const rows = [
  [
    'a protected name stands in the index',
    NAMES,
    'this.#mask(indexedStory(story, this.open))',
    'indexedStory(story, this.open)',
    FILES,
  ],
  [
    'the part of a protected name stands in a story with the name',
    MASK,
    '[...terms, ...partsOf(terms.filter((_term, at) => found[at]))]',
    '[...terms]',
    MASKING,
  ],
  [
    'a protected name stands over two texts of the index',
    MASK,
    "for (const at of touched(masked, placesIn(masked.join('\\n')))) masked[at] = ''",
    '',
    MASKING,
  ],
  ['a story waits for nobody whose name is masked', MASK, "line === before[at] ? line : '*'", 'line', MASKING],
  [
    'the name of a protected source is among those that the index may hold',
    'src/newsroom/storyIndex/names/sourcesOfIndex.ts',
    "source.protected || source.name === ''",
    "source.name === ''",
    SOURCES,
  ],
  [
    'the index is kept when a name in it becomes protected',
    NAMES,
    'return JSON.stringify(this.#terms) === JSON.stringify(other.#terms)',
    'return true',
    FILES,
  ],
  [
    'the file with a name that is protected now is left where it is',
    IN_USE,
    "if (owns && folder !== undefined) removeOtherIndexes({ folder, print: print ?? '' })",
    '',
    FILES,
  ],
  [
    'a story file that was written anew counts as the one of before',
    STORY_STAMP,
    'if (!facts || stampOf(facts, null) !== `${file} -`) return false',
    'if (!facts) return false',
    STAMP,
  ],
  ['what only the log of a story has is missed', STORY_STAMP, 'sizeOf(segmentName(segment)) === bytes &&', '', STAMP],
  [
    'what only the next log of a story has is missed',
    STORY_STAMP,
    'sizeOf(segmentName(segment + 1)) === 0 &&',
    '',
    STAMP,
  ],
  ['what only the ledger of a story has is missed', STORY_STAMP, '&& sizeOf(LEDGER_FILE) === ledger', '', STAMP],
  [
    'the number of a story file does not tell it from another',
    STORY_STAMP,
    '${node}:${size}:${modified}:${changed} ${ends}',
    '${size}:${modified} ${ends}',
    STAMP,
  ],
  [
    'a library that was put back counts as the one that the index was left with',
    ROOM,
    'whole?.library === options.found &&',
    '',
    ROOM_RULES,
  ],
  [
    'an index is taken for whole that is another file than the one that was left so',
    ROOM,
    'whole.file === file &&',
    '',
    ROOM_RULES,
  ],
  [
    'names of sources that changed since the index was left whole are missed',
    ROOM,
    '&& whole.names === this.#names.hash',
    '',
    ROOM_RULES,
  ],
  [
    'an index that was only begun is taken for whole',
    ROOM,
    'this.#wasSwept() && whole?.library',
    'whole?.library',
    ROOM_RULES,
  ],
  [
    'an index that is being changed is still noted as whole',
    IN_USE,
    "if (folder !== undefined && this.#opened.index.kept === 'file') removeWhole(folder)",
    '',
    ROOM_RULES,
  ],
  [
    'an index is taken for whole while an owner goes on writing',
    'src/storage/openLibrary.ts',
    "(await mayBeOwned(files, folder)) ? '' : found",
    'found',
    TWO,
  ],
  [
    'a library that cannot be listed counts as one that nobody writes to',
    'src/storage/owner/libraryLock.ts',
    '} catch { return true }',
    '} catch { return false }',
    ['tests/storage/owner/mayBeOwned.test.ts'],
  ],
  [
    'a process that has not looked at every story leaves the index as whole',
    KEEPER,
    "this.#isWhole && library !== '' ? { library } : {}",
    "library !== '' ? { library } : {}",
    FILES,
  ],
  [
    'a command answers before every story was looked at',
    KEEPER,
    'const isPart = partly && this.options.ahead === true',
    'const isPart = partly',
    AHEAD,
  ],
  ['a part answers every question', KEEPER, 'return partly && !this.#hasFailed ?', 'return !this.#hasFailed ?', AHEAD],
  [
    'an index that never had every story answers after the first looks',
    SWEEP,
    "if (!isFirst) tell('looked', {})",
    "tell('looked', {})",
    AHEAD,
  ],
  [
    'a page of hits is not ordered with its neighbours before it',
    NEWEST_OF,
    'if (before !== undefined && isOneMoment(before, first))',
    'if (false)',
    NEWEST,
  ],
  [
    'a page of hits is not ordered with its neighbours after it',
    NEWEST_OF,
    'if (after !== undefined && isOneMoment(after, last))',
    'if (false)',
    NEWEST,
  ],
  [
    'of one moment the oldest story comes first',
    NEWEST_OF,
    'ageOf(a) < ageOf(b) ? 1 : -1',
    'ageOf(a) < ageOf(b) ? -1 : 1',
    NEWEST,
  ],
  [
    'a put asks too early whether the files are still those that were read',
    'src/storage/storyIndex/sqlite/sqliteIndex.ts',
    'stories.filter(still).map(',
    'stories.map(',
    ROOM_RULES,
  ],
  [
    'a sweep takes out a story that another process made since it listed them',
    SWEEP,
    '!now.has(id) && !isTouched(id)',
    '!isTouched(id)',
    AHEAD,
  ],
  [
    'a story file that does not say what waits is never read again',
    SWEEP,
    "stamp: lacksTasks(file) ? '' : stamp",
    'stamp',
    ROOM_RULES,
  ],
  [
    'a sweep puts what it read over what another process has put since',
    SWEEP,
    "!isTouched(id) && stillHasStamp(stories, id, stamps.get(id) ?? '')",
    '!isTouched(id)',
    ROOM_RULES,
  ],
  [
    'a story that is read again goes over what another process has put since',
    ROOM,
    '[storyOfEntry(entry)], () => stillHasStamp(this.stories, id, entry.stamp))',
    '[storyOfEntry(entry)])',
    ROOM_RULES,
  ],
  [
    'a story that is read again goes over what was put while it was read',
    ROOM,
    'if (this.#isTouched(id, since)) continue',
    '',
    ROOM_RULES,
  ],
  [
    'a sweep puts a story back that was deleted while it was read',
    ROOM,
    '// What is being read of it is older.\n      this.#puts.set(id, ++this.#putsSoFar)',
    '',
    ROOM_RULES,
  ],
  [
    'a story file that is late takes back what the index has of the story',
    'src/newsroom/storyIndex/indexPuts.ts',
    "if (has === 'later') return",
    '',
    ['tests/newsroom/storyIndex/indexPuts.test.ts'],
  ],
  [
    'a file that was cut keeps the index in memory for good',
    'src/storage/storyIndex/file/indexFile.ts',
    "['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR']",
    "['SQLITE_CORRUPT', 'SQLITE_NOTADB']",
    FILES,
  ],
  ['an index is begun anew without end', IN_USE, 'isDamage(error) && !forGood ?', 'isDamage(error) ?', ROOM_RULES],
  [
    'a story whose deletion a crash cut short is missing when a reader came first',
    'src/newsroom/state/departures.ts',
    'for (const id of putBack) this.room.index.putBack(id)',
    '',
    GIVEN_UP,
  ],
  [
    'a story whose deletion is given up is missing when a reader looked meanwhile',
    'src/newsroom/state/departures.ts',
    'this.room.index.stayed(id)',
    '',
    GIVEN_UP,
  ],
  [
    'a count of the queue forgets stories that are assigned',
    'src/storage/storyIndex/outline.ts',
    'open: Math.min(open, 1),',
    'open: 0,',
    ['tests/newsroom/storyIndex/outline.property.test.ts'],
  ],
  [
    'an index counts stories in memory, too',
    'src/storage/storyIndex/sqlite/waitingRows.ts',
    'in (select value from json_each(?))',
    '= json_array(?)',
    ['tests/storage/storyIndex', 'tests/newsroom/stories/deskQueue.property.test.ts'],
  ],
  [
    'the queue counts stories in memory twice',
    'src/newsroom/storyIndex/waiting/waitingQuestion.ts',
    'without: open',
    'without: []',
    ['tests/newsroom/stories/deskQueue.property.test.ts'],
  ],
  [
    'the queue leaves out stories with a name masked',
    'src/newsroom/storyIndex/waiting/waitingQuestion.ts',
    'sealed: found.sealed',
    'sealed: []',
    ['tests/newsroom/stories/deskQueue.property.test.ts'],
  ],
  [
    'a line is found by one word of a name',
    'src/storage/storyIndex/sqlite/waitingRows.ts',
    "join(' AND ')",
    "join(' OR ')",
    ['tests/storage/storyIndex'],
  ],
  [
    'an index forgets what waited in a story that is gone',
    'src/storage/storyIndex/sqlite/storyRows.ts',
    "this.#run('delete from outlines where n = ?', [n])",
    '',
    ['tests/storage/storyIndex'],
  ],
  [
    'My queue asks with every change of a story',
    'src/renderer/library/queue/QueuePanel.tsx',
    '{ pause: 0, rest: REST_MS }',
    '{ pause: 0 }',
    ['tests/renderer/library/queue.test.tsx'],
  ],
  [
    'rows stay as they are when roles change',
    KEEPER,
    "const ids = await this.#thread.ask('otherRoles', roster)",
    'const ids: readonly string[] = []',
    ROLES,
  ],
  [
    'every story with a verdict is read when the role of one person changes',
    ROOM,
    'changed.length > 0 ? this.#index.signedBy(changed) : []',
    'changed.length > 0 ? this.#index.signedBy([...now.keys()]) : []',
    ROLES,
  ],
  [
    'the index forgets roles that changed before all stories were read',
    KEEPER,
    'if (this.#isClosing) return',
    'if (this.#isClosing) break',
    ROLES,
  ],
  [
    'the index forgets who gave a verdict that does not count now',
    'src/newsroom/replica/view/storyView.ts',
    '...(signersBefore.length > 0 ? { signersBefore } : {})',
    '',
    ROLES,
  ],
  [
    'a story is read for no role of a signer whose name is masked',
    MASK,
    'signers: orAnybody(signers, story.signers ?? [])',
    'signers',
    MASKING,
  ],
  [
    'a story that is deleted meanwhile stops the queue',
    'src/newsroom/stories/list/deskQueue.ts',
    'if (!room.deleted.has(id) && (await room.store.hasStory(id))) throw error',
    'throw error',
    ['tests/newsroom/stories/deskQueue.test.ts'],
  ],
]

export const indexMutants = rows.map(([what, file, find, replace, tests]) => ({
  rule: 'index',
  what,
  file,
  find,
  replace,
  tests,
}))
