/** The words under a tick stay, and what they mean changes. */
import type * as Y from 'yjs'
import type { Block } from '../../src/story/copy/copy'
import type { FactType } from '../../src/story/ledger/facts/fact'
import { group, type Attempt, type Seen } from './attempt'
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
  quote,
  subhead,
  swapCells,
  table,
  typed,
} from './blocks'
import { Unprepared, type Desk } from './driver'

const { named, ours } = group('meaning')

export interface Change {
  readonly copy: readonly Block[]
  /** The tagged words. */
  readonly fact: string
  readonly type: FactType
  readonly nth?: number
  readonly attributedTo?: string
  readonly statement?: string
  /** What happens after the words were verified: the author types in a window. */
  readonly typed?: (doc: Y.Doc) => void
  readonly change?: (desk: Desk, story: string, fact: string) => Promise<unknown>
  /** What the change must do: take the tick, block clearing, or at least warn. */
  readonly must: 'lapses' | 'blocks' | 'warns'
}

/** Verifies the words, changes something else, and looks whether the tick still stands. */
export const after =
  (...changes: readonly Change[]): Attempt['run'] =>
  async (room) => {
    let seen: Seen | undefined
    for (const one of changes) {
      const desk = await room.desk()
      const story = await desk.story('Reporter', one.copy)
      const { attributedTo, statement, nth } = one
      const fact = await desk.tag('Reporter', story, one.fact, one.type, {
        ...(nth === undefined ? {} : { nth }),
        ...(attributedTo === undefined ? {} : { attributedTo }),
        ...(statement === undefined ? {} : { statement }),
      })
      await desk.verify(story, fact)
      const before = await desk[one.must](story, fact)
      if (!before.through) throw new Unprepared(`It is held before anything changed: ${before.seen}`)
      if (one.typed) {
        const reply = await desk.type('Reporter', story, one.typed)
        // A change that is refused did no harm.
        if (!reply.ok) {
          seen ??= { through: false, seen: reply.message }
          continue
        }
      }
      await one.change?.(desk, story, fact)
      const now = await desk[one.must](story, fact)
      if (now.through) return changes.length > 1 ? { ...now, seen: `“${one.fact}”: ${now.seen}` } : now
      seen ??= now
    }
    return seen ?? { through: true, seen: 'nothing was tried' }
  }

const QUOTE_CONTEXT = 'Rule 4: the attribution of a quotation counts wherever it stands in the graf, after “…?” too.'

named(
  'Another speaker after a quotation that ends in ? or !',
  { spec: QUOTE_CONTEXT },
  after(
    ...(
      [
        ['“Are we winning?” Kim Min asked.', '“Are we winning?”', 'Kim Min', 'Lee Jun'],
        ['“We have won!” Kim Min shouted.', '“We have won!”', 'Kim Min', 'Lee Jun'],
        ['“Have we won …” Kim Min began.', '“Have we won …”', 'Kim Min', 'Lee Jun'],
      ] as const
    ).map(([graf, fact, who, other]): Change => ({
      copy: page(graf),
      fact,
      type: 'quote',
      typed: typed(who, other),
      must: 'blocks',
    })),
  ),
)

named(
  'Another speaker after a quotation in Japanese, French, Korean or Spanish',
  { spec: QUOTE_CONTEXT },
  after(
    ...(
      [
        ['「増税はしない。」と田中大臣は述べた。', '「増税はしない。」', '田中', '鈴木'],
        ['« Nous gagnerons ! » Marie Dupont a répondu.', '« Nous gagnerons ! »', 'Marie Dupont', 'Luc Petit'],
        ['“우리는 이겼다.” 김민 대표가 말했다.', '“우리는 이겼다.”', '김민', '이준'],
        ['«¡Hemos ganado!» Ana Ruiz gritó.', '«¡Hemos ganado!»', 'Ana Ruiz', 'Luis Gil'],
      ] as const
    ).map(([graf, fact, who, other]): Change => ({
      copy: page(graf),
      fact,
      type: 'quote',
      typed: typed(who, other),
      must: 'blocks',
    })),
  ),
)

ours(
  'Another speaker in the middle of a quotation that is broken by its attribution',
  { spec: QUOTE_CONTEXT },
  after({
    copy: page('“Is it over?” Kim Min asked. “It is over for us all.”'),
    fact: '“It is over for us all.”',
    type: 'quote',
    typed: typed('Kim Min', 'Lee Jun'),
    must: 'blocks',
  }),
)

