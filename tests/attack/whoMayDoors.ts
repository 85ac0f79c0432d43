/** Acts that are an editor's, a producer's, legal's or another person's. */
import { group } from './attempt'
import { page, picture, typed } from './blocks'
import { done, Unprepared, type Desk, type Looked } from './driver'

const { named, ours } = group('whoMay')

const EDITORS = 'Roles: overrides, clearing, naming authors, roster and settings are an editor’s.'

/** A story that only an untagged figure holds. */
async function held(desk: Desk): Promise<{ story: string; finding: Looked }> {
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  await desk.inReview(story)
  const { blocks } = await desk.gate(story)
  if (blocks.length > 1) throw new Unprepared(`It is held by ${blocks.map(({ rule }) => rule).join(', ')}.`)
  return { story, finding: await desk.finding(story, 'untaggedFigure') }
}

async function plain(desk: Desk): Promise<string> {
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.inReview(story)
  return story
}

named('A person without a role overrides', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const { story, finding } = await held(desk)
  return done(await desk.ask('Guest', 'finding.override', { story, ...finding, reason: 'it is fine' }))
})

ours('A person without a role clears with an override', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const { story } = await held(desk)
  const looked = await desk.lookAtDoor(story, 'clear')
  return done(await desk.ask('Guest', 'story.move', { story, to: 'cleared', override: 'it is fine', ...looked }))
})

ours('Legal or a producer overrides a block that is not legal’s', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const { story, finding } = await held(desk)
  const legal = done(await desk.ask('Legal', 'finding.override', { story, ...finding, reason: 'it is fine' }))
  if (legal.through) return legal
  return done(await desk.ask('Producer', 'finding.override', { story, ...finding, reason: 'it is fine' }))
})

ours(
  'An editor overrides a block on words of their own',
  { spec: 'Rule 8: overrides are closed to whoever wrote those words.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.mustType('Editor', story, typed('and rose', 'and paid 100 won'))
    await desk.inReview(story)
    const finding = await desk.finding(story, 'untaggedFigure')
    return done(await desk.ask('Editor', 'finding.override', { story, ...finding, reason: 'it is fine' }))
  },
)

ours(
  'An editor marks words of their own “nothing to check”',
  { spec: 'Rule 8: “nothing to check” is closed to whoever wrote those words.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.mustType('Editor', story, typed('and rose', 'and paid 100 won'))
    await desk.inReview(story)
    const finding = await desk.finding(story, 'untaggedFigure')
    await desk.ask('Editor', 'finding.dismiss', { story, ...finding })
    return desk.clears(story, 'Chief')
  },
)

ours(
  '“Nothing to check” first, byline later',
  {
    spec: 'Rule 10: someone other than the author marks it; whether it counts is computed.',
    proof: { mutant: 'an author’s dismissal counts' },
  },
  async (room) => {
    const desk = await room.desk()
    const { story, finding } = await held(desk)
    await desk.must('Checker', 'finding.dismiss', { story, ...finding })
    await desk.must('Chief', 'story.setField', {
      story,
      field: 'byline',
      value: [{ name: 'Reporter' }, { name: 'Checker' }],
    })
    return desk.clears(story, 'Chief')
  },
)

ours(
  'Override first, byline later',
  {
    spec: 'Rule 8: overrides are closed to authors; computed from all that is known.',
    proof: { mutant: 'an author’s override counts' },
  },
  async (room) => {
    const desk = await room.desk()
    const { story, finding } = await held(desk)
    await desk.must('Editor', 'finding.override', { story, ...finding, reason: 'it is fine' })
    await desk.must('Chief', 'story.setField', {
      story,
      field: 'byline',
      value: [{ name: 'Reporter' }, { name: 'Editor' }],
    })
    return desk.clears(story, 'Chief')
  },
)

ours(
  'Let stand first, byline later',
  { spec: 'Rule 8: let stand is closed to authors; computed from all that is known.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustSign('Editor', story, fact, 'letStand', { reason: 'everybody knows' })
    await desk.must('Chief', 'story.setField', {
      story,
      field: 'byline',
      value: [{ name: 'Reporter' }, { name: 'Editor' }],
    })
    return desk.lapses(story, fact)
  },
)

