/** Names, bylines, rosters, sources: who somebody says to be. */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { newDoc } from '../../src/document/createStoryDoc'
import { SCHEMA_VERSION } from '../../src/story/copy/documentSchema'
import { group, type Attempt } from './attempt'
import { page, typed } from './blocks'
import { done, short, type Desk } from './driver'

const who = group('whoMay').ours
const exits = group('exits').ours

const BYLINE = 'Rule 8: verified does not count from a byline, also one who became it later.'
const bylined =
  (value: readonly { readonly name: string; readonly role?: string }[], person = 'Editor'): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.verify(story, fact, person)
    await desk.must('Chief', 'story.setField', { story, field: 'byline', value })
    return desk.lapses(story, fact)
  }
for (const line of [
  'Reporter – Editor',
  'Reporter — Editor',
  'Reporter (Editor)',
  'Reporter with reporting by Editor',
  'Story by Editor',
  'Text: Editor',
  'Words by Editor',
  'Editor for The Daily',
  'Editor, Staff Writer',
  'Von Reporter, Editor (dpa)',
  'Reporter\u2028Editor',
  'Reporter\tEditor',
  'Reporter x Editor',
  'Reporter • Editor',
  'Reporter: Editor reports',
  'Reporter \u0026amp; Editor',
  'Reporter ⁄ Editor',
  'Reporter plus Editor',
  'Reporter / Editor / AFP',
  '@Editor',
  '“Editor”',
  'Editor.',
])
  who(
    `A byline reads “${line.replace('\u2028', ' (line) ').replace('\t', ' (tab) ')}”, and Editor’s tick stays`,
    { spec: BYLINE },
    bylined([{ name: line }]),
  )
who(
  'The name stands in the role of a byline, and the tick stays',
  { spec: BYLINE },
  bylined([{ name: 'Reporter', role: 'and Editor' }]),
)
who(
  'The byline is the name with a space of no width and a look-alike letter',
  { spec: BYLINE },
  bylined([{ name: 'Еd\u200Bitоr' }]),
)
who('The byline is the name in mathematical letters', { spec: BYLINE }, bylined([{ name: '𝐄𝐝𝐢𝐭𝐨𝐫' }]))

for (const name of ['Editor.', '\u2800'])
  who(
    `A second editor called “${name}” joins the roster`,
    { spec: 'Rule 8: names equal by case or looks are one person.' },
    async (room) => {
      const desk = await room.desk()
      const added = await desk.ask('Chief', 'roster.add', { name, role: 'editor' })
      if (!added.ok) return done(added)
      const roster = await desk.must<readonly { name: string }[]>('Chief', 'roster.list', {})
      const same = roster.filter((one) => /^\W*(?:editor|stet)\W*$/iu.test(one.name) || !/[\p{L}\p{N}]/u.test(one.name))
      return { through: same.length > 1 || !/[\p{L}\p{N}]/u.test(name), seen: roster.map((one) => one.name).join('|') }
    },
  )

const demoted =
  (act: (desk: Desk, story: string) => Promise<unknown>): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.tag('Reporter', story, '100', 'figure')
    await act(desk, story)
    const before = (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'factStatus').length
    await desk.must('Chief', 'roster.add', { name: 'Editor', role: 'reporter' })
    const after = (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'factStatus').length
    return { through: before === 0 && after === 0, seen: `${before} blocks before, ${after} after` }
  }
const NOW = 'Rule 8: whether a verdict counts is asked each time from the roster, too.'
who(
  'Who let it stand is no editor any more',
  { spec: NOW },
  demoted(async (desk, story) => {
    const [fact] = (await desk.show(story)).facts
    await desk.mustSign('Editor', story, fact?.id ?? '', 'letStand', { reason: 'we stand by it' })
  }),
)
who(
  'Who overrode it is no editor any more',
  { spec: NOW, proof: { mutant: 'an author’s override counts' } },
  demoted(async (desk, story) => {
    await desk.must('Editor', 'finding.override', {
      story,
      ...(await desk.finding(story, 'factStatus')),
      reason: 'we stand by it',
    })
  }),
)

