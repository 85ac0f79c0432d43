/** Files that rot, vanish or come back older: the absence of bad news must not read as good news. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { group, type Attempt } from './attempt'
import { page, typed } from './blocks'
import { copiesOf, isStatus, keep, lastOf, ledgerOf, linesOf, putBack, rot, writeLines } from './disk'
import { done, Unprepared, type Desk, type Room } from './driver'

const { named, ours } = group('failsOpen')

const ABSENCE = 'Absence never reads as good news: the facts concerned read re-check, and the story closes.'

export interface Case {
  readonly desk: Desk
  readonly story: string
  readonly fact: string
}

/** A figure that Editor verified and Chief found wrong afterwards, in a library on the disk. */
export async function wrongAfterTick(room: Room): Promise<Case> {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.inReview(story)
  await desk.verify(story, fact)
  await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'the record says 200', evidence: null })
  return { desk, story, fact }
}

/** A verified figure, in a library on the disk. */
export async function ticked(room: Room, more: Parameters<Desk['sign']>[4] = {}): Promise<Case> {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.inReview(story)
  await desk.verify(story, fact, 'Editor', more)
  return { desk, story, fact }
}

/** Does something to the files of such a story, and looks whether the figure blocks. */
const tampered =
  (work: (folder: string, one: Case) => Promise<unknown>, prepare = wrongAfterTick): Attempt['run'] =>
  async (room) => {
    const one = await prepare(room)
    await one.desk.meanwhile((folder) => work(folder, one))
    return one.desk.blocks(one.story, one.fact)
  }

named(
  'One bad byte in the line that says “wrong”',
  { spec: ABSENCE },
  tampered(async (folder, { story }) => rot(ledgerOf(folder, story), '"wrong"')),
)

named('The line that says “wrong” is taken out of the middle', { spec: ABSENCE }, async (room) => {
  const one = await wrongAfterTick(room)
  await one.desk.must('Checker', 'comment.add', { story: one.story, text: 'Look again.' })
  await one.desk.must('Reporter', 'story.setField', { story: one.story, field: 'keywords', value: ['council'] })
  await one.desk.meanwhile(async (folder) => {
    const path = ledgerOf(folder, one.story)
    const lines = await linesOf(path)
    lines.splice(lastOf(lines, isStatus('wrong')), 1)
    await writeLines(path, lines)
  })
  return one.desk.blocks(one.story, one.fact)
})

/** Puts the ledger from before “wrong” back, and the readable file that knew its length. */
async function olderLedger(room: Room): Promise<Case> {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.inReview(story)
  await desk.verify(story, fact)
  const older = await desk.meanwhile((folder) => keep(join(folder, 'stories', story), ['ledger.jsonl', 'story.json']))
  await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'the record says 200', evidence: null })
  await desk.meanwhile(() => older())
  return { desk, story, fact }
}

named('An older copy of the ledger is put back', { spec: ABSENCE }, async (room) => {
  const { desk, story, fact } = await olderLedger(room)
  return desk.blocks(story, fact)
})

named(
  'Doctor calls a story whole whose folder was put back from yesterday',
  { spec: 'Doctor says what is lost.' },
  async (room) => {
    const { desk, story, fact } = await ticked(room)
    const yesterday = await desk.copy()
    await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'no', evidence: null })
    await desk.meanwhile((folder) => putBack(join(yesterday, 'stories', story), join(folder, 'stories', story)))
    const ran = await desk.stet(['doctor', '--json'])
    const { ok } = JSON.parse(ran.out || '{"ok":false}') as { ok: boolean }
    return { through: ok, seen: ok ? 'doctor says ok' : 'doctor tells of it' }
  },
)

ours('A story with a ledger that was put back is cleared', { spec: ABSENCE }, async (room) => {
  const { desk, story } = await olderLedger(room)
  return desk.clears(story)
})

ours(
  'Clearing such a story by overriding every block',
  { spec: 'Such a closure is not overridden but accepted.' },
  async (room) => {
    const { desk, story } = await olderLedger(room)
    const looked = await desk.lookAtDoor(story, 'clear')
    return done(await desk.ask('Editor', 'story.move', { story, to: 'cleared', override: 'it is fine', ...looked }))
  },
)

ours(
  'A new verdict is given in a story that lost its history',
  { spec: 'Verdicts close for a story with a loss.' },
  async (room) => {
    const { desk, story, fact } = await olderLedger(room)
    return done(await desk.sign('Editor', story, fact, 'verified'))
  },
)

ours('A story that lost its history is exported', { spec: 'Exports close for a story with a loss.' }, async (room) => {
  const { desk, story } = await olderLedger(room)
  return done(await desk.ask('Editor', 'story.export', { story, format: 'html', draft: true }))
})

