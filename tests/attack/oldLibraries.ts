/** A library that the code before wrote (tests/old-library): what it proved then it proves now, and no more. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { root } from './root'
import { group } from './attempt'
import { typed } from './blocks'
import { entryOf, forged, isStatus, lastOf, ledgerOf, linesOf, rot, writeLines } from './disk'
import { done, Unprepared, type Desk, type Room } from './driver'

const { ours } = group('oldLibraries')

const MEANING = 'Sign-offs made before keep their meaning: words, sentence, sentence before.'
const SEALED = 'Ledgers from before keys are sealed once, by length and head; after that nothing unsigned counts.'

/** The stories and facts of that library. */
const FERRY = { story: 'story-1', figure: 'fact-1', quote: 'fact-2' }
export const NOTES = { story: 'story-3', wrong: 'fact-3' }
const PINS = { Editor: 'editor2026', Checker: 'check2026' }

async function oldLibrary(room: Room): Promise<Desk> {
  const zip = unzipSync(new Uint8Array(await readFile(join(root, 'tests', 'old-library', 'library.zip'))))
  const files = Object.fromEntries(Object.entries(zip).filter(([name]) => !name.endsWith('/')))
  const desk = await room.libraryOf(files, { now: 'system', reader: 'Editor' })
  for (const [person, pin] of Object.entries(PINS)) desk.knows(person, pin)
  return desk
}

/** Opens it once with the present code, so that it has its keys and its seal. */
export async function migrated(room: Room): Promise<Desk> {
  const desk = await oldLibrary(room)
  const { facts } = await desk.show(FERRY.story)
  if (facts.find(({ id }) => id === FERRY.figure)?.status !== 'verified') throw new Unprepared('The old tick is gone.')
  return desk
}

ours(
  'An old tick outlives another word',
  { spec: MEANING, proof: { mutant: 'what was read never counts' } },
  async (room) => {
    const desk = await migrated(room)
    await desk.mustType('Reporter', FERRY.story, typed('1,200', '9,200'))
    return desk.lapses(FERRY.story, FERRY.figure)
  },
)

ours(
  'An old tick outlives another verb in its sentence',
  { spec: MEANING, proof: { mutant: 'what was read never counts' } },
  async (room) => {
    const desk = await migrated(room)
    await desk.mustType('Reporter', FERRY.story, typed('carried', 'killed'))
    return desk.lapses(FERRY.story, FERRY.figure)
  },
)

ours(
  'An old quote outlives another speaker',
  { spec: MEANING, proof: { mutant: 'what was read never counts' } },
  async (room) => {
    const desk = await migrated(room)
    await desk.mustType('Reporter', FERRY.story, typed('Kim Min-jun', 'Lee Jun'))
    return desk.lapses(FERRY.story, FERRY.quote)
  },
)

ours(
  'An old tick outlives the byline of who gave it',
  { spec: 'Rule 8, computed: also one who became an author later.' },
  async (room) => {
    const desk = await migrated(room)
    await desk.must('Editor', 'story.setField', {
      story: FERRY.story,
      field: 'byline',
      value: [{ name: 'Reporter' }, { name: 'Checker' }],
    })
    return desk.lapses(FERRY.story, FERRY.figure)
  },
)

ours(
  'The captured file of an old tick is exchanged',
  { spec: 'A captured file that differs: re-check.' },
  async (room) => {
    const desk = await migrated(room)
    await desk.meanwhile(async (folder) => {
      const { everyByte } = await import('./disk')
      for (const [path, bytes] of await everyByte(join(folder, 'evidence')))
        if (bytes.includes('1,200 passengers')) await rot(path, '1,200')
    })
    return done(await desk.ask('Editor', 'story.export', { story: FERRY.story, format: 'text', draft: true }))
  },
)

/** Turns the old “wrong” of story 3 into a tick, in the form of that time. */
async function turned(folder: string): Promise<void> {
  const path = ledgerOf(folder, NOTES.story)
  const lines = await linesOf(path)
  const at = lastOf(lines, isStatus('wrong'))
  const chain = [
    ...lines.slice(0, at),
    forged(entryOf(lines[at] ?? ''), entryOf(lines[at - 1] ?? ''), { status: 'verified' }),
  ]
  for (const line of lines.slice(at + 1)) chain.push(forged(entryOf(line), entryOf(chain.at(-1) ?? ''), {}))
  await writeLines(path, chain)
}

ours('An old “wrong” is rewritten after the library was sealed', { spec: SEALED }, async (room) => {
  const desk = await migrated(room)
  await desk.meanwhile(turned)
  return desk.blocks(NOTES.story, NOTES.wrong)
})

ours('A line in the old form is appended after the library was sealed', { spec: SEALED }, async (room) => {
  const desk = await migrated(room)
  await desk.meanwhile(async (folder) => {
    const path = ledgerOf(folder, NOTES.story)
    const lines = await linesOf(path)
    const old = entryOf(lines[lastOf(lines, isStatus('wrong'))] ?? '')
    await writeLines(path, [...lines, forged(old, entryOf(lines.at(-1) ?? ''), { status: 'verified' })])
  })
  return desk.blocks(NOTES.story, NOTES.wrong)
})

ours(
  'An old ledger is damaged before the library is first opened',
  { spec: 'Absence never reads as good news.' },
  async (room) => {
    const desk = await oldLibrary(room)
    await desk.meanwhile((folder) => rot(ledgerOf(folder, NOTES.story), '"wrong"'))
    return done(await desk.ask('Editor', 'story.export', { story: NOTES.story, format: 'text', draft: true }))
  },
)

ours(
  'Old sources.json falls back to its older copy at the first opening',
  { spec: 'An older generation is never taken for the present one.' },
  async (room) => {
    const desk = await oldLibrary(room)
    await desk.meanwhile((folder) => rot(join(folder, 'sources.json'), 'Jane Roe'))
    await desk
      .must('Reporter', 'copy.replace', { story: NOTES.story, replace: 'first berth', with: 'Jane Roe berth' })
      .catch(() => undefined)
    return done(await desk.ask('Editor', 'story.export', { story: NOTES.story, format: 'text', draft: true }))
  },
)

ours(
  'Old roster.json falls back to a copy without PINs at the first opening',
  { spec: 'An older generation is never taken for the present one.' },
  async (room) => {
    const desk = await oldLibrary(room)
    await desk.meanwhile((folder) => rot(join(folder, 'roster.json'), 'Lawyer'))
    desk.forgetPins()
    const seen = await desk.lookAs('Reporter', NOTES.story, 'fact-7')
    return done(
      await desk.ask('Checker', 'fact.sign', { story: NOTES.story, fact: 'fact-7', status: 'onAuthor', ...seen }),
    )
  },
)

ours(
  'A person of the old library acts without the PIN of that time',
  { spec: 'PINs of before still hold.', proof: { mutant: 'nobody asks for a PIN' } },
  async (room) => {
    const desk = await migrated(room)
    desk.forgetPins()
    return done(await desk.ask('Editor', 'comment.add', { story: NOTES.story, text: 'Look.' }))
  },
)

ours(
  'A person of the old library without a PIN gives a verdict',
  { spec: 'From the first PIN on nobody gives a verdict without one.' },
  async (room) => {
    const desk = await migrated(room)
    return done(
      await desk.ask('Lawyer', 'fact.sign', {
        story: NOTES.story,
        fact: 'fact-7',
        status: 'onAuthor',
        ...(await desk.look(NOTES.story, 'fact-7')),
      }),
    )
  },
)
