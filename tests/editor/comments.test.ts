import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addComment } from '../../src/document/comments'
import { newDoc } from '../../src/document/createStoryDoc'
import { readCopy } from '../../src/document/reading/readStory'
import { decideSuggestions } from '../../src/document/suggestions/decideSuggestions'
import { setOpenComments } from '../../src/editor/comments/commentView'
import { ASKED_FOR } from '../../src/editor/copy/origin'
import { mentionsIn } from '../../src/story/copy/comment'
import { find as search, replaceAll } from '../../src/editor/find/findCommands'
import { setLink } from '../../src/editor/keys/markCommands'
import { correctWord } from '../../src/editor/spelling/correctWord'
import {
  caretAfter,
  copy,
  cut,
  exchange,
  find,
  INSTANT,
  oneDesk,
  paste,
  pause,
  press,
  resetIds,
  run,
  select,
  shown,
  storyState,
  twoDesks,
  type,
  type Desk,
} from './desk'
import { suggestingDesk } from './suggestingDesk'

beforeEach(resetIds)

const SHEET = ['headline: Talks', 'deck: In short', 'They met for about 100 minutes.', 'Then they left.'] as const
const thread = {
  id: 'c1',
  by: 'Ida',
  at: INSTANT,
  text: 'Says who?',
  words: '100 minutes',
  mustFix: false,
  assignee: '',
  replies: [],
}
const comment = ({ doc }: Desk): void => addComment(doc, thread, [{ block: 2, from: 19, to: 30 }])
/** The words that carry the comment, block by block. */
const commented = ({ doc }: Desk): string[] =>
  readCopy(doc).flatMap(({ text, spans }) =>
    spans.flatMap((span) => (span.mark === 'comment' ? [text.slice(span.from, span.to)] : [])),
  )

it('stays on its words through typing, splitting, joining and undo', () => {
  const d = oneDesk(...SHEET)
  comment(d)
  caretAfter(d, '100')
  type(d, ' long')
  expect(commented(d)).toEqual(['100 long minutes'])
  press(d, 'Enter')
  expect(commented(d)).toEqual(['100 long', ' minutes'])
  press(d, 'Backspace')
  expect(commented(d)).toEqual(['100 long minutes'])
  pause(d)
  select(d, '100 long minutes')
  press(d, 'Delete')
  expect(commented(d)).toEqual([])
  press(d, 'Mod-z')
  expect(commented(d)).toEqual(['100 long minutes'])
})

it('moves with its words; a copy has none', () => {
  const d = oneDesk(...SHEET)
  comment(d)
  select(d, 'about 100 minutes')
  const clip = cut(d)
  caretAfter(d, 'left.')
  paste(d, clip)
  expect(commented(d)).toEqual(['100 minutes'])
  select(d, '100 minutes')
  const again = copy(d)
  expect(again.getData('text/html')).toBe('100 minutes')
  caretAfter(d, 'They met')
  paste(d, again)
  expect(commented(d)).toEqual(['100 minutes'])
})

it('made at one desk while the other types in its words covers the text of both', () => {
  const [a, b] = twoDesks(...SHEET)
  comment(a)
  caretAfter(b, '100')
  type(b, ' full')
  exchange(a, b)
  expect([commented(a), commented(b)]).toEqual([['100 full minutes'], ['100 full minutes']])
  expect(Y.encodeStateVector(a.doc)).toEqual(Y.encodeStateVector(b.doc))
})

it('is shown while it is open, without changing the document', () => {
  const d = oneDesk(...SHEET)
  comment(d)
  const { length } = d.updates
  setOpenComments(d.editor.view, new Set(['c1']))
  const look = (): (string | undefined)[] =>
    [...d.editor.view.dom.querySelectorAll<HTMLElement>('[data-comment-id]')].map(({ dataset }) => dataset['comment'])
  expect(look()).toEqual(['open'])
  setOpenComments(d.editor.view, new Set())
  expect([look(), d.updates.length]).toEqual([['closed'], length])
})

