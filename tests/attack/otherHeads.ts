/** Items, cells and heads that the verifier moved or made something else, so that others belong to them. */
import * as Y from 'yjs'
import { group, type Attempt } from './attempt'
import {
  contentOf,
  elementWith,
  li,
  markRow,
  moveNode,
  nodes,
  nodesNamed,
  page,
  picture,
  pictureFile,
  swapCells,
  table,
} from './blocks'
import { copyElements } from '../../src/document/reading/storyElements'
import type { Block } from '../../src/story/copy/copy'

const who = group('whoMay').ours
const MOVED = 'Rule 8: context that the verifier wrote needs one look by anybody else; what words belong to is context.'
const HEADS = { spec: MOVED, proof: { mutant: 'who moves words under another head wrote nothing around them' } }
const KINDS = { spec: MOVED, proof: { mutant: 'who makes a block something else wrote nothing around the words' } }
const GONE = { spec: MOVED, proof: { mutant: 'who moves a head away wrote nothing around the words' } }

/** The verifier changes the copy, the author tags the words anew, and nobody else looks. */
const verifiesAnew =
  (copy: readonly Block[], words: string, change: (doc: Y.Doc) => void): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', copy)
    await desk.mustType('Editor', story, change)
    const fact = await desk.tag('Reporter', story, words, 'figure')
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  }
const trial = page(
  'The court acquitted these people:',
  li('Minister Kim Min of 12 counts'),
  'The court convicted these people:',
  li('Minister Park Jin of 19 counts'),
  'The hall emptied at night.',
)
const vote = page(
  ...table(
    ['Leader', 'Voted for the law', 'Voted against it'],
    ['Kim Min of Busan', '30 members of the house', '45 members of the house'],
    ['Park Jin of Seoul', '31 members of the house', '46 members of the house'],
  ),
)
const placeOf = (doc: Y.Doc, words: string): number => nodes(doc).indexOf(elementWith(doc, words))

const SHIFTED = { spec: MOVED, proof: { mutant: 'who shifts the cells of one row wrote nothing around them' } }
const LOST = { spec: MOVED, proof: { mutant: 'who moves words away from their heads wrote nothing around them' } }
const HIDDEN = { spec: MOVED, proof: { mutant: 'who makes a lead-in an item and takes it out took no lead-in' } }
const BELOW = { spec: MOVED, proof: { mutant: 'who moves words below another picture wrote nothing around them' } }

who(
  'Who moves an item under another lead-in verifies it, and nobody else looks',
  HEADS,
  verifiesAnew(trial, '12 counts', (doc) => moveNode(doc, placeOf(doc, '12 counts'), placeOf(doc, '19 counts'))),
)
who(
  'Who moves a lead-in to another list verifies what stands there, and nobody else looks',
  HEADS,
  verifiesAnew(trial, '19 counts', (doc) => moveNode(doc, placeOf(doc, 'acquitted'), placeOf(doc, 'convicted'))),
)
who(
  'Who moves the lead-in of a list away verifies what stands below the one before, and nobody else looks',
  GONE,
  verifiesAnew(trial, '19 counts', (doc) => moveNode(doc, placeOf(doc, 'convicted'), placeOf(doc, 'The hall'))),
)
who(
  'Who exchanges two cells of a row verifies one, and nobody else looks',
  HEADS,
  verifiesAnew(vote, '30 members', (doc) => swapCells(doc, [1, 1], [1, 2])),
)
who(
  'Who exchanges the headers of two columns verifies a cell below, and nobody else looks',
  HEADS,
  verifiesAnew(vote, '30 members', (doc) => swapCells(doc, [0, 1], [0, 2])),
)
who(
  'Who exchanges the heads of two rows verifies a cell beside, and nobody else looks',
  HEADS,
  verifiesAnew(vote, '30 members', (doc) => swapCells(doc, [1, 0], [2, 0])),
)
who(
  'Who makes an item of a lead-in, so that the one before leads in, verifies, and nobody else looks',
  { ...KINDS, proof: { mutant: 'everybody may give any verdict, and no other look is needed' } },
  verifiesAnew(trial, '19 counts', (doc) => elementWith(doc, 'convicted').setAttribute('role', 'listItem')),
)
who(
  'Who makes the first row of figures the header verifies a cell below, and nobody else looks',
  KINDS,
  verifiesAnew(vote, '31 members', (doc) => markRow(doc, 1, true)),
)
who(
  'Who makes an item of a lead-in and takes it out verifies what stands below the one before, and nobody else looks',
  HIDDEN,
  verifiesAnew(trial, '19 counts', (doc) => {
    elementWith(doc, 'convicted').setAttribute('role', 'listItem')
    doc.getXmlFragment('copy').delete(placeOf(doc, 'convicted'), 1)
  }),
)
who(
  'Who puts a cell without words before a figure, so that it stands in the next column, verifies, and nobody else looks',
  SHIFTED,
  verifiesAnew(vote, '30 members', (doc) => {
    const cell = new Y.XmlElement('cell')
    cell.setAttribute('header', false as unknown as string)
    ;(nodesNamed(doc, 'table')[0]?.get(1) as Y.XmlElement).insert(1, [cell])
  }),
)
who(
  'Who takes an item out and makes a graf of its words elsewhere verifies it, and nobody else looks',
  LOST,
  verifiesAnew(trial, '19 counts', (doc) => {
    const copy = doc.getXmlFragment('copy')
    copy.delete(placeOf(doc, '19 counts'), 1)
    copy.push(copyElements(page('Minister Park Jin of 19 counts').slice(2)))
  }),
)
who('Who exchanges two cutlines verifies one, and nobody else looks', BELOW, async (room) => {
  const desk = await room.desk()
  const copy = page(
    picture('Minister Kim Min got 12 counts.'),
    picture('Minister Park Jin got 19 counts.', { file: pictureFile('b') }),
  )
  const story = await desk.story('Reporter', copy)
  await desk.mustType('Editor', story, (doc) => {
    const [a, b] = nodesNamed(doc, 'picture')
    const [ofA, ofB] = [a, b].map((one) => (one ? contentOf(one) : []))
    a?.delete(0, a.length)
    b?.delete(0, b.length)
    a?.insert(0, ofB ?? [])
    b?.insert(0, ofA ?? [])
  })
  const fact = await desk.tag('Reporter', story, '12 counts', 'figure')
  await desk.sign('Editor', story, fact, 'verified')
  return desk.blocks(story, fact)
})