ours(
  'The name two sentences after the quotation becomes another name',
  { spec: 'Rule 4: elsewhere in the graf a changed name blocks for quotes.' },
  after({
    copy: page('“We lost it all.” The room was silent. It was a long day. The words were those of Kim Min.'),
    fact: '“We lost it all.”',
    type: 'quote',
    typed: typed('Kim Min', 'Lee Jun'),
    must: 'blocks',
  }),
)

ours(
  'A negation is added three sentences on in the graf of a paraphrase',
  { spec: 'Rule 4: elsewhere in the graf an added negation blocks for paraphrases.' },
  after({
    copy: page('The deal was fair, Kim Min said. Snow fell. The hall was full. She had read it before she spoke.'),
    fact: 'The deal was fair',
    type: 'paraphrase',
    typed: typed('She had read', 'She had not read'),
    must: 'blocks',
  }),
)

ours(
  'A number changes elsewhere in the graf of an allegation',
  { spec: 'Rule 4: elsewhere in the graf a changed number blocks for allegations.' },
  after({
    copy: page('Kim Min took bribes, the charge sheet says. Rain fell. Trams ran late. It lists 12 payments.'),
    fact: 'Kim Min took bribes',
    type: 'allegation',
    typed: typed('12', '1'),
    must: 'blocks',
  }),
)

ours(
  'A sentence elsewhere in the graf becomes a question',
  { spec: 'Rule 4: elsewhere in the graf a changed question mark blocks for quotes.' },
  after({
    copy: page('“We paid,” Kim Min said. It was noon. Snow fell. He had the receipt.'),
    fact: '“We paid,”',
    type: 'quote',
    typed: typed('the receipt.', 'the receipt?'),
    must: 'blocks',
  }),
)

ours(
  'The pronoun of a later sentence in the graf changes',
  { spec: 'Rule 4: elsewhere in the graf a changed pronoun blocks for quotes.' },
  after({
    copy: page('“I never met her.” Snow fell. Nobody spoke. Then he left the room with Kim.'),
    fact: '“I never met her.”',
    type: 'quote',
    typed: typed('he left', 'she left'),
    must: 'blocks',
  }),
)

ours(
  'The graf before a quotation names another person',
  { spec: 'Rule 4: the graf before warns (“He said” may now be another).' },
  after({
    copy: page(
      'Kim Min met the press on the steps of the court. It was cold. The street was empty.',
      '“I am innocent,” he said.',
    ),
    fact: '“I am innocent,”',
    type: 'quote',
    typed: typed('Kim Min', 'Lee Jun'),
    must: 'warns',
  }),
)

ours(
  'Two grafs change places, so that “he” is another man',
  {
    spec: 'Rule 4: the graf before warns (“He said” may now be another).',
    proof: { mutant: 'what was read never counts' },
  },
  after({
    copy: page('Kim Min spoke first. All listened.', 'Lee Jun spoke last. Nobody stayed.', '“I will sue,” he said.'),
    fact: '“I will sue,”',
    type: 'quote',
    typed: (doc) => moveNode(doc, 2, 3),
    must: 'warns',
  }),
)

ours(
  'The sentence before a quotation says who lied',
  { spec: 'Rule 4: the neighbours of the quotation’s sentences count.' },
  after({
    copy: page('The minister told the truth. “Nothing was hidden,” Kim Min said. The court heard it.'),
    fact: '“Nothing was hidden,”',
    type: 'quote',
    typed: typed('told the truth', 'lied'),
    must: 'blocks',
  }),
)

ours(
  'The sentence after a quotation takes it back',
  { spec: 'Rule 4: the neighbours of the quotation’s sentences count.' },
  after({
    copy: page('Kim Min said: “We are to blame.” That was on Friday. Snow fell.'),
    fact: '“We are to blame.”',
    type: 'quote',
    typed: typed('That was on Friday.', 'That was a joke.'),
    must: 'blocks',
  }),
)

ours(
  'The outer speaker of a quotation in a quotation changes',
  { spec: QUOTE_CONTEXT },
  after({
    copy: page('“He told me: ‘Burn the files.’ Is that not clear?” Kim Min asked the judge.'),
    fact: '‘Burn the files.’',
    type: 'quote',
    typed: typed('Kim Min', 'Lee Jun'),
    must: 'blocks',
  }),
)

ours(
  'The quotation marks around words are taken away',
  {
    spec: 'Rule 4: a changed quotation mark in the sentence of a quote blocks.',
    proof: { mutant: 'what was read never counts' },
  },
  after({
    copy: page('Kim Min said “we are ready” to the crowd.'),
    fact: 'we are ready',
    type: 'quote',
    typed: (doc) => {
      typed('“we', 'we')(doc)
      typed('ready”', 'ready')(doc)
    },
    must: 'blocks',
  }),
)

