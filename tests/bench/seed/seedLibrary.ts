/** Makes libraries for benches with the newsroom's own actions, as the app writes them. */
import { createStoryState } from '../../../src/document/createStoryDoc'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { runAction } from '../../../src/newsroom/runAction'
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { randomIds, sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { openLibrary } from '../../../src/storage/openLibrary'
import { signature } from '../../../src/newsroom/facts/signing/signature'
import type { Evidence, SignedStatus } from '../../../src/story/ledger/facts/fact'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { commentedCopy, plainCopy, taggedCopy, transcriptOf } from './benchCopy'

export { plainCopy } from './benchCopy'
export { seedEvidence } from './benchEvidence'

export const REPORTER = 'Reporter'
const EDITOR = 'Editor'
const SOURCES = 20

async function newLibrary(folder: string): Promise<Newsroom> {
  const clock = clockFrom('2026-10-30T09:00:00Z')
  const store = await openLibrary({
    folder,
    create: true,
    person: REPORTER,
    now: () => clock.now(),
    newId: () => randomIds.next('source', () => false),
  })
  const room = await Newsroom.open({ store, clock, ids: sequentialIds })
  await runAction(room, REPORTER, 'roster.add', { name: EDITOR, role: 'editor' })
  return room
}

const TRANSCRIPT_WORDS = 30_000

/**
 * One story of `words` words with `facts` facts: half of them verified with a source, every tenth queried, the others
 * to check. `quotes` of them are quotes that rest on one transcript of three hours. `comments`: open ones on words.
 * Returns its id.
 */
export async function seedLongStory(
  folder: string,
  {
    words,
    facts,
    quotes = 0,
    comments: threads = 0,
  }: { readonly words: number; readonly facts: number; readonly quotes?: number; readonly comments?: number },
): Promise<string> {
  const room = await newLibrary(folder)
  const sources: string[] = []
  for (let index = 0; index < SOURCES; index++)
    sources.push((await runAction(room, EDITOR, 'source.add', { name: `Pool report ${index + 1}`, kind: 'pool' })).id)
  const { copy: tagged, facts: planned } = taggedCopy(plainCopy(words), facts, quotes)
  const at = room.clock.now()
  const { copy, comments } = commentedCopy(tagged, threads, EDITOR, at)
  const story = await room.createStory(REPORTER, { kind: 'created', origin: 'new' }, (_id, client) =>
    createStoryState(
      {
        copy,
        fields: { slug: 'bench', author: REPORTER },
        comments,
        tags: planned.map(({ id, type }) => ({ id, type, by: REPORTER, at })),
      },
      client,
      REPORTER,
    ),
  )
  await story.observe()
  const transcript = quotes > 0 ? await keptTranscript(room) : undefined
  const given = new Map<string, { readonly evidence: Evidence; readonly status?: SignedStatus }>()
  for (const [index, { id, tag }] of story.assessments().entries()) {
    const isQuote = transcript !== undefined && tag.type === 'quote'
    const status: SignedStatus | undefined = index % 2 === 0 ? 'verified' : index % 10 === 1 ? 'queried' : undefined
    if (!isQuote && status === undefined) continue
    const place = isQuote ? { locator: 'transcript', ...transcript } : { locator: `¶ ${index % 40}` }
    const source = sources[isQuote ? 0 : index % SOURCES] ?? ''
    const evidence: Evidence = { id: `bench-evidence-${index}`, source, stance: 'supports', ...place }
    given.set(id, { evidence, ...(isQuote || status === undefined ? {} : { status }) })
  }
  if (given.size > 0) {
    const added = [...given].map(([fact, { evidence }]): LedgerEvent => ({ kind: 'evidenceAdded', fact, evidence }))
    await story.note(EDITOR, ...added).written
    const signed = story.assessments().flatMap((fact): LedgerEvent[] => {
      const { evidence, status } = given.get(fact.id) ?? {}
      if (!evidence || !status) return []
      const reason = status === 'queried' ? 'Who says so?' : undefined
      return [signature(story, fact, { by: EDITOR, status, reason, evidence: [evidence] }, room.desk())]
    })
    await story.note(EDITOR, ...signed).written
  }
  await room.close()
  return story.id
}

/** Imports one file into the library. Returns the story's id. */
export async function seedImport(folder: string, file: string): Promise<string> {
  const room = await newLibrary(folder)
  const { id } = await runAction(room, REPORTER, 'story.import', {
    name: basename(file),
    bytes: new Uint8Array(await readFile(file)),
  })
  await room.close()
  return id
}

async function keptTranscript(room: Newsroom): Promise<Pick<Evidence, 'file' | 'fileName'>> {
  const fileName = 'briefing.txt'
  const { upload } = await runAction(room, REPORTER, 'file.begin', { name: fileName })
  await runAction(room, REPORTER, 'file.write', {
    upload,
    bytes: new TextEncoder().encode(transcriptOf(TRANSCRIPT_WORDS)),
  })
  return { file: (await runAction(room, REPORTER, 'file.keep', { upload })).sha256, fileName }
}
