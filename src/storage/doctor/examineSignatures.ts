/** Finds entries that do not count, and rights that no entry gave. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { lossKey, type LossKind } from '../../story/ledger/loss'
import type { LibraryProblem } from '../../story/requests/requests'
import type { Refused } from '../../story/trust/refused'
import { signedDesk } from '../../story/trust/signedDesk'
import { signedSources, unsignedSources, type UnsignedSource } from '../../story/trust/signedSources'
import { signedWords } from '../../story/trust/signedWords'
import { verifyLedger, type VerifiedLedger } from '../../story/trust/verifyLedger'
import { checkSignature } from '../disk/crypto/ed25519'
import type { FileLayer } from '../disk/fileLayer'
import type { StoredStory } from '../disk/storyStore'
import { WORD_LIST_WORDS } from '../../story/desk/deskWords'
import { libraryRecords, type LibraryRecords } from '../records/libraryRecords'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import type { KnownTrust } from './knownHeads'

/**
 * Which entries of a story count. `again`: reads the keys again, because somebody may have joined since they were read.
 */
export async function verifiedStory(
  story: Pick<StoredStory, 'id' | 'guid' | 'ledger'>,
  { library }: KnownTrust,
  again: () => Promise<KnownTrust>,
): Promise<VerifiedLedger> {
  if (!library) return { counted: story.ledger, refused: [], apart: [], withoutRight: [] }
  const verified = verifyLedger(story, story.ledger, library.history, checkSignature)
  if (verified.refused.length === 0) return verified
  const now = (await again()).library ?? library
  return verifyLedger(story, story.ledger, now.history, checkSignature)
}

/** The key of the loss that the window shows for an entry that does not count. */
export const refusedKey = ({ entry, kind }: Refused, as: LossKind = kind): string =>
  lossKey({ kind: as, where: entry.hash.slice(0, 16) })

/**
 * One problem for all entries that nobody has accepted as lost, and one for each acceptance. `acceptedBy`: who accepted
 * it.
 */
export function refusedProblems(
  path: string,
  refused: readonly Refused[],
  acceptedBy: (one: Refused) => string | undefined,
): readonly LibraryProblem[] {
  const safe = storageText('doctor.otherEntriesSafe')
  return [...new Set(refused.map(acceptedBy))].flatMap((by): readonly LibraryProblem[] => {
    const [first, ...more] = refused.filter((one) => acceptedBy(one) === by)
    if (!first) return []
    const { kind, entry, why = '' } = first
    const values = { seq: entry.seq, by: entry.by, why, count: more.length }
    const what = storageText(`doctor.${kind}`, values)
    return by === undefined
      ? [{ path, what, safe, action: storageText('doctor.acceptLoss') }]
      : [{ path, what, safe, action: storageText('doctor.acceptedLoss', { by }), done: true }]
  })
}

/** Problems of the library's own ledger, and what roster.json, library.json and words.json say without an entry. */
export async function examineDesk(
  files: FileLayer,
  folder: string,
  { library }: KnownTrust,
  again: () => Promise<KnownTrust>,
): Promise<readonly LibraryProblem[]> {
  if (!library) return []
  const { counted, refused, history } = library
  // A library from before keys.
  if (history.library === undefined && history.sealed === undefined) return []
  const accepted = new Map(
    counted.flatMap((entry) =>
      entry.kind === 'lossAccepted' ? entry.losses.map((loss) => [lossKey(loss), entry.by] as const) : [],
    ),
  )
  const ledger = join(folder, LEDGER_FILE)
  const records = libraryRecords(files, folder)
  const { present: roster } = await records.roster.survey()
  const { present: settings } = await records.library.survey()
  const { present: taught } = await records.words.survey()
  let byHand = await sourcesByHand(records, library)
  // Somebody may have changed a source since the ledger was read.
  if (byHand.length > 0) byHand = await sourcesByHand(records, (await again()).library ?? library)
  const { unsigned } = signedDesk(
    { roster: roster?.people ?? [], settings: settings?.settings ?? { deskOfOne: false } },
    counted,
  )
  return [
    ...refusedProblems(ledger, refused, (one) => accepted.get(refusedKey(one, 'libraryLedger'))),
    ...unsigned.map((given): LibraryProblem => {
      const isDesk = 'deskOfOne' in given
      return {
        path: isDesk ? records.library.path : records.roster.path,
        what: isDesk ? storageText('doctor.deskOfOneByHand') : storageText('doctor.roleByHand', given),
        safe: storageText('safe.stories'),
        action: storageText('next.backupOrAccept'),
      }
    }),
    ...signedWords(taught?.words, counted).unsigned.map(({ words: word, list }): LibraryProblem => ({
      path: records.words.path,
      what: storageText('doctor.wordByHand', { words: word, list: WORD_LIST_WORDS[list] }),
      safe: storageText('safe.stories'),
      action: storageText('next.backupOrAccept'),
    })),
    ...byHand.map(({ id, is }): LibraryProblem => ({
      path: records.sources.path,
      what: storageText(`doctor.source.${is}`, { source: id }),
      safe: storageText('safe.stories'),
      action: storageText('next.backupOrAccept'),
    })),
  ]
}

async function sourcesByHand(
  { sources }: LibraryRecords,
  { counted, history }: NonNullable<KnownTrust['library']>,
): Promise<readonly UnsignedSource[]> {
  const signed = signedSources(counted, history)
  const { present } = await sources.survey()
  return present && signed ? unsignedSources(present.sources, signed) : []
}
