/** Breaks one rule of merging at a time. */
const apart = ['tests/newsroom/merge/apart.test.ts']

export const mergeMutants = [
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