/** Editor types “not” under a client id that nobody has, hands that over, and verifies the words. */
const nobodyWrites =
  (handOver: (desk: Desk, story: string, update: Uint8Array) => Promise<unknown>): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The court did convict Kim Min.'))
    const doc = newDoc(4711)
    Y.applyUpdate(doc, (await (await desk.room()).storyNow(story)).state())
    typed('did convict', 'did not convict')(doc)
    await handOver(desk, story, Y.encodeStateAsUpdate(doc))
    const [, , graf] = (await desk.show(story)).blocks
    if (!graf?.text.includes('did not convict')) return { through: false, seen: 'the words did not come in' }
    const fact = await desk.tag('Reporter', story, 'did not convict Kim Min', 'event')
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  }
const NOBODY = {
  spec: 'Rule 8: verified does not count from anyone who wrote the fact’s own words.',
  proof: { mutant: 'a window types words that nobody wrote' },
} as const
who(
  'A window types under a client id that nobody has, and its person verifies the words',
  NOBODY,
  nobodyWrites(async (desk, story, update) => {
    const open = await (await desk.room()).storyNow(story)
    await open.applyWindowUpdate(update, 'Editor').catch(() => undefined)
  }),
)
who(
  'A copy that Stet saved is given words of a client id that nobody has, and who brings it back verifies them',
  NOBODY,
  nobodyWrites((desk, story, state) => {
    const sha256 = createHash('sha256').update(state).digest('hex')
    const kept = { kind: 'stet-copy', schemaVersion: SCHEMA_VERSION, story, sha256 }
    const text = JSON.stringify({ ...kept, state: Buffer.from(state).toString('base64') })
    return desk.ask('Editor', 'story.bringBack', { bytes: new TextEncoder().encode(text) })
  }),
)

const SCAN = 'Protected: identity must never leave the desk.'
const leaves = async (desk: Desk, text: string, word = text) => {
  const story = await desk.story('Reporter', page(`${text} waited at the door.`))
  const reply = await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true })
  if (!reply.ok) return { through: false, seen: short(reply.message) }
  const out = Buffer.from((reply.value as { bytes: Uint8Array }).bytes).toString('utf8')
  return { through: out.includes(word), seen: out.slice(0, 80) }
}
exits(
  'A protected source is renamed by a reporter, and the old name leaves',
  { spec: SCAN, proof: { mutant: 'the leak scan finds nothing' } },
  async (room) => {
    const desk = await room.desk()
    const source = await desk.source('Kim Deep', 'person', { protected: true })
    await desk.must('Chief', 'source.edit', { source, name: 'Nobody Much' })
    return leaves(desk, 'Kim Deep')
  },
)
exits(
  'A protected source is merged into an open one, and the name leaves',
  { spec: SCAN, proof: { mutant: 'the leak scan finds nothing' } },
  async (room) => {
    const desk = await room.desk()
    const source = await desk.source('Kim Deep', 'person', { protected: true })
    const into = await desk.source('A letter')
    await desk.ask('Guest', 'source.merge', { source, into })
    return leaves(desk, 'Kim Deep')
  },
)
exits(
  'The author of a story that rests on a source leaves the byline, and unprotects the source',
  { spec: 'Rule 8: author: now and at any earlier time.' },
  async (room) => {
    const desk = await room.desk()
    const source = await desk.source('Kim Deep', 'person', { protected: true })
    const story = await desk.story('Editor', page('It cost 100 won.'))
    const fact = await desk.tag('Editor', story, '100', 'figure')
    await desk.must('Editor', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source, locator: '2026-10-29, phone', stance: 'supports' },
    })
    await desk.must('Chief', 'story.setField', { story, field: 'author', value: 'Reporter' })
    return done(await desk.ask('Editor', 'source.edit', { source, protected: false, reason: 'agreed' }))
  },
)
for (const written of [
  'Deep, Kim',
  'KimDeep',
  'Kim-Deep',
  'Kim  Deep',
  'Kim\u0335 Deep',
  'Kim D\u200Deep',
  'Kim\uFE0F Deep',
  'Kim\u180EDeep',
  'Kim Deep’s',
  'kim_deep',
  'Kim\u061CDeep',
  '\u2067Kim\u2069 Deep',
  'Kim\u034F Deep',
  'ᴷim Deep',
  '𝓚im Deep',
  'Kim\u00B7Deep',
  'Kim.Deep',
])
  exits(
    `A protected name is written “${written}”`,
    { spec: 'Then scan: case-, accent-, width-folded.', proof: { mutant: 'the leak scan finds nothing' } },
    async (room) => {
      const desk = await room.desk()
      await desk.source('Kim Deep', 'person', { protected: true })
      return leaves(desk, written, 'waited')
    },
  )
void typed
