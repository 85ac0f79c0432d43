/** Headers and lead-ins that the verifier took away: what stands there now heads the fact instead. */
import type * as Y from 'yjs'
import { group, type Attempt } from './attempt'
import { elementWith, li, nodesNamed, page, table, typed } from './blocks'
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
const EMPTIED = 'Rule 8: context that the verifier wrote needs one look by anybody else. Taking words away is writing.'
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
