/** Histories that somebody writes with a text editor, with the unencrypted keys on the disk. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { LedgerEntry } from '../../src/story/ledger/ledgerEntry'
import { group, type Attempt, type Seen } from './attempt'
import { page, typed } from './blocks'
import {
  appendSigned,
  copiesOf,
  entryOf,
  everyByte,
  forged,
  isStatus,
  keep,
  lastOf,
  ledgerOf,
  linesOf,
  rewriteRecord,
  signedWith,
  writeLines,
} from './disk'
import { done, Unprepared, type Desk } from './driver'
import { ticked, wrongAfterTick, type Case } from './failsOpen'

const { named, ours } = group('keys')

const SIGNED = 'Each entry is signed by the person’s own key; nothing unsigned counts.'
const COMPUTED = 'Rule 8: whether a verdict counts is asked each time, whoever wrote the line.'

/** Rewrites the ledger of a story whose figure was verified and then found wrong. */
const rewritten =
  (work: (lines: string[]) => readonly string[]): Attempt['run'] =>
  async (room) => {
    const { desk, story, fact } = await wrongAfterTick(room)
    await desk.meanwhile(async (folder) => {
      const path = ledgerOf(folder, story)
      await writeLines(path, work(await linesOf(path)))
    })
    return desk.blocks(story, fact)
  }

const lineOf = (lines: readonly string[], at: number): LedgerEntry => entryOf(lines.at(at) ?? '')

named(
  'Two entries with right hashes are appended, and believed',
  { spec: SIGNED },
  rewritten((lines) => {
    const last = lineOf(lines, -1)
    const tick = lineOf(lines, lastOf(lines, isStatus('verified')))
    const one = forged(tick, last, { at: last.at, by: 'Chief' })
    return [...lines, one, forged(tick, entryOf(one), { at: last.at, by: 'Editor' })]
  }),
)

ours(
  'A forged line without the fields of keys is appended',
  { spec: SIGNED },
  rewritten((lines) => {
    const {
      signer: _signer,
      signature: _signature,
      ...tick
    } = lineOf(lines, lastOf(lines, isStatus('verified'))) as LedgerEntry & {
      signer?: string
    }
    return [...lines, forged(tick as LedgerEntry, lineOf(lines, -1), { by: 'Chief' })]
  }),
)

ours(
  'A line is changed and its hash made new, and those after it chained anew',
  { spec: SIGNED },
  rewritten((lines) => {
    const at = lastOf(lines, isStatus('wrong'))
    const chain = [...lines.slice(0, at), forged(lineOf(lines, at), lineOf(lines, at - 1), { status: 'verified' })]
    for (const line of lines.slice(at + 1)) chain.push(forged(entryOf(line), entryOf(chain.at(-1) ?? ''), {}))
    return chain
  }),
)

ours(
  'A line in the form of before keys is appended',
  { spec: SIGNED },
  rewritten((lines) => {
    const {
      follows: _follows,
      ledger: _ledger,
      signer: _signer,
      signature: _signature,
      ...tick
    } = lineOf(lines, lastOf(lines, isStatus('verified'))) as LedgerEntry & { ledger?: string; signer?: string }
    return [...lines, forged({ ...tick, prev: '' } as LedgerEntry, lineOf(lines, -1), { by: 'Chief' })]
  }),
)

ours(
  'The signature of another line is put under a forged one',
  { spec: SIGNED },
  rewritten((lines) => {
    const tick = lineOf(lines, lastOf(lines, isStatus('verified')))
    const made = entryOf(forged(tick, lineOf(lines, -1), { by: tick.by }))
    return [...lines, JSON.stringify({ ...made, ...('signature' in tick ? { signature: tick.signature } : {}) })]
  }),
)

ours('The name under a line is changed', { spec: SIGNED }, async (room) => {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const own = await desk.sign('Reporter', story, fact, 'queried', { reason: 'a note' })
  if (!own.ok) throw new Unprepared(own.message)
  await desk.must('Editor', 'fact.answer', { story, fact, text: 'fine' })
  await desk.mustSign('Chief', story, fact, 'disputed', { reason: 'no' })
  await desk.meanwhile((folder) =>
    appendSigned(folder, story, 'Reporter', { by: 'Chief', status: 'letStand', reason: 'x' }, isStatus('disputed')),
  )
  return desk.blocks(story, fact)
})

