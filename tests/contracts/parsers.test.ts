import { describe, expect, test } from 'vitest'
import { parseAction, parseCall, parseOwnerMessage } from '../../src/ipc/parsers'
import { ACTION_NAMES } from '../../src/newsroom/actions'
import { NewsroomError, type ActionName } from '../../src/story/requests'

const usage = (parse: () => unknown): string => {
  try {
    parse()
  } catch (trouble) {
    if (trouble instanceof NewsroomError && trouble.reason === 'usage') return trouble.message
    throw trouble
  }
  throw new Error('It was let through.')
}

describe('what windows and other processes send', () => {
  test('every action has a parser, and every parser refuses a key it does not know', () => {
    for (const action of ACTION_NAMES) expect(usage(() => parseAction(action, { story: 'a', by: 'Editor', surprise: true }))).toContain(action)
  })

  test.each<readonly [unknown, string]>([
    [undefined, 'The call'], [null, 'The call'], [[], 'The call'], [{}, '“name”'],
    [{ name: 'act' }, 'The call act'], [{ name: 'eval', request: {} }, '“name”'], [{ name: '__proto__', request: {} }, '“name”'],
    [{ name: 'startup', request: {}, more: 1 }, 'The call'], [{ name: 'startup', request: { a: 1 } }, 'startup'],
    [{ name: 'act', request: { action: 'constructor', request: {} } }, '“action”'],
    [{ name: 'act', request: { action: 'fact.sign', request: { story: 's', fact: 'f', status: 'reCheck' } } }, '“status”'],
    [{ name: 'act', request: { action: 'fact.sign', request: { story: 's', fact: 'f', status: 'verified', by: 'Editor' } } }, 'fact.sign'],
    [{ name: 'act', request: { action: 'story.move', request: { story: 's', to: 'done' } } }, '“to”'],
    [{ name: 'act', request: { action: 'fact.retag', request: { story: 's', fact: 'f', block: -1, from: 0, to: 1.5 } } }, '“block”'],
    [{ name: 'act', request: { action: 'story.import', request: { name: 'a', bytes: 'text' } } }, '“bytes”'],
    [{ name: 'pushUpdate', request: { story: 's', update: [1, 2, 3] } }, '“update”'],
    [{ name: 'pushUpdate', request: { story: 's', update: new Uint8Array(33 * 1024 * 1024) } }, '“update”'],
    [{ name: 'pushUpdate', request: { story: '', update: new Uint8Array() } }, '“story”'],
    [{ name: 'openLink', request: { href: 'x'.repeat(10_000) } }, '“href”'],
    [{ name: 'setZoom', request: { zoom: Number.NaN } }, '“zoom”'],
    [{ name: 'rememberPosition', request: { story: 's', anchor: 1, head: 1, scroll: Infinity } }, '“scroll”']
  ])('%j is refused', (message, where) => {
    expect(usage(() => parseCall(message))).toContain(where)
  })

  test('well-formed messages come through as they are', () => {
    const update = new Uint8Array([1, 2, 3])
    expect(parseCall({ name: 'pushUpdate', request: { story: 's', update } })).toEqual({ name: 'pushUpdate', request: { story: 's', update } })
    expect(parseCall({ name: 'act', request: { action: 'story.list', request: { stage: 'draft' } } })).toEqual({ name: 'act', request: { action: 'story.list', request: { stage: 'draft' } } })
    expect(parseOwnerMessage({ action: 'story.list', request: {}, by: '' })).toEqual({ action: 'story.list', request: {}, by: '' })
    expect(usage(() => parseOwnerMessage({ action: 'story.list', request: {} }))).toContain('“by”')
    expect(usage(() => parseOwnerMessage({ action: 'nothing' as ActionName, request: {}, by: 'x' }))).toContain('“action”')
  })
})
