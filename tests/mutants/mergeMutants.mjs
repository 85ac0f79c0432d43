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

const tried = ['tests/document/merge/tryMerge.test.ts']
const attacked = ['tests/newsroom/merge/attacks.test.ts']
const cut = ['tests/storage/faults/mergedStory.test.ts']
const exchanged = ['tests/newsroom/replicas/replicas.property.test.ts']
const otherTrust = ['tests/newsroom/merge/otherTrust.test.ts']
const elsewhere = ['tests/newsroom/merge/sourcesElsewhere.test.ts']
const inSources = (what, file, find, replace) => ({ rule: 'merge', what, file, find, replace, tests: elsewhere })
const document = 'src/document/merge'
const merging = 'src/newsroom/merging'
const inDocument = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: `${document}/tryMerge.ts`,
  find,
  replace,
  tests: tried,
})
const inParts = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: `${document}/foreignParts.ts`,
  find,
  replace,
  tests: tried,
})
const inRescued = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: 'src/document/rescueWords.ts',
  find,
  replace,
  tests: ['tests/newsroom/merge/droppedWords.test.ts'],
})
const inTaken = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: `${document}/takenAway.ts`,
  find,
  replace,
  tests: tried,
})
const inPlan = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: `${merging}/planMerge.ts`,
  find,
  replace,
  tests: attacked,
})
const inOthers = (what, file, find, replace) => ({
  rule: 'merge',
  what,
  file,
  find,
  replace,
  tests: otherTrust,
})
const inAct = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: `${merging}/mergeStory.ts`,
  find,
  replace,
  tests: attacked,
})
const inFolder = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: 'src/storage/story/storyFolder.ts',
  find,
  replace,
  tests: cut,
})
const inReport = (what, find, replace) => ({
  rule: 'merge',
  what,
  file: `${merging}/mergeReport.ts`,
  find,
  replace,
  tests: exchanged,
})

