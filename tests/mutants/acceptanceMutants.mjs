/** Breaks one condition of an acceptance in the name of a proposer at a time. */
const ACCEPTANCE = 'src/story/assessment/verdicts/acceptance.ts'
const TESTS = ['tests/story/assessment/acceptance.test.ts']

const acceptance = (what, find, replace, file = ACCEPTANCE, tests = TESTS) => ({
  rule: 'acceptance',
  ...{ what, file, find, replace, tests },
})

export const acceptanceMutants = [
  acceptance(
    'right words stand verified though their proposer said “wrong” once more since',
    '(one.acceptedBy ?? one.by) === by &&',
    "(one.acceptedBy ?? one.by) === '' &&",
  ),
  acceptance(
    'right words stand verified though their proposer says something else meanwhile',
    '!isAfter(accepting, one.entry, record) &&',
    'isKnown(accepting, one.entry, record) &&',
  ),
  acceptance(
    'right words stand verified though the verdict that came with them was taken back',
    'if (wrong.takenBack !== undefined && !isAfter(accepting, wrong.takenBack, record)) return true',
    '',
  ),
  acceptance(
    'right words stand verified though their proposer took them back',
    'return isEnded || given.some(isOther)',
    'return given.some(isOther)',
  ),
  acceptance(
    'somebody else puts a proposal back that its proposer took',
    '(end.by !== by || (move.by === by && ownKeys.has(move.signer))) &&',
    '',
  ),
  acceptance('a proposal is accepted twice', 'if (given.some(isAccepted)) return', 'if (false) return'),
  acceptance(
    'right words stand verified in another sentence',
    'if (sameText(accepting.sentence, sentence)) return true',
    'if (sentence.length >= 0) return true',
  ),
  acceptance(
    'a proposer verifies a sentence that somebody else changed in the same go',
    'proposed?.by === proposal.by &&',
    'proposed !== undefined &&',
  ),
  acceptance(
    'a proposer verifies a sentence with a change that another key signed',
    'proposed.signer === proposal.signer &&',
    '',
  ),
  acceptance(
    'a proposer verifies a sentence with a change of another sentence',
    'const [place, ...more] = places ?? [{ standing: deleted, from: 0 }]',
    'const [place, ...more] = places && [{ standing: deleted, from: 0 }]',
    'src/story/assessment/verdicts/together.ts',
  ),
  acceptance(
    'a proposer verifies a sentence with what they only typed on another machine',
    "if (entry.kind !== 'suggested' || entry.typedBy !== undefined) return undefined",
    "if (entry.kind !== 'suggested') return undefined",
    'src/story/ledger/writers/suggestionTrace.ts',
  ),
  acceptance(
    'right words stand verified under another header',
    'return claimIn(expected) === claimIn(parts) && sameSurroundings(defined(expected), parts)',
    'return claimIn(expected) === claimIn(parts)',
  ),
  acceptance(
    'right words stand verified by another speaker',
    'return claimIn(expected) === claimIn(parts) && sameSurroundings(defined(expected), parts)',
    'return sameSurroundings(defined(expected), parts)',
  ),
  acceptance(
    'right words stand verified without the evidence of their proposer',
    'wrong.evidence.every(isThere) &&',
    '',
  ),
  acceptance(
    'right words stand verified by a source that is another one since',
    'return is === commitment || (sources !== undefined && isSpelledOtherwise(commitment, is, sources.get(id)))',
    'return is !== commitment + id || sources === undefined',
  ),
  acceptance(
    'a look at an acceptance that does not count counts',
    'whyNotAccepted(verdictOf(signOff, record), record,',
    'whyNotAccepted(signOff, record,',
    'src/story/assessment/counting.ts',
  ),
  acceptance(
    'an acceptance that does not count is a look at another tick',
    'whyNotAccepted(other, record, { suggestions: new Map() }) === undefined &&',
    '',
    'src/story/assessment/verdicts/anotherLook.ts',
  ),
  acceptance(
    'who accepts brings evidence in the name of the proposer',
    'hashEvidence(entry.evidence) !== hashEvidence(asSupporting(backing))',
    'false',
    'src/story/ledger/record/evidenceOfFact.ts',
  ),
  acceptance(
    'who accepts takes evidence away in the name of the proposer',
    'if (entry.accepts !== undefined && proposalOf(record, entry)?.corrects.evidence !== entry.evidence)',
    'if (entry.accepts === entry.evidence)',
    'src/story/ledger/record/evidenceOfFact.ts',
  ),
  acceptance(
    'who signs for a proposer takes any evidence away',
    "if (entry.kind === 'evidenceRemoved') return entry.evidence === corrects.evidence",
    "if (entry.kind === 'evidenceRemoved') return true",
    'src/story/trust/signing.ts',
    ['tests/story/trust/acceptances.test.ts'],
  ),
  acceptance(
    'the app accepts in the name of a proposer what does not count',
    'if (whyNotAccepted({ ...accepting, ...signed }, record, around) !== undefined) return []',
    '',
    'src/newsroom/facts/suggestions/suggestions.ts',
    ['tests/newsroom/facts/suggestions/suggestions.test.ts'],
  ),
]
