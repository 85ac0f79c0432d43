/** Pastes and drops that come before the script is loaded that reads them. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import * as outside from '../../src/editor/clipboard/outside/parseOutside'
import { readMarkedCopy } from '../../src/document/reading/readStory'
import { setWritingMode } from '../../src/editor/suggesting/suggestingMode'
import { acceptedCopy } from '../builders/copy/acceptedCopy'
import {
  caretAfter,
  caretBefore,
  close,
  clipboard,
  copy,
  desk,
  drop,
  exchange,
  find,
  paste,
  press,
  run,
  select,
  shown,
  storyState,
  type,
  type Desk,
} from './desk'

interface Starting extends Desk {
  /** Loads the script, and resolves when what waited for it is done. */
  readonly loaded: () => Promise<void>
  /** The next script that is waited for cannot be loaded. */
  readonly fail: () => Promise<void>
  /** How each waiting paste went. */
  readonly ends: string[]
}

function script() {
  const ends = { come: (): void => undefined, fail: (_error: Error): void => undefined }
  const there = new Promise<void>((come, fail) => Object.assign(ends, { come, fail }))
  return { there, come: () => ends.come(), fail: (error: Error) => ends.fail(error) }
}

const starting = (...blocks: readonly string[]): Starting => {
  let isReady = false
  let loading = script()
  const ends: string[] = []
  const d = desk(storyState(['headline: H', 'deck: D', ...blocks]), 100, {
    outside: {
      ready: () => (isReady ? outside : undefined),
      load: async () => {
        await loading.there
        isReady = true
        return outside
      },
      onWaiting: (inserted) =>
        void inserted.then(
          () => ends.push('inserted'),
          (error: unknown) => ends.push(String(error)),
        ),
    },
  })
  const settled = (): Promise<void> => new Promise((done) => setTimeout(done))
  const loaded = async (): Promise<void> => {
    loading.come()
    await settled()
  }
  const fail = async (): Promise<void> => {
    loading.fail(new Error('No script'))
    loading = script()
    await settled()
  }
  return { ...d, loaded, fail, ends }
}

/** The grafs below headline and deck. */
const body = (d: Desk): readonly string[] => shown(d).slice(2)
const words = (text: string) => clipboard({ 'text/plain': text })

it('go where they were pasted, before what was typed there meanwhile', async () => {
  const d = starting('Rain fell on the north.')
  caretAfter(d, 'on ')
  const event = paste(d, words('Monday in '))
  type(d, 'most of ')
  expect([event.defaultPrevented, body(d)]).toEqual([true, ['Rain fell on most of the north.']])
  await d.loaded()
  type(d, 'all ')
  expect(body(d)).toEqual(['Rain fell on Monday in most of all the north.'])
})

it('take the place of what was selected, whether or not something was typed over it', async () => {
  const d = starting('Rain fell on the north.', 'The dam held.')
  select(d, 'Rain')
  paste(d, words('Snow'))
  select(d, 'dam')
  paste(d, words('old '))
  type(d, 'wall')
  await d.loaded()
  expect(body(d)).toEqual(['Snow fell on the north.', 'The old wall held.'])
})

it('come in their order', async () => {
  const d = starting('Rain fell')
  caretAfter(d, 'fell')
  paste(d, words(' on Monday'))
  paste(d, words(' and on Tuesday'))
  await d.loaded()
  type(d, '.')
  expect(body(d)).toEqual(['Rain fell on Monday and on Tuesday.'])
})

it('follow edits before their place, and a graf that is split there', async () => {
  const d = starting('Rain fell on the north.')
  caretAfter(d, 'on ')
  paste(d, words('all of '))
  press(d, 'Enter')
  caretAfter(d, 'Rain')
  type(d, ' and snow')
  await d.loaded()
  expect(body(d)).toEqual(['Rain and snow fell on all of ', 'the north.'])
})

it('wait for a drop too, and words of this window wait for nothing', async () => {
  const d = starting('Rain fell.', 'The dam held.')
  d.editor.view.posAtCoords = () => ({ pos: find(d.editor.state.doc, 'dam').from, inside: -1 })
  drop(d, find(d.editor.state.doc, 'dam').from, words('old '))
  select(d, 'Rain')
  const copied = copy(d)
  caretAfter(d, 'fell')
  paste(d, copied)
  expect(body(d)).toEqual(['Rain fellRain.', 'The dam held.'])
  await d.loaded()
  expect(body(d)).toEqual(['Rain fellRain.', 'The old dam held.'])
})

