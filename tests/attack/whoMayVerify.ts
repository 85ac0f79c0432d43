/** Verdicts that must not count: of authors, of writers, and of whoever takes another person's verdict away. */
import type { Evidence } from '../../src/story/ledger/facts/fact'
import { group, type Seen } from './attempt'
import { moveNode, nodes, page, typed } from './blocks'
import { done, Unprepared, type Desk } from './driver'

const { named, ours } = group('whoMay')

/** A paper that Checker captured. */
async function record(desk: Desk): Promise<Omit<Evidence, 'id'>> {
  const source = await desk.source('The record')
  const file = await desk.file('Checker', 'record.txt', 'It cost 100 won.')
  return { source, locator: '¶ 1', stance: 'supports', file, fileName: 'record.txt' }
}

const WRITERS = 'Rule 8: verified does not count from anyone who wrote the fact’s own words before that verdict.'

/** Signs, and looks whether it counts. A refusal is the usual answer. */
export async function counts(
  desk: Desk,
  by: string,
  story: string,
  fact: string,
  status = 'verified',
  more: Parameters<Desk['sign']>[4] = {},
): Promise<Seen> {
  const reply = await desk.sign(by, story, fact, status, more)
  return reply.ok ? desk.lapses(story, fact) : done(reply)
}

named('Who deletes “not” verifies what is left', { spec: 'Rule 8: taking words away is writing.' }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The minister did not pay the bill.'))
  await desk.mustType('Editor', story, typed('not ', ''))
  const fact = await desk.tag('Reporter', story, 'did pay', 'event')
  return counts(desk, 'Editor', story, fact)
})

ours(
  'Who deletes “not” from tagged words verifies them',
  { spec: 'Rule 8: taking words away is writing.', proof: { mutant: 'writers may verify' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The minister did not pay the bill.'))
    const fact = await desk.tag('Reporter', story, 'did not pay', 'event')
    await desk.mustType('Editor', story, typed('not ', ''))
    return counts(desk, 'Editor', story, fact)
  },
)

ours(
  'Who deletes a zero from the end of a figure verifies it',
  { spec: 'Rule 8: taking words away is writing.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 1000 won.'))
    await desk.mustType('Editor', story, typed('0 won', ' won'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    return counts(desk, 'Editor', story, fact)
  },
)

ours(
  'Who deletes a whole sentence accepts the context alone',
  { spec: 'Rule 8: context that the verifier wrote needs one look by anybody else.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story(
      'Reporter',
      page('He lied, she said. “I never met them,” Kim Min said. It was noon.'),
    )
    const fact = await desk.tag('Reporter', story, '“I never met them,”', 'quote')
    await desk.verify(story, fact)
    await desk.mustType('Editor', story, typed('He lied, she said. ', ''))
    await desk.ask('Editor', 'fact.acceptContext', { story, facts: [await desk.lookAt(story, fact)] })
    return desk.blocks(story, fact)
  },
)

ours(
  'Who turns “rose” into “fell” accepts the context alone',
  { spec: 'Rule 8: context that the verifier wrote needs one look by anybody else.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Exports rose 5% in June.'))
    const fact = await desk.tag('Reporter', story, '5%', 'figure')
    await desk.verify(story, fact)
    await desk.mustEdit('Editor', story, 'rose', 'fell')
    await desk.ask('Editor', 'fact.acceptContext', { story, facts: [await desk.lookAt(story, fact)] })
    return desk.blocks(story, fact)
  },
)

ours(
  'Who turns “rose” into “fell” signs the figure again',
  { spec: 'Rule 8: context that the verifier wrote needs one look by anybody else.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Exports rose 5% in June.'))
    const fact = await desk.tag('Reporter', story, '5%', 'figure')
    await desk.verify(story, fact)
    await desk.mustEdit('Editor', story, 'rose', 'fell')
    await desk.sign('Editor', story, fact, 'verified', { evidence: null })
    return desk.blocks(story, fact)
  },
)

ours(
  'Who wrote the sentence around a figure verifies it, and nobody else looks',
  { spec: 'Rule 8: context that the verifier wrote needs one look by anybody else.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Exports rose 5% in June.'))
    const fact = await desk.tag('Reporter', story, '5%', 'figure')
    await desk.mustEdit('Editor', story, 'rose', 'fell')
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  },
)

