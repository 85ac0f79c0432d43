/** Breaks one rule of merging at a time. */
const apart = ['tests/newsroom/merge/apart.test.ts']

const ledgers = ['tests/newsroom/merge/mergeLedgers.test.ts']
const inLedgers = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: 'src/story/merge/mergeLedgers.ts',
  find,
  replace,
  tests: ledgers,
})

export const mergeMutants = [
  inLedgers('a changed entry comes in', 'if (hashEntry(entry) !== entry.hash) return', 'if (entry.hash === "") return'),
  inLedgers('an entry comes in twice', 'if (before.has(entry.hash)) return', 'if (entry.hash === "") return'),
  inLedgers('a ledger with a gap comes in', 'if (lacks.length > 0)', 'if (lacks.length > 9)'),
  inLedgers('an entry of another story comes in', 'if (entry.ledger !== ledger) return', 'if (ledger === "") return'),
  inLedgers(
    'unsigned entries come in beside others',
    '} else if (lines.length > 0 || entry.seq',
    '} else if (entry.seq',
  ),
  inLedgers(
    'a history begins twice',
    'if (follows.length === 0 && (lines.length > 0 || place > 1)) return',
    'if (follows.length < 0) return',
  ),
  inLedgers('a bad signature of a known key comes in', 'if (!good.has(entry.hash)) return', 'if (by === "") return'),
  inLedgers('the card in a bundle is not asked', '?? onCard.get(id)', '?? (onCard.size < 0 ? "" : undefined)'),
  inLedgers(
    'the key for notes gives verdicts in a bundle',
    "if (grade === 'library' && gradeFor(entry) !== 'library') return",
    "if (grade === 'library' && gradeFor(entry) === 'plain') return",
  ),
  inLedgers('an entry under another’s name comes in', "grade === 'library' || person === by) continue", 'by) continue'),
  inLedgers(
    'a library that was put back hides its bad news',
    'if (!known.has(entry.hash)) return',
    'if (known.size < 0) return',
  ),
  inLedgers('an own entry that comes back is refused', 'return key && !key.elsewhere ? undefined : (', 'return ('),
  {
    rule: 'merge',
    what: 'an entry that no merge brought is no loss',
    file: 'src/story/trust/verifyLedger.ts',
    find: 'return brought.has(hash) && (',
    replace: 'return brought.size >= 0 && (',
    tests: apart,
  },
  {
    rule: 'merge',
    what: 'a changed signature of another machine’s entry is no loss',
    file: 'src/story/trust/verifyLedger.ts',
    find: '(key.elsewhere === true && good.has(hash))',
    replace: 'key.elsewhere === true',
    tests: apart,
  },
  {
    rule: 'merge',
    what: 'an own entry that does not count is no loss after a merge',
    file: 'src/story/trust/verifyLedger.ts',
    find: '(key === undefined || (key.elsewhere',
    replace: '(key === undefined || !good.has(hash) || (key.elsewhere',
    tests: apart,
  },
  {
    rule: 'merge',
    what: 'the clock of another machine decides what had arrived',
    file: 'src/story/trust/refused.ts',
    find: 'const asTimesSay = key.elsewhere !== true || key.endsKnown',
    replace: 'const asTimesSay = key.elsewhere === true || key.endsKnown',
    tests: apart,
  },
  {
    rule: 'merge',
    what: 'entries that do not count make several writers of one',
    file: 'src/story/ledger/order/ledgerOrder.ts',
    find: 'if (one) waiting.push(...followedBy(one))',
    replace: 'if (one) waiting.push()',
    tests: apart,
  },
]
