/** Derived figures, translations, versions, duplicates, imports, windows: what a tick must not survive there. */
import type * as Y from 'yjs'
import { group } from './attempt'
import { elementWith, moveNode, nodes, page, picture, pictureFile, typed } from './blocks'
import { done, short, type Desk } from './driver'

const meaning = group('meaning').ours
const evidence = group('evidence').ours
const who = group('whoMay').ours
const fields = group('fields').ours

const WORKED = 'Derived figures: a mismatch blocks, a changed input lapses it.'
async function derived(desk: Desk, change: (story: string, fact: string, input: string) => Promise<unknown>) {
  const story = await desk.story('Reporter', page('It began with 50 men. In the end 100 men came.'))
  const input = await desk.tag('Reporter', story, '50', 'figure')
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.must('Reporter', 'fact.derive', {
    story,
    fact,
    derivation: {
      expression: 'a * rate',
      inputs: [{ name: 'a', value: '', fact: input }],
      rate: { value: '2', source: 'Bank', date: '2026-10-30' },
    },
  })
  await desk.verify(story, fact)
  await change(story, fact, input)
  return desk.lapses(story, fact)
}
const again = (story: string, fact: string, input: string, more: object) => ({
  story,
  fact,
  derivation: {
    expression: 'a * rate',
    inputs: [{ name: 'a', value: '', fact: input }],
    rate: { value: '2', source: 'Bank', date: '2026-10-30' },
    ...more,
  },
})
for (const [what, more] of [
  ['The source of the rate', { rate: { value: '2', source: 'A blog', date: '2026-10-30' } }],
  ['The date of the rate', { rate: { value: '2', source: 'Bank', date: '1999-10-30' } }],
  ['The rounding', { roundedTo: 50 }],
  ['The expression', { expression: 'rate * a' }],
  ['The place of an input', { inputs: [{ name: 'a', value: '50', from: 'Somewhere' }] }],
] as const)
  meaning(
    `${what} of a derived figure changes after it was verified`,
    { spec: WORKED, proof: { mutant: 'a changed input does not lapse' } },
    async (room) => {
      const desk = await room.desk()
      return derived(desk, (story, fact, input) =>
        desk.must('Reporter', 'fact.derive', again(story, fact, input, more)),
      )
    },
  )
meaning(
  'The figure that another is worked out from is changed',
  { spec: WORKED, proof: { mutant: 'a changed input does not lapse' } },
  async (room) => {
    const desk = await room.desk()
    return derived(desk, (story) => desk.mustEdit('Reporter', story, '50', '60'))
  },
)
meaning(
  'The figure that another is worked out from is deleted',
  { spec: WORKED, proof: { mutant: 'a changed input does not lapse' } },
  async (room) => {
    const desk = await room.desk()
    return derived(desk, (story) => desk.mustType('Reporter', story, typed('It began with 50 men. ', '')))
  },
)
meaning(
  'The working of a derived figure is taken away',
  { spec: WORKED, proof: { mutant: 'a changed input does not lapse' } },
  async (room) => {
    const desk = await room.desk()
    return derived(desk, (story, fact) => desk.must('Checker', 'fact.derive', { story, fact }))
  },
)
meaning(
  'A working is signed that the person did not see',
  { spec: 'Sign-off: working, with inputs, is part of the view.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('In the end 100 men came.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const seen = await desk.look(story, fact)
    await desk.must('Reporter', 'fact.derive', {
      story,
      fact,
      derivation: { expression: 'a * 2', inputs: [{ name: 'a', value: '50' }] },
    })
    return done(await desk.sign('Editor', story, fact, 'verified', { seen }))
  },
)

