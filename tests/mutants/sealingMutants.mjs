/** Breaks one rule of sealing protected sources for named people at a time. */
const keys = 'sealingKeys.test.ts'
const handing = 'sealedHandOver.test.ts'
const opening = 'openSealed.test.ts'
const hostile = 'hostileSealed.test.ts'
const contact = 'longContact.test.ts'

const mutant = (what, test, file, find, replace) => ({
  rule: 'sealing',
  what,
  file: `src/${file}`,
  find,
  replace,
  tests: [`tests/newsroom/sealing/${test}`],
})

const OPEN = 'newsroom/merging/openSealed.ts'
const PART = 'exchange/bundle/sealedPart.ts'
const UNION = 'newsroom/merging/broughtSources.ts'
const SHARE = 'newsroom/exports/bundle/receivers.ts'

export const sealingMutants = [
  mutant(
    'the sealing key is the signing key',
    keys,
    'newsroom/people/sealingKey.ts',
    "'sha256', seed,",
    "'sha256', LABEL,",
  ),
  mutant('a header may be endless', keys, 'newsroom/people/seal.ts', ' && header.includes(LAST_LINE)', ''),
  mutant(
    'anybody’s recipient may stand on a card',
    keys,
    'newsroom/library/devices.ts',
    'if (recipient !== undefined && !(await isUsableRecipient(recipient)))',
    'if (recipient !== undefined && (await isUsableRecipient(recipient)) === undefined)',
  ),
  mutant(
    'two keys may have one recipient',
    keys,
    'newsroom/library/devices.ts',
    'if (hasOthersRecipient(room, card))',
    'if (false)',
  ),
  mutant(
    'the short code says nothing of the recipient',
    keys,
    'story/trust/deviceCard.ts',
    '...(recipient === undefined ? [] : [recipient])',
    '',
  ),
  mutant(
    'a trusted key without a recipient gets none',
    keys,
    'newsroom/library/devices.ts',
    "standing === 'trusted' && !addsSealing",
    "standing === 'trusted'",
  ),
  mutant(
    'a key without a PIN is enough where there are PINs',
    handing,
    'newsroom/library/devices.ts',
    "recipient !== undefined && !(grade === 'plain' && hasPins(history))",
    'recipient !== undefined && grade !== undefined && history !== undefined',
  ),
  mutant(
    'anybody shares who a source is',
    handing,
    'story/desk/rightsTable.ts',
    'shareSources: { roles: EDITOR }',
    'shareSources: {}',
  ),
  mutant('the right to share is not asked', handing, SHARE, 'if (why !== undefined) return', 'if (why === by) return'),
  mutant('a person without a key is passed over', handing, SHARE, 'if (without !== undefined)', 'if (without === by)'),
  mutant(
    'it is sealed to a key whose trust ended meanwhile',
    handing,
    'newsroom/exports/bundle/sealed.ts',
    'if (ended) throw',
    "if (ended && by === '') throw",
  ),
  mutant(
    'sharing is not in the library’s history',
    handing,
    'newsroom/exports/bundle/handOver.ts',
    'if (share) await noteShared(room, by, share)',
    '',
  ),
  mutant(
    'the history does not say what was shared',
    handing,
    'newsroom/exports/bundle/handOver.ts',
    '{ shared: namesOf(secrets) }',
    '{}',
  ),
  mutant(
    'a shared record may name another protected source',
    handing,
    'newsroom/exports/bundle/handOver.ts',
    'refuseLeaks(share?.leaks ?? [], stories, terms)',
    '',
  ),
  mutant(
    'a file that names a source that is not shared is sealed',
    handing,
    'newsroom/exports/bundle/captured.ts',
    "if ((await namesIn(room, { sha256, name, bytes }, sharing.terms)) === 'none')",
    '',
  ),
  mutant(
    'a version that names a source that is not shared is sealed',
    handing,
    'newsroom/exports/bundle/sealed.ts',
    'naming.filter((one) => versionLeaks(one, share.terms)).length',
    '0',
  ),
  mutant(
    'the length of a sealed part tells the length of a name',
    handing,
    PART,
    'Buffer.alloc(SEALED_BLOCK - (whole.length % SEALED_BLOCK))',
    'Buffer.alloc(0)',
  ),
  mutant(
    'a sealed part from anybody comes in',
    opening,
    OPEN,
    "if (standing !== 'trusted' && standing !== 'own')",
    'if (false)',
  ),
  mutant(
    'a sealed part of another story comes in',
    hostile,
    OPEN,
    'part?.story === story.id &&',
    'part !== undefined &&',
  ),
  mutant('a sealed part of another public id comes in', hostile, OPEN, 'part.guid === story.guid &&', ''),
  mutant('a sealed part of another bundle comes in', hostile, OPEN, 'part.made === manifest.made &&', ''),
  mutant(
    'a sealed part that somebody else sealed comes in',
    hostile,
    OPEN,
    'part.from === manifest.signature?.key &&',
    '',
  ),
  mutant(
    'a sealed part that was sealed to another key comes in',
    hostile,
    OPEN,
    'part.keys.includes(own.key)',
    'own.key !== undefined',
  ),
  mutant(
    'a sealed part brings any file',
    hostile,
    OPEN,
    '![...part.files.keys()].every((sha256) => leftOut.has(sha256))',
    'leftOut.size < 0',
  ),
  mutant(
    'a sealed part tells of anybody',
    hostile,
    'exchange/bundle/revealedSources.ts',
    ' && commitmentOf(id, book) === commitment',
    '',
  ),
  mutant('more may stand behind what is sealed', hostile, PART, 'rest.every((byte) => byte === 0)', 'true'),
  mutant(
    'what is sealed may be written in two ways',
    hostile,
    PART,
    ' || !Buffer.from(canonicalJson(head.data)).equals(bytes.subarray(0, end))',
    '',
  ),
  mutant('a name may be empty', hostile, 'exchange/bundle/sourceShape.ts', "name.trim() !== '' && ", ''),
  mutant(
    'another person is put under a pseudonym that is here',
    hostile,
    UNION,
    'if (!isSameIdentity(known.commitment, brought)) return undefined',
    '',
  ),
  mutant('a destroyed identity comes back', opening, UNION, 'known.destroyed || ', ''),
  mutant(
    'names that people here protect are forgotten',
    opening,
    UNION,
    'return more.length > 0 ?',
    'return more.length < 0 ?',
  ),
  mutant(
    'what was sealed does not come when the story is here',
    opening,
    'newsroom/merging/mergeReport.ts',
    ' || sources.revealed.length > 0',
    '',
  ),
  mutant(
    'a pattern that is too large stops every export',
    contact,
    'projection/scan/seek/seekTerm.ts',
    'find = letters()',
    'throw new Error(term.term)',
  ),
  mutant(
    'a contact of many parts is taken in',
    contact,
    'exchange/bundle/sourceShape.ts',
    ' && contactParts(contact) <= MOST_CONTACT_PARTS',
    '',
  ),
]
