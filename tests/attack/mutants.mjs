/**
 * Pieces of the present code, each of which keeps one rule. An attempt names the mutant that lets it through, itself or
 * in proofs.ts: one of these, one of wholeRules.mjs, or one of tests/mutants by its `what`. `find` must occur once in
 * `file`.
 */
import { mutants as known } from '../mutants/mutants.mjs'
import { closedKeySigns, noLook, piece, readNothing, wholeRules } from './wholeRules.mjs'

const of = (what) => known.filter((mutant) => mutant.what === what)
const RULES = 'src/checks/rules'
const COUNTING = 'src/story/assessment/counting.ts'
const RIGHTS = 'src/story/desk/rightsTable.ts'

const blindScan = piece(
  'src/projection/scan/leakScan.ts',
  'for (const sought of [...terms.map(seekTerm), ...internalIds',
  'for (const sought of [...terms.slice(0, 0).map(seekTerm), ...internalIds',
)
const noMask = piece('src/projection/scan/maskNames.ts', 'if (places.length === 0) return text', 'return text')

/** Name → the pieces that are replaced. */
export const own = {
  ...wholeRules,
  'what was read never counts': [readNothing],
  'a name that a person types for a history is not scanned': [
    piece('src/newsroom/exports/exportHistory.ts', 'if (saveAs !== undefined) refuse', 'if (saveAs === "") refuse'),
  ],
  'an export is taken back at any time': [
    piece('src/newsroom/exports/exportFailed.ts', 'if (!isOfKill(entries, exported)) {', 'if (entries.length === 0) {'),
    piece('src/story/ledger/leaving/failedExports.ts', 'isTooLate(one) ? [] : [', 'isTooLate(one) && !one ? [] : ['),
  ],
  'what it rests on never counts': [
    piece(
      'src/story/view/compare/compareBacking.ts',
      'readonly ViewChange[] {\n  const now =',
      'readonly ViewChange[] {\n  if (signed.entry >= 0) return []\n  const now =',
    ),
  ],
  'a broken tag counts as whole': [
    readNothing,
    piece('src/story/assessment/copy/readFact.ts', 'if (pieces.length === 1) return undefined', 'return undefined'),
  ],
  'words end at the tag': [...of('words do not extend over tokens to the right'), ...of('a changed context stands')],
  'spaces in a graf never count': [
    piece('src/story/view/grafStands.ts', '.replace(/ (?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}]) /gu,', ".replaceAll(' ',"),
  ],
  'control characters come in, and exports drop them': [
    piece(
      'src/story/text/words/strayCharacters.ts',
      "return STRAY.test(shown) ? shown.replace(SEPARATOR, ' ').replace(CONTROL, '') : shown",
      'return shown',
    ),
    piece(
      'src/story/text/words/strayCharacters.ts',
      'export const hasUnwanted = (text: string): boolean => UNWANTED.test(text)',
      'export const hasUnwanted = (text: string): boolean => /[\\u202a-\\u202e]/.test(text)',
    ),
    ...of('exports drop what parts words'),
  ],
  'the leak scan finds nothing': [blindScan, noMask],
  'texts beside the copy are not masked': [noMask],
  // Without the scan, too: it would find what is not masked.
  'a protected source goes into a bundle as it is': [
    blindScan,
    piece('src/newsroom/exports/bundle/sources.ts', '? sealed(source, kept, names, resolved)', '? source'),
    piece('src/exchange/bundle/writeBundle.ts', 'isSource(source) && isSealedOrOpen(source)', 'isSource(source)'),
    piece(
      'src/exchange/bundle/storyParts.ts',
      'if (!sources.every(isSealedOrOpen)) throw',
      'if (sources.length < 0) throw',
    ),
  ],
  'deleted words go into a bundle': [
    piece('src/newsroom/exports/bundle/storyToHandOver.ts', 'document: forgotten(state),', 'document: state,'),
  ],
  'nothing that leaves ever changes': [
    piece(
      'src/story/ledger/leaving/leaving.ts',
      'if (clearedHash === undefined) return undefined',
      'return clearedHash === undefined ? undefined : []',
    ),
  ],
  'what nobody cleared leaves': [
    piece('src/gate/copyChanged.ts', "if (!changed) return [finding('block'", "if (!changed) return [finding('warn'"),
    piece(
      'src/story/ledger/leaving/leaving.ts',
      'if (clearedHash === undefined) return undefined',
      'return clearedHash === undefined ? undefined : []',
    ),
  ],
  'comments leave always': [
    piece('src/exchange/export/docx/writeDocx.ts', "comments: include.includes('comments')", 'comments: true'),
    piece(
      'src/newsroom/exports/prepareExport.ts',
      'return include.length === 0 ? {} :',
      'return include.length < 0 ? {} :',
    ),
  ],
  'any format takes comments': [
    piece(
      'src/newsroom/exports/prepareExport.ts',
      'const alien = include.find((part) => !(',
      'const alien = include.find((part) => part === undefined && !(',
    ),
  ],
  'the body of a killed story leaves': [
    piece(
      'src/projection/published/projectStory.ts',
      'projectBlocks(killed ? copyOfKill(story, options.publishedCopy) : story.copy)',
      'projectBlocks(story.copy)',
    ),
    piece(
      'src/projection/published/projectStory.ts',
      'blocks: killed ? blocks.filter(',
      'blocks: killed && false ? blocks.filter(',
    ),
  ],
  'every format has an embargo field': [
    piece(
      'src/gate/embargo.ts',
      'if (format?.hasEmbargoField === false)',
      "if (format?.hasEmbargoField === ('' as never))",
    ),
  ],
  'a duplicate has no embargo': [
    piece(
      'src/newsroom/stories/create/duplicateStory.ts',
      'fields: { ...fields, needsLegal',
      "fields: { ...fields, embargo: '', needsLegal",
    ),
  ],
  'an alert is asked nothing': [
    piece(`${RULES}/story/alertOnly.ts`, "if (fields.kind !== 'alert') return []", 'return []'),
  ],
  'a TK is sought in the copy only': [
    piece(`${RULES}/copy/openTk.ts`, 'return [...inCopy, ...inPictures, ...inFields]', 'return inCopy'),
  ],
  'off the record may be overridden': [
    piece(`${RULES}/facts/groundRules/offTheRecord.ts`, 'overridable: false', 'overridable: true'),
  ],
  'a PIN from before keys lets any key in': [
    piece(
      'src/story/trust/keys/keyHistory.ts',
      "if (signer?.grade === 'pin' && signer.person === person) return true",
      'return true',
    ),
  ],
  'self-checked passes': [
    piece(`${RULES}/facts/selfChecked.ts`, 'if (!current?.selfChecked ||', 'if (true ||'),
    piece('src/story/assessment/clearing.ts', 'if (current?.selfChecked)', 'if (false)'),
  ],
  'what is untagged is forgotten': [
    piece(
      'src/story/assessment/clearing.ts',
      "if (status === 'untagged') return weighUntagged(fact)",
      "if (status === 'untagged') return 'pass'",
    ),
  ],
  'words left standing pass': [
    piece(
      `${RULES}/facts/factLeftStanding.ts`,
      '...assessments.filter(isLeftStanding).map(',
      '...assessments.filter(() => false).map(',
    ),
    piece(
      `${RULES}/facts/factLeftStanding.ts`,
      '...taggedAnew(story.copy, assessments)',
      '...taggedAnew(story.copy, [])',
    ),
    piece(
      'src/story/assessment/clearing.ts',
      "    case 'lost':\n      return 'block'",
      "      return 'block'\n    case 'lost':\n      return 'pass'",
    ),
  ],
  'writers may verify': [
    piece(RIGHTS, 'verify: { notAuthor: true, notWriter: true }', 'verify: { notAuthor: true }'),
    piece(COUNTING, 'if (wrote) return rightsText', 'if (false) return rightsText'),
    noLook,
  ],
  'a query is a look at the words': [
    noLook,
    piece(COUNTING, "other.status === 'verified' && !other.selfChecked", '!other.selfChecked'),
    piece(COUNTING, "return last?.status === 'verified'", 'return last !== undefined'),
  ],
  'a tick that was taken back still opens the words': [
    noLook,
    piece(
      COUNTING,
      'return record.signOffs.filter((signOff) => why(signOff) === undefined)',
      'return [...(record.withdrawals ?? []).flatMap((one) => one.signOffs), ...record.signOffs.filter((signOff) => why(signOff) === undefined)]',
    ),
    piece(
      COUNTING,
      'const counted: SignOff[] = []\n  for',
      'const counted: SignOff[] = (record.withdrawals ?? []).flatMap((one) => one.signOffs)\n  for',
    ),
  ],
  'any verdict is replaced by anybody': [
    piece(RIGHTS, 'replaceVerdict: { roles: EDITOR, notAuthor: true }', 'replaceVerdict: {}'),
    piece(COUNTING, 'if (against && (!isEditor ||', 'if (false && (!isEditor ||'),
    ...of('an author queries a sign-off away'),
  ],
  'a first byline does not stay': [
    noLook,
    piece('src/story/assessment/people/authors.ts', '...rolesOf(fields), ...ledger.authors', '...rolesOf(fields)'),
  ],
  'bylines are compared letter by letter': [
    piece('src/story/assessment/people/authors.ts', 'isNamedIn(line, person)', 'line === person'),
  ],
  'names that look alike are two': [
    piece('src/story/assessment/people/authors.ts', 'isNamedIn(line, person)', 'line === person'),
    noLook,
    piece(
      'src/newsroom/library/roster/roster.ts',
      'const alike = known ?? facts.roster.find((person) => sameName(bare(person.name), bare(given)))',
      'const alike = known',
    ),
  ],
  'a window may type for anybody': [
    piece('src/document/checkWindowUpdate.ts', 'if (notTheirs !== undefined)', 'if (false)'),
  ],
  'an author’s dismissal counts': [
    piece(RIGHTS, 'dismiss: { notAuthor: true, notWriter: true }', 'dismiss: {}'),
    piece('src/checks/runChecks.ts', '!isAuthorEver(story, by) && !wroteAt(by, where)', 'true'),
    piece('src/gate/confirmedNames.ts', '(desk.settings.deskOfOne ||', '(true ||'),
  ],
  'an author’s override counts': [
    piece(
      'src/gate/openGate.ts',
      '.some((by) => mayOverride(finding, by, story, desk, wroteWhatStands(finding, by, wroteAt)))',
      '.length > 0',
    ),
  ],
  'an override holds for every finding of its rule': [
    piece(
      'src/gate/openGate.ts',
      'set(findingName(one), [...(byKey.get(findingName(one)) ',
      'set(one.rule, [...(byKey.get(one.rule) ',
    ),
    piece('src/gate/openGate.ts', 'namesHolding(finding, stage)', '[finding.rule]'),
  ],
  'a dismissal holds for every place': [
    piece(
      'src/checks/runChecks.ts',
      'set(findingName(one), [...(people.get(findingName(one)) ',
      'set(one.rule, [...(people.get(one.rule) ',
    ),
    piece('src/checks/runChecks.ts', 'namesHolding(finding, standing.stage)', '[finding.rule]'),
  ],
  'an author may clear': [piece(RIGHTS, 'clear: { roles: EDITOR, notAuthor: true }', 'clear: { roles: EDITOR }')],
  'legal’s reading never lapses': [
    piece(
      'src/story/assessment/people/legalRead.ts',
      "return isLegalRead(read, story.copy, assessments) ? 'complete' : 'lapsed'",
      "return 'complete'",
    ),
  ],
  'legal may read the own story': [
    piece(
      RIGHTS,
      "completeLegal: { roles: ['legal'], notAuthor: true, notWriter: true }",
      "completeLegal: { roles: ['legal'] }",
    ),
  ],
  'anybody completes legal review': [
    piece(RIGHTS, "completeLegal: { roles: ['legal'], notAuthor: true, notWriter: true }", 'completeLegal: {}'),
  ],
  'another claim is signed as an echo': [
    ...of('another statement is signed as an echo'),
    piece(`${RULES}/facts/duplicateStatements.ts`, 'saidBy(a).claim === saidBy(b).claim &&', 'true &&'),
  ],
  'a suggestion is accepted unread': [
    piece(
      'src/newsroom/facts/suggestions/suggestions.ts',
      'for (const one of seen) refuseOtherWords(one, pending.get(one.id))',
      '',
    ),
  ],
  'people without a PIN do everything': [
    piece(
      'src/newsroom/people/withoutPin.ts',
      'if (!WITHOUT_PIN.has(action) && lacksPin(by, { roster }))',
      'if (false)',
    ),
  ],
  'nobody asks for a PIN': [
    piece('src/newsroom/people/pinGuard.ts', 'if (!stored) return undefined', 'return undefined'),
    closedKeySigns,
  ],
  'any PIN will do': [
    piece('src/newsroom/people/pinGuard.ts', '!(proof = await stored.open(pin))', 'false'),
    closedKeySigns,
  ],
  'wrong PINs cost nothing': [piece('src/newsroom/people/pinGuard.ts', 'if (wait > 0)', 'if (false)')],
  'anybody invites and resets': [
    piece(RIGHTS, 'resetPin: { roles: EDITOR }', 'resetPin: {}'),
    piece(
      'src/story/trust/keys/keyHistory.ts',
      "signer?.grade === 'pin' && history.people.get(signer.person) === 'editor'",
      "signer?.grade === 'pin'",
    ),
  ],
  'a PIN is written down': [
    piece(
      'src/newsroom/people/wrapKey.ts',
      "    ...COST,\n    salt: salt.toString('hex'),",
      "    ...COST,\n    pin: secret,\n    salt: salt.toString('hex'),",
    ),
  ],
  'who has left acts, with a new key': [
    ...of('who has left acts'),
    piece('src/newsroom/state/pins/beginKeys.ts', 'peopleHere(library.roster)', 'library.roster'),
  ],
  'the commitment key is the commitment': [
    piece(
      'src/story/view/commitment.ts',
      'bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text)))',
      'key.slice(text.length < 0 ? 1 : 0)',
    ),
  ],
}

/** The pieces of a mutant, of here or of tests/mutants. Undefined if there is none of this name. */
export function mutantNamed(name) {
  const found = own[name] ?? of(name)
  return found.length > 0 ? found : undefined
}
