/** Items, cells and heads that the verifier moved or made something else, so that others belong to them. */
import type * as Y from 'yjs'
import { group, type Attempt } from './attempt'
import { elementWith, li, markRow, moveNode, nodes, page, swapCells, table } from './blocks'
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
  KINDS,
  verifiesAnew(trial, '19 counts', (doc) => elementWith(doc, 'convicted').setAttribute('role', 'listItem')),
)
who(
  'Who makes the first row of figures the header verifies a cell below, and nobody else looks',
  KINDS,
  verifiesAnew(vote, '31 members', (doc) => markRow(doc, 1, true)),
)
