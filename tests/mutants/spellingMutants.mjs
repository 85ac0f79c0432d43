/** Mutants of the words that the spell-checker knows: no protected name may be one. */
const KNOWN = ['tests/story/spelling/knownWords.test.ts']
const FILE = 'src/story/spelling/knownWords.ts'

/** @type {[what: string, file: string, find: string, replace: string, tests: string[]][]} */
const rows = [
  ['a protected source makes its names known', FILE, 'if (here.protected) return true', '', KNOWN],
  [
    'a source that was merged into a protected one makes its names known',
    FILE,
    'here.mergedInto === undefined ? undefined : byId.get(here.mergedInto)',
    'undefined',
    KNOWN,
  ],
  ['a word of the desk makes a protected name known', FILE, 'if (!isProtected(parts))', 'if (parts.length > 0)', KNOWN],
  ['a part of a protected name is known', FILE, 'given.every((part) =>', 'false && given.every((part) =>', KNOWN],
  [
    'names can be tried on the keys of ignored words',
    'src/story/spelling/ignoredKey.ts',
    "first.signature ?? ''",
    "''",
    ['tests/story/spelling/ignoredKey.test.ts'],
  ],
  ['an alias of a protected source is known', FILE, '  ...aliases,\n', '', KNOWN],
]

export const spellingMutants = rows.map(([what, file, find, replace, tests]) => ({
  rule: 10,
  what,
  file,
  find,
  replace,
  tests,
}))
