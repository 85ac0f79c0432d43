/** Mutants of deleting: a story is whole or deleted for good, and nothing goes that another story uses. */
const RULES = ['tests/newsroom/library/deleteStory.test.ts']
const KILLED = ['tests/newsroom/library/killedDeletion.test.ts']
const BACKUPS = ['tests/newsroom/library/deletedBackups.test.ts']
const TRUST = ['tests/newsroom/ledger/pinTrust.test.ts']

/** @type {[what: string, file: string, find: string, replace: string, tests: string[]][]} */
const rows = [
  ['anybody deletes', 'src/story/assessment/rights.ts', 'deleteStory: { roles: EDITOR }', 'deleteStory: {}', RULES],
  [
    'a live story is deleted while its next version is open',
    'src/newsroom/library/deleteStory.ts',
    "if (live) return newsroomText('deletion.live', { headline })",
    '',
    RULES,
  ],
  [
    'a draft is deleted',
    'src/newsroom/library/deleteStory.ts',
    "stage !== 'spiked' && stage !== 'killed'",
    "stage === 'published'",
    RULES,
  ],
  [
    'a story is deleted although a lost entry may have published it',
    'src/newsroom/library/deleteStory.ts',
    'return loss && newsroomText',
    'return false && loss && newsroomText',
    RULES,
  ],
  [
    'the tombstone has the headline',
    'src/newsroom/library/deleteStory.ts',
    'guid: story.guid,',
    'guid: story.guid, ...{ headline: story.summary().headline },',
    RULES,
  ],
  [
    'the id of a deleted story is given again',
    'src/newsroom/state/storyShelf.ts',
    '|| this.#known.has(id) || this.deleted.has(id)',
    '|| this.#known.has(id)',
    RULES,
  ],
  [
    'a deleted story whose folder is put back is alive',
    'src/newsroom/state/newsroom.ts',
    'read.stories.filter((id) => !this.deleted.has(id))',
    'read.stories',
    RULES,
  ],
  [
    'the head of a deleted story stays in the table',
    'src/story/trust/storyHeads.ts',
    "parts.push(this.compacted.slice(at, place), head ? `${story} ${head.entries} ${head.head}${END}` : '')",
    "parts.push(this.compacted.slice(at, place), `${story} ${head?.entries ?? 0} ${head?.head ?? 'x'}${END}`)",
    RULES,
  ],
  [
    'a folder that is gone without a tombstone is no alarm',
    'src/storage/doctor/examineDeletions.ts',
    'id === LIBRARY_LEDGER || there.has(id)',
    "id !== '-' || there.has(id)",
    RULES,
  ],
  [
    'an older folder that is taken back passes for the last one',
    'src/newsroom/state/departures.ts',
    'if (entries > 0) heads.note(id, { entries, head })',
    '',
    RULES,
  ],
  [
    'a file that another story uses goes with a deleted one',
    'src/storage/doctor/unusedFiles.ts',
    'for (const hash of hashesIn(bytes)) left.delete(hash)',
    '',
    RULES,
  ],
  [
    'the story is checked before the last moment only',
    'src/newsroom/state/departures.ts',
    'this.room.note(by, tombstone(story))',
    "this.room.note(by, { ...story.ledgerEnd, kind: 'storyDeleted', story: id, guid: story.guid, stage: 'spiked' })",
    RULES,
  ],
  [
    'a deletion that nobody decided is finished',
    'src/storage/story/storyDeleter.ts',
    'if (isDeleted(id)) (await',
    'if (!isDeleted(id) || isDeleted(id)) (await',
    KILLED,
  ],
  [
    'a story is not put back when its tombstone cannot be written',
    'src/storage/story/storyDeleter.ts',
    'await this.#putBackOrSay(id)\n        throw error',
    'throw error',
    ['tests/storage/storyStore.test.ts'],
  ],
  [
    'the tombstone is written before the name of the folder is on the disk',
    'src/storage/story/storyDeleter.ts',
    'await this.files.rename(from, to)\n    await this.files.syncFolder(this.#folder)',
    'await this.files.rename(from, to)',
    ['tests/storage/story/storyDeleter.test.ts'],
  ],
  [
    'a deletion is finished although the library’s ledger lacks its end',
    'src/newsroom/state/departures.ts',
    "kind === 'libraryLedger' || kind === 'heads'",
    "kind === 'heads'",
    KILLED,
  ],
  [
    'a backup brings a deleted story back in silence',
    'src/storage/backup/restoreBackup.ts',
    'deleted.length > 0 && options.withDeleted !== true',
    'deleted.length > 1000',
    BACKUPS,
  ],
  [
    'a backup has a story that was deleted while it was made',
    'src/storage/backup/backUpLibrary.ts',
    "return top !== 'stories' || !gone.has(id)",
    'return true',
    BACKUPS,
  ],
  [
    'anybody’s tombstone counts in a library with PINs',
    'src/story/trust/keyHistory.ts',
    "    case 'storyDeleted':\n    case 'storyTakenBack':\n",
    '',
    TRUST,
  ],
]

export const deletionMutants = rows.map(([what, file, find, replace, tests]) => ({
  rule: 20,
  what,
  file,
  find,
  replace,
  tests,
}))