it.each([
  ['@Kim Ji-woo is this right?', ['Kim Ji-woo']],
  ['ask @kim and @Lee.', ['Kim', 'Lee']],
  ['kim@example.org', []],
  ['@Kimberly', []],
  ['', []],
])('“%s” speaks to %j', (text, names) => {
  expect(mentionsIn(text, [{ name: 'Kim' }, { name: 'Kim Ji-woo' }, { name: 'Lee' }])).toEqual(names)
})

it('a correction and a replacement keep the comment and the link of the words', () => {
  const d = oneDesk('headline: Talks', 'deck: In short', 'They met for about 100 minutes, see the repport.')
  comment(d)
  select(d, 'repport')
  run(d, setLink('https://example.org/r'))
  const linked = () => [...d.editor.view.dom.querySelectorAll('a')].map(({ textContent }) => textContent)
  run(d, correctWord(find(d.editor.state.doc, 'repport'), 'repport', 'report'))
  run(d, search('100 minutes'))
  run(d, replaceAll('two hours'))
  expect([shown(d)[2], commented(d), linked()]).toEqual([
    'They met for about two hours, see the report.',
    ['two hours'],
    ['report'],
  ])
})

it('a suggestion that is accepted keeps the comment on the replacing words, and undo takes it back', () => {
  const d = suggestingDesk(storyState(SHEET), 100)
  comment(d)
  select(d, 'met for about 100 minutes')
  type(d, 'talked for two hours')
  expect(commented(d)).toEqual(['100 minutes'])
  const owner = newDoc(300)
  Y.applyUpdate(owner, Y.encodeStateAsUpdate(d.doc))
  decideSuggestions(owner, () => 'accept')
  pause(d)
  Y.applyUpdate(d.doc, Y.encodeStateAsUpdate(owner, Y.encodeStateVector(d.doc)), ASKED_FOR)
  expect([shown(d)[2], commented(d)]).toEqual(['They talked for two hours.', ['talked for two hours']])
  press(d, 'Mod-z')
  expect([shown(d)[2], commented(d)]).toEqual(['They met for about 100 minutes.', ['100 minutes']])
  press(d, 'Mod-Shift-z')
  expect(commented(d)).toEqual(['talked for two hours'])
})

it('a suggestion that replaces what another person suggests keeps the comment, and undo takes it back', () => {
  const [ida, bo] = [suggestingDesk(storyState(SHEET), 100), suggestingDesk(storyState(SHEET), 200, 'Bo')]
  comment(ida)
  select(ida, '100 minutes')
  type(ida, 'two hours')
  exchange(ida, bo)
  select(bo, 'two hours')
  type(bo, 'three hours')
  pause(bo)
  const owner = newDoc(300)
  Y.applyUpdate(owner, Y.encodeStateAsUpdate(bo.doc))
  decideSuggestions(owner, () => 'accept')
  Y.applyUpdate(bo.doc, Y.encodeStateAsUpdate(owner, Y.encodeStateVector(bo.doc)), ASKED_FOR)
  expect([shown(bo)[2], commented(bo)]).toEqual(['They met for about three hours.', ['three hours']])
  press(bo, 'Mod-z')
  expect([shown(bo)[2], commented(bo)]).toEqual(['They met for about 100 minutes.', ['100 minutes']])
})

it('an undo of what main did for this window leaves the caret where the person is', () => {
  const d = suggestingDesk(storyState(SHEET), 100)
  select(d, 'met for about 100 minutes')
  type(d, 'talked for two hours')
  const owner = newDoc(300)
  Y.applyUpdate(owner, Y.encodeStateAsUpdate(d.doc))
  decideSuggestions(owner, () => 'accept')
  pause(d)
  Y.applyUpdate(d.doc, Y.encodeStateAsUpdate(owner, Y.encodeStateVector(d.doc)), ASKED_FOR)
  select(d, 'They')
  const { from, to } = d.editor.state.selection
  press(d, 'Mod-z')
  expect([shown(d)[2], d.editor.state.selection.from, d.editor.state.selection.to]).toEqual([
    'They met for about 100 minutes.',
    from,
    to,
  ])
})
