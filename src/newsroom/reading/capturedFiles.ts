/** Looks at the captured files of a story: a file that is gone, or another one, takes the ticks that rest on it. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { StorageError } from '../../storage/disk/storageError'
import type { FileCheck, StoryStore } from '../../storage/disk/storyStore'
import type { OpenStory } from '../replica/openStory'
import type { Story } from '../../story/assessment/story'
import type { TrustLoss } from '../../story/ledger/loss'

type Files = Pick<StoryStore, 'checkFile'>

/** Files that are looked at together: most of the work is waiting for the disk. */
const AT_ONCE = 16

/** A file that the story needs. */
interface NeededFile {
  readonly name: string
  /** Bytes when it was captured. Absent in older entries. */
  readonly size?: number
}

/** By SHA-256: the captured evidence of all facts, and the pictures of the copy. */
export function filesOf({ ledger, copy }: Pick<Story, 'ledger' | 'copy'>): ReadonlyMap<string, NeededFile> {
  const needed = new Map<string, NeededFile>()
  for (const { picture } of copy)
    if (picture && picture.file !== '') needed.set(picture.file, { name: newsroomText('capturedFiles.picture') })
  for (const { evidence } of ledger.facts.values())
    for (const { file, fileName = '', size } of evidence)
      if (file !== undefined) needed.set(file, { name: fileName, ...(size === undefined ? {} : { size }) })
  return needed
}

/** SHA-256 of the files that any of these stories needs. */
export const filesOfAll = (stories: Iterable<OpenStory>): ReadonlySet<string> =>
  new Set([...stories].flatMap((story) => [...filesOf(story.value()).keys()]))

/**
 * The files of the story that are missing or differ. `read`: reads each file and compares its hash, which takes long
 * for large files; otherwise their presence and size. `only`: SHA-256 of the files to look at. Files that the ledger
 * knows to lie elsewhere are not gone.
 */
async function lostFiles(
  store: Files,
  story: Pick<Story, 'ledger' | 'copy'>,
  { read, only }: { readonly read: boolean; readonly only?: ReadonlySet<string> },
): Promise<readonly TrustLoss[]> {
  const needed = [...filesOf(story)]
  const losses: TrustLoss[] = []
  for (let at = 0; at < needed.length; at += AT_ONCE) {
    const found = await Promise.all(
      needed
        .slice(at, at + AT_ONCE)
        .map(([sha256]) => checkedFile(store, sha256, read && (only === undefined || only.has(sha256)))),
    )
    for (const [index, check] of found.entries()) {
      const [sha256, file] = needed[at + index] ?? []
      const loss = sha256 !== undefined && file ? lossOf(sha256, file, check) : undefined
      if (loss && !(loss.kind === 'fileGone' && story.ledger.filesElsewhere.has(loss.where))) losses.push(loss)
    }
  }
  return losses
}

/** Bytes of captured files that are read when a story opens, smallest files first: a tenth of a second. */
const READ_AT_OPENING = 32_000_000

/**
 * Looks at the files of a story that opens. Reads them, so that another file of the same length is seen. Large ones are
 * read before a verdict with them, at a door, and by the doctor. A file that the process has read is read again only
 * after the disk has changed it.
 */
export async function lookAtOpening(store: Files, story: OpenStory): Promise<void> {
  const sizes: { readonly file: string; readonly size: number }[] = []
  for (const file of filesOf(story.value()).keys()) {
    const found = await checkedFile(store, file, false)
    if (found.is !== 'gone') sizes.push({ file, size: found.size })
  }
  let left = READ_AT_OPENING
  const small = sizes.sort((a, b) => a.size - b.size).filter(({ size }) => (left -= size) >= 0)
  await lookAtFiles(store, story, { read: true, only: new Set(small.map(({ file }) => file)) })
}

function lossOf(sha256: string, { name, size }: NeededFile, found: FileCheck): TrustLoss | undefined {
  const isOther = found.is === 'other' || (found.is === 'there' && size !== undefined && found.size !== size)
  if (found.is !== 'gone' && !isOther) return undefined
  const file = name === '' ? sha256.slice(0, 12) : `${name} (${sha256.slice(0, 12)})`
  return {
    kind: isOther ? 'fileDiffers' : 'fileGone',
    where: sha256,
    detail: newsroomText(isOther ? 'capturedFiles.differs' : 'capturedFiles.gone', { file }),
  }
}

/** Looks at the files of an open story, which closes if one is missing. See lostFiles. */
export async function lookAtFiles(
  store: Files,
  story: OpenStory,
  options: Parameters<typeof lostFiles>[2] = { read: false },
): Promise<void> {
  story.losses.lookedAtFiles(await lostFiles(store, story.value(), options))
}

/** A file that the disk does not give is as good as another one: the story opens, and is closed to verdicts. */
async function checkedFile(store: Files, sha256: string, read: boolean): Promise<FileCheck> {
  try {
    return await store.checkFile(sha256, { read })
  } catch (error) {
    if (error instanceof StorageError && error.code !== 'CLOSED') return { is: 'other', size: 0 }
    throw error
  }
}
