/** Context that somebody changed, and who has looked at it; tags over several cells and blocks. */
import type * as Y from 'yjs'
import { group, type Attempt, type Seen } from './attempt'
import { elementWith, li, nodesNamed, page, picture, pictureFile, table, typed } from './blocks'
import type { Block } from '../../src/story/copy/copy'
import type { FactType } from '../../src/story/ledger/facts/fact'
import { Unprepared, type Desk } from './driver'

const { ours } = group('meaning')
const who = group('whoMay').ours

const LOOK = 'Rule 8: context that the verifier wrote needs one look by anybody else.'

interface Own {
  readonly copy: readonly Block[]
  readonly fact: string
  readonly type: FactType
  readonly change: (doc: Y.Doc) => void
  /** What the author changed before that. */
  readonly first?: (doc: Y.Doc) => void
}

/** Checker verifies, Editor changes what stands around, and accepts it alone. */
const acceptsAlone =
  ({ copy, fact: words, type, change, first }: Own): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', copy)
    const fact = await desk.tag('Reporter', story, words, type)
    await desk.verify(story, fact, 'Checker')
    if (first) await desk.mustType('Reporter', story, first)
    await desk.mustType('Editor', story, change)
    const lapsed = await desk.blocks(story, fact)
    if (lapsed.through) return lapsed
    await desk.ask('Editor', 'fact.acceptContext', { story, facts: [await desk.lookAt(story, fact)] })
    return desk.blocks(story, fact)
  }

who(
  'Who writes the header of a column accepts it alone, after a tick under another header',
  { spec: LOOK },
  acceptsAlone({
    copy: page(...table(['Leader', 'Approve'], ['Kim', '45'])),
    fact: '45',
    type: 'figure',
    change: typed('Approve', 'Disapprove'),
  }),
)
who(
  'Whose words in a sentence nobody saw accepts the change of another person together with them',
  { spec: LOOK },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Exports rose 5% in June.'))
    const fact = await desk.tag('Reporter', story, '5%', 'figure')
    await desk.mustType('Checker', story, typed('rose', 'fell'))
    await desk.mustSign('Checker', story, fact, 'verified')
    await desk.mustType('Editor', story, typed('June', 'May'))
    await desk.ask('Checker', 'fact.acceptContext', { story, facts: [await desk.lookAt(story, fact)] })
    return desk.blocks(story, fact)
  },
)
who(
  'The second of two people who change the sentence after a quotation accepts it alone',
  { spec: LOOK },
  acceptsAlone({
    copy: page('Kim Min spoke. “I did it,” Kim Min said. He smiled. The hall was open.'),
    fact: '“I did it,”',
    type: 'quote',
    first: typed('He smiled.', 'He laughed.'),
    change: typed('He laughed.', 'He took it back.'),
  }),
)
who(
  'Who writes the sentence after a quotation accepts it alone',
  { spec: LOOK },
  acceptsAlone({
    copy: page('Kim Min spoke. “I did it,” Kim Min said. He smiled.'),
    fact: '“I did it,”',
    type: 'quote',
    change: typed('He smiled.', 'He later took it back.'),
  }),
)
who(
  'Who writes the credit of a picture accepts it alone',
  { spec: LOOK },
  acceptsAlone({
    copy: page('A graf.', picture('The mayor at 12 posts.')),
    fact: '12 posts',
    type: 'figure',
    change: (doc) => nodesNamed(doc, 'picture')[0]?.setAttribute('alt', 'A man in handcuffs'),
  }),
)
who(
  'Who writes the lead-in of a list accepts it alone',
  { spec: LOOK },
  acceptsAlone({
    copy: page('The court cleared:', li('Kim Min of 12 counts')),
    fact: '12 counts',
    type: 'figure',
    change: typed('cleared', 'convicted'),
  }),
)
who(
  'Who changes a name far off in the graf of a quotation accepts it alone',
  { spec: LOOK },
  acceptsAlone({
    copy: page(
      'Kim Min spoke first. It was noon. All was quiet. “I did it,” he said. The room fell silent. It rained.',
    ),
    fact: '“I did it,”',
    type: 'quote',
    change: typed('Kim Min', 'Lee Jun'),
  }),
)
who(
  'Who writes a column’s header before anybody signed verifies, and nobody else looks',
  { spec: LOOK },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page(...table(['Leader', 'Approve'], ['Kim', '45'])))
    const fact = await desk.tag('Reporter', story, '45', 'figure')
    await desk.mustType('Editor', story, typed('Approve', 'Disapprove'))
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  },
)
who(
  'Who writes the lead-in of a list before anybody signed verifies, and nobody else looks',
  { spec: LOOK },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The court cleared:', li('Kim Min of 12 counts')))
    const fact = await desk.tag('Reporter', story, '12 counts', 'figure')
    await desk.mustType('Editor', story, typed('cleared', 'convicted'))
    await desk.sign('Editor', story, fact, 'verified')
    return desk.blocks(story, fact)
  },
)