ours(
  'Speakers of two quotations in one graf change places',
  { spec: QUOTE_CONTEXT },
  after({
    copy: page('“Did you pay?” Kim Min asked. “Did you lie?” Lee Jun asked.'),
    fact: '“Did you lie?”',
    type: 'quote',
    typed: (doc) => {
      typed('Kim Min', 'XX')(doc)
      typed('Lee Jun', 'Kim Min')(doc)
      typed('XX', 'Lee Jun')(doc)
    },
    must: 'blocks',
  }),
)

ours(
  'The block quote under “Kim Min wrote:” gets another writer',
  { spec: 'Rule 4: the graf before warns.' },
  after({
    copy: page(
      'Kim Min wrote to the bank on Friday. This is her letter:',
      quote('Send it all to the account in Basel.'),
    ),
    fact: 'Send it all to the account in Basel.',
    type: 'quote',
    typed: typed('Kim Min', 'Lee Jun'),
    must: 'warns',
  }),
)

ours(
  'Verb before the figure turns round',
  { spec: 'Rule 4: “rose” → “fell” blocks for figures.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('Exports rose 5% in June.'),
    fact: '5%',
    type: 'figure',
    typed: typed('rose', 'fell'),
    must: 'blocks',
  }),
)

ours(
  'The subject before “Ph.D.” or “Yahoo!” changes',
  { spec: 'Rule 4: titles and brand names do not end a sentence.' },
  after(
    ...(
      [
        ['Kim Min, a Ph.D. Harvard had hired, won 5 seats.', '5', 'Kim Min', 'Lee Jun'],
        ['Shares of Yahoo! Tuesday lost 5 percent.', '5 percent', 'Shares', 'Bonds'],
        ['Sales at Yum! Brands fell 5 percent.', '5 percent', 'Sales', 'Costs'],
        ['On Jeopardy! Kim Min won 5 times.', '5', 'On', 'Off'],
      ] as const
    ).map(([graf, fact, find, other]): Change => ({
      copy: page(graf),
      fact,
      type: 'figure',
      typed: typed(find, other),
      must: 'blocks',
    })),
  ),
)

ours(
  'The rest of the graf of a figure says it is disputed',
  { spec: 'Rule 4: for all other types the rest of the graf warns.' },
  after({
    copy: page('The flood killed 12 people. Rain fell all day. The town is quiet.'),
    fact: '12',
    type: 'figure',
    typed: typed('The town is quiet.', 'The count was made up.'),
    must: 'warns',
  }),
)

ours(
  'The sentence of a name calls him a murderer',
  { spec: 'Rule 4: the sentence of a name warns when it changed.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('The mayor thanked Kim Min for the gift.'),
    fact: 'Kim Min',
    type: 'name',
    typed: typed('The mayor thanked', 'The police arrested'),
    must: 'warns',
  }),
)

const DOUBLE = 'Rule 2: the order shown counts; direction overrides never enter the copy.'

named('A direction override in the sentence before turns 45 into 54', { spec: DOUBLE }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The count came at noon. It was 45 dead.'))
  const fact = await desk.tag('Reporter', story, '45', 'figure')
  await desk.verify(story, fact)
  await desk.type('Reporter', story, typed('noon', '\u202Enoon'))
  const { blocks } = await desk.show(story)
  const last = blocks.at(-1)?.text ?? ''
  // One that is left out changes nothing that anybody sees.
  return /[\u202A-\u202E]/u.test(last) ? desk.lapses(story, fact) : { through: false, seen: JSON.stringify(last) }
})

ours(
  'A direction override that is typed with the words around it stays in the copy',
  { spec: 'Rule 2: typing, paste, import and edits drop direction overrides.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('Before \u202E54 dead\u202C after.'))
    const { blocks } = await desk.show(story)
    const gate = await desk.gate(story)
    const held = gate.blocks.some(({ message }) => /direction|override/i.test(message))
    return {
      through: blocks.some(({ text }) => /[\u202A-\u202E]/u.test(text)) && !held,
      seen: held ? 'blocks clearing' : JSON.stringify(blocks.at(-1)?.text),
    }
  },
)

ours(
  'A direction override comes in with an imported file',
  { spec: 'Rule 2: import drops direction overrides and says so.' },
  async (room) => {
    const desk = await room.desk()
    const { id, losses } = await desk.must<{ id: string; losses: readonly { what: string }[] }>(
      'Reporter',
      'story.import',
      { name: 'a.txt', bytes: new TextEncoder().encode('Council meets\n\nIt killed \u202E54\u202C people.\n') },
    )
    const { blocks } = await desk.show(id)
    const kept = blocks.some(({ text }) => /[\u202A-\u202E]/u.test(text))
    return { through: kept || losses.length === 0, seen: kept ? 'it is in the copy' : `${losses.length} losses told` }
  },
)