/** A line that `person` writes and signs with the own key, which is not encrypted. */
const ownLine =
  (
    person: string,
    changes: Readonly<Record<string, unknown>>,
    like: (entry: LedgerEntry) => boolean = isStatus('verified'),
    prepare: (...of: Parameters<Attempt['run']>) => Promise<Case> = wrongAfterTick,
  ): Attempt['run'] =>
  async (room) => {
    const one = await prepare(room)
    // Everybody has a key after the first act.
    await one.desk.must(person, 'comment.add', { story: one.story, text: 'Look.' })
    await one.desk.ask(person, 'fact.addEvidence', {
      story: one.story,
      fact: one.fact,
      evidence: await one.desk.paper(),
    })
    await one.desk.meanwhile((folder) => appendSigned(folder, one.story, person, { by: person, ...changes }, like))
    return one.desk.blocks(one.story, one.fact)
  }

interface People {
  readonly people: readonly { readonly name: string; readonly role?: string }[]
}
const withRole = (name: string, role: string) => (data: People) => ({
  ...data,
  people: data.people.map((person) => (person.name === name ? { ...person, role } : person)),
})
const ROSTER = 'Roles: roster and settings are an editor’s; each entry is signed.'

ours('A role is written into roster.json by hand', { spec: ROSTER }, async (room) => {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.meanwhile((folder) => rewriteRecord(folder, 'roster.json', 'roster', withRole('Checker', 'editor')))
  return done(await desk.sign('Checker', story, fact, 'letStand', { reason: 'I like it', evidence: null }))
})

ours('The one-person desk is switched on in library.json by hand', { spec: ROSTER }, async (room) => {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const evidence = await desk.paper()
  await desk.meanwhile((folder) =>
    rewriteRecord<{ readonly settings: object }>(folder, 'library.json', 'library', (data) => ({
      ...data,
      settings: { ...data.settings, deskOfOne: true },
    })),
  )
  return done(await desk.sign('Reporter', story, fact, 'verified', { evidence }))
})

ours(
  'A note with the library’s key says that somebody accepted the writer’s words',
  { spec: 'Stet’s own notes carry the library’s key and can only take trust away.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('It cost 200 won.'))
    await desk.must('Editor', 'copy.replace', { story, replace: '200', with: '100' })
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const evidence = await desk.paper()
    const changes = { kind: 'reworded', by: 'Reporter', from: '200', writers: ['Reporter'], adopted: ['Editor'] }
    await desk.meanwhile((folder) => appendSigned(folder, story, '', changes, (entry) => entry.kind === 'tagged'))
    const reply = await desk.sign('Editor', story, fact, 'verified', { evidence })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)

ours(
  'A note with the library’s key names another writer of the words',
  { spec: 'Stet’s own notes carry the library’s key and can only take trust away.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('It cost 200 won.'))
    await desk.must('Editor', 'copy.replace', { story, replace: '200', with: '100' })
    const evidence = await desk.paper()
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const wrote = { writers: ['Reporter'], words: '100' }
    await desk.meanwhile(async (folder) => {
      const path = ledgerOf(folder, story)
      const lines = await linesOf(path)
      const at = lastOf(lines, (entry) => entry.kind === 'tagged' && entry.fact === fact)
      const before = lines.slice(0, at)
      const line = forged(entryOf(lines[at] ?? ''), entryOf(before.at(-1) ?? ''), wrote)
      await writeLines(path, [...before, await signedWith(folder, '', line)])
    })
    const reply = await desk.sign('Editor', story, fact, 'verified', { evidence })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)

ours('The author appends a tick with the own key', { spec: COMPUTED }, ownLine('Reporter', {}))
ours(
  'A checker appends “let stand” with the own key',
  { spec: COMPUTED },
  ownLine('Checker', { status: 'letStand', reason: 'x' }),
)
ours('A checker appends a tick over an editor’s “wrong” with the own key', { spec: COMPUTED }, ownLine('Checker', {}))
ours('A checker appends a withdrawal of an editor’s “wrong” with the own key', { spec: COMPUTED }, async (room) => {
  const { desk, story, fact } = await wrongAfterTick(room)
  await desk.must('Checker', 'comment.add', { story, text: 'Look.' })
  await desk.ask('Checker', 'fact.addEvidence', { story, fact, evidence: await desk.paper() })
  const wrong = (await desk.history(story)).findLast(isStatus('wrong'))
  if (!wrong) throw new Unprepared('Nothing was wrong.')
  await desk.meanwhile((folder) =>
    appendSigned(
      folder,
      story,
      'Checker',
      { by: 'Checker', kind: 'withdrawn', signOff: 'follows' in wrong ? wrong.hash : wrong.seq, reason: 'x' },
      isStatus('wrong'),
    ),
  )
  return desk.blocks(story, fact)
})

ours(
  'A reporter appends an answer to a verdict that was no query',
  { spec: 'A query is answered; a verdict is not.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('Kim Min paid.'))
    const fact = await desk.tag('Reporter', story, 'Kim Min', 'name')
    await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'it was Lee Jun' })
    await desk.must('Reporter', 'comment.add', { story, text: 'Look.' })
    await desk.ask('Reporter', 'fact.addEvidence', { story, fact, evidence: await desk.paper() })
    await desk.meanwhile((folder) =>
      appendSigned(
        folder,
        story,
        'Reporter',
        { by: 'Reporter', kind: 'answered', text: 'no, it is right' },
        isStatus('wrong'),
      ),
    )
    return desk.blocks(story, fact)
  },
)

