/** Fields, alt texts and credits leave with the story: what was cleared is all of it. */
import type * as Y from 'yjs'
import { group, type Attempt } from './attempt'
import { elementWith, li, markRow, nodesNamed, page, picture, pictureFile, table, typed } from './blocks'
import { done, type Desk } from './driver'

const { named, ours } = group('fields')

const CLEARED = 'Gate: the cleared hash covers all that leaves: copy, fields, alt texts, credits.'

/** Clears a story, changes something, and publishes it. */
const afterClearing =
  (change: (desk: Desk, story: string) => Promise<unknown>, copy = page('The council met and rose.')): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', copy)
    await desk.cleared(story)
    await change(desk, story)
    return done(await desk.ask('Editor', 'story.move', { story, to: 'published' }))
  }

const set =
  (field: string, value: unknown, by = 'Reporter') =>
  (desk: Desk, story: string): Promise<unknown> =>
    desk.must(by, 'story.setField', { story, field, value })

for (const [what, field, value, by] of [
  ['The byline', 'byline', [{ name: 'Reporter' }, { name: 'Kim Min' }], 'Chief'],
  ['The dateline', 'dateline', { place: 'PYONGYANG', date: 'Oct. 1' }, 'Reporter'],
  ['The copyright line', 'copyrightLine', '© nobody', 'Reporter'],
  ['The usage terms', 'usageTerms', 'Free for all', 'Reporter'],
  ['A keyword', 'keywords', ['murder'], 'Reporter'],
] as const)
  named(`${what} changes after clearing`, { spec: CLEARED }, afterClearing(set(field, value, by)))

for (const [what, field, value] of [
  ['The note to editors', 'edNote', 'All of this was denied.'],
  ['The language', 'language', 'ko'],
  ['The subjects', 'subjects', ['medtop:02000000']],
  ['The urgency', 'urgency', 1],
  ['The provider', 'provider', 'Another agency'],
  ['The contributors', 'contributors', 'Lee Jun'],
] as const)
  ours(`${what} changes after clearing`, { spec: CLEARED }, afterClearing(set(field, value)))

const WITH_PICTURE = page('The council met and rose.', picture('The hall.'))
const IN_HASH = { mutant: 'nothing that leaves ever changes' }

for (const [what, detail, value] of [
  ['An alt text', 'alt', 'A man in handcuffs'],
  ['A credit', 'credit', 'Police handout'],
] as const)
  named(
    `${what} changes after clearing`,
    { spec: CLEARED, proof: IN_HASH },
    afterClearing((desk, story) => desk.must('Reporter', 'picture.describe', { story, [detail]: value }), WITH_PICTURE),
  )

for (const [what, detail, value] of [
  ['The rights of a picture', 'rights', 'free'],
  ['The date of a picture', 'captured', '2001-01-01'],
] as const)
  ours(
    `${what} change after clearing`,
    { spec: CLEARED, proof: IN_HASH },
    afterClearing((desk, story) => desk.must('Reporter', 'picture.describe', { story, [detail]: value }), WITH_PICTURE),
  )

const COPY = { mutant: 'nothing that leaves ever changes' }
ours(
  'Another picture is put over the caption after clearing',
  { spec: CLEARED, proof: COPY },
  afterClearing(
    (desk, story) =>
      desk.mustType('Reporter', story, (doc) => nodesNamed(doc, 'picture')[0]?.setAttribute('file', pictureFile('b'))),
    WITH_PICTURE,
  ),
)
ours(
  'The address of a link changes under its words after clearing',
  { spec: CLEARED, proof: COPY },
  afterClearing((desk, story) =>
    desk.mustType('Reporter', story, (doc) => {
      const text = elementWith(doc, 'The council').toArray()[0] as Y.XmlText
      text.format(4, 7, { link: { href: 'https://example.org/elsewhere' } })
    }),
  ),
)
ours(
  'A row of figures becomes the header of its table after clearing',
  { spec: CLEARED, proof: COPY },
  afterClearing(
    (desk, story) => desk.mustType('Reporter', story, (doc) => markRow(doc, 1, true)),
    page(...table(['Hall', 'Street'], ['Town hall', 'Main road'])),
  ),
)
ours(
  'A bullet becomes a number after clearing',
  { spec: CLEARED, proof: COPY },
  afterClearing(
    (desk, story) =>
      desk.mustType('Reporter', story, (doc) => elementWith(doc, 'the mayor').setAttribute('list', 'ordered')),
    page('Present:', li('the mayor'), li('the clerk')),
  ),
)
ours('A suggestion is accepted after clearing', { spec: CLEARED, proof: COPY }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.cleared(story)
  const { id } = await desk.must<{ id: string }>('Checker', 'suggestion.propose', {
    story,
    replace: 'rose',
    with: 'fell',
  })
  await desk.must('Reporter', 'suggestion.accept', { story, suggestions: [{ id }] })
  return done(await desk.ask('Editor', 'story.move', { story, to: 'published' }))
})
ours('A cleared story is spiked, edited and restored as cleared', { spec: CLEARED, proof: COPY }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.cleared(story)
  await desk.must('Editor', 'story.move', { story, to: 'spiked' })
  await desk.mustEdit('Reporter', story, 'rose', 'fell')
  await desk.must('Editor', 'story.move', { story, to: 'cleared' })
  return done(await desk.ask('Editor', 'story.move', { story, to: 'published' }))
})
ours('A cleared story is spiked, its byline changed, and restored as cleared', { spec: CLEARED }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.cleared(story)
  await desk.must('Editor', 'story.move', { story, to: 'spiked' })
  await desk.must('Reporter', 'story.setField', { story, field: 'usageTerms', value: 'Free for all' })
  await desk.ask('Editor', 'story.move', { story, to: 'cleared' })
  return done(await desk.ask('Editor', 'story.move', { story, to: 'published' }))
})
ours(
  'A published story is exported with a byline that nobody cleared',
  { spec: 'Publish, public export: copy hash = cleared hash.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.published(story)
    await desk.must('Chief', 'story.setField', { story, field: 'byline', value: [{ name: 'Kim Min' }] })
    return done(await desk.ask('Producer', 'story.export', { story, format: 'ninjs' }))
  },
)
ours(
  'A published story is exported with keywords that nobody cleared, from the command line',
  { spec: 'Publish, public export: copy hash = cleared hash.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.published(story)
    await desk.must('Reporter', 'story.setField', { story, field: 'keywords', value: ['murder'] })
    const ran = await desk.stet(['export', story, '--format', 'ninjs', '--out', 'out.json', '--as', 'Producer'])
    return { through: ran.code === 0, seen: `exit ${ran.code}: ${ran.err.split('\n')[0] ?? ''}` }
  },
)

