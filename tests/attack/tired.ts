/** People who are tired: keys that sign more than was seen, reasons and locators that say nothing. */
import type { Block } from '../../src/story/copy/copy'
import { group, type Seen } from './attempt'
import { page, picture, pictureFile, table, typed } from './blocks'
import { done, type Desk } from './driver'

const { named, ours } = group('tired')

const VIEW = 'Every act that gives or repeats a verdict carries the hash of the view that the person had before them.'
const LOCATOR = 'Rule 7: verified needs a locator that its kind of source asks for.'
const NOTHING = ['\u200B', '\u2060', '\u00AD', '\uFEFF', '\u3164', '\u2800', '.', '-']

/** Another person's evidence of a source of this kind, with this locator. */
async function located(desk: Desk, kind: string, locator: string): Promise<Seen> {
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const source = await desk.source(`A ${kind}`, kind)
  const reply = await desk.sign('Editor', story, fact, 'verified', {
    evidence: { source, locator, stance: 'supports' },
  })
  const seen = reply.ok ? await desk.lapses(story, fact) : done(reply)
  return seen.through ? { ...seen, seen: `${kind} at ${JSON.stringify(locator)}: ${seen.seen}` } : seen
}

named('A locator of an invisible character', { spec: LOCATOR }, async (room) => {
  let seen: Seen = { through: false, seen: '' }
  for (const locator of ['\u200B', '\u2060', '\u00AD\u00AD', '\u3164'])
    if ((seen = await located(await room.desk(), 'document', locator)).through) return seen
  return seen
})

named('A locator of one typed letter', { spec: LOCATOR }, async (room) => {
  let seen: Seen = { through: false, seen: '' }
  for (const [kind, locator] of [
    ['person', 'x'],
    ['observation', 'x'],
    ['dataset', 'x'],
    ['outlet', 'x'],
  ] as const)
    if ((seen = await located(await room.desk(), kind, locator)).through) return seen
  return seen
})

for (const [kind, what, locator] of [
  ['person', 'A call without its date', 'by phone'],
  ['person', 'A call without its channel', '2026-10-30'],
  ['observation', 'An observation without place and time', 'I saw it myself'],
  ['dataset', 'A dataset without row and date', 'the big table'],
  ['outlet', 'A web page without the time it was seen', 'https://example.org/a'],
] as const)
  ours(what, { spec: LOCATOR }, async (room) => located(await room.desk(), kind, locator))

named(
  'One key on “killed 12 people” signs “arrested 12 people” too',
  { spec: 'Rule 11: same words in another context are offered one by one.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The flood killed 12 people.', 'The police arrested 12 people.'))
    const first = await desk.tag('Reporter', story, '12', 'figure', { nth: 1 })
    const other = await desk.tag('Reporter', story, '12', 'figure', { nth: 2 })
    await desk.sign('Editor', story, first, 'verified', { echoes: [await desk.lookAt(story, other)] })
    return desk.lapses(story, other)
  },
)

/** Signs one fact and lists another as its duplicate. */
async function together(
  desk: Desk,
  story: string,
  type: 'figure' | 'quote' | 'event' | 'name',
  words: string,
  more: readonly Readonly<Record<string, string>>[] = [{}, {}],
): Promise<Seen> {
  const first = await desk.tag('Reporter', story, words, type, { nth: 1, ...more[0] })
  const other = await desk.tag('Reporter', story, words, type, { nth: 2, ...more[1] })
  await desk.sign('Editor', story, first, 'verified', { echoes: [await desk.lookAt(story, other)] })
  return desk.lapses(story, other)
}

ours(
  'One key signs “no comment” of two speakers',
  { spec: 'Rule 11: places with the same words, type and context are signed together.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('“No comment,” Kim Min said.', '“No comment,” Lee Jun said.'))
    return together(desk, story, 'quote', '“No comment,”')
  },
)

ours(
  'One key signs a figure in two columns of a table',
  { spec: 'Rule 11: same context; rule 4: headers are context.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page(...table(['Approve', 'Disapprove'], ['50', '50'])))
    return together(desk, story, 'figure', '50')
  },
)

ours(
  'One key signs captions of two pictures',
  { spec: 'Rule 11: same context; rule 4: the picture is context.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story(
      'Reporter',
      page(picture('The mayor at noon.'), picture('The mayor at noon.', { file: pictureFile('b') })),
    )
    return together(desk, story, 'event', 'The mayor at noon.')
  },
)