ours(
  'A tick is appended with the key of the library',
  { spec: 'Stet’s own notes carry the library’s key and can only take trust away.' },
  async (room) => {
    const { desk, story, fact } = await wrongAfterTick(room)
    await desk.meanwhile((folder) => appendSigned(folder, story, '', { by: 'Stet' }, isStatus('verified')))
    return desk.blocks(story, fact)
  },
)

ours(
  'A note of the library makes the writer a stranger',
  { spec: 'Stet’s own notes can only take trust away.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustType('Editor', story, typed('100', '200'))
    await desk.meanwhile((folder) =>
      appendSigned(
        folder,
        story,
        '',
        { by: 'Stet', kind: 'reworded', words: '200', writers: ['Reporter'], adopted: ['Editor'] },
        ({ kind }) => kind === 'reworded' || kind === 'tagged',
      ),
    )
    const reply = await desk.sign('Editor', story, fact, 'verified')
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)

ours(
  'A signed tick of one story is copied into another',
  { spec: 'An entry of one story proves nothing in another.' },
  async (room) => {
    const { desk, story, fact } = await wrongAfterTick(room)
    const other = await desk.story('Reporter', page('It cost 100 won.'))
    const twin = await desk.tag('Reporter', other, '100', 'figure')
    await desk.verify(other, twin)
    await desk.meanwhile(async (folder) => {
      const from = await linesOf(ledgerOf(folder, other))
      const path = ledgerOf(folder, story)
      const lines = await linesOf(path)
      const tick = from[lastOf(from, isStatus('verified'))] ?? ''
      // The code before knows only the chain.
      const line = tick.includes('"signature"') ? tick : forged(entryOf(tick), lineOf(lines, -1), {})
      await writeLines(path, [...lines, line])
    })
    return desk.blocks(story, fact)
  },
)

ours(
  'Story and table of heads are both put back from yesterday',
  { spec: 'The heads of all stories lie in one signed table; later lines know how long it was.' },
  async (room) => {
    const { desk, story, fact } = await ticked(room)
    const other = await desk.story('Reporter', page('The council met.'))
    const yesterday = await desk.meanwhile(async (folder) => [
      await keep(folder, ['heads.jsonl', 'heads.twin.jsonl']),
      await keep(join(folder, 'stories', story), ['ledger.jsonl', 'story.json', 'changes-000001.log']),
    ])
    await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'no', evidence: null })
    await desk.must('Reporter', 'story.setField', { story: other, field: 'slug', value: 'other' })
    await desk.must('Reporter', 'story.setField', { story: other, field: 'keywords', value: ['other'] })
    await desk.meanwhile(async () => {
      for (const back of yesterday) await back()
    })
    // Whoever opens the other story learns that lines of the table are missing.
    await desk.ask('Chief', 'story.show', { story: other })
    return desk.blocks(story, fact)
  },
)

/** Takes files away, and looks whether the tick of “wrong” comes back. */
const without =
  (...names: readonly string[]): Attempt['run'] =>
  async (room) => {
    const { desk, story, fact } = await wrongAfterTick(room)
    await desk.meanwhile(async (folder) => {
      for (const name of names) for (const path of await copiesOf(folder, name)) await rm(path)
      const path = ledgerOf(folder, story)
      const lines = await linesOf(path)
      const last = lineOf(lines, -1)
      await writeLines(path, [
        ...lines,
        forged(lineOf(lines, lastOf(lines, isStatus('verified'))), last, { by: 'Chief' }),
      ])
    })
    return desk.blocks(story, fact)
  }

