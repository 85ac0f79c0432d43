import { describe, expect, test } from 'vitest'
import { parseAction, parseCall, parseOwnerMessage } from '../../src/ipc/parsers'
import { handlers } from '../../src/newsroom/actions'
import { NewsroomError, type ActionName } from '../../src/story/requests/requests'

const usage = (parse: () => unknown): string => {
  try {
    parse()
  } catch (error) {
    if (error instanceof NewsroomError && error.reason === 'usage') return error.message
    throw error
  }
  throw new Error('It was let through.')
}

describe('what windows and other processes send', () => {
  test('every action has a parser, and every parser refuses unknown keys', () => {
    for (const action of Object.keys(handlers) as ActionName[])
      expect(usage(() => parseAction(action, { story: 'a', by: 'Editor', surprise: true }))).toContain(action)
  })

  test.each<{ readonly message: unknown; readonly where: string }>([
    { message: undefined, where: 'The call' },
    { message: null, where: 'The call' },
    { message: [], where: 'The call' },
    { message: {}, where: '“name”' },
    { message: { name: 'act' }, where: 'The call' },
    { message: { name: 'eval', request: {} }, where: '“name”' },
    { message: { name: '__proto__', request: {} }, where: '“name”' },
    { message: { name: 'startup', request: {}, more: 1 }, where: 'The call' },
    { message: { name: 'startup', request: { a: 1 } }, where: 'startup' },
    { message: { name: 'act', request: { action: 'constructor', request: {} } }, where: '“action”' },
    {
      message: { name: 'act', request: { action: 'fact.sign', request: { story: 's', fact: 'f', status: 'reCheck' } } },
      where: '“status”',
    },
    {
      message: {
        name: 'act',
        request: { action: 'fact.sign', request: { story: 's', fact: 'f', status: 'verified', by: 'Editor' } },
      },
      where: 'fact.sign',
    },
    { message: { name: 'act', request: { action: 'story.move', request: { story: 's', to: 'done' } } }, where: '“to”' },
    {
      message: {
        name: 'act',
        request: { action: 'fact.retag', request: { story: 's', fact: 'f', block: -1, from: 0, to: 1.5 } },
      },
      where: '“block”',
    },
    {
      message: { name: 'act', request: { action: 'story.import', request: { name: 'a', bytes: 'text' } } },
      where: '“bytes”',
    },
    { message: { name: 'pushUpdate', request: { story: 's', update: [1, 2, 3] } }, where: '“update”' },
    {
      message: { name: 'pushUpdate', request: { story: 's', update: new Uint8Array(33 * 1024 * 1024) } },
      where: '“update”',
    },
    { message: { name: 'pushUpdate', request: { story: '', update: new Uint8Array() } }, where: '“story”' },
    { message: { name: 'openLink', request: { href: 'x'.repeat(10_000) } }, where: '“href”' },
    { message: { name: 'setZoom', request: { zoom: Number.NaN } }, where: '“zoom”' },
    {
      message: { name: 'rememberPosition', request: { story: 's', anchor: 1, head: 1, scroll: Infinity } },
      where: '“scroll”',
    },
  ])('message %# is refused for its $where', ({ message, where }) => {
    expect(usage(() => parseCall(message))).toContain(where)
  })

  const signed = { story: 's', fact: 'f', status: 'wrong', seen: 'a'.repeat(64) } as const
  test.each([
    ['fact.sign', signed],
    ['fact.withdraw', { story: 's', fact: 'f', reason: 'Misread.' }],
    ['fact.answer', { story: 's', fact: 'f', text: 'I did.' }],
    ['fact.acceptContext', { story: 's', facts: [{ fact: 'f', seen: signed.seen }] }],
  ] as const)('%s may name the verdicts that its person had before them, by their hashes', (action, request) => {
    const named = (standing: readonly string[]): unknown =>
      'facts' in request
        ? { ...request, facts: request.facts.map((fact) => ({ ...fact, standing })) }
        : { ...request, standing }
    expect(parseAction(action, request)).toEqual(request)
    for (const standing of [[], ['b'.repeat(64)]]) expect(parseAction(action, named(standing))).toEqual(named(standing))
    expect(usage(() => parseAction(action, named(['4'])))).toContain('standing')
  })

  test('a question before a deletion may be about all stories of a big library', () => {
    const request = { stories: Array.from({ length: 50_000 }, (_, n) => `s${n}`), only: 'files' }
    expect(parseAction('story.deletion', request)).toEqual(request)
    expect(usage(() => parseAction('story.deletion', { ...request, only: 'all' }))).toContain('“only”')
  })

  test('well-formed messages are unchanged', () => {
    const update = new Uint8Array([1, 2, 3])
    expect(parseCall({ name: 'pushUpdate', request: { story: 's', update } })).toEqual({
      name: 'pushUpdate',
      request: { story: 's', update },
    })
    expect(parseCall({ name: 'act', request: { action: 'story.list', request: { stage: 'draft' } } })).toEqual({
      name: 'act',
      request: { action: 'story.list', request: { stage: 'draft' } },
    })
    expect(parseOwnerMessage({ action: 'story.list', request: {}, by: '' })).toEqual({
      action: 'story.list',
      request: {},
      by: '',
    })
    expect(usage(() => parseOwnerMessage({ action: 'story.list', request: {} }))).toContain('“by”')
    expect(usage(() => parseOwnerMessage({ action: 'nothing' as ActionName, request: {}, by: 'x' }))).toContain(
      '“action”',
    )
  })
})