ours(
  'Doctor’s repair makes the tick good again',
  { spec: 'Doctor never turns a loss into good news.' },
  async (room) => {
    const { desk, story, fact } = await wrongAfterTick(room)
    await desk.meanwhile((folder) => rot(ledgerOf(folder, story), '"wrong"'))
    await desk.stet(['doctor', '--repair', '--json'])
    return desk.blocks(story, fact)
  },
)

ours('The command line shows the tick of a story that lost its history', { spec: ABSENCE }, async (room) => {
  const { desk, story } = await olderLedger(room)
  const ran = await desk.stet(['show', story, '--json'])
  const shown =
    ran.code === 0 && (JSON.parse(ran.out) as { facts: { status: string }[] }).facts[0]?.status === 'verified'
  return { through: shown, seen: shown ? 'verified' : `exit ${ran.code}` }
})

ours('The list of stories counts the tick of a story that lost its history', { spec: ABSENCE }, async (room) => {
  const { desk } = await olderLedger(room)
  const ran = await desk.stet(['list', '--json'])
  const [first] = ran.code === 0 ? (JSON.parse(ran.out) as { facts: Record<string, number> }[]) : []
  return { through: (first?.facts['verified'] ?? 0) > 0, seen: JSON.stringify(first?.facts ?? {}) }
})

ours(
  'The end of the ledger is torn, as by a power cut',
  { spec: 'A shortened ledger is seen; a torn write that was acknowledged is a loss.' },
  tampered(async (folder, { story }) => {
    const path = ledgerOf(folder, story)
    const lines = await linesOf(path)
    const at = lastOf(lines, isStatus('wrong'))
    await writeFile(path, `${lines.slice(0, at).join('\n')}\n${lines[at]?.slice(0, 40) ?? ''}`)
  }),
)

ours(
  'The ledger is shortened, and every note of its length with it',
  { spec: 'The heads of all stories lie in one signed table.' },
  tampered(async (folder, { story }) => {
    const path = ledgerOf(folder, story)
    const lines = await linesOf(path)
    await writeLines(path, lines.slice(0, lastOf(lines, isStatus('wrong'))))
    const inside = join(folder, 'stories', story)
    for (const name of await readdir(inside)) if (name.startsWith('story.json')) await rm(join(inside, name))
  }),
)

ours(
  'The ledger is emptied',
  { spec: ABSENCE },
  tampered(
    async (folder, { story }) => writeFile(ledgerOf(folder, story), ''),
    async (room) => {
      const desk = await room.library()
      const story = await desk.story('Reporter', page('Kim Min came.'))
      const fact = await desk.tag('Reporter', story, 'Kim Min', 'name')
      await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'it was Lee Jun', evidence: null })
      return { desk, story, fact }
    },
  ),
)

ours('A fact without a ledger is not merely “to check”: its story closes', { spec: ABSENCE }, async (room) => {
  const { desk, story } = await wrongAfterTick(room)
  await desk.meanwhile(async (folder) => {
    await rm(ledgerOf(folder, story))
    await writeFile(ledgerOf(folder, story), '')
  })
  const reply = await desk.ask('Editor', 'story.export', { story, format: 'html', draft: true })
  return done(reply)
})

ours(
  'Two lines of the ledger change places',
  { spec: 'Each entry names by hash the entries it follows.' },
  tampered(async (folder, { story }) => {
    const path = ledgerOf(folder, story)
    const lines = await linesOf(path)
    const [one, two] = [lastOf(lines, isStatus('verified')), lastOf(lines, isStatus('wrong'))]
    const [a = '', b = ''] = [lines[one], lines[two]]
    lines[one] = b
    lines[two] = a
    await writeLines(path, lines)
  }),
)

ours(
  'An old line is repeated at the end',
  { spec: 'Each entry names by hash the entries it follows.' },
  tampered(async (folder, { story }) => {
    const path = ledgerOf(folder, story)
    const lines = await linesOf(path)
    await writeLines(path, [...lines, lines[lastOf(lines, isStatus('verified'))] ?? ''])
  }),
)

ours(
  'The whole folder of the story is put back from yesterday',
  { spec: 'The heads of all stories lie in one signed table.' },
  async (room) => {
    const { desk, story, fact } = await ticked(room)
    const yesterday = await desk.copy()
    await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'no', evidence: null })
    await desk.meanwhile((folder) => putBack(join(yesterday, 'stories', story), join(folder, 'stories', story)))
    return desk.blocks(story, fact)
  },
)

ours(
  'The ledger of another story is put in its place',
  { spec: 'No entry proves anything in another story.' },
  async (room) => {
    const { desk, story, fact } = await wrongAfterTick(room)
    const other = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.inReview(other)
    const twin = await desk.tag('Reporter', other, '100', 'figure')
    await desk.verify(other, twin)
    await desk.meanwhile(async (folder) => {
      const text = await readFile(ledgerOf(folder, other), 'utf8')
      await writeFile(ledgerOf(folder, story), text)
    })
    const seen = await desk.blocks(story, fact)
    const out = done(await desk.ask('Editor', 'story.export', { story, format: 'html', draft: true }))
    return { through: seen.through || out.through, seen: `${seen.seen}; export: ${out.seen}` }
  },
)

