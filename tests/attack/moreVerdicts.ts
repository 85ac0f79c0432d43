/** Verdicts that are washed off by other words, answers, suggestions, types; and signatures without what was seen. */
import { XmlElement, XmlText } from 'yjs'
import type * as Y from 'yjs'
import type { StoryView } from '../../src/story/requests/requests'
import { group } from './attempt'
import { elementWith, page, picture, table, typed } from './blocks'
import { done, type Desk } from './driver'

const who = group('whoMay').ours
const tired = group('tired').ours
const meaning = group('meaning').ours

const STAYS = 'Rule 8: a verdict against unchanged words is replaced or taken back only by its giver or an editor.'
const washed = async (desk: Desk, story: string, fact: string) => {
  const now = await desk.fact(story, fact)
  const held = (await desk.gate(story)).blocks.filter(({ message }) => message.includes('Kim'))
  return { through: now.status !== 'wrong' && held.length === 0, seen: `${now.status}, ${held.length} blocks` }
}

who('A query on other words is answered, and the words found wrong come back', { spec: STAYS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The man is Kim Min there.'))
  const fact = await desk.tag('Reporter', story, 'Kim Min', 'name')
  await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'it is Lee' })
  await desk.mustEdit('Reporter', story, 'Kim Min', 'Kim Mun')
  await desk.sign('Guest', story, fact, 'queried', { reason: 'sure?' })
  await desk.ask('Reporter', 'fact.answer', { story, fact, text: 'yes' })
  await desk.mustEdit('Reporter', story, 'Kim Mun', 'Kim Min')
  return washed(desk, story, fact)
})
who('A checker verifies the words found wrong after a trip over other words', { spec: STAYS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The man is Kim Min there.'))
  const fact = await desk.tag('Reporter', story, 'Kim Min', 'name')
  await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'it is Lee' })
  await desk.mustEdit('Reporter', story, 'Kim Min', 'Kim Mun')
  await desk.sign('Guest', story, fact, 'queried', { reason: 'sure?' })
  await desk.ask('Reporter', 'fact.answer', { story, fact, text: 'yes' })
  await desk.mustEdit('Reporter', story, 'Kim Mun', 'Kim Min')
  const reply = await desk.sign('Checker', story, fact, 'verified')
  return reply.ok ? desk.lapses(story, fact) : done(reply)
})
who(
  'A story is duplicated to be rid of a “wrong”',
  { spec: STAYS, proof: { mutant: 'a duplicate forgets that somebody found its words wrong' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The man is Kim Min there.'))
    const fact = await desk.tag('Reporter', story, 'Kim Min', 'name')
    await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'it is Lee' })
    const { id: copy } = await desk.must<{ id: string }>('Reporter', 'story.duplicate', { story })
    const { facts } = await desk.must<StoryView>('Reporter', 'story.show', { story: copy })
    return washed(desk, copy, facts[0]?.id ?? '')
  },
)
who(
  '“Wrong” words come back with a hard break in them',
  { spec: 'A verdict of "wrong" cannot be typed away.', proof: { mutant: 'words left standing pass' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The man is Kim Min there.'))
    const fact = await desk.tag('Reporter', story, 'Kim Min', 'name')
    await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'it is Lee' })
    await desk.mustType('Reporter', story, typed('Kim Min ', ''))
    await desk.mustType('Reporter', story, (doc) => {
      const text = elementWith(doc, 'is there') as unknown as Y.XmlElement
      const line = text.toArray()[0] as Y.XmlText
      const tail = line.toString().indexOf('there')
      line.delete(tail, 'there.'.length)
      line.insert(tail, 'Kim')
      const more = new XmlText('Min there.')
      text.insert(1, [new XmlElement('hardBreak'), more])
    })
    return washed(desk, story, fact)
  },
)
who(
  '“Wrong” words come back in two cells or grafs',
  { spec: 'Cut: blocks while its exact words still stand untagged.', proof: { mutant: 'words left standing pass' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The man is Kim Min there.', 'x'))
    const fact = await desk.tag('Reporter', story, 'Kim Min', 'name')
    await desk.mustSign('Editor', story, fact, 'wrong', { reason: 'it is Lee' })
    await desk.mustType('Reporter', story, typed('Kim Min ', ''))
    await desk.mustType('Reporter', story, typed('x', 'KIM MIN'))
    const cased = await washed(desk, story, fact)
    await desk.mustType('Reporter', story, typed('KIM MIN', 'Kim-Min and Kim Min'))
    const now = await washed(desk, story, fact)
    return { through: now.through, seen: `${cased.seen}; ${now.seen}` }
  },
)

const corrected = async (desk: Desk, change: (story: string, fact: string) => Promise<unknown>) => {
  const story = await desk.story('Reporter', page('Exports rose 100 won in June.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  const reply = await desk.sign('Checker', story, fact, 'wrong', {
    evidence: await desk.paper(),
    proposed: '200',
    reason: 'the record',
  })
  const { suggestion } = (reply as { value: { suggestion: string } }).value
  await change(story, fact)
  const accepted = await desk.ask('Reporter', 'suggestion.accept', { story, suggestions: [{ id: suggestion }] })
  return accepted.ok ? desk.lapses(story, fact) : done(accepted)
}
const PROPOSED = 'Rule 8: proposer verifies what they saw, acceptor changes; rule 9: evaluated when it is accepted.'
who('The source of a proposed figure is renamed before it is accepted', { spec: PROPOSED }, async (room) => {
  const desk = await room.desk()
  return corrected(desk, async (story, fact) => {
    const [item] = (await desk.fact(story, fact)).evidence
    await desk.must('Chief', 'source.edit', { source: item?.source, name: 'A blog' })
  })
})
who('The claim of a proposed figure changes before it is accepted', { spec: PROPOSED }, async (room) => {
  const desk = await room.desk()
  return corrected(desk, (story, fact) =>
    desk.must('Guest', 'fact.describe', { story, fact, statement: 'It is the deficit.' }),
  )
})
tired(
  'Legal completes a reading without saying what was read',
  { spec: 'Legal signs a hash of headline, deck, cutlines and allegation grafs.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It was noon.'))
    await desk.must('Reporter', 'story.setField', { story, field: 'needsLegal', value: 'required' })
    return done(await desk.ask('Legal', 'story.setField', { story, field: 'needsLegal', value: 'complete' }))
  },
)
tired(
  '“Nothing to check” for a cell: then its header changes',
  { spec: 'Rule 10: lapses with its sentence; rule 4: headers are context of a cell.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page(...table(['Name', 'Shoe size'], ['Kim', '45'])))
    const seen = await desk.finding(story, 'untaggedFigure')
    await desk.must('Editor', 'finding.dismiss', { story, ...seen, reason: 'a shoe' })
    const before = (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'untaggedFigure').length
    await desk.mustType('Reporter', story, typed('Shoe size', 'Dead'))
    const after = (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'untaggedFigure').length
    return { through: before === 0 && after === 0, seen: `${before} before, ${after} after` }
  },
)
tired(
  '“Nothing to check” of a deleted sentence serves the same words in the headline',
  { spec: 'Rule 10: lapses with its sentence.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It killed 12 people.', 'Rain fell.'))
    const seen = await desk.finding(story, 'untaggedFigure')
    await desk.must('Editor', 'finding.dismiss', { story, ...seen, reason: 'fiction, in a film review' })
    await desk.mustType('Reporter', story, typed('It killed 12 people.', 'It rained.'))
    await desk.mustType('Reporter', story, typed('Council meets', 'It killed 12 people.'))
    const after = (await desk.gate(story)).blocks.filter(({ rule }) => rule === 'untaggedFigure').length
    return { through: after === 0, seen: `${after} block` }
  },
)
meaning(
  'The date of a caption’s picture goes to another year',
  { spec: 'Sign-off: the picture with alt text, credit and date.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('A graf.', picture('The mayor at 12 posts.')))
    const fact = await desk.tag('Reporter', story, '12 posts', 'figure')
    await desk.verify(story, fact)
    await desk.must('Reporter', 'picture.describe', { story, captured: '1999-01-01' })
    return desk.blocks(story, fact)
  },
)