const EMBARGO = 'The embargo is taken off by an editor only.'
const UNTIL = '2026-12-01T06:00:00+09:00'

for (const [what, by, value, isNamed] of [
  ['The author takes the embargo off', 'Reporter', '', true],
  ['A producer takes the embargo off', 'Producer', '', false],
  ['A checker sets the embargo to yesterday', 'Checker', '2026-10-01T06:00:00+09:00', false],
] as const)
  (isNamed ? named : ours)(what, { spec: EMBARGO }, async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.must('Chief', 'story.setField', { story, field: 'embargo', value: UNTIL })
    return done(await desk.ask(by, 'story.setField', { story, field: 'embargo', value }))
  })

ours('The embargo goes with the fields of an old snapshot', { spec: EMBARGO }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  const { n } = await desk.must<{ n: number }>('Reporter', 'version.keep', { story, name: 'Before' })
  await desk.must('Chief', 'story.setField', { story, field: 'embargo', value: UNTIL })
  await desk.ask('Reporter', 'version.restore', { story, n, fields: true })
  const { fields } = await desk.show(story)
  return { through: fields.embargo === '', seen: `embargo “${fields.embargo}”` }
})

ours(
  'The embargo stays behind when the story is duplicated',
  { spec: EMBARGO, proof: { mutant: 'a duplicate has no embargo' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.must('Chief', 'story.setField', { story, field: 'embargo', value: UNTIL })
    const { id } = await desk.must<{ id: string }>('Reporter', 'story.duplicate', { story })
    const { fields } = await desk.show(id)
    return { through: fields.embargo === '', seen: `embargo “${fields.embargo}”` }
  },
)

named(
  'STET_NOW=2099 passes an embargo',
  { spec: 'The clock is the system’s; STET_NOW is refused by a library that has a PIN.' },
  async (room) => {
    const desk = await room.library({ now: 'system' })
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.must('Chief', 'story.setField', { story, field: 'embargo', value: '2098-01-01T00:00:00Z' })
    await desk.published(story)
    await desk.pin('Chief', '4711')
    const ran = await desk.stet(['export', story, '--format', 'html', '--out', 'out.html', '--as', 'Chief'], {
      STET_NOW: '2099-01-01T00:00:00Z',
      STET_PIN: '4711',
    })
    return { through: ran.code === 0, seen: `exit ${ran.code}: ${ran.err.split('\n')[0] ?? ''}` }
  },
)

/** Puts something beside the body of a story in review, and clears it. */
const untagged =
  (put: (desk: Desk, story: string) => Promise<unknown>, copy = page('The council met and rose.')): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', copy)
    await desk.inReview(story)
    await put(desk, story)
    return desk.clears(story)
  }

ours(
  'The story calls itself an alert, and its figures pass',
  {
    spec: 'An alert needs only slug and headline; rule 10 holds for all that leaves.',
  },
  untagged(set('kind', 'alert'), page('It cost 312 won.')),
)

ours(
  'A TK stands in a keyword or a credit',
  { spec: 'Clear: open TK in any part.', proof: { mutant: 'a TK is sought in the copy only' } },
  async (room) => {
    const one = await untagged(set('keywords', ['TK']))(room)
    if (one.through) return one
    return untagged(
      (desk, story) => desk.must('Reporter', 'picture.describe', { story, credit: 'TK' }),
      WITH_PICTURE,
    )(room)
  },
)

ours(
  'Legal review is switched off by the author',
  { spec: 'needsLegal only by someone with the legal role.', proof: { mutant: 'anybody completes legal review' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.must('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    return done(await desk.ask('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'none' }))
  },
)

ours(
  'Text is edited while it is cleared, and put back by somebody else’s restore',
  { spec: CLEARED, proof: COPY },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    const { n } = await desk.must<{ n: number }>('Reporter', 'version.keep', { story, name: 'Before' })
    await desk.mustType('Reporter', story, typed('rose', 'fell'))
    await desk.cleared(story)
    await desk.must('Reporter', 'version.restore', { story, n })
    return done(await desk.ask('Editor', 'story.move', { story, to: 'published' }))
  },
)
