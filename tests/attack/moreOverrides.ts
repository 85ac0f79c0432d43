/** Overrides and dismissals that are used for another finding, and marks that move inside one sentence. */
import type * as Y from 'yjs'
import { group, type Attempt } from './attempt'
import { elementWith, li, nodesNamed, page, picture, pictureFile, table, typed } from './blocks'
import { Unprepared, type Desk } from './driver'

const tired = group('tired').ours
const meaning = group('meaning').ours

const HOLDS = 'An override holds for this finding (rule, place, words) only.'
const blocked = async (desk: Desk, story: string, rule: string): Promise<number> =>
  (await desk.gate(story)).blocks.filter((one) => one.rule === rule).length
async function lifted(desk: Desk, story: string, rule: string, by: string, change: () => Promise<unknown>) {
  await desk.must(by, 'finding.override', { story, ...(await desk.finding(story, rule)), reason: 'we know' })
  const before = await blocked(desk, story, rule)
  await change()
  const after = await blocked(desk, story, rule)
  if (before > 0) throw new Unprepared(`${before} blocks are left`)
  return { through: after === 0, seen: `${after} blocks after the change` }
}
tired('An override of an unchecked figure in a cell: then its header changes', { spec: HOLDS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page(...table(['Name', 'Shoe size'], ['Kim', '45'])))
  await desk.tag('Reporter', story, '45', 'figure')
  return lifted(desk, story, 'factStatus', 'Editor', () => desk.mustType('Reporter', story, typed('Shoe size', 'Dead')))
})
tired(
  'An override of an unchecked figure in a caption: then its picture’s alt text changes',
  { spec: HOLDS },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('A graf.', picture('The mayor at 12 posts.')))
    await desk.tag('Reporter', story, '12 posts', 'figure')
    return lifted(desk, story, 'factStatus', 'Editor', () =>
      desk.mustType('Reporter', story, (doc) => nodesNamed(doc, 'picture')[0]?.setAttribute('alt', 'A thief')),
    )
  },
)
const HERE = 'Rule 10: “nothing to check” holds for its place; the same words under another picture are another.'
/** Alt text, credit or caption of one picture is nothing to check. Then another picture gets the same words. */
const movedToOther =
  (part: 'alt' | 'credit' | 'caption'): Attempt['run'] =>
  async (room) => {
    const desk = await room.desk()
    const WORDS = 'Police and 12 thieves'
    const pictureWith = (letter: 'a' | 'b', words: string) =>
      part === 'caption'
        ? picture(words, { file: pictureFile(letter) })
        : picture('A photo.', { file: pictureFile(letter), [part]: words })
    const story = await desk.story('Reporter', page('A graf.', pictureWith('a', WORDS), pictureWith('b', 'The men')))
    await desk.must('Editor', 'finding.dismiss', { story, ...(await desk.finding(story, 'untaggedFigure')) })
    if ((await blocked(desk, story, 'untaggedFigure')) > 0) throw new Unprepared('The words still block.')
    await desk.mustType('Reporter', story, (doc) => {
      for (const [at, words] of ['The men', WORDS].entries()) {
        const node = nodesNamed(doc, 'picture')[at]
        if (part !== 'caption') node?.setAttribute(part, words)
      }
      if (part !== 'caption') return
      const [first, second] = nodesNamed(doc, 'picture')
      const files = [first?.getAttribute('file'), second?.getAttribute('file')]
      first?.setAttribute('file', files[1] ?? '')
      second?.setAttribute('file', files[0] ?? '')
    })
    const after = await blocked(desk, story, 'untaggedFigure')
    return { through: after === 0, seen: `${after} blocks after the change` }
  }
for (const part of ['alt', 'credit', 'caption'] as const)
  tired(
    `“Nothing to check” on the ${part} of a picture: then the words come under another picture`,
    { spec: HERE, proof: { mutant: '“nothing to check” follows words to another picture' } },
    movedToOther(part),
  )
tired('An override of an unchecked figure in a list: then its lead-in changes', { spec: HOLDS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The court cleared:', li('Kim Min of 12 counts')))
  await desk.tag('Reporter', story, '12 counts', 'figure')
  return lifted(desk, story, 'factStatus', 'Editor', () =>
    desk.mustType('Reporter', story, typed('cleared', 'convicted')),
  )
})
tired('An override of an unchecked figure: then its claim changes', { spec: HOLDS }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('It cost 100 won.'))
  const fact = await desk.tag('Reporter', story, '100', 'figure')
  return lifted(desk, story, 'factStatus', 'Editor', () =>
    desk.must('Reporter', 'fact.describe', { story, fact, statement: 'It is the price of a life.' }),
  )
})
tired(
  '“TK” of an airline is dismissed in a graf, which goes, and the headline is TK',
  { spec: 'A TK can be dismissed there.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('TK'))
    await desk.must('Editor', 'finding.dismiss', { story, ...(await desk.finding(story, 'openTk')), reason: 'Turkish' })
    await desk.mustType('Reporter', story, typed('TK', 'Gone'))
    await desk.mustType('Reporter', story, typed('Council meets', 'TK'))
    const left = await blocked(desk, story, 'openTk')
    return { through: left === 0, seen: `${left} blocks` }
  },
)

/** Moves a tag to the same words further on in its sentence. */
const markMoves =
  (sentence: string, words: string, type: 'figure' | 'name' | 'quote') =>
  async (room: Parameters<Parameters<typeof meaning>[2]>[0]) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page(sentence))
    const fact = await desk.tag('Reporter', story, words, type)
    await desk.verify(story, fact)
    await desk.mustType('Reporter', story, (doc: Y.Doc) => {
      const text = elementWith(doc, words).toArray()[0] as Y.XmlText
      const parts = text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]
      const whole = parts.map(({ insert }) => insert).join('')
      const own = parts.find(({ attributes }) => attributes)?.attributes ?? {}
      const [first, second] = [whole.indexOf(words), whole.lastIndexOf(words)]
      text.format(first, words.length, Object.fromEntries(Object.keys(own).map((name) => [name, null])))
      text.format(second, words.length, own)
    })
    return desk.lapses(story, fact)
  }
tired(
  'One key signs both figures of a sentence',
  { spec: 'Rule 11: same words in another context are offered one by one.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The flood killed 12 men and the police shot 12 women.'))
    const first = await desk.tag('Reporter', story, '12', 'figure')
    const other = await desk.tag('Reporter', story, '12', 'figure', { nth: 2 })
    await desk.sign('Editor', story, first, 'verified', { echoes: [await desk.lookAt(story, other)] })
    return desk.lapses(story, other)
  },
)
const PLACE =
  'Rule 6: a tag is found by its mark; a tick never moves to other words. Rule 5: moves need the token of a cut.'
meaning(
  'The mark moves to the same figure further on in its sentence',
  { spec: PLACE },
  markMoves('The flood killed 12 men and the police shot 12 women.', '12', 'figure'),
)
meaning(
  'The mark moves to the same name further on in its sentence',
  { spec: PLACE },
  markMoves('Kim, the victim, is not the Kim who stole it.', 'Kim', 'name'),
)