const READS = 'Rule 2: words that readers get are parted as the words that were signed.'

/** A tick on “no table”, one change, and what readers of the exports get. */
const readsOtherwise =
  (change: (desk: Desk, story: string) => Promise<unknown>): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('There was no table at the talks.'))
    const fact = await desk.tag('Reporter', story, 'no table', 'event')
    await desk.verify(story, fact)
    await change(desk, story)
    const stands = await desk.lapses(story, fact)
    const outputs = await Promise.all(
      ['text', 'html', 'markdown', 'ninjs', 'newsml-g2', 'nitf'].map(async (format) => {
        const { bytes } = await desk.must<{ bytes: Uint8Array }>('Editor', 'story.export', {
          story,
          format,
          draft: true,
        })
        return Buffer.from(bytes).toString('utf8')
      }),
    )
    return { through: stands.through && outputs.some((text) => text.includes('notable')), seen: stands.seen }
  }

for (const [what, sign] of [
  ['A vertical tab', '\v'],
  ['A form feed', '\f'],
] as const) {
  ours(
    `${what} takes the place of a signed space, by the command line’s edit`,
    { spec: READS, proof: { mutant: 'control characters come in, and exports drop them' } },
    readsOtherwise((desk, story) => desk.edit('Reporter', story, 'no table', `no${sign}table`)),
  )
  ours(
    `${what} takes the place of a signed space, in a window`,
    { spec: READS, proof: { mutant: 'control characters come in, and exports drop them' } },
    readsOtherwise((desk, story) => desk.type('Reporter', story, typed('no table', `no${sign}table`))),
  )
}

ours(
  'A low quotation mark takes the place of an apostrophe between digits, and reads as a comma',
  {
    spec: 'Rule 2: only marks that open a quotation are folded.',
    proof: { mutant: 'a low mark is a quotation mark anywhere' },
  },
  after({
    copy: page('The prize is 3’500 francs.'),
    fact: '3’500 francs',
    type: 'figure',
    typed: typed('’', '‚'),
    must: 'lapses',
  }),
)

ours(
  'A direction override comes in with the command line’s edit',
  { spec: 'Rule 2: edits drop direction overrides.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It killed 45 people.'))
    const reply = await desk.edit('Reporter', story, '45', '\u202E54\u202C')
    const { blocks } = await desk.show(story)
    const kept = blocks.some(({ text }) => /[\u202A-\u202E]/u.test(text))
    return { through: kept, seen: reply.ok ? JSON.stringify(blocks.at(-1)?.text) : reply.message }
  },
)

ours(
  'A direction override comes in with an accepted suggestion',
  { spec: 'Rule 2: edits drop direction overrides.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It killed 45 people.'))
    const proposed = await desk.ask('Checker', 'suggestion.propose', { story, replace: '45', with: '\u202E54\u202C' })
    if (proposed.ok) {
      const { id } = proposed.value as { id: string }
      await desk.ask('Reporter', 'suggestion.accept', { story, suggestions: [{ id }] })
    }
    const { blocks } = await desk.show(story)
    return {
      through: blocks.some(({ text }) => /[\u202A-\u202E]/u.test(text)),
      seen: JSON.stringify(blocks.at(-1)?.text),
    }
  },
)

ours(
  'An isolate turns the order of a range',
  { spec: DOUBLE },
  after({
    copy: page('The score was noted. It ended 3 - 5 for us.'),
    fact: '3 - 5',
    type: 'figure',
    typed: typed('noted', '\u2067noted'),
    must: 'lapses',
  }),
)

ours(
  'A right-to-left mark in the same sentence turns the order of a range',
  { spec: DOUBLE, proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('النتيجة النهائية: فوز 3-5 في المباراة.'),
    fact: '3-5',
    type: 'figure',
    typed: typed('3-5', '\u200E3-5\u200E'),
    must: 'lapses',
  }),
)

ours(
  'The first word of the graf turns the direction of the whole graf',
  { spec: DOUBLE },
  after({
    copy: page('AB talks began in spring. The vote was 3 - 5 and done.'),
    fact: '3 - 5',
    type: 'figure',
    typed: typed('AB talks', 'محادثات talks'),
    must: 'lapses',
  }),
)

ours(
  'A Hebrew word before the range moves its halves apart',
  { spec: DOUBLE, proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('Sum: ABC 10 / 20 and more.'),
    fact: '10 / 20',
    type: 'figure',
    typed: typed('ABC', 'אבג'),
    must: 'blocks',
  }),
)

