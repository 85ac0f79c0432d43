/** Breaks one rule of undoing a merge at a time. */
const tests = ['tests/newsroom/merge/undoMerge.test.ts']
const mutant = (what, file, find, replace) => ({ rule: 'merge', what, file: `src/${file}`, find, replace, tests })

export const undoMutants = [
  mutant(
    'an undo takes bad news away',
    'story/assessment/lesserReading.ts',
    'const all = assess(record)',
    'const all = assess(record.without?.[0] ?? record)',
  ),
  mutant(
    'an undo leaves the trust that came with the merge',
    'story/assessment/lesserReading.ts',
    'for (const other of record.without ?? [])',
    'for (const other of [])',
  ),
  mutant(
    'a move that was undone holds',
    'story/ledger/order/lesser.ts',
    '...safest([all, ...without])',
    '...safest([all])',
  ),
  mutant(
    'a move against the story is undone',
    'story/ledger/order/lesser.ts',
    '...safest([all, ...without])',
    '...safest(without)',
  ),
  mutant(
    'only all that was undone is read, not the last alone',
    'story/ledger/order/lesser.ts',
    '(_, nth) => nth + 1)',
    '() => 2 ** parts.length - 1)',
  ),
  {
    ...mutant(
      'the undoing before the last one is not left out by itself',
      'story/ledger/order/lesser.ts',
      'parts.filter((_, at) => (choice >> at) & 1)',
      'parts.filter((_, at) => choice >> at)',
    ),
    tests: ['tests/story/ledger/undoneReadings.test.ts'],
  },
  mutant(
    'an override that came with the merge holds',
    'story/ledger/order/lesser.ts',
    'const { overrides, dismissals, lossesAccepted } = without.at(-1) ?? all',
    'const { overrides, dismissals, lossesAccepted } = all',
  ),
  {
    ...mutant(
      'a dismissal that was taken back in the merge counts again',
      'story/ledger/order/lesser.ts',
      'dismissals: inEach(dismissals, [all, ...without])',
      'dismissals',
    ),
    tests: ['tests/story/ledger/dismissals.test.ts'],
  },
  mutant(
    'a byline that was struck in the merge stays struck',
    'story/ledger/order/lesser.ts',
    'authors: without.reduce((names, one) => withNames(names, one.authors), all.authors)',
    'authors: all.authors',
  ),
  mutant(
    'what was here before counts as brought',
    'story/ledger/order/undoneMerges.ts',
    'here.has(hash) ? undefined : byHash.get(hash)',
    'byHash.get(hash)',
  ),
  mutant(
    'whoever knew of the undo takes the same in again',
    'newsroom/merging/takeAgain.ts',
    '!known.has(undo.hash) && ',
    '',
  ),
  mutant(
    'taking in again is not undone with its merge',
    'story/ledger/order/undoneMerges.ts',
    'of [merge, ...brought]) undone.add',
    'of brought) undone.add',
  ),
  mutant(
    'a merge is undone under later changes',
    'story/merge/mergeToUndo.ts',
    'return merge && hashCopy(copy) === merge.copy ? merge : undefined',
    'return merge && copy.length > 0 ? merge : undefined',
  ),
  mutant(
    'words that the undo takes out are lost',
    'document/merge/editAs.ts',
    'return noteTakenOut(doc, lost, now)',
    'return noteTakenOut(doc, lost.slice(lost.length), now)',
  ),
  mutant(
    'an undo takes an embargo off',
    'newsroom/merging/undoMerge.ts',
    "if (field === 'embargo') refuseLooserEmbargo(room, by, now.embargo, before.embargo)",
    "if (field === 'slug') refuseLooserEmbargo(room, by, now.embargo, before.embargo)",
  ),
]