const TWIN = 'Small files lie in two copies of the same generation; an older one is never taken for the present one.'

/** A protected source whose name is in the copy. */
async function protectedName(room: Room): Promise<{ desk: Desk; story: string; older: () => Promise<void> }> {
  const desk = await room.library()
  const source = await desk.source('Kim Deep', 'person')
  const story = await desk.story('Reporter', page('The man was Kim Deep, who waited.'))
  const older = await desk.meanwhile((folder) => keep(folder, ['sources.json']))
  await desk.must('Chief', 'source.edit', { source, protected: true })
  const held = await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true })
  if (held.ok) throw new Unprepared('The name is not protected.')
  return { desk, story, older }
}

named('One bad byte in sources.json takes the protection away', { spec: TWIN }, async (room) => {
  const { desk, story } = await protectedName(room)
  await desk.meanwhile((folder) => rot(join(folder, 'sources.json'), 'Kim Deep'))
  return done(await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true }))
})

ours('Every copy of sources.json is an older one', { spec: TWIN }, async (room) => {
  const { desk, story, older } = await protectedName(room)
  await desk.meanwhile(() => older())
  return done(await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true }))
})

named('One bad byte in roster.json forgets a PIN', { spec: TWIN }, async (room) => {
  const desk = await room.library({ now: 'system' })
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const evidence = await desk.paper()
  await desk.pin('Editor', '4711')
  await desk.meanwhile((folder) => rot(join(folder, 'roster.json'), 'Producer'))
  desk.forgetPins()
  const reply = await desk.sign('Editor', story, fact, 'verified', { evidence })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours('Every copy of roster.json is an older one, without PINs', { spec: TWIN }, async (room) => {
  const desk = await room.library({ now: 'system' })
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const evidence = await desk.paper()
  const older = await desk.meanwhile((folder) => keep(folder, ['roster.json']))
  await desk.pin('Editor', '4711')
  await desk.meanwhile(() => older())
  desk.forgetPins()
  const reply = await desk.sign('Editor', story, fact, 'verified', { evidence })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours(
  'Doctor makes a new roster, without its PINs',
  { spec: 'Doctor never makes a roster without its PINs.' },
  async (room) => {
    const desk = await room.library({ now: 'system' })
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const evidence = await desk.paper()
    await desk.pin('Editor', '4711')
    await desk.meanwhile(async (folder) => {
      for (const path of await copiesOf(folder, 'roster.json')) await rm(path)
    })
    await desk.stet(['doctor', '--repair', '--json'], { STET_NOW: undefined })
    desk.forgetPins()
    await desk.ask('Editor', 'roster.add', { name: 'Editor', role: 'editor' })
    const shown = await desk.ask('Editor', 'story.show', { story })
    if (!shown.ok) return done(shown)
    const seen = await desk.lookAs('Editor', story, fact)
    const reply = await desk.sign('Editor', story, fact, 'verified', { evidence, seen })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)

ours('Older settings come back with the one-person desk', { spec: TWIN }, async (room) => {
  const desk = await room.library()
  const story = await desk.story('Editor', page('It cost 100 won.'))
  const fact = await desk.tag('Editor', story, '100', 'figure')
  const evidence = await desk.paper()
  await desk.must('Chief', 'library.settings', { deskOfOne: true })
  const older = await desk.meanwhile((folder) => keep(folder, ['library.json']))
  await desk.must('Chief', 'library.settings', { deskOfOne: false })
  await desk.meanwhile(() => older())
  const reply = await desk.sign('Editor', story, fact, 'verified', { evidence })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours('One bad byte in the settings brings the one-person desk back', { spec: TWIN }, async (room) => {
  const desk = await room.library()
  const story = await desk.story('Editor', page('It cost 100 won.'))
  const fact = await desk.tag('Editor', story, '100', 'figure')
  const evidence = await desk.paper()
  await desk.must('Chief', 'library.settings', { deskOfOne: true })
  await desk.must('Chief', 'library.settings', { deskOfOne: false })
  await desk.meanwhile((folder) => rot(join(folder, 'library.json'), 'deskOfOne'))
  const reply = await desk.sign('Editor', story, fact, 'verified', { evidence })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours(
  'The library’s own history loses its last line',
  { spec: 'Absence never reads as good news; doctor says it.' },
  async (room) => {
    const desk = await room.library()
    await desk.must('Chief', 'library.settings', { deskOfOne: true })
    await desk.must('Chief', 'library.settings', { deskOfOne: false })
    await desk.meanwhile(async (folder) => {
      const path = join(folder, 'ledger.jsonl')
      await writeLines(path, (await linesOf(path)).slice(0, -2))
    })
    const ran = await desk.stet(['doctor', '--json'])
    const { ok } = JSON.parse(ran.out || '{"ok":false}') as { ok: boolean }
    return { through: ok, seen: ok ? 'doctor says ok' : 'doctor tells of it' }
  },
)

const CAPTURED = 'A captured file that is gone or differs: the facts that rest on it read re-check.'

/** A figure verified by a captured paper. */
async function captured(room: Room): Promise<Case & { readonly path: string }> {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const file = await desk.file('Editor', 'record.txt', 'The record.\nIt cost 100 won in all.\n')
  const source = await desk.source('The record', 'document')
  await desk.verify(story, fact, 'Editor', {
    evidence: { source, locator: '¶ 2', excerpt: 'It cost 100 won', stance: 'supports', file, fileName: 'record.txt' },
  })
  const path = await desk.meanwhile(async (folder) => {
    for (const name of await readdir(join(folder, 'evidence'), { recursive: true }))
      if (name.includes(file.slice(4))) return join(folder, 'evidence', name)
    throw new Unprepared('The captured file is not found.')
  })
  return { desk, story, fact, path }
}

for (const [what, work, isNamed] of [
  ['A captured file is deleted', (path: string) => rm(path), true],
  ['A captured file is overwritten', (path: string) => writeFile(path, 'The record.\nIt cost 900 won in all.\n'), true],
  ['A captured file is emptied', (path: string) => truncate(path, 0), false],
  ['One bad byte in a captured file', (path: string) => rot(path, '100 won'), false],
] as const)
  (isNamed ? named : ours)(what, { spec: CAPTURED }, async (room) => {
    const { desk, story, path } = await captured(room)
    await desk.inReview(story)
    await desk.meanwhile(() => work(path))
    return desk.clears(story)
  })

ours('A captured file is overwritten while the library is open', { spec: CAPTURED }, async (room) => {
  const { desk, story, path } = await captured(room)
  await desk.inReview(story)
  await writeFile(path, 'The record.\nIt cost 900 won in all.\n')
  return desk.clears(story)
})

ours('A fact is verified by a captured file that is gone', { spec: CAPTURED }, async (room) => {
  const { desk, story, path } = await captured(room)
  await desk.mustType('Reporter', story, typed('A day at the town hall', 'It saved 100 won'))
  const fact = await desk.tag('Reporter', story, '100', 'figure', { nth: 1 })
  const [first] = (await desk.show(story)).facts.flatMap(({ evidence }) => evidence)
  if (!first) throw new Unprepared('There is no evidence.')
  const { source, locator, excerpt, stance, file, fileName } = first
  const evidence = { source, locator, excerpt, stance, file, fileName }
  await desk.must('Editor', 'fact.addEvidence', { story, fact, evidence })
  await desk.meanwhile(() => rm(path))
  const reply = await desk.sign('Editor', story, fact, 'verified', { evidence: null })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

named(
  'A change log without its tail is shown without a word',
  { spec: 'The window and the command line say what is missing.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('It cost 100 won.', 'The end.'))
    const long = 'He said so before the judge, and nobody in the room spoke against it at all.'
    const size = await desk.meanwhile((folder) => logSize(folder, story))
    await desk.mustType('Reporter', story, typed('The end.', long))
    await desk.meanwhile(async (folder) => {
      const { path } = await logSize(folder, story)
      await truncate(path, size.size)
    })
    const ran = await desk.stet(['show', story])
    const silent = ran.code === 0 && !/lost|missing|loss|gone/i.test(ran.out + ran.err)
    return {
      through: silent,
      seen: silent ? 'shown without a word' : `exit ${ran.code}: ${ran.err.split('\n')[0] ?? ''}`,
    }
  },
)

async function logSize(folder: string, story: string): Promise<{ path: string; size: number }> {
  const inside = join(folder, 'stories', story)
  const name = (await readdir(inside))
    .filter((one) => one.startsWith('changes-'))
    .sort()
    .at(-1)
  if (name === undefined) throw new Unprepared('There is no change log.')
  return { path: join(inside, name), size: (await readFile(join(inside, name))).length }
}

ours('A story whose change log lost its tail is cleared', { spec: ABSENCE }, async (room) => {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('The council met and rose.', 'The end.'))
  await desk.inReview(story)
  const size = await desk.meanwhile((folder) => logSize(folder, story))
  await desk.mustType('Reporter', story, typed('The end.', 'All of this was denied.'))
  await desk.meanwhile(async (folder) => truncate((await logSize(folder, story)).path, size.size))
  return desk.clears(story)
})
