/**
 * Mutants that switch a whole rule off, and those that switch off each of several rules that stand in one way. An
 * attempt that only these let through is held twice.
 */
export const piece = (file, find, replace) => ({ file, find, replace })

const COUNTING = 'src/story/assessment/counting.ts'
const FINDINGS = 'src/newsroom/gate/findings.ts'
const GATE = 'src/newsroom/gate/passGate.ts'
const KEY_RING = 'src/newsroom/people/keyRing.ts'
const KEYS = 'src/story/trust/keys/keyHistory.ts'
const LOCATOR = 'src/checks/evidence/whyNotLocator.ts'
const LOSSES = 'src/story/assessment/lostTrust.ts'
const OVERRIDES = 'src/story/text/words/directionOverrides.ts'
const PINS = 'src/newsroom/library/roster/pins.ts'
const REFUSED = 'src/story/trust/refused.ts'
const ROSTER = 'src/newsroom/library/roster/roster.ts'
const SET_FIELD = 'src/newsroom/stories/setField.ts'
const TWINS = 'src/storage/records/twinFile.ts'

export const readNothing = piece(
  'src/story/view/compare/compareViews.ts',
  'const changes = signed.parts ? partChanges(signed, signed.parts, now) : oldChanges(signed, now)',
  'const changes: readonly ViewChange[] = []',
)
export const noLook = piece(
  'src/story/assessment/verdicts/anotherLook.ts',
  'if (!contextWritersOf(signOff, record).includes(looker)) return false',
  'return false',
)
// A key that no PIN has opened signs nothing, whoever asks.
export const closedKeySigns = piece(
  KEY_RING,
  "if (needed === 'library' && this.#library !== undefined) return this.#library",
  'if (this.#library !== undefined) return this.#library',
)

const everyRight = piece(
  'src/story/desk/rightsTable.ts',
  '  const row = TABLE[right]\n',
  '  if (right.length > 0) return undefined\n  const row = TABLE[right]\n',
)
const everyVerdict = piece(
  COUNTING,
  '    const why = whyNot(signOff, known, record, story, desk)\n',
  '    const why = known.length < 0 ? whyNot(signOff, known, record, story, desk) : undefined\n',
)
const overAnother = piece(
  'src/story/assessment/people/entitlement.ts',
  '  if (!against || desk.settings.deskOfOne) return undefined\n',
  '  if (by !== "-") return undefined\n',
)
const anyWithdrawal = piece(
  COUNTING,
  '  if (standing.length === 0) return record\n',
  '  if (standing.length >= 0) return record\n',
)
const noLoss = [
  piece(
    LOSSES,
    'if (losses.length === 0 && ledger.lossesFound.size === 0) return NONE',
    'if (losses.length >= 0) return NONE',
  ),
  piece(LOSSES, 'if (!current || files.size === 0) return false', 'if (!current || files.size >= 0) return false'),
]
const noKey = [
  piece(
    REFUSED,
    "  if (entry.signer === undefined || entry.signature === undefined) return { kind: 'unsigned' }\n",
    '  if (entry.hash !== "") return undefined\n',
  ),
  piece('src/story/trust/verifyLedger.ts', '      : unsigned.has(entry.hash)\n', '      : entry.hash !== ""\n'),
]
const verdictsWithoutPin = piece(
  REFUSED,
  'const verdictsNeedPin = hasFirstPin(history) &&',
  'const verdictsNeedPin = hasFirstPin(history) && entry.hash === "" &&',
)
const anyKeyJoins = piece(
  KEYS,
  "if (grade === 'plain' || !hasFirstPin(history)) return true",
  'if (grade.length > 0) return true',
)
const noPins = [
  piece(
    'src/story/assessment/people/rights.ts',
    'hasPins(roster) && roster.find(({ name }) => name === by)?.pin !== true',
    'roster.length < 0 && hasPins(roster) && by === ""',
  ),
  verdictsWithoutPin,
  closedKeySigns,
  piece(
    KEY_RING,
    "const tooWeak = needed === 'pin' && own?.grade === 'plain' && hasFirstPin(this.known)",
    'const tooWeak = false',
  ),
  anyKeyJoins,
]
const anyLocator = [
  piece(
    LOCATOR,
    '  const label = visible(locator)\n',
    '  if (kind.length > 0) return undefined\n  const label = visible(locator)\n',
  ),
  piece(LOCATOR, 'isPlaceholder(visible(locator)) ?', 'isPlaceholder(visible(locator)) && locator === "" ?'),
]
const authorsBring = piece(
  'src/story/assessment/people/whyOnlyOnAuthor.ts',
  '  if (item.file !== undefined) return true\n',
  '  if (item.id !== "-") return true\n',
)
const overridesEnter = [
  piece(OVERRIDES, "hasDirectionOverride(text) ? text.replace(/[\\u202a-\\u202e]/g, '') : text", 'text'),
  piece(
    'src/story/text/words/strayCharacters.ts',
    'const UNWANTED = /[\\u202a-\\u202e\\u0000-',
    'const UNWANTED = /[\\u0000-',
  ),
]
const olderFiles = [
  piece(TWINS, 'const reading = await this.lookNow(witness)', 'const reading = await this.lookNow()'),
  piece(
    TWINS,
    'unsound.length === 0 ? reading : this.lookNow(witness)',
    'unsound.length === 0 ? reading : this.lookNow()',
  ),
]
const deskByHand = piece(
  'src/story/trust/signedDesk.ts',
  "if (!counted.some(({ kind }) => kind === 'sealed')) return",
  'if (counted.length >= 0) return',
)
const anyCode = [
  piece(PINS, 'if (signingKey(seed).publicKey !== expected)', 'if (false)'),
  piece(
    KEYS,
    'return code !== undefined && invitation !== undefined && check(',
    'return code === undefined || invitation === undefined || true || check(',
  ),
]