ours(
  'One key signs the same words with another claim',
  { spec: 'Sign-off: the claim is part of the view.', proof: { mutant: 'another claim is signed as an echo' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It was the first summit.', 'It was the first summit.'))
    const [one, two] = [{ statement: 'Nobody met before 2019.' }, { statement: 'Nobody met before 1950.' }]
    return together(desk, story, 'event', 'first summit', [one, two])
  },
)

ours(
  'One key signs the same words in a graf that denies them',
  { spec: 'Rule 11: same words in another context are offered one by one.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story(
      'Reporter',
      page('The mayor took the money.', 'Nobody proved that the mayor took the money.'),
    )
    return together(desk, story, 'event', 'took the money')
  },
)

named('“Sign again” takes the author’s exchanged evidence along', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.verify(story, fact)
  const before = await desk.lookAt(story, fact)
  const { evidence } = await desk.fact(story, fact)
  await desk.must('Reporter', 'fact.removeEvidence', { story, fact, evidence: evidence[0]?.id })
  const source = await desk.source('My own note', 'person')
  await desk.must('Reporter', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: '2026-10-29, phone', stance: 'supports' },
  })
  await desk.ask('Editor', 'fact.signAgain', { story, facts: [before] })
  return desk.lapses(story, fact)
})

/** Changes something between looking and signing. */
async function stale(
  desk: Desk,
  copy: readonly (string | Block)[],
  words: string,
  change: (story: string, fact: string) => Promise<unknown>,
  more: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  const story = await desk.story('Reporter', page(...copy))
  const fact = await desk.tag('Reporter', story, words, 'figure', more)
  const seen = await desk.look(story, fact)
  await change(story, fact)
  const reply = await desk.sign('Editor', story, fact, 'verified', { seen })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
}

ours('The header of the column changed since the person looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  return stale(desk, table(['Year', 'Exports'], ['2024', '612']), '612', (story) =>
    desk.mustType('Reporter', story, typed('Exports', 'Deaths')),
  )
})

ours('The claim changed since the person looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  return stale(
    desk,
    ['It cost 100 won.'],
    '100',
    (story, fact) => desk.must('Reporter', 'fact.describe', { story, fact, statement: 'The bridge cost 100 won.' }),
    { statement: 'The lamp cost 100 won.' },
  )
})

ours('The evidence was exchanged since the person looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const source = await desk.source('A letter')
  return stale(desk, ['It cost 100 won.'], '100', (story, fact) =>
    desk.must('Reporter', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source, locator: 'p. 9', stance: 'supports' },
    }),
  )
})

ours('The next sentence turned round since the person looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('“I did it,” Kim Min said. That is true.'))
  const fact = await desk.tag('Reporter', story, '“I did it,”', 'quote')
  const seen = await desk.look(story, fact)
  await desk.mustType('Reporter', story, typed('That is true.', 'That is not true.'))
  const reply = await desk.sign('Editor', story, fact, 'verified', { seen })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours('The source was renamed since the person looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const source = await desk.source('Ministry of Finance')
  await desk.must('Editor', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: 'p. 9', stance: 'supports' },
  })
  const seen = await desk.look(story, fact)
  await desk.must('Chief', 'source.edit', { source, name: 'A blog' })
  const reply = await desk.sign('Editor', story, fact, 'verified', { seen, evidence: null })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours('The context is accepted as it was before the last change', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page(...table(['Year', 'Exports'], ['2024', '612 in June'])))
  const fact = await desk.tag('Reporter', story, '612', 'figure')
  await desk.verify(story, fact)
  await desk.mustEdit('Reporter', story, 'in June', 'in July')
  const before = await desk.lookAt(story, fact)
  await desk.mustType('Reporter', story, typed('Exports', 'Deaths'))
  await desk.ask('Editor', 'fact.acceptContext', { story, facts: [before] })
  return desk.blocks(story, fact)
})

ours('“Wrong” with a correction is signed for words that changed', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('“I did it,” Kim Min said. That is true.'))
  const fact = await desk.tag('Reporter', story, '“I did it,”', 'quote')
  const seen = await desk.look(story, fact)
  await desk.mustType('Reporter', story, typed('That is true.', 'That is not true.'))
  return done(await desk.sign('Editor', story, fact, 'letStand', { seen, reason: 'as agreed' }))
})