/** Marks more words with the tag of a fact. */
function alsoMark(doc: Y.Doc, from: string, words: string): void {
  const parts = (elementWith(doc, from).toArray()[0] as Y.XmlText).toDelta() as { attributes?: object }[]
  const own = parts.find(({ attributes }) => attributes)?.attributes
  if (!own) throw new Unprepared('There is no tag to spread.')
  const text = elementWith(doc, words).toArray()[0] as Y.XmlText
  const at = (text.toDelta() as { insert: string }[])
    .map(({ insert }) => insert)
    .join('')
    .indexOf(words)
  text.format(at, words.length, own)
}

const spread =
  (
    copy: readonly Block[],
    first: string,
    second: string,
    change: (doc: Y.Doc) => void,
    type: FactType,
  ): Attempt['run'] =>
  async (room): Promise<Seen> => {
    const desk: Desk = await room.desk()
    const story = await desk.story('Reporter', copy)
    const fact = await desk.tag('Reporter', story, first, type)
    await desk.mustType('Reporter', story, (doc) => alsoMark(doc, first, second))
    await desk.verify(story, fact)
    await desk.mustType('Reporter', story, change)
    return desk.blocks(story, fact)
  }

ours(
  'A tag over two cells: the header of the second column changes',
  { spec: 'Rule 4: in tables the headers of row and column.' },
  spread(
    page(...table(['Approve', 'Disapprove'], ['45', '47'])),
    '45',
    '47',
    typed('Disapprove', 'Undecided'),
    'figure',
  ),
)
ours(
  'A tag from a graf into the caption after it: the picture changes',
  { spec: 'Rule 4: a caption belongs to its picture.' },
  spread(
    page('The mayor has 12 posts.', picture('and 7 houses')),
    '12 posts.',
    'and 7 houses',
    (doc) => nodesNamed(doc, 'picture')[0]?.setAttribute('file', pictureFile('b')),
    'figure',
  ),
)
ours(
  'The level of a list item changes, so that it belongs to another item',
  { spec: 'Rule 4: list items belong to the items above.' },
  async (room) => {
    const desk = await room.desk()
    const copy = page('Guilty:', li('Kim Min'), { ...li('of 12 counts'), level: 2 })
    const story = await desk.story('Reporter', copy)
    const fact = await desk.tag('Reporter', story, '12 counts', 'figure')
    await desk.verify(story, fact)
    await desk.mustType('Reporter', story, (doc) =>
      (elementWith(doc, '12 counts') as unknown as Y.XmlElement<Record<string, number>>).setAttribute('level', 1),
    )
    return desk.blocks(story, fact)
  },
)
ours(
  'A subhead is put between lead-in and list',
  { spec: 'Rule 4: list items belong to the subhead or lead-in.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The court cleared:', 'x', li('Kim Min of 12 counts')))
    await desk.mustType('Reporter', story, typed('x', 'All of them were freed:'))
    const fact = await desk.tag('Reporter', story, '12 counts', 'figure')
    await desk.verify(story, fact)
    await desk.mustType('Reporter', story, (doc) => {
      const at = elementWith(doc, 'All of them') as unknown as Y.XmlElement<Record<string, string | number>>
      at.setAttribute('role', 'subhead')
      at.setAttribute('level', 2)
      ;(at.toArray()[0] as unknown as Y.XmlText).insert(0, 'None of those: ')
    })
    return desk.blocks(story, fact)
  },
)
ours(
  'A graf becomes a list item under another lead-in',
  { spec: 'Rule 4: list items belong to their lead-in.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Those who were convicted:', 'Kim Min of 12 counts'))
    const fact = await desk.tag('Reporter', story, '12 counts', 'figure')
    await desk.verify(story, fact)
    await desk.mustType('Reporter', story, (doc) => {
      const at = elementWith(doc, '12 counts') as unknown as Y.XmlElement<Record<string, string | number>>
      at.setAttribute('role', 'listItem')
      at.setAttribute('level', 1)
      at.setAttribute('list', 'bullet')
    })
    return desk.blocks(story, fact)
  },
)