ours(
  'An override outlives the words around it',
  {
    spec: 'Gate: an override holds for this finding (rule, place, words) only.',
    proof: { mutant: 'an override holds for every finding of its rule' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.tag('Reporter', story, '100', 'figure')
    await desk.inReview(story)
    const finding = await desk.finding(story, 'factStatus')
    await desk.must('Editor', 'finding.override', { story, ...finding, reason: 'it is fine' })
    await desk.mustEdit('Reporter', story, 'It cost', 'It killed people worth')
    return desk.clears(story, 'Chief')
  },
)

ours(
  'One “nothing to check” covers the same sentence in another graf',
  { spec: 'Rule 10 and gate: rule, place and words.', proof: { mutant: 'a dismissal holds for every place' } },
  async (room) => {
    const desk = await room.desk()
    const { story, finding } = await held(desk)
    await desk.must('Checker', 'finding.dismiss', { story, ...finding })
    await desk.mustType('Reporter', story, typed('A day at the town hall', 'It cost 100 won.'))
    return desk.clears(story, 'Chief')
  },
)

for (const by of ['Guest', 'Checker', 'Producer', 'Legal'])
  (by === 'Guest' ? ours : ours)(`${by} clears a story`, { spec: EDITORS }, async (room) => {
    const desk = await room.desk()
    return desk.clears(await plain(desk), by)
  })

ours(
  'A checker publishes a cleared story',
  { spec: 'Roles: publishing is an editor’s and a producer’s.' },
  async (room) => {
    const desk = await room.desk()
    const story = await plain(desk)
    await desk.must('Editor', 'story.move', { story, to: 'cleared' })
    return done(await desk.ask('Checker', 'story.move', { story, to: 'published' }))
  },
)

ours(
  'The author publishes the own story',
  { spec: 'Roles: publishing is an editor’s and a producer’s.' },
  async (room) => {
    const desk = await room.desk()
    const story = await plain(desk)
    await desk.must('Editor', 'story.move', { story, to: 'cleared' })
    return done(await desk.ask('Reporter', 'story.move', { story, to: 'published' }))
  },
)

ours(
  'Somebody else’s story is killed by a person without a role',
  { spec: 'Roles: kill is an editor’s, a producer’s and the author’s.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.published(story)
    return done(await desk.ask('Guest', 'story.move', { story, to: 'killed', reason: 'wrong' }))
  },
)

ours('The author clears the own story', { spec: EDITORS, proof: { mutant: 'an author may clear' } }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Editor', page('The council met and rose.'))
  await desk.must('Editor', 'story.setField', { story, field: 'slug', value: 'attack' })
  await desk.must('Editor', 'story.move', { story, to: 'filed' })
  await desk.must('Chief', 'story.move', { story, to: 'inReview' })
  return desk.clears(story, 'Editor')
})

ours('An alert is cleared by a person without a role', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const { id } = await desk.must<{ id: string }>('Reporter', 'story.alert', {
    headline: 'Council meets',
    slug: 'council',
  })
  return desk.clears(id, 'Guest')
})

ours('A reporter makes the own name an editor', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  return done(await desk.ask('Reporter', 'roster.add', { name: 'Reporter', role: 'editor' }))
})

ours('A checker makes the own name legal, and completes legal review', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.must('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
  const made = await desk.ask('Checker', 'roster.add', { name: 'Checker', role: 'legal' })
  if (!made.ok) return done(made)
  const looked = await desk.lookAsLegal(story)
  return done(await desk.ask('Checker', 'story.setField', { story, field: 'needsLegal', value: 'complete', ...looked }))
})

ours('An editor is made a reporter by a reporter, so that nobody can reset', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  return done(await desk.ask('Reporter', 'roster.add', { name: 'Editor', role: 'reporter' }))
})

ours('A checker names the author of somebody else’s story', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  return done(await desk.ask('Checker', 'story.setField', { story, field: 'author', value: 'Guest' }))
})

ours('A checker takes a byline off somebody else’s story', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.must('Chief', 'story.setField', {
    story,
    field: 'byline',
    value: [{ name: 'Reporter' }, { name: 'Guest' }],
  })
  return done(await desk.ask('Checker', 'story.setField', { story, field: 'byline', value: [{ name: 'Reporter' }] }))
})

