/** The captured files of a story that go into a bundle, and those that stay here, with the reason. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { LeftOutFile } from '../../../exchange/bundle/storyBundle'
import { LARGEST_SEALED, LARGEST_WHOLE } from '../../../exchange/bundle/bundleLimits'
import type { ProtectedTerm } from '../../../projection/scan/protectedTerms'
import type { Copy } from '../../../story/copy/copy'
import { hashBytes } from '../../../story/ledger/hash'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { NewsroomError, type Loss } from '../../../story/requests/requests'
import type { Newsroom } from '../../state/newsroom'
import { namesIn } from './namesInFile'

export interface CapturedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly leftOut: readonly LeftOutFile[]
  /** Of those that are left out because of a protected source: what can be sealed with each story. */
  readonly secret: readonly ReadonlyMap<string, Uint8Array>[]
  /** What stays here and why, for the person who hands the story over. */
  readonly losses: readonly Loss[]
}

type Reason = 'asked' | 'protected' | 'names' | 'unread' | 'gone'

/** What of one story is sealed for named people. */
export interface Sharing {
  /** Ids of its sources that are. Empty: nothing is sealed with it. */
  readonly shared: ReadonlySet<string>
  /** The protected names that are not. A source of another story in the bundle is one of them. */
  readonly terms: readonly ProtectedTerm[]
}

/** Name of the file and ids of the sources that it was captured from, by SHA-256. */
type Captured = ReadonlyMap<string, { readonly name: string; readonly sources: ReadonlySet<string> }>

/** The files of the story's evidence, and the pictures in its copy and in snapshots of it. */
export function capturedOf(entries: readonly LedgerEntry[], copies: readonly Copy[]): Captured {
  const found = new Map<string, { name: string; readonly sources: Set<string> }>()
  const add = (sha256: string, name: string, source?: string): void => {
    const known = found.get(sha256) ?? { name, sources: new Set<string>() }
    found.set(sha256, known)
    if (known.name === '') known.name = name
    if (source !== undefined) known.sources.add(source)
  }
  for (const copy of copies) for (const { picture } of copy) if (picture && picture.file !== '') add(picture.file, '')
  for (const entry of entries)
    if (entry.kind === 'evidenceAdded' && entry.evidence.file !== undefined)
      add(entry.evidence.file, entry.evidence.fileName ?? '', entry.evidence.source)
  return found
}

/**
 * Reads the files that go with the story. A file of a protected source never does; nor does one in whose words or
 * metadata a protected name stands, or whose words nobody can read. Their hashes go, so that ticks stand.
 */
export async function takeCaptured(
  room: Newsroom,
  captured: Captured,
  {
    withoutFiles,
    sealed,
    terms,
    sharing,
  }: {
    readonly withoutFiles: boolean
    /** Ids of the sources that leave as their pseudonym. */
    readonly sealed: ReadonlySet<string>
    readonly terms: readonly ProtectedTerm[]
    /** Of each story, with its files. Empty: no source is sealed for anybody. */
    readonly sharing: readonly (Sharing & { readonly files: Pick<Captured, 'has'> })[]
  },
): Promise<CapturedFiles> {
  const files = new Map<string, Uint8Array>()
  const leftOut: LeftOut[] = []
  const secret = sharing.map(() => new Map<string, Uint8Array>())
  const sealedBytes = sharing.map(() => 0)
  let whole = 0
  for (const [sha256, { name, sources }] of [...captured].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const check = await room.store.checkFile(sha256, { read: false })
    const leave = (why: Reason): void =>
      void leftOut.push({ sha256, why, ...(check.is === 'gone' ? {} : { bytes: check.size }) })
    const leaveGuarded = async (why: Reason, read?: Uint8Array): Promise<void> => {
      leave(why)
      if (check.is === 'gone' || check.is === 'other') return
      for (const [at, { shared, terms: others, files: ofStory }] of sharing.entries()) {
        const mayGo = [...sources].every((id) => !sealed.has(id) || shared.has(id))
        if (shared.size === 0 || !mayGo || !ofStory.has(sha256)) continue
        if ((sealedBytes[at] = (sealedBytes[at] ?? 0) + check.size) > LARGEST_SEALED_FILES) continue
        const bytes = read ?? (await bytesOf(room, sha256))
        if (!bytes || hashBytes(bytes) !== sha256) return
        if ((await namesIn(room, { sha256, name, bytes }, others)) === 'none') secret[at]?.set(sha256, bytes)
      }
    }
    if (withoutFiles) leave('asked')
    else if ([...sources].some((id) => sealed.has(id))) await leaveGuarded('protected')
    else if (check.is === 'gone' || check.is === 'other') leave('gone')
    else if ((whole += check.size) > LARGEST_FILES)
      throw new NewsroomError('failed', newsroomText('handOver.tooLarge', { size: LARGEST_FILES / 1024 / 1024 }))
    else {
      const bytes = await bytesOf(room, sha256)
      // Send the bytes that were read. A file changed on the disk is not the story’s.
      if (!bytes || hashBytes(bytes) !== sha256) leave('gone')
      else {
        const found = await namesIn(room, { sha256, name, bytes }, terms)
        if (found === 'none') files.set(sha256, bytes)
        else await leaveGuarded(found, bytes)
      }
    }
  }
  return {
    files,
    secret,
    leftOut: leftOut.map(({ why: _why, ...file }) => file),
    losses: lossesOf(leftOut.filter(({ sha256 }) => !secret.some((ofStory) => ofStory.has(sha256)))),
  }
}

/** Bytes. Documents, ledgers and snapshots take the rest. */
const LARGEST_FILES = LARGEST_WHOLE / 2
const LARGEST_SEALED_FILES = LARGEST_SEALED / 2

type LeftOut = LeftOutFile & { readonly why: Reason }

async function bytesOf(room: Newsroom, sha256: string): Promise<Uint8Array | undefined> {
  const stored = await room.store.openFile(sha256)
  if (!stored) return undefined
  try {
    return await stored.read(0, stored.size)
  } finally {
    await stored.close()
  }
}

const lossesOf = (leftOut: readonly LeftOut[]): readonly Loss[] =>
  (['asked', 'protected', 'names', 'unread', 'gone'] as const).flatMap((why) => {
    const [first, ...more] = leftOut.filter((file) => file.why === why)
    return first
      ? [{ what: newsroomText(`handOver.left.${why}`), count: more.length + 1, example: first.sha256.slice(0, 12) }]
      : []
  })