it('follow what another window changes before and behind their place', async () => {
  const d = starting('Rain fell on the north.', 'The dam held.', 'It was late.')
  const other = desk(Y.encodeStateAsUpdate(d.doc), 200)
  select(d, 'dam')
  paste(d, words('wall'))
  caretAfter(d, 'held')
  paste(d, words(' for now'))
  caretBefore(other, 'Rain')
  type(other, 'Late ')
  caretAfter(other, 'late')
  type(other, ' at night')
  exchange(d, other)
  caretAfter(other, 'fell')
  press(other, 'Enter')
  exchange(d, other)
  await d.loaded()
  expect(body(d)).toEqual(['Late Rain fell', ' on the north.', 'The wall held for now.', 'It was late at night.'])
})

it('follow an undo', async () => {
  const d = starting('Rain fell on the north.', 'The dam held.')
  caretBefore(d, 'Rain')
  type(d, 'Late ')
  caretAfter(d, 'dam')
  paste(d, words(' wall'))
  press(d, 'Mod-z')
  await d.loaded()
  expect(body(d)).toEqual(['Rain fell on the north.', 'The dam wall held.'])
})

it('become one line of a headline', async () => {
  const d = starting('Rain fell.')
  caretAfter(d, 'H')
  type(d, ': ')
  paste(d, words('one\ntwo'))
  type(d, '!')
  await d.loaded()
  expect(shown(d)).toEqual(['headline: H: one two!', 'deck: D', 'Rain fell.'])
})

it('are suggestions while suggesting, in place of what was selected', async () => {
  const d = starting('The dam held.', 'It was late.')
  run(d, setWritingMode('suggesting'))
  select(d, 'late')
  paste(d, words('early'))
  select(d, 'dam')
  paste(d, words('old '))
  type(d, 'wall')
  await d.loaded()
  expect(
    acceptedCopy(readMarkedCopy(d.doc))
      .map(({ text }) => text)
      .slice(2),
  ).toEqual(['The old wall held.', 'It was early.'])
})

it('stay near where they were when others take their words away', async () => {
  const d = starting('Rain fell.', 'The dam held.', 'It was late.')
  const other = desk(Y.encodeStateAsUpdate(d.doc), 200)
  caretAfter(d, 'dam')
  paste(d, words(' wall'))
  select(other, 'The dam held.')
  press(other, 'Backspace')
  type(other, 'No')
  exchange(d, other)
  await d.loaded()
  expect([body(d)[0], body(d)[2], body(d).join(' ').includes('wall')]).toEqual(['Rain fell.', 'It was late.', true])
})

it('are undone one by one, the last one first', async () => {
  const d = starting('Rain fell')
  caretAfter(d, 'fell')
  paste(d, words(' on Monday'))
  paste(d, words(' and on Tuesday'))
  await d.loaded()
  press(d, 'Mod-z')
  expect(body(d)).toEqual(['Rain fell on Monday'])
})

it('are not inserted when the script cannot be loaded, and the next one loads it again', async () => {
  const d = starting('Rain fell')
  caretAfter(d, 'fell')
  paste(d, words(' on Monday'))
  await d.fail()
  const [failed, first] = [[...d.ends], body(d)]
  paste(d, words(' on Tuesday'))
  await d.loaded()
  expect([failed, first, d.ends, body(d)]).toEqual([
    ['Error: No script'],
    ['Rain fell'],
    ['Error: No script', 'inserted'],
    ['Rain fell on Tuesday'],
  ])
})

it('wait for an input method, too', async () => {
  const d = starting('Rain fell')
  const { view } = d.editor
  caretAfter(d, 'fell')
  paste(d, words(' on Monday'))
  view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  await d.loaded()
  const composing = body(d)
  view.dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  await d.loaded()
  expect([composing, body(d), d.ends]).toEqual([['Rain fell'], ['Rain fell on Monday'], ['inserted']])
})

it('of a drop leave the caret to what is typed after it, and the keyboard where it went since', async () => {
  const d = starting('Rain fell.', 'The dam held.')
  const elsewhere = document.createElement('input')
  document.body.append(d.editor.view.dom, elsewhere)
  caretAfter(d, 'Rain')
  drop(d, find(d.editor.state.doc, 'dam').from, words('old '))
  type(d, 'big ')
  elsewhere.focus()
  await d.loaded()
  type(d, 'new ')
  expect([body(d), document.activeElement]).toEqual([['Rain fell.', 'The old big new dam held.'], elsewhere])
  elsewhere.remove()
  d.editor.view.dom.remove()
})

it('change nothing in a story that was closed meanwhile', async () => {
  const d = starting('Rain fell.')
  paste(d, words('Snow'))
  close(d)
  await d.loaded()
  expect([d.updates, d.ends]).toEqual([[], ['inserted']])
})