named(
  'The command line verifies without saying what was read',
  { spec: '`stet fact` without --seen: exit 1, the view is printed.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const { source } = await desk.paper()
    const ran = await desk.stet([
      'fact',
      story,
      fact,
      '--status',
      'verified',
      '--evidence',
      source,
      '--locator',
      'p. 3',
      '--as',
      'Editor',
    ])
    return { through: ran.code === 0 || ran.code !== 1, seen: `exit ${ran.code}: ${ran.err.split('\n')[0] ?? ''}` }
  },
)

ours(
  'The command line verifies with a hash from before a change',
  { spec: '--seen of another view is refused, exit 3.' },
  async (room) => {
    const desk = await room.library()
    const story = await desk.story('Reporter', page('“I did it,” Kim Min said. That is true.'))
    const fact = await desk.tag('Reporter', story, '“I did it,”', 'quote')
    const { seen } = await desk.look(story, fact)
    const { source } = await desk.paper()
    await desk.mustType('Reporter', story, typed('That is true.', 'That is not true.'))
    const flags = typeof seen === 'string' ? ['--seen', seen] : []
    const ran = await desk.stet([
      'fact',
      story,
      fact,
      '--status',
      'verified',
      '--evidence',
      source,
      '--locator',
      'p. 3',
      '--as',
      'Editor',
      ...flags,
    ])
    return { through: ran.code === 0, seen: `exit ${ran.code}: ${ran.err.split('\n')[0] ?? ''}` }
  },
)

ours('The command line’s “--seen” of another fact', { spec: '--seen of another view is refused.' }, async (room) => {
  const desk = await room.library()
  const story = await desk.story('Reporter', page('It cost 100 won.', 'It cost 200 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const other = await desk.tag('Reporter', story, '200', 'figure')
  const { seen } = await desk.look(story, other)
  const { source } = await desk.paper()
  const flags = typeof seen === 'string' ? ['--seen', seen] : []
  const ran = await desk.stet([
    'fact',
    story,
    fact,
    '--status',
    'verified',
    '--evidence',
    source,
    '--locator',
    'p. 3',
    '--as',
    'Editor',
    ...flags,
  ])
  return { through: ran.code === 0, seen: `exit ${ran.code}: ${ran.err.split('\n')[0] ?? ''}` }
})

const REASON = 'A reason says something: an invisible character is no reason.'

ours('An override lifts a block that came since the editor looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.', 'It killed 12 people.'))
  const fact = await desk.tag('Reporter', story, '12', 'figure')
  await desk.verify(story, fact)
  await desk.inReview(story)
  const looked = await desk.lookAtDoor(story, 'clear')
  await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'nobody died', evidence: null })
  return done(
    await desk.ask('Editor', 'story.move', { story, to: 'cleared', override: 'the price is known', ...looked }),
  )
})

ours('An override that names nothing that the editor saw', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  await desk.inReview(story)
  return done(await desk.ask('Editor', 'story.move', { story, to: 'cleared', override: 'the price is known' }))
})

ours('An export lifts a block that came since the editor looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.', 'It killed 12 people.'))
  const fact = await desk.tag('Reporter', story, '12', 'figure')
  await desk.verify(story, fact)
  await desk.inReview(story)
  const looked = await desk.lookAtDoor(story, 'publish')
  await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'nobody died', evidence: null })
  const request = { story, format: 'ninjs', override: 'the price is known', ...looked }
  return done(await desk.ask('Editor', 'story.export', request))
})

ours('An export with an override that names nothing that the editor saw', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  await desk.inReview(story)
  return done(await desk.ask('Editor', 'story.export', { story, format: 'ninjs', override: 'the price is known' }))
})

ours('Legal completes a reading of a headline that changed since', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.must('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
  const looked = await desk.lookAsLegal(story)
  await desk.mustType('Reporter', story, typed('Council meets', 'Council steals'))
  return done(await desk.ask('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete', ...looked }))
})

ours('Legal completes a reading that names nothing that legal saw', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.must('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
  return done(await desk.ask('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' }))
})

