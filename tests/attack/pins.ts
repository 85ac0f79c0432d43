/** PINs, one-time codes and recovery words, and what is closed to people without a PIN. */
import { relative } from 'node:path'
import { group, type Attempt, type Seen } from './attempt'
import { page } from './blocks'
import {
  entryOf,
  everyByte,
  forged,
  isStatus,
  keyUnderPin,
  lastOf,
  ledgerOf,
  linesOf,
  signedWith,
  writeLines,
} from './disk'
import { done, type Desk, type Room } from './driver'

const { named, ours } = group('keys')

const WITHOUT = 'Roles: from the first PIN on nobody gives a verdict or moves a story without one.'
const RETIRED = 'Roles: the old key retires, what it signed stays signed, and it signs nothing more.'
const LEFT = 'Roles: who has left keeps what they signed, and cannot act.'
const CODES = 'Roles: others join by a one-time code; an editor resets a forgotten PIN.'

interface Pinned {
  readonly desk: Desk
  readonly story: string
  readonly fact: string
}

/** Made once: a PIN costs its fifth of a second each time it is set. */
let made:
  | Promise<{
      readonly files: Readonly<Record<string, Buffer>>
      readonly one: Omit<Pinned, 'desk'>
      readonly words: string | undefined
    }>
  | undefined

async function make(room: Room): ReturnType<() => NonNullable<typeof made>> {
  const desk = await room.library({ now: 'system' })
  const story = await desk.story('Reporter', page('Kim Min paid 100 won.', 'It cost 300 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.must('Reporter', 'story.setField', { story, field: 'slug', value: 'attack' })
  await desk.must('Reporter', 'story.move', { story, to: 'filed' })
  await desk.must('Editor', 'story.move', { story, to: 'inReview' })
  const words = await desk.pin('Chief', PINS.Chief)
  await desk.pin('Editor', PINS.Editor)
  const files = await desk.meanwhile(async (folder) =>
    Object.fromEntries((await everyByte(folder)).map(([path, bytes]) => [relative(folder, path), bytes])),
  )
  return { files, one: { story, fact }, words }
}

const PINS = { Chief: 'zebra4711', Editor: 'otter4711' } as const

/** A story in review with a figure to check and one without a tag, in a library where Chief and Editor have PINs. */
async function pinned(room: Room): Promise<Pinned & { readonly words: string | undefined }> {
  const { files, one, words } = await (made ??= make(room))
  const desk = await room.libraryOf(files, { now: 'system' })
  for (const [person, pin] of Object.entries(PINS)) desk.knows(person, pin)
  return { desk, words, ...one }
}

/** Somebody without a PIN does something. */
const bare =
  (act: (one: Pinned) => Promise<Seen>): Attempt['run'] =>
  async (room) =>
    act(await pinned(room))

named(
  'Everybody is on PINs: a name without one is added, and verifies',
  { spec: WITHOUT },
  bare(async ({ desk, story, fact }) => {
    const added = await desk.ask('Reporter', 'roster.add', { name: 'Ghost' })
    const reply = await desk.sign('Ghost', story, fact, 'verified', { evidence: null })
    const withPaper = reply.ok ? reply : await desk.sign('Ghost', story, fact, 'verified')
    return withPaper.ok ? desk.lapses(story, fact) : done(added.ok ? withPaper : added)
  }),
)

named(
  'A name without a PIN overrides, clears and publishes',
  { spec: WITHOUT },
  bare(async ({ desk, story }) => {
    await desk.ask('Reporter', 'roster.add', { name: 'Ghost' })
    const looked = await desk.lookAtDoor(story, 'clear')
    return done(await desk.ask('Ghost', 'story.move', { story, to: 'cleared', override: 'it is fine', ...looked }))
  }),
)

ours(
  'A checker without a PIN takes back another person’s verdict',
  { spec: WITHOUT },
  bare(async ({ desk, story, fact }) => {
    await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'no' })
    const reason = desk.takes('fact.withdraw', 'reason') ? { reason: 'x' } : {}
    return done(await desk.ask('Checker', 'fact.withdraw', { story, fact, ...reason }))
  }),
)

ours(
  'A checker without a PIN moves a story',
  { spec: WITHOUT },
  bare(async ({ desk, story }) => done(await desk.ask('Checker', 'story.move', { story, to: 'draft', reason: 'no' }))),
)

ours(
  'A checker without a PIN marks a figure “nothing to check”',
  { spec: WITHOUT },
  bare(async ({ desk, story }) => {
    const finding = await desk.finding(story, 'untaggedFigure')
    return done(await desk.ask('Checker', 'finding.dismiss', { story, ...finding }))
  }),
)