ours('A snapshot with other bylines is restored by a reporter', { spec: EDITORS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const { n } = await desk.must<{ n: number }>('Checker', 'version.keep', { story, name: 'Before the byline' })
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.must('Chief', 'story.setField', {
    story,
    field: 'byline',
    value: [{ name: 'Reporter' }, { name: 'Editor' }],
  })
  await desk.ask('Checker', 'version.restore', { story, n, fields: true })
  const reply = await desk.sign('Editor', story, fact, 'verified')
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours(
  'Legal completes a reading of words that legal wrote',
  {
    spec: 'needsLegal only by someone with the legal role who is not the author.',
    proof: { mutant: 'legal may read the own story' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Legal', page('Kim Min stole the money.'))
    await desk.must('Legal', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    const looked = await desk.lookAsLegal(story)
    return done(await desk.ask('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete', ...looked }))
  },
)

ours(
  'Legal takes the reading that an editor asked for off the own story',
  {
    spec: 'needsLegal only by someone with the legal role who is not the author.',
    proof: { mutant: 'legal takes legal’s reading off the own story' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Legal', page('The council met and rose.'))
    await desk.must('Editor', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    return done(await desk.ask('Legal', 'story.setField', { story, field: 'needsLegal', value: 'none' }))
  },
)

ours(
  'Legal completes a reading and joins the byline',
  { spec: 'Rule 8: computed from all that is known then.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.must('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    const looked = await desk.lookAsLegal(story)
    await desk.must('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete', ...looked })
    await desk.must('Chief', 'story.setField', {
      story,
      field: 'byline',
      value: [{ name: 'Reporter' }, { name: 'Legal' }],
    })
    await desk.inReview(story).catch(() => undefined)
    return desk.clears(story, 'Chief')
  },
)

ours(
  'The caption that legal read changes',
  {
    spec: 'Gate: legal signs headline, deck, cutlines and allegation grafs.',
    proof: { mutant: 'legal’s reading never lapses' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met.', picture('The mayor leaves.')))
    await desk.must('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    const looked = await desk.lookAsLegal(story)
    await desk.must('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete', ...looked })
    await desk.inReview(story)
    await desk.mustType('Reporter', story, typed('The mayor leaves.', 'The thief leaves.'))
    return desk.clears(story, 'Chief')
  },
)

ours(
  'The protection of a source is taken away by a person without a role',
  { spec: 'Roles: whoever has no role is a reporter; weakening protection is refused to reporters.' },
  async (room) => {
    const desk = await room.desk()
    const source = await desk.source('Kim Deep', 'person', { protected: true })
    return done(await desk.ask('Guest', 'source.edit', { source, protected: false, reason: 'it is fine' }))
  },
)

ours(
  'A source’s identity is destroyed by a person without a role',
  { spec: 'Roles: whoever has no role is a reporter.' },
  async (room) => {
    const desk = await room.desk()
    const source = await desk.source('Kim Deep', 'person', { protected: true })
    return done(await desk.ask('Guest', 'source.destroy', { source, reason: 'it is fine' }))
  },
)

ours(
  'The author confirms a protected name in the own copy',
  { spec: 'A hit in the copy needs another person’s confirmation.' },
  async (room) => {
    const desk = await room.desk()
    await desk.source('Kim Deep', 'person', { protected: true })
    const story = await desk.story('Reporter', page('The man was Kim Deep.'))
    await desk.inReview(story)
    const finding = await desk.finding(story, 'sourceProtection')
    await desk.ask('Reporter', 'finding.dismiss', { story, ...finding })
    return desk.clears(story, 'Chief')
  },
)

ours(
  'A second reader of a translation is its translator in another spelling',
  { spec: 'Translation: a second reader, not the translator.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('“We are ready,” Kim Min said.'))
    const fact = await desk.tag('Reporter', story, '“We are ready,”', 'quote')
    const translation = { original: '우리는 준비됐다', language: 'ko', translator: 'checker in Seoul' }
    await desk.must('Checker', 'fact.translate', { story, fact, translation })
    await desk.ask('Checker', 'fact.translate', {
      story,
      fact,
      translation: { ...translation, secondReader: 'Checker' },
    })
    const { blocks, warns } = await desk.gate(story)
    const told = [...blocks, ...warns].filter(({ rule }) => rule === 'translation')
    return { through: told.length === 0, seen: told[0]?.message ?? 'nothing is said' }
  },
)

ours(
  'The original of a translated quote changes after it was verified',
  { spec: 'Translation: editing either side lapses.', proof: { mutant: 'a translation that was edited stands' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('“We are ready,” Kim Min said.'))
    const fact = await desk.tag('Reporter', story, '“We are ready,”', 'quote')
    const translation = { original: '우리는 준비됐다', language: 'ko', translator: 'Kim', officialInterpreter: true }
    await desk.must('Checker', 'fact.translate', { story, fact, translation })
    await desk.verify(story, fact)
    await desk.must('Checker', 'fact.translate', { story, fact, translation: { ...translation, original: '아니다' } })
    return desk.lapses(story, fact)
  },
)