ours('“Nothing to check” for a sentence that changed since the person looked', { spec: VIEW }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won. Nobody minded.'))
  await desk.inReview(story)
  const finding = await desk.finding(story, 'untaggedFigure')
  await desk.mustType('Reporter', story, typed('Nobody minded.', 'It killed them.'))
  await desk.ask('Checker', 'finding.dismiss', { story, ...finding })
  return desk.clears(story)
})

ours('Let stand with an invisible reason', { spec: REASON }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const reply = await desk.sign('Editor', story, fact, 'letStand', { reason: NOTHING[0] })
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})

ours('An override with an invisible reason', { spec: REASON }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  await desk.inReview(story)
  const looked = await desk.lookAtDoor(story, 'clear')
  return done(await desk.ask('Editor', 'story.move', { story, to: 'cleared', override: '\u2060', ...looked }))
})

ours('A quote is untagged with an invisible reason', { spec: REASON }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('“I did it,” Kim Min said.'))
  const fact = await desk.tag('Reporter', story, '“I did it,”', 'quote')
  return done(await desk.ask('Editor', 'fact.untag', { story, fact, reason: '\u200B' }))
})

ours(
  'Contradicting evidence is verified away with an invisible reason',
  { spec: 'Rule 7: contradicting evidence needs a reason.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const source = await desk.source('A letter')
    await desk.must('Editor', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source, locator: 'p. 9', stance: 'contradicts' },
    })
    const reply = await desk.sign('Editor', story, fact, 'verified', { reason: '\u200B' })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)

ours('A tick is withdrawn without a reason', { spec: 'Review: withdrawing asks a reason.' }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'no' })
  const reason = desk.takes('fact.withdraw', 'reason') ? { reason: '' } : {}
  return done(await desk.ask('Editor', 'fact.withdraw', { story, fact, ...reason }))
})

ours('A query is answered with an invisible character', { spec: REASON }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.mustSign('Editor', story, fact, 'queried', { reason: 'Sure?' })
  return done(await desk.ask('Reporter', 'fact.answer', { story, fact, text: '\u200B' }))
})

ours('A kill with an invisible kill text', { spec: 'Gate: kill asks the mandatory kill text.' }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.published(story)
  return done(await desk.ask('Editor', 'story.move', { story, to: 'killed', reason: '\u200B' }))
})

ours(
  'A suggestion is accepted that reads otherwise now',
  { spec: 'Rule 9: it is evaluated when accepted.', proof: { mutant: 'a suggestion is accepted unread' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const { id } = await desk.must<{ id: string }>('Editor', 'suggestion.propose', {
      story,
      replace: '100',
      with: '200',
    })
    return done(
      await desk.ask('Reporter', 'suggestion.accept', {
        story,
        suggestions: [{ id, inserted: '300', deleted: '100' }],
      }),
    )
  },
)

ours(
  '“Yesterday” was checked, and the story is published for another day',
  { spec: 'Review: a relative day signs the dateline’s date too: publishing on another date warns.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met yesterday.'))
    await desk.must('Reporter', 'story.setField', {
      story,
      field: 'dateline',
      value: { place: 'BUSAN', date: 'Oct. 30' },
    })
    const fact = await desk.tag('Reporter', story, 'yesterday', 'date')
    await desk.verify(story, fact)
    await desk.must('Reporter', 'story.setField', {
      story,
      field: 'dateline',
      value: { place: 'BUSAN', date: 'Nov. 2' },
    })
    return desk.warns(story, fact)
  },
)

ours(
  'Evidence that supports nothing: only a contradicting paper',
  {
    spec: 'Rule 7: verified needs at least one supporting item.',
    proof: { mutant: 'verified needs no evidence, and every verdict counts' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const { source, locator } = await desk.paper()
    const reply = await desk.sign('Editor', story, fact, 'verified', {
      evidence: { source, locator, stance: 'contradicts' },
      reason: 'hm',
    })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)

ours(
  'A checker verifies what an editor found disputed',
  {
    spec: 'Rule 8: a verdict against unchanged words is replaced only by its giver or an editor.',
    proof: { mutant: 'any verdict is replaced by anybody' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustSign('Editor', story, fact, 'disputed', { reason: 'two records' })
    const reply = await desk.sign('Checker', story, fact, 'verified', { reason: 'I asked again.' })
    return reply.ok ? desk.lapses(story, fact) : done(reply)
  },
)
