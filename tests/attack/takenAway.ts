/** Words that the verifier took away or moved, so that others say something else. */
import * as Y from 'yjs'
import { group, type Attempt } from './attempt'
import { elementWith, li, nodesNamed, page, table, typed } from './blocks'
import { replaceText } from '../../src/document/editStory'
import { readCopy } from '../../src/document/reading/readStory'
import type { Block } from '../../src/story/copy/copy'

const who = group('whoMay').ours

const takesAway =
  (copy: readonly Block[], words: string, change: (doc: Y.Doc) => void): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', copy)
    const fact = await desk.tag('Reporter', story, words, 'figure')
    await desk.mustType('Editor', story, change)
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  }
const poll = page(...table(['Leader', 'Approve', 'Disapprove'], ['Kim', '30', '45']))
const cleared = page('The court met.', 'It cleared nobody of:', li('Kim Min of 12 counts'))
const LOOK = 'Rule 8: context that the verifier wrote needs one look by anybody else.'
const EMPTIED = `${LOOK} Taking words away is writing.`
who(
  'Who empties the header of a column, so that the one beside it heads it, verifies, and nobody else looks',
  { spec: EMPTIED },
  takesAway(poll, '45', (doc) => {
    const cell = elementWith(doc, 'Disapprove')
    cell.delete(0, cell.length)
  }),
)
who(
  'Who takes out the row of headers verifies, and nobody else looks',
  { spec: EMPTIED },
  takesAway(poll, '45', (doc) => nodesNamed(doc, 'table')[0]?.delete(0, 1)),
)
who(
  'Who empties a lead-in, so that the graf before leads in, verifies, and nobody else looks',
  { spec: EMPTIED },
  takesAway(cleared, '12 counts', typed('It cleared nobody of:', '')),
)
who(
  'Who takes out the graf that leads in to a list verifies, and nobody else looks',
  { spec: EMPTIED },
  takesAway(cleared, '12 counts', (doc) => {
    const copy = doc.getXmlFragment('copy')
    copy.delete(copy.toArray().indexOf(elementWith(doc, 'It cleared nobody of:')), 1)
  }),
)

/** Splits the graf with these words before them, as the sheet does: the rest is typed anew in a new block. */
const splitBefore =
  (words: string) =>
  (doc: Y.Doc): void => {
    const block = elementWith(doc, words)
    const text = block.toArray()[0] as Y.XmlText
    const line = text.toString()
    const rest = line.slice(line.indexOf(words))
    text.delete(line.length - rest.length, rest.length)
    const made = new Y.XmlElement('block')
    made.setAttribute('role', 'paragraph')
    made.insert(0, [new Y.XmlText(rest)])
    const copy = doc.getXmlFragment('copy')
    copy.insert(copy.toArray().indexOf(block) + 1, [made])
  }
const acquitted = page('The court met at noon today. It did not convict Kim Min of 12 counts.')
const LAUNDERED = 'Rule 8: taking words away is writing; neither a new tag on old words nor a change and back launders.'
for (const [whose, by] of [
  ['the same person', 'Editor'],
  ['the author', 'Reporter'],
] as const)
  who(
    `Who takes out “not” verifies, after ${whose} split the graf, which types it anew`,
    { spec: LAUNDERED, proof: { mutant: 'a split forgets who took words out' } },
    async (room) => {
      const desk = await room.desk()
      const story = await desk.story('Reporter', acquitted)
      await desk.mustType('Editor', story, typed('not ', ''))
      await desk.mustType(by, story, splitBefore('It did'))
      const fact = await desk.tag('Reporter', story, 'did convict Kim Min of 12 counts', 'allegation')
      await desk.sign('Editor', story, fact, 'verified')
      return desk.blocks(story, fact)
    },
  )
