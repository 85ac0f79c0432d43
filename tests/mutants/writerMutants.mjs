/** Ledgers with several writers, and keys of other machines. */
export const writerMutants = [
  {
    rule: 'writers',
    what: 'the order of entries decides between concurrent verdicts',
    file: 'src/story/assessment/counting.ts',
    find: 'standing.filter((one) => !standing.some(({ entry }) => knewEntry(record, entry, one.entry)))',
    replace: '[last]',
    tests: ['tests/story/ledger/severalWriters.property.test.ts'],
  },
  {
    rule: 'writers',
    what: 'a tick beside another verdict stands',
    file: 'src/story/assessment/counting.ts',
    find: '...(differs ? { differs: true } : {})',
    replace: '',
    tests: ['tests/story/ledger/severalWriters.property.test.ts'],
  },
  {
    rule: 'writers',
    what: 'an answer takes away what its writer did not know',
    file: 'src/story/ledger/factRecord.ts',
    find: 'answers?.some((answer) => knewEntry(record, answer, entry))',
    replace: 'answers?.some((answer) => answer > entry)',
    tests: ['tests/story/ledger/severalWriters.property.test.ts'],
  },
  {
    rule: 'writers',
    what: 'the last of concurrent moves holds',
    file: 'src/story/ledger/moves.ts',
    find: 'rank(a) <= rank(b) ? [a, b] : [b, a]',
    replace: '[b, a]',
    tests: ['tests/story/ledger/severalWriters.property.test.ts'],
  },
  {
    rule: 'writers',
    what: 'entries are read in the order of the file',
    file: 'src/story/ledger/order/ledgerOrder.ts',
    find: 'if (left === 0) putIn(ready, entry)',
    replace: 'if (left === 0) ready.push(entry)',
    tests: ['tests/story/ledger/severalWriters.property.test.ts'],
  },
]