ours(
  'A zero-width space parts Thai words another way',
  { spec: 'Rule 2: a zero-width space counts where it parts words in a script written without spaces.' },
  after({
    copy: page('เขาไปตากลมที่ทะเล'),
    fact: 'ตากลม',
    type: 'event',
    typed: typed('ตากลม', 'ตา\u200Bกลม'),
    must: 'lapses',
  }),
)

ours(
  'A digit is replaced by its look-alike from another script',
  { spec: 'Rule 2: digits count.', proof: { mutant: 'what was read never counts' } },
  after(
    ...['１２', '𝟏𝟐', '١٢', '12\u0336'].map((other): Change => ({
      copy: page('It killed 12 people.'),
      fact: '12',
      type: 'figure',
      typed: typed('12', other),
      must: 'blocks',
    })),
  ),
)

ours(
  'Letters of another alphabet that look the same make another name',
  { spec: 'Rule 2: words compare letter by letter.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('The mayor is Kim Park.'),
    fact: 'Kim Park',
    type: 'name',
    typed: typed('Park', 'Рark'),
    must: 'lapses',
  }),
)

ours(
  'Case turns the bird into the country',
  { spec: 'Rule 2: case counts.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('He shot a turkey.'),
    fact: 'turkey',
    type: 'event',
    typed: typed('turkey', 'Turkey'),
    must: 'lapses',
  }),
)

ours(
  'A figure grows by letters typed right beside its tag',
  {
    spec: 'Rule 1: words extend over the tokens they touch.',
    proof: { mutant: 'words end at the tag' },
  },
  after(
    ...(
      [
        ['It cost 100 won.', '100', ' won', '0 won'],
        ['It cost 100 won.', '100', 'cost ', 'cost -'],
        ['비용은 3만 원이다.', '3', '만', '억'],
        ['It is 5% of it.', '5', '% of', '‰ of'],
        ['It cost $5 now.', '5', 'cost $', 'cost €'],
      ] as const
    ).map(([graf, fact, find, other]): Change => ({
      copy: page(graf),
      fact,
      type: 'figure',
      typed: typed(find, other),
      must: 'blocks',
    })),
  ),
)

ours(
  'The unit after the figure becomes another',
  { spec: 'Rule 4: the sentence of a figure blocks.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('The debt is 5 million dollars.'),
    fact: '5',
    type: 'figure',
    typed: typed('million', 'billion'),
    must: 'blocks',
  }),
)

const TABLE = 'Rule 4: for words in a table the headers of their row and column count.'
const POLL = table(['Leader', 'Approve', 'Disapprove'], ['Kim Min', '61', '33'], ['Lee Jun', '40', '55'])

named(
  'A verified cell moves from “Approve” to “Disapprove”',
  { spec: TABLE },
  after({
    copy: page(...POLL),
    fact: '61',
    type: 'figure',
    typed: (doc) => swapCells(doc, [1, 1], [1, 2]),
    must: 'blocks',
  }),
)

named(
  'The header of the column changes from Exports to Deaths',
  { spec: TABLE },
  after({
    copy: page(...table(['Year', 'Exports'], ['2024', '612'])),
    fact: '612',
    type: 'figure',
    typed: typed('Exports', 'Deaths'),
    must: 'blocks',
  }),
)

ours(
  'The head of the row becomes another person',
  { spec: TABLE },
  after({ copy: page(...POLL), fact: '61', type: 'figure', typed: typed('Kim Min', 'Park So'), must: 'blocks' }),
)

ours(
  'A verified cell moves to another person’s row',
  { spec: TABLE },
  after({
    copy: page(...POLL),
    fact: '61',
    type: 'figure',
    typed: (doc) => swapCells(doc, [1, 1], [2, 1]),
    must: 'blocks',
  }),
)

ours(
  'A column is put in, so that every header shifts by one',
  { spec: TABLE },
  after({
    copy: page(...POLL),
    fact: '61',
    type: 'figure',
    typed: (doc) => {
      const header = nodesNamed(doc, 'table')[0]?.toArray()[0] as Y.XmlElement
      const first = header.toArray()[1] as Y.XmlElement
      header.insert(1, [first.clone()])
      const added = header.toArray()[1] as Y.XmlElement
      added.delete(0, added.length)
    },
    must: 'blocks',
  }),
)

ours(
  'A header that spans two columns moves: the cell to its left is emptied',
  { spec: TABLE },
  after({
    copy: page(...table(['Leader', 'Deaths', ''], ['Kim Min', '61', '33'])),
    fact: '33',
    type: 'figure',
    typed: typed('Deaths', 'Births'),
    must: 'blocks',
  }),
)