who(
  'Who moves another sentence of the author before a quotation verifies it, and nobody else looks',
  { spec: LOOK, proof: { mutant: 'nobody puts words side by side' } },
  async (room) => {
    const desk = await room.desk()
    const copy = page('The mayor came. “I did it,” he said. It rained.', 'Kim Min spoke at noon. All went home.')
    const story = await desk.story('Reporter', copy)
    const fact = await desk.tag('Reporter', story, '“I did it,”', 'quote')
    await desk.mustType('Editor', story, (doc) => {
      typed('Kim Min spoke at noon. ', '')(doc)
      const text = elementWith(doc, 'The mayor came.').toArray()[0] as Y.XmlText
      text.insert('The mayor came. '.length, 'Kim Min spoke at noon. ', {})
    })
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  },
)

/** Types between characters that stay. */
const typedBehind =
  (words: string, text: string) =>
  (doc: Y.Doc): void => {
    const block = readCopy(doc).findIndex((one) => one.text.includes(words))
    const at = (readCopy(doc)[block]?.text.indexOf(words) ?? 0) + words.length
    replaceText(doc, { block, from: at, to: at }, text)
  }

/** One change after the other, as somebody types them. */
const putsBetween =
  (copy: readonly Block[], words: string, changes: readonly ((doc: Y.Doc) => void)[]): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', copy)
    for (const change of changes) await desk.mustType('Editor', story, change)
    const fact = await desk.tag('Reporter', story, words, 'figure')
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  }
const PARTED = { mutant: 'what somebody put in between parts what they took' }
const ANYBODY = { mutant: 'everybody may give any verdict, and no other look is needed' }
who(
  'Who ends a sentence in its middle and takes the beginning away verifies the rest, and nobody else looks',
  { spec: EMPTIED, proof: ANYBODY },
  putsBetween(page('The court denied that it cost 1000 won.'), '1000 won', [
    typedBehind('denied that', '.'),
    typed('The court denied that. ', ''),
  ]),
)
who(
  'Who parts a number with a space, takes the end of it away and accepts the context verifies what is left',
  {
    spec: 'Rule 8: taking words away is writing.',
    proof: { mutant: 'every verdict counts, and everybody may give it' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 1000 won.'))
    for (const change of [typedBehind('100', ' '), typed(' 0', '')]) await desk.mustType('Editor', story, change)
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.sign('Editor', story, fact, 'verified')
    await desk.ask('Reporter', 'fact.acceptContext', { story, facts: [await desk.lookAt(story, fact)] })
    return desk.blocks(story, fact)
  },
)

who(
  'Who takes “not” away, types it again and takes it away again verifies the rest, and nobody else looks',
  { spec: EMPTIED, proof: ANYBODY },
  putsBetween(page('The court did not fine Kim 1000 won.'), '1000 won', [
    typed('did not', 'did'),
    typedBehind('did', ' not'),
    typed(' not', ''),
  ]),
)
who(
  'Who makes a sentence of the end of one by a full stop verifies it, and nobody else looks',
  { spec: LOOK, proof: PARTED },
  putsBetween(page('The court denied that Kim paid 1000 won.'), '1000 won', [typedBehind('denied that', ' he came.')]),
)
who(
  'Who makes a graf of the end of a sentence verifies it, and nobody else looks',
  { spec: LOOK, proof: { mutant: 'who makes a sentence of the end of one wrote nothing around it' } },
  putsBetween(page('The court denied that Kim paid 1000 won.'), '1000 won', [splitBefore('Kim paid')]),
)
who(
  'Who takes the beginning of a sentence away and duplicates the story verifies the rest there, and nobody looks',
  { spec: EMPTIED, proof: { mutant: 'a duplicate forgets who took words from the edge of a sentence' } },
  async (room) => {
    const desk = await room.desk()
    const first = await desk.story('Reporter', page('The court denied that it cost 1000 won.'))
    await desk.mustType('Editor', first, typed('The court denied that ', ''))
    const { id: story } = await desk.must<{ id: string }>('Editor', 'story.duplicate', { story: first })
    const fact = await desk.tag('Reporter', story, '1000 won', 'figure')
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  },
)