ours('The keys are deleted, and a line is forged', { spec: SIGNED }, without('keys.json'))
ours(
  'The table of heads is deleted, and a line is forged',
  { spec: SIGNED },
  without('heads.jsonl', 'heads.twin.jsonl'),
)
ours('The library’s own history is deleted, and a line is forged', { spec: SIGNED }, without('ledger.jsonl'))
ours(
  'Keys, heads and the library’s history are deleted, and a line is forged',
  { spec: SIGNED },
  without('keys.json', 'heads.jsonl', 'heads.twin.jsonl', 'ledger.jsonl'),
)

ours(
  'The library is sealed a second time after old lines were forged',
  { spec: 'Ledgers from before keys are sealed once.' },
  async (room) => {
    const { desk, story, fact } = await wrongAfterTick(room)
    await desk.meanwhile(async (folder) => {
      for (const name of ['keys.json', 'heads.jsonl', 'heads.twin.jsonl'])
        for (const path of await copiesOf(folder, name)) await rm(path)
      const path = join(folder, 'ledger.jsonl')
      const lines = await linesOf(path)
      await writeLines(
        path,
        lines.filter((line) => !/"kind":"(sealed|keyAdded)"/.test(line)),
      )
      const ledger = ledgerOf(folder, story)
      const own = await linesOf(ledger)
      await writeLines(ledger, [
        ...own,
        forged(lineOf(own, lastOf(own, isStatus('verified'))), lineOf(own, -1), { by: 'Chief' }),
      ])
    })
    return desk.blocks(story, fact)
  },
)

/** Whether any file of the library holds these bytes in plain. */
async function foundOnDisk(desk: Desk, ...words: readonly (string | Buffer)[]): Promise<Seen> {
  return desk.meanwhile(async (folder) => {
    for (const [path, bytes] of await everyByte(folder))
      if (words.some((word) => bytes.includes(word))) return { through: true, seen: path.slice(folder.length + 1) }
    return { through: false, seen: 'in no file' }
  })
}

const PLAIN = { mutant: 'a PIN is written down' }

ours(
  'A PIN lies on the disk in plain',
  { spec: 'The private key lies encrypted under the PIN, which is never stored.', proof: PLAIN },
  async (room) => {
    const desk = await room.library({ now: 'system' })
    await desk.pin('Chief', 'zebra4711')
    return foundOnDisk(desk, 'zebra4711')
  },
)

ours(
  'A line is forged with the unencrypted key from before the PIN',
  { spec: 'The old key retires; what it signed stays signed, and it signs nothing more.' },
  async (room) => {
    const desk = await room.library({ now: 'system' })
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.verify(story, fact, 'Chief')
    const { openKeys, signedWith } = await import('./disk')
    const before = await desk.meanwhile((folder) => openKeys(folder))
    await desk.pin('Chief', 'zebra4711')
    await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'no', evidence: null })
    await desk.meanwhile(async (folder) => {
      const path = ledgerOf(folder, story)
      const lines = await linesOf(path)
      const tick = lineOf(lines, lastOf(lines, isStatus('verified')))
      const line = forged(tick, lineOf(lines, -1), { at: tick.at })
      await writeLines(path, [...lines, await signedWith(folder, 'Chief', line, before)])
    })
    return desk.blocks(story, fact)
  },
)

ours(
  'The commitment key of a source stands in a ledger or an export',
  {
    spec: 'The commitment’s random key is kept with the source.',
    proof: { mutant: 'the commitment key is the commitment' },
  },
  async (room) => {
    const desk = await room.library()
    const source = await desk.source('Kim Deep', 'person', { protected: true })
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustSign('Editor', story, fact, 'verified', {
      evidence: { source, locator: '2026-10-29, phone', stance: 'supports' },
    })
    return desk.meanwhile(async (folder) => {
      const [path = ''] = await copiesOf(folder, 'sources.json')
      const { readFile } = await import('node:fs/promises')
      const key = /"commitmentKey":\s*"([0-9a-f]{64})"/.exec(await readFile(path, 'utf8'))?.[1]
      if (key === undefined) return { through: false, seen: 'there is no such key' }
      const found = (await everyByte(join(folder, 'stories'))).filter(([, bytes]) => bytes.includes(key))
      return { through: found.length > 0, seen: found[0]?.[0] ?? 'in no ledger' }
    })
  },
)