export const mergeMutants = [
  {
    rule: 'merge',
    what: 'the report counts a verdict on words that its giver hands over for a colleague whose key is unknown here',
    file: `${merging}/mergeReport.ts`,
    find: 'found.length > 0 ? { ...plan',
    replace: 'found.length < 0 ? { ...plan',
    tests: ['tests/newsroom/merge/whatIsTold.test.ts'],
  },
  {
    rule: 'merge',
    what: 'a window goes on with the ledger from before a merge',
    file: 'src/renderer/state/session/storyContents.ts',
    find: 'growLedger([], EMPTY_LEDGER, entries, apart)',
    replace: 'growLedger(this.entries, this.ledger, entries, apart)',
    tests: ['tests/renderer/state/storySession.test.ts'],
  },
  {
    rule: 'merge',
    what: 'a version that went out and came back is kept twice',
    file: 'src/newsroom/merging/broughtParts.ts',
    find: 'if (!known.has(keyOf(snapshot)))',
    replace: 'if (known.size >= 0)',
    tests: ['tests/newsroom/merge/whatComesAlong.test.ts'],
  },
  {
    rule: 'merge',
    what: 'a source that is protected elsewhere stays open here',
    file: 'src/newsroom/merging/broughtSources.ts',
    find: 'if (open) guard(open)',
    replace: '',
    tests: ['tests/newsroom/merge/whatComesAlong.test.ts'],
  },
  {
    rule: 'merge',
    what: 'a machine takes back the lapse that another one noted',
    file: 'src/newsroom/ledger/transitions.ts',
    find: 'record.lapsed && isOwn &&',
    replace: 'record.lapsed &&',
    tests: ['tests/newsroom/merge/notesElsewhere.test.ts'],
  },
  {
    rule: 'merge',
    what: 'words typed beside others that were forgotten are lost',
    file: `${document}/forgottenWords.ts`,
    find: 'instanceof Y.GC',
    replace: 'instanceof Y.Skip',
    tests: ['tests/newsroom/merge/droppedWords.test.ts'],
  },
  inSources(
    'a protection alone is no news',
    'src/newsroom/merging/mergeReport.ts',
    'sources.learned || protects',
    'sources.learned',
  ),
  inSources(
    'what a protected source was merged into here stays open',
    'src/newsroom/merging/broughtSources.ts',
    'one.id === kept && !one.protected',
    'one.id === kept && one.id === id && !one.protected',
  ),
  inSources(
    'what was merged elsewhere into a protected source stays open here',
    'src/newsroom/merging/broughtSources.ts',
    'source.protected || bookThere.get(source.id)?.protected === true',
    'source.protected',
  ),
  inSources(
    'a source that changed on another machine takes no tick here',
    'src/story/assessment/assessFact.ts',
    'shared && isToldOtherwise(record, current)',
    '!shared && isToldOtherwise(record, current)',
  ),
  inSources(
    'of two ticks one machine notes only that the source of the first is another one',
    'src/story/assessment/assessFact.ts',
    'same.find((look) => !isToldOtherwise(record, look)) ?? same[0] ?? looks[0]',
    'same[0] ?? looks[0]',
  ),
  inSources(
    'of two different verdicts each machine shows the one that its own source book has not lapsed',
    'src/story/assessment/assessFact.ts',
    'asRead.filter(({ status }) => status === asRead[0]?.status)',
    'asRead',
  ),
  inSources(
    'a machine takes back its note on a source when the evidence goes',
    'src/newsroom/ledger/transitions.ts',
    "lapses && part === 'evidence')) return []",
    "lapses && part === 'evidence')) void 0",
  ),
  inSources(
    'a machine that has the source of one tick takes back what it noted of the tick beside it',
    'src/newsroom/ledger/transitions.ts',
    'isOthers && unfit.some((look) => !isByOthers(look))',
    'isOthers && unfit.length > 99',
  ),
  inSources(
    'a tick that lapsed with its evidence hides that the source of another tick is another one',
    'src/story/assessment/assessFact.ts',
    '!needsAnotherLook(look, record) && lapsesIn(look).every((part) => SOURCE_REASONS.has(REASONS[part]))',
    '!needsAnotherLook(look, record)',
  ),
  inSources(
    'what one machine notes of a source another one takes back',
    'src/story/ledger/record/applyToFact.ts',
    'note.signer !== signer',
    'note.signer === undefined',
  ),
  inSources(
    'what a person notes of a source counts as a note of Stet',
    'src/story/ledger/record/applyToFact.ts',
    'by !== STET || signer === undefined',
    'signer === undefined',
  ),
  inSources(
    'a source that changed while a fact had lapsed already is not noted for others',
    'src/newsroom/ledger/transitions.ts',
    "return isNoted ? [] : [{ by: STET, event: { kind: 'lapsed', fact: id, reasons, words } }]",
    'return []',
  ),
  {
    rule: 'merge',
    what: 'what is typed during a merge is lost',
    file: 'src/newsroom/replica/storyEditing.ts',
    find: 'if (over) return over.then(() => this.applyWindowUpdate(update, by, origin))',
    replace: 'if (over) return Promise.resolve()',
    tests: ['tests/newsroom/merge/whatComesAlong.test.ts'],
  },
  inDocument(
    'another machine says who typed',
    'typist === undefined || !sure.has(typist)',
    'typist === undefined || names.length === 0',
  ),
  inDocument(
    'words of nobody have no writer',
    'typist === undefined || !sure.has(typist)',
    'typist !== undefined && !sure.has(typist)',
  ),
  inDocument('a note from there takes a writer away', 'if (old > 0)', 'if (old > 1e9)'),
  inDocument('a stranger adopts what its sender typed', '!hand[1].every((name) => sure.has(name))', 'false'),
  inDocument('words that were not moved have no typist', "hand[0] === 'moved' && !isSameText(doc, hand)", 'false'),
  inDocument(
    'words that a merge drops are gone',
    'if (lost.length > 0) noteDropped(',
    'if (lost.length > 1e9) noteDropped(',
  ),
  inDocument('a merge forgets a fact', 'if (tag) setFactTag(doc, tag)', 'if (!tag) setFactTag(doc, tag)'),
  inDocument(
    'an update that lacks its beginning comes in',
    'if (isIncomplete(doc)) return',
    'if (doc.isDestroyed) return',
  ),
  inDocument(
    'a merge of nothing brings something',
    'if (!brings(transaction) && !isPenNews && wrongFields().length === 0)',
    'if (transaction.local && !brings(transaction))',
  ),
  {
    ...inDocument(
      'an entry without its document sets no field',
      'if (!brings(transaction) && !isPenNews && wrongFields().length === 0)',
      'if (!brings(transaction) && !isPenNews)',
    ),
    tests: otherTrust,
  },
  inDocument('notes of hands can be taken out', 'if (Y.isDeleted(deleteSet, id)) return', 'if (id.client < 0) return'),
  inParts('a typist can be exchanged', 'if (writers.get(client) !== name) return', 'if (client === "") return'),
  inParts('an unknown part comes in', 'if (!PARTS.has(name)) return', 'if (name === "") return'),
  inParts('words of the tray can be taken out', 'if (!holds(tray.get(ref), entry)) return', 'if (ref === "") return'),
  inParts('notes on second writers can be taken out', 'if (!brought.has(key)) return', 'if (key === "") return'),
  inRescued('two machines name what a merge dropped alike', 'hashText(JSON.stringify(runs))', 'hashText(words.block)'),
  inTaken('a stranger’s note excuses who took words away', 'run?.by.some((name) => sure.has(name))', 'run'),
  inTaken('nobody took what went', 'return isOwn ? [] : [', 'return isOwn || by ? [] : ['),
  inPlan('a field changes without proof', 'if (to === fieldText(is) ||', 'if (true ||'),
  inOthers('what is only put back is news', `${document}/tryMerge.ts`, 'isPutBackAlone(before, made)', 'false'),
  inOthers(
    'a field that counts is left out beside one that does not',
    `${document}/putBackAlone.ts`,
    'read(before) === read(doc)',
    'true',
  ),
  inOthers('a field that others do not count wins', `${merging}/planMerge.ts`, '(valueOf(field, to) ?? was)', 'was'),
  inOthers(
    'of two fields set at one time each machine takes the other',
    `${merging}/planMerge.ts`,
    '      counted,\n      undoings',
    '      verified.counted,\n      undoings',
  ),
  inPlan(
    'a new story was read for legal',
    "field === 'needsLegal' && is === 'complete'",
    "field === 'needsLegal' && is === 'none'",
  ),
  inPlan(
    'an entry of any shape comes in',
    'if (!entries.every(isLedgerEntry))',
    'if (!entries.every((one): one is LedgerEntry => one !== null))',
  ),
  inAct('another story’s id takes a bundle', 'if (story && story.guid !== guid) return', 'if (guid === "") return'),
  inAct(
    'a deleted story comes back by a bundle',
    "if (why.reason !== 'usage') return",
    'if (why.message === "") return',
  ),
  inAct(
    'a story that lost something takes a bundle',
    '  if (loss) return refused',
    '  if (loss?.where === "") return refused',
  ),
  inFolder('a merge that was cut is not finished', 'await this.putIncoming(found.incoming)', 'await Promise.resolve()'),
  inFolder(
    'a merge that is not known to be done goes on',
    'throw (this.stuck = this.incoming.stuck())',
    'throw this.incoming.stuck()',
  ),
  inFolder(
    'a rotten record of a merge is no loss',
    'repairs: [...read.repairs, ...coming.damage]',
    'repairs: read.repairs',
  ),
  inReport(
    'two machines are never done with one another',
    "take.some((entry) => entry.kind !== 'merged' || entry.again !== undefined)",
    'take.length > 0',
  ),
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
  {
    ...inLedgers(
      'a kill that carries its own key comes in',
      'keyOnce !== undefined && !here',
      'keyOnce === "" && !here',
    ),
    tests: attacked,
  },
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
    find: 'const isLater = there === undefined &&',
    replace: 'const isLater = (there === undefined || key.elsewhere) &&',
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