ours(
  'The header row is taken out of the table',
  { spec: TABLE },
  after({
    copy: page(...POLL),
    fact: '61',
    type: 'figure',
    typed: (doc) => nodesNamed(doc, 'table')[0]?.delete(0, 1),
    must: 'blocks',
  }),
)

ours(
  'The first row stops being a header, and another row becomes one',
  { spec: TABLE },
  after({
    copy: page(...table(['Leader', 'Approve'], ['Kim Min', '61'], ['Lee Jun', 'Disapprove'], ['Park So', '12'])),
    fact: '12',
    type: 'figure',
    typed: (doc) => {
      markRow(doc, 0, false)
      markRow(doc, 2, true)
    },
    must: 'blocks',
  }),
)

ours(
  'The header of an allegation’s column changes from Cleared to Convicted',
  { spec: TABLE },
  after({
    copy: page(...table(['Cleared', 'Charged'], ['Kim Min of fraud', 'Lee Jun of theft'])),
    fact: 'Kim Min of fraud',
    type: 'event',
    typed: typed('Cleared', 'Convicted'),
    must: 'warns',
  }),
)

ours(
  'Words are run together, so that the therapist is another man',
  { spec: 'Rule 2: white space is folded, never dropped.', proof: { mutant: 'spaces in a graf never count' } },
  after({
    copy: page('“I was there,” Kim Min, the rapist, said. It was noon.'),
    fact: '“I was there,”',
    type: 'quote',
    typed: typed('the rapist', 'therapist'),
    must: 'blocks',
  }),
)

ours(
  'The upper of two header rows changes',
  { spec: TABLE },
  after({
    copy: page(
      ...table(['Poll', '2024', '2025'], ['Leader', 'Approve', 'Approve'], ['Kim Min', '61', '33']).map((cell) =>
        cell.cell?.row === 1 ? { ...cell, cell: { ...cell.cell, header: true as const } } : cell,
      ),
    ),
    fact: '61',
    type: 'figure',
    typed: typed('2024', '1999'),
    must: 'blocks',
  }),
)

ours(
  'The name that heads two rows changes: the second row’s head is empty',
  { spec: TABLE },
  after({
    copy: page(...table(['Leader', 'Year', 'Approve'], ['Kim Min', '2024', '61'], ['', '2025', '33'])),
    fact: '33',
    type: 'figure',
    typed: typed('Kim Min', 'Lee Jun'),
    must: 'blocks',
  }),
)

ours(
  'The year in the second column of the row changes',
  { spec: TABLE },
  after({
    copy: page(
      ...table(['Leader', 'Year', 'Approve'], ['Kim Min', '2024', '61']).map((cell) =>
        cell.cell?.row === 1 && cell.cell.column < 2
          ? { ...cell, cell: { ...cell.cell, header: true as const } }
          : cell,
      ),
    ),
    fact: '61',
    type: 'figure',
    typed: typed('2024', '1999'),
    must: 'blocks',
  }),
)

ours(
  'The list item before a quotation names another man',
  { spec: 'Rule 4: the graf before warns.' },
  after({
    copy: page('In court:', li('Kim Min spoke first. He was calm.'), li('“I did it,” he said.')),
    fact: '“I did it,”',
    type: 'quote',
    typed: typed('Kim Min', 'Lee Jun'),
    must: 'warns',
  }),
)

const BELONGS = 'Rule 4: in lists and captions what they belong to counts: the subhead or lead-in, the picture.'

ours(
  'The lead-in of a list says the opposite',
  { spec: BELONGS },
  after({
    copy: page('These men were cleared:', li('Kim Min, 44, a baker'), li('Lee Jun, 50, a clerk')),
    fact: '44',
    type: 'figure',
    typed: typed('cleared', 'convicted'),
    must: 'blocks',
  }),
)

ours(
  'The subhead over a list changes',
  { spec: BELONGS },
  after({
    copy: page(subhead('Survivors'), li('Kim Min, 44, a baker'), li('Lee Jun, 50, a clerk')),
    fact: '50',
    type: 'figure',
    typed: typed('Survivors', 'Victims'),
    must: 'blocks',
  }),
)

ours(
  'A list item moves under another lead-in',
  { spec: BELONGS },
  after({
    copy: page('Survivors:', li('Kim Min, 44, a baker'), 'Victims:', li('Lee Jun, 50, a clerk')),
    fact: '44',
    type: 'figure',
    typed: (doc) => moveNode(doc, 3, 4),
    must: 'blocks',
  }),
)

