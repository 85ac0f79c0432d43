/** Pastes and drops that come before the script is loaded that reads them. */
import { expect, it } from 'vitest'
import * as outside from '../../src/editor/clipboard/outside/parseOutside'
import {
  caretAfter,
  close,
  clipboard,
  copy,
  desk,
  drop,
  find,
  paste,
  press,
  select,
  shown,
  storyState,
  type,
  type Desk,
} from './desk'

interface Starting extends Desk {
  /** Loads the script, and resolves when what waited for it is done. */
  readonly loaded: () => Promise<void>
  readonly loads: () => number
}

const starting = (...blocks: readonly string[]): Starting => {
  let isReady = false
  let loads = 0
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  const d = desk(storyState(blocks), 100, {
    outside: {
      ready: () => (isReady ? outside : undefined),
      load: async () => {
        loads++
        await promise
        isReady = true
        return outside
      },
    },
  })
  const loaded = async (): Promise<void> => {
    resolve()
    await new Promise((done) => setTimeout(done))
  }
  return { ...d, loaded, loads: () => loads }
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

it('come in their order, with one load', async () => {
  const d = starting('Rain fell')
  caretAfter(d, 'fell')
  paste(d, words(' on Monday'))
  paste(d, words(' and on Tuesday'))
  await d.loaded()
  type(d, '.')
  expect([d.loads(), body(d)]).toEqual([1, ['Rain fell on Monday and on Tuesday.']])
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

it('change nothing in a story that was closed meanwhile', async () => {
  const d = starting('Rain fell.')
  paste(d, words('Snow'))
  close(d)
  await d.loaded()
  expect(d.updates).toEqual([])
})