named(
  'Untag and tag again makes the writer a stranger',
  { spec: 'Rule 8: a new tag on old words does not launder.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustEdit('Editor', story, '100', '200')
    // A change that is equal under rule 2 by somebody else comes last.
    await desk.must('Checker', 'fact.untag', { story, fact, reason: 'wrong tag' })
    await desk.mustType('Reporter', story, typed('200', '2\u00AD00'))
    const again = await desk.tag('Checker', story, '2\u00AD00', 'figure')
    return counts(desk, 'Editor', story, again)
  },
)

ours(
  'A change and back by another name makes the writer a stranger',
  { spec: 'Rule 8: a change and back by another name does not launder.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustEdit('Editor', story, '100', '200')
    await desk.mustEdit('Reporter', story, '200', '300')
    await desk.mustEdit('Reporter', story, '300', '200')
    return counts(desk, 'Editor', story, fact)
  },
)

ours(
  'The words are cut and pasted by another name',
  { spec: 'Rule 8: a change and back by another name does not launder.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('A first graf.', 'A second graf.'))
    await desk.mustType('Editor', story, typed('A second graf.', 'It cost 200 won.'))
    await desk.mustType('Reporter', story, (doc) => moveNode(doc, 3, 2))
    const fact = await desk.tag('Reporter', story, '200', 'figure')
    return counts(desk, 'Editor', story, fact)
  },
)

ours('An old snapshot with the words is restored by another name', { spec: WRITERS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('A first graf.', 'A second graf.'))
  await desk.mustType('Editor', story, typed('A second graf.', 'It cost 200 won.'))
  const { n } = await desk.must<{ n: number }>('Reporter', 'version.keep', { story, name: 'With the price' })
  await desk.mustType('Reporter', story, (doc) => doc.getXmlFragment('copy').delete(nodes(doc).length - 1, 1))
  await desk.must('Reporter', 'version.restore', { story, n })
  const fact = await desk.tag('Reporter', story, '200', 'figure')
  return counts(desk, 'Editor', story, fact)
})

ours('The story is duplicated by another name', { spec: WRITERS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('A first graf.', 'A second graf.'))
  await desk.mustType('Editor', story, typed('A second graf.', 'It cost 200 won.'))
  const { id } = await desk.must<{ id: string }>('Reporter', 'story.duplicate', { story })
  const fact = await desk.tag('Reporter', id, '200', 'figure')
  return counts(desk, 'Editor', id, fact)
})

ours('Words that a merge dropped are put back by another name', { spec: WRITERS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('A first graf.', 'It cost much.'))
  const [mine, yours] = [await desk.window('Editor', story), await desk.window('Reporter', story)]
  await mine.push(typed('It cost much.', 'It cost 200 won in all.'))
  await yours.push((doc) => doc.getXmlFragment('copy').delete(3, 1))
  const tray = await desk.must<readonly { ref: string; text: string }[]>('Reporter', 'tray.list', { story })
  const lost = tray.find(({ text }) => text.includes('200'))
  if (!lost) throw new Unprepared(`The tray has ${JSON.stringify(tray)}`)
  await desk.must('Reporter', 'tray.putBack', { story, ref: lost.ref })
  const fact = await desk.tag('Reporter', story, '200', 'figure')
  return counts(desk, 'Editor', story, fact)
})

ours(
  'A proposal is accepted by its own proposer',
  { spec: 'Rule 8: the proposer verifies only what another person accepted.', proof: { mutant: 'writers may verify' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const { id } = await desk.must<{ id: string }>('Editor', 'suggestion.propose', {
      story,
      replace: '100',
      with: '200',
    })
    await desk.must('Editor', 'suggestion.accept', { story, suggestions: [{ id }] })
    return counts(desk, 'Editor', story, fact)
  },
)

ours(
  'The proposer of the right figure accepts it under a second name, in a library with PINs',
  { spec: 'Rule 8: another person accepts; without a PIN nobody gives a verdict.' },
  async (room) => {
    const desk = await room.desk({ now: 'system' })
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.pin('Chief', 'zebra4711')
    const reply = await desk.sign('Chief', story, fact, 'wrong', {
      evidence: await desk.paper(),
      proposed: '200',
      reason: 'the record says 200',
    })
    if (!reply.ok) throw new Unprepared(reply.message)
    const added = await desk.ask('Chief', 'roster.add', { name: 'Chief Two' })
    if (!added.ok) return done(added)
    const { suggestion } = reply.value as { suggestion: string }
    const accepted = await desk.ask('Chief Two', 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })
    return accepted.ok ? desk.lapses(story, fact) : done(accepted)
  },
)