ours(
  'The item above a nested list item changes',
  { spec: BELONGS },
  after({
    copy: page('Results:', li('Deaths'), { ...li('12 in Busan'), level: 2 }),
    fact: '12',
    type: 'figure',
    typed: typed('Deaths', 'Births'),
    must: 'blocks',
  }),
)

named(
  'A caption gets another picture',
  { spec: BELONGS },
  after({
    copy: page('A graf.', picture('Kim Min leaves the court.')),
    fact: 'Kim Min leaves the court.',
    type: 'visual',
    typed: (doc) => nodesNamed(doc, 'picture')[0]?.setAttribute('file', pictureFile('b')),
    must: 'lapses',
  }),
)

named(
  'A caption is pasted under another picture',
  { spec: BELONGS },
  after({
    copy: page(picture('Kim Min leaves the court.'), picture('', { file: pictureFile('c') })),
    fact: 'Kim Min',
    type: 'name',
    typed: (doc) => {
      const [one, two] = nodesNamed(doc, 'picture')
      const words = one ? contentOf(one) : []
      one?.delete(0, one.length)
      two?.insert(0, words)
    },
    must: 'warns',
  }),
)

for (const [detail, other] of [
  ['alt', 'A man in handcuffs'],
  ['credit', 'Police handout'],
  ['captured', '2019-01-01'],
] as const)
  named(
    `The ${detail === 'captured' ? 'date' : detail === 'alt' ? 'alt text' : detail} of a picture is rewritten`,
    { spec: BELONGS },
    after({
      copy: page('A graf.', picture('Kim Min leaves the court.')),
      fact: 'Kim Min leaves the court.',
      type: 'visual',
      change: (desk, story) => desk.must('Reporter', 'picture.describe', { story, [detail]: other }),
      must: 'lapses',
    }),
  )

ours(
  'Two pictures change places over their captions',
  { spec: BELONGS },
  after({
    copy: page(picture('Kim Min, 44, at left.'), picture('Lee Jun, 50, at left.', { file: pictureFile('c') })),
    fact: '44',
    type: 'figure',
    typed: (doc) => {
      const [one, two] = nodesNamed(doc, 'picture')
      one?.setAttribute('file', pictureFile('c'))
      two?.setAttribute('file', pictureFile('a'))
    },
    must: 'blocks',
  }),
)

named(
  'The claim is rewritten after it was signed',
  { spec: 'Sign-off: the claim is part of the signed view.' },
  after({
    copy: page('It was the first summit in a while.'),
    fact: 'first summit',
    type: 'superlative',
    statement: 'The two last met in 2019.',
    change: (desk, story, fact) =>
      desk.must('Checker', 'fact.describe', { story, fact, statement: 'The two have never met.' }),
    must: 'blocks',
  }),
)

named(
  '“Said by” is rewritten after it was signed',
  { spec: 'Sign-off: who is said to have said it is part of the signed view.' },
  after({
    copy: page('“I did it,” he said.'),
    fact: '“I did it,”',
    type: 'quote',
    attributedTo: 'Kim Min',
    change: (desk, story, fact) => desk.must('Checker', 'fact.describe', { story, fact, attributedTo: 'Lee Jun' }),
    must: 'blocks',
  }),
)

ours(
  'The claim is taken away after it was signed',
  { spec: 'Sign-off: the claim is part of the signed view.' },
  after({
    copy: page('It was the first summit in a while.'),
    fact: 'first summit',
    type: 'superlative',
    statement: 'The two last met in 2019.',
    change: (desk, story, fact) => desk.must('Checker', 'fact.describe', { story, fact, statement: '' }),
    must: 'blocks',
  }),
)

ours(
  'A verified event becomes an allegation',
  { spec: 'Sign-off: the type is part of the signed view.' },
  after({
    copy: page('Kim Min sold the land to his son.'),
    fact: 'sold the land to his son',
    type: 'event',
    change: (desk, story, fact) =>
      desk.must('Checker', 'fact.retype', { story, fact, type: 'allegation', reason: 'legal asks' }),
    must: 'lapses',
  }),
)

ours(
  'The statement that one figure is worked out from gets another rate',
  {
    spec: 'Sign-off: working, with inputs, is part of the signed view.',
    proof: { mutant: 'a changed input does not lapse' },
  },
  after({
    copy: page('The aid is worth about $70 million.'),
    fact: '$70 million',
    type: 'figure',
    change: async (desk, story, fact) =>
      desk.must('Checker', 'fact.derive', {
        story,
        fact,
        derivation: { expression: 'won', inputs: [{ name: 'won', value: '7' }] },
      }),
    must: 'blocks',
  }),
)