/** Name → the pieces that are replaced. */
export const wholeRules = {
  'what the person saw is never asked': [
    piece('src/newsroom/facts/signing/signature.ts', 'if (seen === now.view.hash) return', 'if (seen !== "") return'),
    piece(FINDINGS, 'if (seen !== seenOfFinding(', 'if (seen === "-" && seen !== seenOfFinding('),
    piece(GATE, 'if (seen === undefined) throw', 'if (seen === "-") throw'),
    piece(GATE, 'if (seen !== verdict.seen)', 'if (seen === "-")'),
  ],
  'everybody has every right': [everyRight],
  'a reason may say nothing': [
    piece('src/story/text/words/saysNothing.ts', "text.replace(UNSEEN, '') === ''", "text.trim() === ''"),
  ],
  'any locator leads to its place': anyLocator,
  'the same words are one statement anywhere': [
    piece(
      'src/checks/rules/facts/duplicateStatements.ts',
      '  saidBy(a).words === saidBy(b).words &&\n  around(a) === around(b) &&',
      '  a.id !== b.id ||\n  around(a) === around(b) &&',
    ),
  ],
  'direction overrides stay': overridesEnter,
  'direction overrides stay, and nobody sees them': [
    ...overridesEnter,
    piece(OVERRIDES, '/[\\u202a-\\u202e]/.test(text)', 'text.length < 0'),
  ],
  'direction overrides stay, and what was read never counts': [...overridesEnter, readNothing],
  'every signature is good': [
    piece(
      'src/story/trust/signing.ts',
      'if (vouched.get(hash) !== key && !check(publicKey, hash, signature)) continue',
      '',
    ),
  ],
  'entries count without a good key': noKey,
  'no loss counts': noLoss,
  'entries count without a good key, and no loss does': [...noKey, ...noLoss],
  'what an author brought carries': [authorsBring],
  'an observation by the verifier carries, wherever it was': [authorsBring, ...anyLocator],
  'an older small file is taken for the present one': olderFiles,
  'a damaged small file is read, and no loss counts': [
    piece(
      'src/storage/disk/envelope.ts',
      'if (hashOf(unsigned, content) !== sha256) throw',
      'if (hashOf(unsigned, content) === "") throw',
    ),
    ...noLoss,
  ],
  'what the files say of the desk is true': [deskByHand],
  'what older files say of the desk is true, and no loss counts': [deskByHand, ...olderFiles, ...noLoss],
  'any code will do': anyCode,
  'a code is asked of nobody': [
    piece(PINS, 'if (expected === undefined) throw', 'if (expected === "-") throw'),
    piece(PINS, "if (code === undefined || code.trim() === '')", 'if (expected === "-")'),
    ...anyCode,
  ],
  'a key under a PIN joins without a code': [
    piece(
      PINS,
      'await addPinKey(room, by, pin, { code: await seedOf(room, person, code) })',
      'await addPinKey(room, by, pin, {})',
    ),
    anyKeyJoins,
  ],
  'the first PIN is anybody’s': [
    everyRight,
    piece(PINS, "if (roleOf(by, room.library.roster) !== 'editor')", 'if (by === "-")'),
  ],
  'every verdict counts': [everyVerdict],
  'verified needs no evidence, and every verdict counts': [
    piece(
      'src/story/assessment/people/entitlement.ts',
      "if (!evidence.some((item) => item.stance === 'supports' && item.locator.trim() !== ''))",
      'if (false)',
    ),
    everyVerdict,
  ],
  'every verdict counts, and everybody may give it': [everyVerdict, everyRight, overAnother],
  'anybody replaces any verdict, and every verdict counts': [everyVerdict, overAnother, anyWithdrawal],
  'everybody may give any verdict, and no other look is needed': [
    everyVerdict,
    everyRight,
    overAnother,
    anyWithdrawal,
    noLook,
  ],
  'what the library’s key signs counts, and every verdict': [
    everyVerdict,
    piece(REFUSED, "  if (key.grade === 'library') {", "  if (key.grade === 'library' && entry.hash === '') {"),
    piece(
      REFUSED,
      'if (key.person !== entry.by && !isOnBehalf(entry, entries)) return forged',
      "if (key.person !== entry.by && entry.hash === '') return forged",
    ),
    verdictsWithoutPin,
  ],
  'an answer takes any verdict, and earlier ones stay away': [
    piece(
      COUNTING,
      'return (one) => isAnswered(record, one) && (!AGAINST.has(one.status) ||',
      'return (one) => isAnswered(record, one) && (one.entry >= 0 || !AGAINST.has(one.status) ||',
    ),
    piece(COUNTING, 'return found.length > 0 ? found : undefined', 'return found.length < 0 ? found : undefined'),
  ],
  'nobody lacks a PIN, and any key signs': noPins,
  'nobody lacks a PIN, and everybody has every right': [...noPins, everyVerdict, everyRight],
  'legal signs what nobody saw': [
    piece(SET_FIELD, 'if (legal !== undefined && seen === undefined)', 'if (legal === "-")'),
    piece(SET_FIELD, 'if (legal !== undefined && seen !== legal)', 'if (legal === "-")'),
  ],
  'a tick is withdrawn without a reason': [
    piece('src/newsroom/facts/signing/withdrawSignOff.ts', "if (given === '') throw", 'if (given === "-") throw'),
  ],
  'a set clock counts': [
    piece(
      'src/newsroom/environment/clock.ts',
      'if (clock.isSet && hasPins(roster)) throw',
      'if (clock.isSet && roster.length < 0) throw',
    ),
  ],
  'anybody weakens a protection': [
    everyRight,
    piece('src/newsroom/sources/editSource.ts', '    await refuseToWeaken(room, by, id)\n', ''),
    piece('src/newsroom/sources/destroySource.ts', '  await refuseToWeaken(room, by, id)\n', ''),
  ],
  'anybody names authors, and those of before are none': [
    piece(
      'src/newsroom/stories/create/nameAuthors.ts',
      "  if (why !== undefined) throw new NewsroomError('refused', why)\n}\n\n/** Whether the story has never",
      '}\n\n/** Whether the story has never',
    ),
    piece(
      'src/story/assessment/people/authors.ts',
      '[...authorsOf(fields), ...rolesOf(fields), ...ledger.authors].some(',
      '[...authorsOf(fields), ...rolesOf(fields), ...ledger.authors.slice(0, 0)].some(',
    ),
    everyRight,
    everyVerdict,
  ],
  'names without letters join': [
    piece(ROSTER, 'if (isEmpty || sameName(given, STET))', 'if (given === "")'),
    piece(ROSTER, 'if (alike && !known) throw', 'if (alike && by === "") throw'),
  ],
}