ours(
  'A checker without a PIN accepts a changed context',
  { spec: WITHOUT },
  bare(async ({ desk, story, fact }) => {
    await desk.verify(story, fact)
    await desk.mustEdit('Reporter', story, 'paid', 'stole')
    await desk.ask('Checker', 'fact.acceptContext', { story, facts: [await desk.lookAt(story, fact)] })
    return desk.blocks(story, fact)
  }),
)

ours('A checker without a PIN untags a quote', { spec: WITHOUT }, async (room) => {
  const desk = await room.desk({ now: 'system' })
  const story = await desk.story('Reporter', page('“I did it,” Kim Min said.'))
  const fact = await desk.tag('Reporter', story, '“I did it,”', 'quote')
  await desk.pin('Chief', 'zebra4711')
  return done(await desk.ask('Checker', 'fact.untag', { story, fact, reason: 'not a quote' }))
})

ours(
  'Legal without a PIN completes a reading',
  { spec: WITHOUT },
  bare(async ({ desk, story }) => {
    await desk.must('Editor', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    return done(
      await desk.ask('Legal', 'story.setField', {
        story,
        field: 'needsLegal',
        value: 'complete',
        ...(await desk.lookAsLegal(story)),
      }),
    )
  }),
)

ours(
  'Somebody without a PIN takes the protection of a source away',
  { spec: WITHOUT },
  bare(async ({ desk }) => {
    const { id } = await desk.must<{ id: string }>('Chief', 'source.add', {
      name: 'Kim Deep',
      kind: 'person',
      protected: true,
    })
    return done(await desk.ask('Checker', 'source.edit', { source: id, protected: false, reason: 'it is fine' }))
  }),
)

ours(
  'Somebody without a PIN exports a published story',
  { spec: WITHOUT, proof: { mutant: 'people without a PIN do everything' } },
  async (room) => {
    const desk = await room.desk({ now: 'system' })
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.published(story)
    await desk.pin('Chief', 'zebra4711')
    return done(await desk.ask('Producer', 'story.export', { story, format: 'ninjs' }))
  },
)

ours(
  'A person with a PIN acts without it',
  { spec: 'PINs.', proof: { mutant: 'nobody asks for a PIN' } },
  bare(async ({ desk, story }) => {
    desk.forgetPins()
    desk.knows('Chief', 'zebra4711')
    return done(await desk.ask('Editor', 'comment.add', { story, text: 'Look.' }))
  }),
)

ours(
  'A person with a PIN acts with that of another',
  { spec: 'PINs.', proof: { mutant: 'any PIN will do' } },
  bare(async ({ desk, story }) => done(await desk.ask('Editor', 'comment.add', { story, text: 'Look.' }, 'zebra4711'))),
)

ours('The first PIN is set by a reporter', { spec: 'Roles: the first PIN is an editor’s.' }, async (room) => {
  const desk = await room.desk({ now: 'system' })
  return done(await desk.ask('Reporter', 'pin.set', { pin: 'mine4711' }))
})

ours(
  'A reporter joins the people with PINs without a code',
  { spec: CODES },
  bare(async ({ desk }) => done(await desk.ask('Reporter', 'pin.set', { pin: 'mine4711' }))),
)

/** A one-time code for Reporter. The code before has none: there everybody joins. */
const withCode =
  (act: (desk: Desk, code: string) => Promise<Seen>): Attempt['run'] =>
  async (room) => {
    const { desk } = await pinned(room)
    const code = await desk.code('Reporter')
    if (code === undefined) return done(await desk.ask('Checker', 'pin.set', { pin: 'mine4711' }))
    return act(desk, code)
  }

ours(
  'A one-time code is used twice',
  { spec: CODES },
  withCode(async (desk, code) => {
    await desk.must('Reporter', 'pin.set', { pin: 'mine4711', code })
    await desk.must('Chief', 'pin.reset', { person: 'Reporter' })
    return done(await desk.ask('Reporter', 'pin.set', { pin: 'mine4712', code }))
  }),
)

ours(
  'A one-time code is used by somebody else',
  { spec: CODES },
  withCode(async (desk, code) => done(await desk.ask('Checker', 'pin.set', { pin: 'mine4711', code }))),
)

ours(
  'A one-time code is used after a newer one was given',
  { spec: CODES },
  withCode(async (desk, code) => {
    await desk.code('Reporter')
    return done(await desk.ask('Reporter', 'pin.set', { pin: 'mine4711', code }))
  }),
)

ours(
  'A guessed code',
  { spec: CODES },
  withCode(async (desk) => done(await desk.ask('Reporter', 'pin.set', { pin: 'mine4711', code: '0000-0000-0000' }))),
)

ours(
  'A checker gives a one-time code',
  { spec: CODES, proof: { mutant: 'anybody invites and resets' } },
  bare(async ({ desk }) => {
    await desk.pin('Checker', 'mine4711')
    return done(await desk.ask('Checker', 'pin.invite', { person: 'Guest' }))
  }),
)

ours(
  'A checker resets an editor’s PIN',
  { spec: CODES, proof: { mutant: 'anybody invites and resets' } },
  bare(async ({ desk }) => {
    await desk.pin('Checker', 'mine4711')
    return done(await desk.ask('Checker', 'pin.reset', { person: 'Editor' }))
  }),
)

ours(
  'A PIN that was reset still signs',
  { spec: 'Roles: the old key retires.' },
  bare(async ({ desk, story, fact }) => {
    await desk.must('Chief', desk.takesAction('pin.reset') ? 'pin.reset' : 'pin.remove', { person: 'Editor' })
    const reply = await desk.sign('Editor', story, fact, 'verified')
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  }),
)

/** The Editor verifies and takes it back, the Chief resets the Editor's PIN. The old key then signs the tick again. */
const withOldKey =
  (place: (lines: readonly string[]) => number): Attempt['run'] =>
  async (room) => {
    const { desk, story, fact } = await pinned(room)
    await desk.verify(story, fact, 'Editor')
    await desk.must('Editor', 'fact.withdraw', { story, fact, reason: 'a slip' })
    const key = await desk.meanwhile((folder) => keyUnderPin(folder, 'Editor', PINS.Editor))
    await desk.must('Chief', 'pin.reset', { person: 'Editor' })
    await desk.meanwhile(async (folder) => {
      const path = ledgerOf(folder, story)
      const lines = await linesOf(path)
      const tick = entryOf(lines[lastOf(lines, isStatus('verified'))] ?? '')
      const at = place(lines)
      const after = entryOf(lines[at - 1] ?? '')
      const line = await signedWith(folder, 'Editor', forged(tick, after, { at: after.at }), [key])
      await writeLines(path, [...lines.slice(0, at), line, ...lines.slice(at)])
    })
    return desk.lapses(story, fact)
  }

ours(
  'The key of a PIN that was reset signs a tick with the time put back',
  { spec: RETIRED, proof: { mutant: 'a time that is put back helps a retired key' } },
  withOldKey((lines) => lines.length),
)

ours(
  'A person whose PIN was reset signs without any',
  { spec: WITHOUT },
  bare(async ({ desk, story, fact }) => {
    await desk.must('Chief', desk.takesAction('pin.reset') ? 'pin.reset' : 'pin.remove', { person: 'Editor' })
    desk.forgetPins('Editor')
    const reply = await desk.sign('Editor', story, fact, 'verified')
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  }),
)

ours(
  'A person who has left asks a query',
  { spec: LEFT, proof: { mutant: 'who has left acts, with a new key' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Kim Min paid 100 won.', 'It cost 300 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.must('Chief', 'roster.leave', { person: 'Checker' })
    return done(await desk.sign('Checker', story, fact, 'queried', { reason: 'Who says so?' }))
  },
)

ours(
  'An editor takes the own PIN away and goes on without one',
  { spec: WITHOUT },
  bare(async ({ desk, story, fact }) => {
    // The code before asks whose PIN it is.
    const whose = desk.takesAction('pin.reset') ? {} : { person: 'Editor' }
    await desk.must('Editor', 'pin.remove', { was: 'otter4711', ...whose })
    desk.forgetPins('Editor')
    const reply = await desk.sign('Editor', story, fact, 'verified')
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  }),
)

ours(
  'The right PIN is found by trying, one a millisecond',
  { spec: 'PINs: after a wrong one every try waits.', proof: { mutant: 'wrong PINs cost nothing' } },
  bare(async ({ desk, story, fact }) => {
    const tried: boolean[] = []
    for (const pin of ['a1111', 'a1112', 'otter4711'])
      tried.push((await desk.sign('Editor', story, fact, 'disputed', { reason: 'no', pin })).ok)
    return { through: tried.at(-1) === true, seen: tried.at(-1) ? 'the third try signed' : 'it has to wait' }
  }),
)