ours(
  'The mark is moved to the same words in a sentence about somebody else',
  { spec: 'Rule 4: the sentence counts.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('The flood killed 12 people.', 'The police arrested 12 people.'),
    fact: '12',
    type: 'figure',
    typed: (doc) => {
      const mark = (words: string, value: Record<string, unknown>): void => {
        const element = elementWith(doc, words)
        const text = element.toArray()[0] as Y.XmlText
        const at = text
          .toDelta()
          .map(({ insert }: { insert: string }) => insert)
          .join('')
          .indexOf('12')
        text.format(at, 2, value)
      }
      const attributes = (elementWith(doc, 'killed').toArray()[0] as Y.XmlText)
        .toDelta()
        .flatMap((part: { attributes?: Record<string, unknown> }) => (part.attributes ? [part.attributes] : []))
      const [own = {}] = attributes as Record<string, unknown>[]
      mark('killed', Object.fromEntries(Object.keys(own).map((name) => [name, null])))
      mark('arrested', own)
    },
    must: 'blocks',
  }),
)

ours(
  'A hole is made in the middle of the tag, and words are typed into it',
  { spec: 'Rule 1: an untagged slice inside is re-check.', proof: { mutant: 'a broken tag counts as whole' } },
  after({
    copy: page('The court found Kim Min guilty of fraud.'),
    fact: 'found Kim Min guilty of fraud',
    type: 'event',
    typed: (doc) => {
      const text = elementWith(doc, 'guilty').toArray()[0] as Y.XmlText
      const parts = text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]
      const [own = {}] = parts.flatMap((part) => (part.attributes ? [part.attributes] : []))
      const bare = Object.fromEntries(Object.keys(own).map((name) => [name, null]))
      text.insert('The court found Kim Min '.length, 'not ', bare)
    },
    must: 'lapses',
  }),
)

ours(
  'The same tag is put on a second place',
  { spec: 'Rule 1: the same tag in two places is re-check.', proof: { mutant: 'a broken tag counts as whole' } },
  after({
    copy: page('The flood killed 12 people.', 'The police arrested 12 people.'),
    fact: '12',
    type: 'figure',
    typed: (doc) => {
      const text = elementWith(doc, 'killed').toArray()[0] as Y.XmlText
      const parts = text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]
      const [own = {}] = parts.flatMap((part) => (part.attributes ? [part.attributes] : []))
      const other = elementWith(doc, 'arrested').toArray()[0] as Y.XmlText
      other.format('The police arrested '.length, 2, own)
    },
    must: 'lapses',
  }),
)

ours(
  'A hard break parts the words into two',
  { spec: 'Rule 2: words differ → re-check.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('It was unlawful then.'),
    fact: 'unlawful',
    type: 'event',
    typed: typed('unlawful', 'un lawful'),
    must: 'lapses',
  }),
)

ours(
  'A heading above the graf is put in: “What he denies”',
  { spec: 'Rule 4: the graf before warns.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('The court sat.', '“I paid them,” Kim Min said.'),
    fact: '“I paid them,”',
    type: 'quote',
    typed: (doc) => {
      const node = nodes(doc)[2]
      if (!node) throw new Error('no graf')
      const made = node.clone()
      doc.getXmlFragment('copy').insert(3, [made])
      const text = (nodes(doc)[3]?.toArray()[0] as Y.XmlText) ?? undefined
      text.delete(0, text.length)
      text.insert(0, 'None of this was said:')
    },
    must: 'warns',
  }),
)

ours(
  'A find and replace of the window changes the sentence of every figure',
  { spec: 'Rule 2: find/replace lapses.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('Exports rose 5% and imports rose 7%.'),
    fact: '7%',
    type: 'figure',
    typed: (doc) => {
      typed('rose', 'fell')(doc)
      typed('rose', 'fell')(doc)
    },
    must: 'blocks',
  }),
)

ours(
  'Words are typed over whole: the tag stays and its tick with it',
  { spec: 'Rule 3: overtyping keeps the tag, as re-check.', proof: { mutant: 'what was read never counts' } },
  after({
    copy: page('It killed 12 people.'),
    fact: '12',
    type: 'figure',
    change: (desk, story) => desk.must('Reporter', 'copy.replace', { story, replace: '12', with: '90' }),
    must: 'blocks',
  }),
)

ours(
  'A copied graf brings a tick of its own',
  { spec: 'Rule 5: a copy gets a new id at “to check”.', proof: { mutant: 'a broken tag counts as whole' } },
  after({
    copy: page('The flood killed 12 people.', 'A graf between.'),
    fact: '12',
    type: 'figure',
    typed: (doc) => {
      const node = nodes(doc)[2]
      if (node) doc.getXmlFragment('copy').insert(4, [node.clone()])
    },
    must: 'lapses',
  }),
)
