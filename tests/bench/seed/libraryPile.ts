/** Makes big libraries with the newsroom's own code, as the app writes them, only without waiting for the disk. */
import { createStoryState } from '../../../src/document/createStoryDoc'
import type { Clock } from '../../../src/newsroom/environment/clock'
import { randomIds, type Ids } from '../../../src/newsroom/environment/ids'
import { signature } from '../../../src/newsroom/facts/signing/signature'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { nodeFiles, type FileLayer, type OpenFile } from '../../../src/storage/disk/fileLayer'
import { openLibrary } from '../../../src/storage/openLibrary'
import type { Evidence } from '../../../src/story/ledger/facts/fact'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Stage } from '../../../src/story/ledger/stages'
import { AUTHORS, pileStory } from './pileSentences'

const EDITOR = 'Editor'
const SOURCES = 40

const nothing = (): Promise<void> => Promise.resolve()

/** Bytes go to the system, which writes them when it likes: a library of a bench may be lost. */
const quickFiles: FileLayer = {
  ...nodeFiles,
  syncFolder: nothing,
  async open(path, mode) {
    const file = await nodeFiles.open(path, mode)
    return Object.assign(Object.create(file) as OpenFile, {
      write: (bytes: Uint8Array) => file.write(bytes),
      readStart: (length: number) => file.readStart(length),
      readAt: (from: number, length: number) => file.readAt(from, length),
      truncate: (size: number) => file.truncate(size),
      facts: () => file.facts(),
      close: () => file.close(),
      sync: nothing,
      datasync: nothing,
    })
  },
}

/** Five years of work up to October 2026: later entries are later. */
class PileClock implements Clock {
  #at = Date.UTC(2021, 9, 30)
  constructor(private readonly step: number) {}
  now(): string {
    return new Date((this.#at += this.step)).toISOString()
  }
}

/** Ids that sort as they were made, and cost nothing. */
const pileIds: Ids = { ...randomIds }

export const openQuickly = async (folder: string, clock: Clock): Promise<Newsroom> =>
  Newsroom.open({
    store: await openLibrary({
      folder,
      create: true,
      person: 'Reporter',
      files: quickFiles,
      now: () => clock.now(),
      newId: () => randomIds.next('library', () => false),
    }),
    clock,
    ids: pileIds,
  })

/** Adds stories `from` to `to` (not included) to the library in this folder. Makes it if there is none. */
export async function makePile(
  folder: string,
  { from = 0, to, told }: { readonly from?: number; readonly to: number; readonly told?: (made: number) => void },
): Promise<void> {
  const clock = new PileClock(Math.floor((5 * 365 * 86_400_000) / (50_000 * 12)))
  const room = await openQuickly(folder, clock)
  if (from === 0) {
    await runAction(room, 'Reporter', 'roster.add', { name: EDITOR, role: 'editor' })
    for (const name of AUTHORS.slice(1)) await runAction(room, EDITOR, 'roster.add', { name, role: 'reporter' })
    for (let index = 0; index < SOURCES; index++)
      await runAction(room, EDITOR, 'source.add', {
        name: `Source book entry ${index}`,
        kind: index % 4 === 0 ? 'person' : 'document',
        ...(index === 0 ? { name: 'Theodora Quillfeather', protected: true } : {}),
      })
  }
  const sources = [...room.desk().sources.keys()]
  for (let number = from; number < to; number++) {
    await makeStory(room, number, sources)
    if (number % 1000 === 999) told?.(number + 1)
  }
  await room.close()
}

async function makeStory(room: Newsroom, number: number, sources: readonly string[]): Promise<void> {
  const { copy, fields, facts } = pileStory(number)
  const by = fields.author ?? 'Reporter'
  const at = room.clock.now()
  const story = await room.createStory(by, { kind: 'created', origin: 'new' }, (_id, client) =>
    createStoryState({ copy, fields, tags: facts.map((fact) => ({ ...fact, by, at })) }, client, by),
  )
  if (facts.length > 0) {
    const evidence = story.assessments().map(({ id }, index): LedgerEvent & { kind: 'evidenceAdded' } => {
      const source = sources[(number + index) % sources.length] ?? ''
      const one: Evidence = { id: `evidence-${id}`, source, locator: `p. ${index + 1}`, stance: 'supports' }
      return { kind: 'evidenceAdded', fact: id, evidence: one }
    })
    await story.note(EDITOR, ...evidence).written
    const signed = story.assessments().flatMap((fact, index): LedgerEvent[] => {
      const given = evidence[index]?.evidence
      if (!given || index % 3 === 2) return []
      const queried = index % 3 === 1
      const reason = queried ? 'Who counted this?' : undefined
      const verdict = { by: EDITOR, status: queried ? 'queried' : 'verified', reason, evidence: [given] } as const
      return [signature(story, fact, verdict, room.desk())]
    })
    await story.note(EDITOR, ...signed).written
  }
  const moves: Stage[] =
    number % 10 < 3 ? [] : number % 10 < 5 ? ['filed'] : number % 10 < 6 ? ['filed', 'inReview'] : ['spiked']
  let stage: Stage = 'draft'
  for (const to of moves) {
    const moved = { from: stage, to, copyHash: '', blocks: 0, warns: 0, overrides: [] }
    await story.note(EDITOR, { kind: 'moved', ...moved, ...(to === 'spiked' ? { reason: 'Old' } : {}) }).written
    stage = to
  }
  await room.unload(story.id)
}
