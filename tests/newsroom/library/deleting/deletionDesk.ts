/** A library on the disk with stories that may be deleted. */
import { cp, readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { runAction } from '../../../../src/newsroom/runAction'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { debounceByHand } from '../../../builders/time/debounceByHand'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import type { FileLayer } from '../../../../src/storage/disk/fileLayer'
import type { FileStore } from '../../../../src/storage/fileStore'
import type { ActionName, AnswerOf } from '../../../../src/story/requests/requests'
import { throwawayLibrary, type Throwaway } from '../../../storage/throwawayLibrary'
import { BUSAN, newsDesk, NOW, type NewsDesk } from '../../newsDesk'
import { withSeen, type Unseen } from '../../seen'

export interface DeletionDesk {
  readonly library: Throwaway
  readonly room: Newsroom
  readonly store: FileStore
  readonly act: <A extends ActionName>(by: string, action: A, request: Unseen<A>) => Promise<AnswerOf<A>>
}

/** Opens the library of the desk, as the next process does. */
export async function opened(library: Throwaway, files?: FileLayer): Promise<DeletionDesk> {
  const store = await library.open({ create: false, ...(files ? { files } : {}) })
  const room = await Newsroom.open({
    store,
    clock: { now: () => NOW },
    ids: sequentialIds,
    debouncer: debounceByHand(),
  })
  return {
    library,
    store,
    room,
    act: async (by, action, request) => runAction(room, by, action, await withSeen(room, action, request)),
  }
}

/** A new library with Reporter, Editor and Legal. */
export async function deletionDesk(): Promise<DeletionDesk> {
  const library = await throwawayLibrary()
  const { room, store, act }: NewsDesk = await newsDesk(await library.open())
  return { library, room, store: store as FileStore, act }
}

/** Imports a story, spikes it, and returns its id. */
export async function spiked({ act }: Pick<DeletionDesk, 'act'>, text = BUSAN): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const { id } = await act('Reporter', 'story.import', { name: 'busan.txt', bytes })
  await act('Editor', 'story.move', { story: id, to: 'spiked' })
  return id
}

/** Captures words as a file and gives it to the first fact of a story. Returns the file’s name. */
export async function withFile({ act, library }: DeletionDesk, story: string, words: string): Promise<string> {
  const bytes = new TextEncoder().encode(words)
  const { upload } = await act('Reporter', 'file.begin', { name: 'notes.txt' })
  await act('Reporter', 'file.write', { upload, bytes })
  const { sha256: file } = await act('Reporter', 'file.keep', { upload })
  const { id: source } = await act('Reporter', 'source.add', { name: `Notes ${words} of ${story}`, kind: 'document' })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  await act('Reporter', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: 'p. 1', stance: 'supports', file },
  })
  await aged(library, file)
  return file
}

/** Sets the time of a captured file back: it was captured two days before NOW. */
export async function aged({ folder }: Throwaway, file: string): Promise<void> {
  const before = new Date(Date.parse(NOW) - 48 * 3_600_000)
  await utimes(join(folder, 'evidence', file), before, before)
}

export const folders = async ({ folder }: Throwaway): Promise<readonly string[]> =>
  (await readdir(join(folder, 'stories'))).sort()

export const copyOf = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true })

/** “done”, or the reason and the sentence of a refusal. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ reason = 'error', message }: { reason?: string; message: string }) => `${reason}: ${message}`,
  )