const QUOTE = 'Translation: editing either side lapses; a second reader (not the translator).'
const note = { original: '그는 이겼다', language: 'ko', translator: 'Lee Jun', secondReader: 'Checker' }
async function translated(desk: Desk, change: (story: string, fact: string) => Promise<unknown>) {
  const story = await desk.story('Reporter', page('“He won,” Kim Min said.'))
  const fact = await desk.tag('Reporter', story, '“He won,”', 'quote')
  await desk.must('Checker', 'fact.translate', { story, fact, translation: note })
  await desk.verify(story, fact)
  await change(story, fact)
  return desk.lapses(story, fact)
}
for (const [what, more, by] of [
  ['language', { language: 'ja' }, 'Checker'],
  ['translator', { translator: 'Somebody' }, 'Checker'],
  ['original’s space', { original: '그는이겼다' }, 'Checker'],
  ['second reader', { secondReader: 'Guest' }, 'Guest'],
  ['official interpreter', { officialInterpreter: true }, 'Checker'],
] as const)
  meaning(
    `The ${what} of a translation changes after the quote was verified`,
    { spec: QUOTE, proof: { mutant: 'what it rests on never counts' } },
    async (room) => {
      const desk = await room.desk()
      return translated(desk, (story, fact) =>
        desk.ask(by, 'fact.translate', { story, fact, translation: { ...note, ...more } }),
      )
    },
  )
meaning(
  'The translation of a quote is taken away after it was verified',
  { spec: QUOTE, proof: { mutant: 'what it rests on never counts' } },
  async (room) => {
    const desk = await room.desk()
    return translated(desk, (story, fact) => desk.ask('Checker', 'fact.translate', { story, fact }))
  },
)

who(
  'A snapshot from before a change is restored, and another person’s words are the restorer’s no more',
  { spec: 'Rule 8: a change and back by another name does not launder.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('A first graf.', 'It cost much.'))
    await desk.mustType('Editor', story, typed('much', '200 won'))
    const { n } = await desk.must<{ n: number }>('Reporter', 'version.keep', { story, name: 'x' })
    await desk.mustType('Reporter', story, typed('200 won', 'nothing'))
    await desk.must('Guest', 'version.restore', { story, n })
    const fact = await desk.tag('Reporter', story, '200', 'figure')
    const reply = await desk.sign('Editor', story, fact, 'verified')
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)
for (const [by, to] of [
  ['the author', '2026-11-02T09:00:00+14:00'],
  ['the author', '2026-10-01T00:00:00Z'],
] as const)
  fields(
    `The embargo is moved to ${to} by ${by}`,
    { spec: 'The embargo is taken off by an editor only.' },
    async (room) => {
      const desk = await room.desk()
      const story = await desk.story('Reporter', page('It was noon.'))
      await desk.must('Chief', 'story.setField', { story, field: 'embargo', value: '2026-11-02T09:00:00+09:00' })
      return done(await desk.ask('Reporter', 'story.setField', { story, field: 'embargo', value: to }))
    },
  )
for (const [field, value] of [
  ['language', 'ko'],
  ['dateline', { place: 'Seoul', date: 'Nov. 1' }],
  ['provider', 'Other'],
  ['copyrightLine', 'Nobody'],
  ['usageTerms', 'Free'],
  ['subjects', ['04000000']],
  ['urgency', 1],
  ['slug', 'other'],
  ['edNote', 'x'],
  ['keywords', ['x']],
] as const)
  fields(
    `The field ${field} changes after clearing, and the story is published`,
    { spec: 'The cleared hash covers all that leaves: copy, fields, alt texts, credits.' },
    async (room) => {
      const desk = await room.desk()
      const story = await desk.story('Reporter', page('It was noon.'))
      await desk.cleared(story)
      const set = await desk.ask('Reporter', 'story.setField', { story, field, value })
      if (!set.ok) return { through: false, seen: `not set: ${short(set.message)}` }
      return done(await desk.ask('Editor', 'story.move', { story, to: 'published' }))
    },
  )
evidence(
  'The file of a caption’s picture is exchanged for one with the same looks of name',
  { spec: 'Sign-off: the picture by SHA-256.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('A graf.', picture('The mayor at noon.')))
    const fact = await desk.tag('Reporter', story, 'The mayor at noon', 'visual')
    await desk.verify(story, fact)
    await desk.mustType('Reporter', story, (doc) =>
      (nodes(doc).at(-1) as Y.XmlElement).setAttribute('file', pictureFile('b')),
    )
    return desk.blocks(story, fact)
  },
)
void elementWith
void moveNode