ours(
  'A query by somebody else between writing and verifying',
  { spec: 'Rule 8: a query is not a look at the words.', proof: { mutant: 'a query is a look at the words' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.mustType('Editor', story, typed('100', '200'))
    const fact = await desk.tag('Reporter', story, '200', 'figure')
    await desk.mustSign('Checker', story, fact, 'queried', { reason: 'Sure?' })
    await desk.must('Reporter', 'fact.answer', { story, fact, text: 'Yes.' })
    return counts(desk, 'Editor', story, fact)
  },
)

ours(
  'The writer verifies after another person’s tick was taken back',
  {
    spec: 'Rule 8: only a standing verified by somebody else opens the words to their writer.',
    proof: { mutant: 'a tick that was taken back still opens the words' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.mustType('Editor', story, typed('100', '200'))
    const fact = await desk.tag('Reporter', story, '200', 'figure')
    await desk.mustSign('Checker', story, fact, 'verified')
    await desk.must('Checker', 'fact.withdraw', { story, fact, ...withdrawal(desk) })
    return counts(desk, 'Editor', story, fact)
  },
)

/** The reason that a withdrawal asks for; the code before did not know one. */
const withdrawal = (desk: Desk): Readonly<Record<string, string>> =>
  desk.takes('fact.withdraw', 'reason') ? { reason: 'I misread the record.' } : {}

named('Sign first, join the byline later', { spec: 'Rule 8: also one who became an author later.' }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.verify(story, fact)
  await desk.must('Chief', 'story.setField', {
    story,
    field: 'byline',
    value: [{ name: 'Reporter' }, { name: 'Editor' }],
  })
  return desk.lapses(story, fact)
})

ours(
  'Sign first, join the byline later in another spelling',
  { spec: 'Rule 8: also one who became an author later.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.verify(story, fact)
    await desk.must('Chief', 'story.setField', {
      story,
      field: 'byline',
      value: [{ name: 'By REPORTER and EDITOR in Busan' }],
    })
    return desk.lapses(story, fact)
  },
)

ours(
  'An author’s name is taken off the story, and the author verifies',
  { spec: 'Author: the author field and bylines, now and at any earlier time.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.mustType('Checker', story, typed('100', '200'))
    const fact = await desk.tag('Checker', story, '200', 'figure')
    const moved = await desk.ask('Checker', 'story.setField', { story, field: 'author', value: 'Checker' })
    if (!moved.ok) return done(moved)
    return counts(desk, 'Reporter', story, fact)
  },
)

ours(
  'An editor’s own byline is struck by that editor',
  {
    spec: 'Roles: another editor may strike a mistaken byline.',
    proof: { mutant: 'a first byline does not stay' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Editor', page('It cost 100 won.'))
    await desk.mustType('Reporter', story, typed('100', '200'))
    const fact = await desk.tag('Reporter', story, '200', 'figure')
    const struck = await desk.ask('Editor', 'story.setField', { story, field: 'author', value: 'Reporter' })
    return struck.ok ? counts(desk, 'Editor', story, fact) : done(struck)
  },
)

ours(
  'The author in a byline of another spelling verifies',
  {
    spec: 'Rule 8: verified does not count from a byline.',
    proof: { mutant: 'bylines are compared letter by letter' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.must('Chief', 'story.setField', { story, field: 'byline', value: [{ name: 'by EDITOR in Busan' }] })
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    return counts(desk, 'Editor', story, fact, 'verified', { evidence: await record(desk) })
  },
)

named(
  'One-person desk on, used, off, by the author',
  { spec: 'One-person desk is a setting of an editor; switching it off makes no such tick whole.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const on = await desk.ask('Reporter', 'library.settings', { deskOfOne: true })
    if (!on.ok) return done(on)
    await desk.mustSign('Reporter', story, fact, 'verified')
    await desk.must('Reporter', 'library.settings', { deskOfOne: false })
    return desk.lapses(story, fact)
  },
)

ours(
  'A self-checked figure reads as checked by two after the desk grew',
  {
    spec: 'One-person desk: what it signs reads “self-checked”, which warns, for good.',
    proof: { mutant: 'self-checked passes' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Editor', page('It cost 100 won.'))
    const fact = await desk.tag('Editor', story, '100', 'figure')
    await desk.must('Editor', 'library.settings', { deskOfOne: true })
    await desk.mustSign('Editor', story, fact, 'verified')
    await desk.must('Editor', 'library.settings', { deskOfOne: false })
    const { blocks, warns } = await desk.gate(story)
    const told = [...blocks, ...warns].filter(({ rule }) => rule === 'selfChecked' || rule === 'factStatus')
    return { through: told.length === 0, seen: told[0]?.message ?? 'nothing is said' }
  },
)

ours(
  'One-person desk is switched by somebody who is no editor',
  { spec: 'One-person desk is a setting of an editor.' },
  async (room) => {
    const desk = await room.desk()
    return done(await desk.ask('Reporter', 'library.settings', { deskOfOne: true }))
  },
)

ours(
  'An allegation that was self-checked passes after the desk grew',
  { spec: 'One-person desk: self-checked blocks for allegations, for good.', proof: { mutant: 'self-checked passes' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Editor', page('Kim Min stole the money.'))
    const fact = await desk.tag('Editor', story, 'Kim Min stole the money', 'allegation')
    await desk.must('Editor', 'library.settings', { deskOfOne: true })
    await desk.mustSign('Editor', story, fact, 'verified')
    await desk.must('Editor', 'library.settings', { deskOfOne: false })
    const { blocks } = await desk.gate(story)
    const held = blocks.filter(({ rule }) => rule === 'selfChecked' || rule === 'factStatus')
    return { through: held.length === 0, seen: held[0]?.message ?? 'nothing blocks' }
  },
)

named(
  'The importer names a roster member the author',
  { spec: 'Rule 8: who brought a file in is its author.' },
  async (room) => {
    const desk = await room.desk()
    const { id } = await desk.must<{ id: string }>('Reporter', 'story.import', {
      name: 'a.txt',
      bytes: new TextEncoder().encode('Council meets\n\nA day at the town hall\n\nIt cost 100 won.\n'),
    })
    await desk.ask('Reporter', 'story.setField', { story: id, field: 'author', value: 'Checker' })
    const fact = await desk.tag('Checker', id, '100', 'figure')
    return counts(desk, 'Reporter', id, fact, 'onAuthor')
  },
)

const AGAINST = 'Rule 8: a verdict against unchanged words is replaced or taken back only by its giver or an editor.'

async function wrong(desk: Desk, type: 'figure' | 'name' = 'figure'): Promise<{ story: string; fact: string }> {
  const story = await desk.story('Reporter', page('Kim Min paid 100 won.'))
  const fact = await desk.tag('Reporter', story, type === 'name' ? 'Kim Min' : '100', type)
  await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'the record says 200' })
  return { story, fact }
}

named('A checker takes back an editor’s “wrong”', { spec: AGAINST }, async (room) => {
  const desk = await room.desk()
  const { story, fact } = await wrong(desk)
  const reply = await desk.ask('Checker', 'fact.withdraw', { story, fact, ...withdrawal(desk) })
  return done(reply)
})

ours('A checker verifies over an editor’s “wrong”', { spec: AGAINST }, async (room) => {
  const desk = await room.desk()
  const { story, fact } = await wrong(desk)
  return counts(desk, 'Checker', story, fact, 'verified', { reason: 'the record is old' })
})

ours('A checker softens an editor’s “wrong” to “on author”', { spec: AGAINST }, async (room) => {
  const desk = await room.desk()
  const { story, fact } = await wrong(desk)
  return counts(desk, 'Checker', story, fact, 'onAuthor', { reason: 'the record is old' })
})

ours('A query over “wrong” is answered away', { spec: AGAINST }, async (room) => {
  const desk = await room.desk()
  const { story, fact } = await wrong(desk, 'name')
  const asked = await desk.sign('Checker', story, fact, 'queried', { reason: 'Really?' })
  if (!asked.ok) return done(asked)
  await desk.ask('Reporter', 'fact.answer', { story, fact, text: 'Yes.' })
  return desk.blocks(story, fact)
})

ours(
  '“Wrong” is untagged and tagged again by a checker',
  { spec: 'Untagged blocks if its last status blocked.', proof: { mutant: 'what is untagged is forgotten' } },
  async (room) => {
    const desk = await room.desk()
    const { story, fact } = await wrong(desk, 'name')
    const gone = await desk.ask('Checker', 'fact.untag', { story, fact, reason: 'not a fact' })
    if (!gone.ok) return done(gone)
    const again = await desk.tag('Checker', story, 'Kim Min', 'name')
    const [old, fresh] = [await desk.blocks(story, fact), await desk.blocks(story, again)]
    return { through: old.through && fresh.through, seen: `${old.seen}; ${fresh.seen}` }
  },
)

ours('“Wrong” gets a milder type by a checker', { spec: AGAINST }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('Kim Min paid 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  await desk.mustSign('Editor', story, fact, 'onAuthor')
  await desk.mustEdit('Reporter', story, 'paid', 'stole')
  const milder = await desk.ask('Checker', 'fact.retype', { story, fact, type: 'name', reason: 'a name' })
  return milder.ok ? desk.blocks(story, fact) : done(milder)
})

ours(
  '“Wrong” words are taken out with their tag and typed again',
  { spec: 'Cut blocks while its exact words still stand untagged.', proof: { mutant: 'words left standing pass' } },
  async (room) => {
    const desk = await room.desk()
    const { story, fact } = await wrong(desk, 'name')
    await desk.mustType('Reporter', story, typed('Kim Min paid 100 won.', ''))
    await desk.mustType('Reporter', story, (doc) =>
      doc.getXmlFragment('copy').insert(3, [nodes(doc)[2]?.clone() as never]),
    )
    await desk.mustType('Reporter', story, (doc) => typed('Council meets', 'Kim Min paid')(doc))
    return desk.blocks(story, fact)
  },
)

ours(
  '“Wrong” words come back with a no-break space in them',
  {
    spec: 'Cut blocks while its exact words (rule 2) still stand untagged.',
    proof: { mutant: 'words left standing pass' },
  },
  async (room) => {
    const desk = await room.desk()
    const { story, fact } = await wrong(desk, 'name')
    await desk.mustType('Reporter', story, (doc) => {
      typed('Kim Min paid 100 won.', '')(doc)
      typed('A day at the town hall', 'Kim\u00A0Min paid')(doc)
    })
    return desk.blocks(story, fact)
  },
)

ours(
  '“Wrong” words come back under a new tag of the author’s',
  { spec: 'A verdict of “wrong” cannot be typed away.', proof: { mutant: 'words left standing pass' } },
  async (room) => {
    const desk = await room.desk()
    const { story, fact } = await wrong(desk, 'name')
    await desk.mustType('Reporter', story, (doc) => {
      typed('Kim Min paid 100 won.', '')(doc)
      typed('A day at the town hall', 'Kim Min paid')(doc)
    })
    const again = await desk.tag('Reporter', story, 'Kim Min', 'name')
    const [old, fresh] = [await desk.blocks(story, fact), await desk.blocks(story, again)]
    return { through: old.through && fresh.through, seen: `${old.seen}; ${fresh.seen}` }
  },
)

const CLOSED = 'Rule 8: on author, let stand, “nothing to check” and overrides are closed to whoever wrote those words.'

ours('Who wrote the words signs “on author”', { spec: CLOSED }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('Kim Min is mayor.'))
  await desk.mustType('Checker', story, typed('Kim Min', 'Lee Jun'))
  const fact = await desk.tag('Reporter', story, 'Lee Jun', 'name')
  return counts(desk, 'Checker', story, fact, 'onAuthor')
})

ours('An editor who wrote the words lets them stand', { spec: CLOSED }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  await desk.mustType('Editor', story, typed('100', '200'))
  const fact = await desk.tag('Reporter', story, '200', 'figure')
  return counts(desk, 'Editor', story, fact, 'letStand', { reason: 'everybody knows' })
})

ours('Let stand by someone who is no editor', { spec: 'Roles: “let stand” is an editor’s.' }, async (room) => {
  let seen: Seen = { through: false, seen: '' }
  for (const by of ['Legal', 'Producer', 'Guest']) {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    seen = await counts(desk, by, story, fact, 'letStand', { reason: 'everybody knows' })
    if (seen.through) return { ...seen, seen: `${by}: ${seen.seen}` }
  }
  return seen
})

ours(
  'A second person of the same looks joins the roster',
  { spec: 'Roster: names that read the same are one person.', proof: { mutant: 'names that look alike are two' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Editor', page('It cost 100 won.'))
    const fact = await desk.tag('Editor', story, '100', 'figure')
    const added = await desk.ask('Chief', 'roster.add', { name: 'Еditor', role: 'editor' })
    return added.ok ? counts(desk, 'Еditor', story, fact, 'verified', { evidence: await record(desk) }) : done(added)
  },
)
