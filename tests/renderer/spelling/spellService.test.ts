import { expect, test } from 'vitest'
import type { SpellAnswer, SpellRequest } from '../../../src/renderer/spelling/spellMessages'
import { SpellService, type SpellPort } from '../../../src/renderer/spelling/spellService'

type OnMessage = (event: { readonly data: SpellAnswer }) => void
type OnError = (event: { readonly message?: string }) => void

/** A worker that answers with `answer`, and can break. */
class Port {
  readonly asked: SpellRequest[] = []
  #message: OnMessage | undefined
  #error: OnError | undefined
  constructor(readonly answer: (request: SpellRequest) => SpellAnswer | undefined) {}

  postMessage(request: SpellRequest): void {
    this.asked.push(request)
    const given = this.answer(request)
    if (given) queueMicrotask(() => this.#message?.({ data: given }))
  }
  addEventListener(name: 'message' | 'error', listener: (event: never) => void): void {
    if (name === 'message') this.#message = listener as OnMessage
    else this.#error = listener as OnError
  }
  fail(message: string): void {
    this.#error?.({ message })
  }
}

function service(answer: Port['answer']) {
  const port = new Port(answer)
  const troubles: string[] = []
  let started = 0
  const made = new SpellService(
    () => {
      started++
      return port as SpellPort
    },
    (why) => void troubles.push(why),
  )
  return { port, troubles, started: () => started, service: made }
}

const wrongOnes =
  (...wrong: readonly string[]): Port['answer'] =>
  (request) =>
    request.ask === 'wrong'
      ? { id: request.id, words: request.words.filter((word) => wrong.includes(word)) }
      : { id: request.id, words: ['talks', 'tasks'] }

test('it starts no worker before a word is asked about, and asks about each word once in a message', async () => {
  const { service: spelling, port, started } = service(wrongOnes('tolks'))
  expect([started(), spelling.isRight('en', 'tolks')]).toEqual([0, undefined])
  await spelling.ask(['tolks', 'talks', 'tolks'].map((word) => ({ language: 'en', word })))
  expect(port.asked).toEqual([{ ask: 'wrong', language: 'en', words: ['tolks', 'talks'], id: 1 }])
  expect([spelling.isRight('en', 'tolks'), spelling.isRight('en', 'talks'), spelling.isRight('fr', 'talks')]).toEqual([
    false,
    true,
    undefined,
  ])
})

test('many words go in portions, each language for itself', async () => {
  const { service: spelling, port } = service(wrongOnes())
  const words = Array.from({ length: 1100 }, (_, index) => ({ language: 'en' as const, word: `w${index}` }))
  await spelling.ask([...words, { language: 'ko', word: '말' }])
  expect(port.asked.map((asked) => [asked.language, asked.ask === 'wrong' ? asked.words.length : 0])).toEqual([
    ['en', 500],
    ['en', 500],
    ['en', 100],
    ['ko', 1],
  ])
})

test('corrections come from the worker', async () => {
  const { service: spelling } = service(wrongOnes())
  expect(await spelling.corrections('en', 'tolks')).toEqual(['talks', 'tasks'])
})

test('a dictionary that cannot be read marks nothing, and is told once', async () => {
  const { service: spelling, troubles } = service(({ id }) => ({ id, why: 'ko/index.dic: 404' }))
  await spelling.ask([{ language: 'ko', word: '말' }])
  await spelling.ask([{ language: 'ko', word: '글' }])
  expect([spelling.isRight('ko', '말'), await spelling.corrections('ko', '말'), troubles]).toEqual([
    true,
    [],
    ['ko/index.dic: 404'],
  ])
})

test('a worker that breaks leaves nobody waiting, and marks nothing more', async () => {
  const { service: spelling, port, troubles } = service(() => undefined)
  const asked = spelling.ask([{ language: 'en', word: 'tolks' }])
  port.fail('CompileError: WebAssembly is not allowed')
  await asked
  await spelling.ask([{ language: 'en', word: 'adn' }])
  expect([spelling.isRight('en', 'tolks'), spelling.isRight('en', 'adn'), port.asked.length, troubles]).toEqual([
    true,
    true,
    1,
    ['CompileError: WebAssembly is not allowed'],
  ])
})
