/** What writer and judge of the campaign of handing over share: one story in two libraries of one folder. */
import { join } from 'node:path'
import type { FileStore } from '../../../src/storage/fileStore'
import { openLibrary } from '../../../src/storage/openLibrary'
import { hashText } from '../../../src/story/ledger/hash'
import { canonicalJson } from '../../../src/story/text/canonicalJson'
import { machine, type Machine } from '../../newsroom/merge/machines'

export const SIDES = ['desk', 'train'] as const
export type Side = (typeof SIDES)[number]
export const EDITOR: Readonly<Record<Side, string>> = { desk: 'Lee', train: 'Kim' }
export const otherSide = (side: Side): Side => (side === 'desk' ? 'train' : 'desk')

/** The library of one side, with an editor of its own. */
export async function openSide(folder: string, side: Side): Promise<Machine> {
  const number = SIDES.indexOf(side) + 1
  let ids = 0
  const store: FileStore = await openLibrary({
    folder: join(folder, side),
    create: true,
    person: EDITOR[side],
    now: () => '2026-11-28T09:00:00.000Z',
    newId: (kind) => `${kind}-${side}-${++ids}`,
  })
  return machine(number, [[EDITOR[side], 'editor']], store)
}

/** What a side has of the story. */
export interface Whole {
  /** Hash of text, facts with statuses, and history. */
  readonly hash: string
  /** Hashes of the entries, without those that note an export. */
  readonly entries: readonly string[]
  readonly text: string
}

export async function wholeOf({ room }: Machine, id: string): Promise<Whole> {
  const story = await room.storyNow(id)
  const { updated: _updated, ...view } = story.view()
  const entries = story.entries.filter(({ kind }) => kind !== 'exported' && kind !== 'exportFailed')
  return {
    hash: hashText(canonicalJson([view.blocks, view.facts, entries])),
    entries: entries.map(({ hash }) => hash),
    text: view.blocks.map(({ text }) => text).join('\n'),
  }
}

/** Lines that the writer prints. */
export type Said =
  | { readonly say: 'begun'; readonly story: string }
  | { readonly say: 'ready' | 'opening' }
  /** What a side has, on its disk. */
  | { readonly say: 'has'; readonly side: Side; readonly whole: Whole }
  /** It takes words out again that a merge brought. */
  | { readonly say: 'undoes'; readonly side: Side }
  | { readonly say: 'writes' | 'wrote' | 'merges' | 'merged'; readonly side: Side; readonly bundle: string }
