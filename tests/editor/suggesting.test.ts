import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCopy, readMarkedCopy, readSuggestionRecords, readTags } from '../../src/document/reading/readStory'
import { COPY_FRAGMENT } from '../../src/story/copy/documentSchema'
import { tagSelection } from '../../src/editor/facts/factCommands'
import { find, replaceAll, replaceMatch } from '../../src/editor/find/findCommands'
import { makeParagraph, toggleQuote } from '../../src/editor/keys/blockCommands'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import { stepSuggestion, suggestionsHere } from '../../src/editor/suggesting/suggestionCommands'
import { describeSuggestion, suggestionsIn } from '../../src/story/copy/suggestions/suggestion'
import {
  caretAfter,
  caretBefore,
  clipboard,
  copy,
  cut,
  exchange,
  lines,
  paste,
  pause,
  press,
  run,
  select,
  selectRange,
  shown,
  storyState,
  type,
  type Desk,
} from './desk'
import { accepted, acceptAll, rejectAll, suggestingDesk } from './suggestingDesk'

const PAGE = [
  'headline: Talks',
  'deck: In Busan',
  'It lasted {f1:about 100 minutes}. They left.',
  'bullet: One',
  'Done.',
]
const oneSuggester = (...blocks: string[]): Desk => suggestingDesk(storyState(blocks.length ? blocks : PAGE), 100)
const proposals = ({ doc }: Desk): string[] =>
  suggestionsIn(readMarkedCopy(doc), readSuggestionRecords(doc)).map((one) => `${one.by}: ${describeSuggestion(one)}`)
const stands = (d: Desk): string[] => shown(d)
const would = (d: Desk): string[] => lines(accepted(d))

test('typing over words proposes the new ones in one suggestion, and everything stands', () => {
  const d = oneSuggester()
  select(d, '100')
  type(d, '95')
  expect([stands(d), would(d)[2], proposals(d)]).toEqual([
    PAGE,
    'It lasted {f1:about 95 minutes}. They left.',
    ['Ida: “100” → “95”'],
  ])
})

test('typing over words is one suggestion, even if old and new words share letters', () => {
  for (const [over, words] of [
    ['about 100 minutes', 'six'],
    ['about 100 minutes', 'a while'],
    ['They', 'The two'],
    ['lasted', 'dragged'],
  ] as const) {
    const d = oneSuggester()
    select(d, over)
    type(d, words)
    expect([stands(d), proposals(d)]).toEqual([PAGE, [`Ida: “${over}” → “${words}”`]])
  }
  const d = oneSuggester()
  run(d, find('They left'))
  run(d, replaceAll('They stayed'))
  expect(proposals(d)).toEqual(['Ida: “left” → “stayed”'])
})

test('typing on, deleting forth and back and taking back one’s own words stay one suggestion', () => {
  const d = oneSuggester()
  caretAfter(d, 'They')
  type(d, ' both')
  type(d, 'x')
  const { head } = d.editor.state.selection
  d.editor.view.dispatch(d.editor.state.tr.delete(head - 1, head))
  expect([would(d)[2], proposals(d), readSuggestionRecords(d.doc).size]).toEqual([
    'It lasted {f1:about 100 minutes}. They both left.',
    ['Ida: add “both”'],
    1,
  ])
  d.editor.view.dispatch(d.editor.state.tr.delete(head - 6, head - 1))
  expect([stands(d), proposals(d)]).toEqual([PAGE, []])
})

test('a tag whose words are all replaced lies on the proposed ones too, word by word', () => {
  const d = oneSuggester()
  select(d, 'about 100 minutes')
  type(d, 'two full hours')
  expect([stands(d), would(d)[2]]).toEqual([PAGE, 'It lasted {f1:two full hours}. They left.'])
  rejectAll(d)
  expect(shown(d)).toEqual(PAGE)
})

test('Enter proposes a paragraph, Backspace takes it back; at a start it proposes a join', () => {
  const d = oneSuggester()
  caretBefore(d, 'They left')
  press(d, 'Enter')
  expect([stands(d), would(d).slice(2, 4), proposals(d)]).toEqual([
    PAGE,
    ['It lasted {f1:about 100 minutes}. ', 'They left.'],
    ['Ida: new paragraph'],
  ])
  press(d, 'Backspace')
  expect([proposals(d), would(d)]).toEqual([[], PAGE])
  caretBefore(d, 'Done')
  press(d, 'Backspace')
  expect([stands(d), would(d).slice(2), proposals(d)]).toEqual([
    PAGE,
    ['It lasted {f1:about 100 minutes}. They left.', 'bullet: OneDone.'],
    ['Ida: join with the previous paragraph'],
  ])
})

test('formats and kinds of paragraphs are proposed, and a second time taken back', () => {
  const d = oneSuggester()
  select(d, 'They')
  press(d, 'Mod-b')
  run(d, toggleQuote)
  expect([stands(d), would(d)[2], proposals(d)]).toEqual([
    PAGE,
    'quote: It lasted {f1:about 100 minutes}. They left.',
    ['Ida: change to a block quote', 'Ida: bold: “They”'],
  ])
  expect(accepted(d)[2]?.spans.filter(({ mark }) => mark === 'bold')).toEqual([{ from: 29, to: 33, mark: 'bold' }])
  press(d, 'Mod-b')
  run(d, toggleQuote)
  expect(proposals(d)).toEqual([])
  caretBefore(d, 'One')
  run(d, makeParagraph)
  expect([would(d)[3], proposals(d)]).toEqual(['One', ['Ida: change to a paragraph']])
})

test('a proposed paragraph takes on its own kind, and an empty one of a list leaves the list', () => {
  const d = oneSuggester()
  caretBefore(d, 'They left')
  press(d, 'Enter')
  run(d, toggleQuote)
  expect([stands(d), would(d).slice(2, 4)]).toEqual([PAGE, ['It lasted {f1:about 100 minutes}. ', 'quote: They left.']])
  caretAfter(d, 'One')
  press(d, 'Enter')
  press(d, 'Enter')
  type(d, 'After')
  expect(would(d).slice(4)).toEqual(['bullet: One', 'After', 'Done.'])
})

test('what is pasted is proposed with its paragraphs, and find and replace one suggestion for each place', () => {
  const d = oneSuggester()
  caretAfter(d, 'left.')
  paste(d, clipboard({ 'text/html': '<p>New</p><blockquote>Quoted</blockquote><p>End</p>' }))
  expect([stands(d), would(d).slice(2, 5)]).toEqual([
    PAGE,
    ['It lasted {f1:about 100 minutes}. They left.New', 'quote: Quoted', 'End'],
  ])
  const e = oneSuggester('headline: a', 'deck: ', 'minute by minute')
  run(e, find('minute'))
  run(e, replaceAll('hour'))
  const once = ['minute by minute', 'hour by hour', ['Ida: “minute” → “hour”', 'Ida: “minute” → “hour”']]
  expect([stands(e)[2], would(e)[2], proposals(e)]).toEqual(once)
  expect([run(e, replaceAll('hour')), run(e, replaceMatch('hour')), stands(e)[2], would(e)[2], proposals(e)]).toEqual([
    false,
    false,
    ...once,
  ])
  const f = oneSuggester('headline: a', 'deck: ', 'minute by minute')
  run(f, find('minute'))
  for (let step = 0; step < 3; step++) run(f, replaceMatch('hour'))
  expect([stands(f)[2], would(f)[2], proposals(f)]).toEqual(once)
})

test('a move proposes the cut and the words in their new place with their tag; a copy brings no tag yet', () => {
  const d = oneSuggester()
  select(d, 'about 100 minutes')
  const words = cut(d)
  caretBefore(d, 'Done')
  paste(d, words)
  expect([stands(d), would(d)[2], would(d)[4]]).toEqual([PAGE, 'It lasted . They left.', '{f1:about 100 minutes}Done.'])
  const e = oneSuggester()
  select(e, 'about 100 minutes')
  const more = copy(e)
  caretBefore(e, 'Done')
  paste(e, more)
  expect([would(e)[4], [...readTags(e.doc).keys()]]).toEqual(['about 100 minutesDone.', ['f1']])
})

test('tagging while suggesting tags what stands, and words that are only proposed cannot be tagged', () => {
  const d = oneSuggester()
  select(d, 'They left')
  expect(run(d, tagSelection('event'))).toBe(true)
  expect([stands(d)[2], proposals(d)]).toEqual([
    `It lasted {f1:about 100 minutes}. {${[...readTags(d.doc).keys()][1] ?? ''}:They left}.`,
    [],
  ])
  caretAfter(d, 'One')
  type(d, ' new')
  select(d, 'new')
  expect(run(d, tagSelection('event'))).toBe(false)
})

test('undo takes a suggestion back with its record, redo brings both', () => {
  const d = oneSuggester()
  select(d, '100')
  pause(d)
  type(d, '9')
  press(d, 'Mod-z')
  expect([stands(d), proposals(d), readSuggestionRecords(d.doc).size]).toEqual([PAGE, [], 0])
  press(d, 'Mod-Shift-z')
  expect([stands(d), proposals(d)]).toEqual([PAGE, ['Ida: “100” → “9”']])
})

test('in Editing mode, text typed inside a suggestion is plain, and Enter proposes nothing', () => {
  const d = oneSuggester()
  select(d, 'about 100 minutes')
  type(d, 'ages and')
  run(d, toggleQuote)
  run(d, setWritingMode('editing'))
  caretAfter(d, 'ages')
  type(d, 'X')
  caretAfter(d, 'about')
  type(d, 'Y')
  caretBefore(d, 'They')
  press(d, 'Enter')
  expect([stands(d).slice(2, 4), would(d).slice(2, 4)]).toEqual([
    ['It lasted {f1:aboutY 100 minutesX}. ', 'They left.'],
    ['quote: It lasted {f1:YagesX and}. ', 'They left.'],
  ])
})

test('copies standing text only; proposed text does not leave the window', () => {
  const d = oneSuggester()
  select(d, '100')
  type(d, '95')
  selectRange(d, 1, d.editor.state.doc.content.size - 1)
  expect(copy(d).getData('text/plain')).toBe(
    'Talks\n\nIn Busan\n\nIt lasted about 100 minutes. They left.\n\n• One\n\nDone.',
  )
})

test('two people’s suggestions exist side by side, and nobody takes over another’s text', () => {
  const state = storyState(PAGE)
  const a = suggestingDesk(state, 100, 'Ida')
  const b = suggestingDesk(state, 200, 'Max')
  select(a, '100')
  type(a, '95')
  exchange(a, b)
  // Max deletes Ida's pending words: they are hers, so that is a suggestion too.
  select(b, '95')
  press(b, 'Backspace')
  caretAfter(b, 'They')
  type(b, ' all')
  exchange(a, b)
  expect([shown(a), shown(b), proposals(a)]).toEqual([
    PAGE,
    PAGE,
    ['Ida: “100” → “95”', 'Max: cut “95”', 'Max: add “all”'],
  ])
  acceptAll(a)
  exchange(a, b)
  expect([readCopy(a.doc)[2]?.text, shown(a)]).toEqual(['It lasted about  minutes. They all left.', shown(b)])
})

test('the next suggestion is found, and those at the caret', () => {
  const d = oneSuggester()
  select(d, '100')
  type(d, '95')
  caretAfter(d, 'Done')
  type(d, ' now')
  selectRange(d, 1)
  run(d, stepSuggestion(1))
  const first = suggestionsHere(d.editor.state)
  run(d, stepSuggestion(1))
  const second = suggestionsHere(d.editor.state)
  run(d, stepSuggestion(1))
  expect([first.length, second.length, first[0] === second[0], suggestionsHere(d.editor.state)]).toEqual([
    1,
    1,
    false,
    first,
  ])
})

test('Enter twice proposes two paragraphs', () => {
  const d = oneSuggester()
  caretBefore(d, 'They left')
  press(d, 'Enter')
  press(d, 'Enter')
  expect([stands(d), would(d).slice(2, 5)]).toEqual([PAGE, ['It lasted {f1:about 100 minutes}. ', '', 'They left.']])
})

test('a letter that equals the next one is proposed at its own place, and the next one stays its author’s', () => {
  const d = oneSuggester('headline: Talks', 'deck: In Busan', 'Somebody else wrote.')
  const text = (d.doc.getXmlFragment(COPY_FRAGMENT).toArray().at(-1) as Y.XmlElement).firstChild as Y.XmlText
  const at = text.toString().indexOf('else')
  const letter = Y.createRelativePositionFromTypeIndex(text, at)
  caretBefore(d, 'else')
  for (const typed of ['N', 'e', 'w', ' ']) type(d, typed)
  expect([would(d)[2], proposals(d)]).toEqual(['Somebody New else wrote.', ['Ida: add “New”']])
  expect(Y.createAbsolutePositionFromRelativePosition(letter, d.doc)?.index).toBe(at + 'New '.length)
})
