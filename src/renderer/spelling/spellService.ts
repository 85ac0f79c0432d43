/** Asks the spelling worker, and remembers what it said of each word. One for a window. */
import type { AskedDictionary } from '../../editor/spelling/spellSheet'
import type { SpellLanguage } from '../../story/spelling/dictionaries'
import type { Question } from '../../story/spelling/misspellings'
import type { SpellAnswer, SpellRequest } from './spellMessages'

/** The part of a `Worker` that is used. */
export interface SpellPort {
  postMessage(request: SpellRequest): void
  addEventListener(name: 'message', listener: (event: { readonly data: SpellAnswer }) => void): void
  addEventListener(name: 'error', listener: (event: { readonly message?: string }) => void): void
}

/** Words in one message: a first answer comes soon. */
const WORDS_AT_ONCE = 500
/** Words to remember in a language. A long story has some ten thousand. */
const MOST_WORDS = 100_000

/** A request without its id. */
type Asked = SpellRequest extends infer One ? (One extends SpellRequest ? Omit<One, 'id'> : never) : never

export class SpellService implements AskedDictionary {
  readonly #start: () => SpellPort
  readonly #onProblem: (why: string) => void
  #port: SpellPort | undefined
  #broken: string | undefined
  #next = 0
  readonly #waiting = new Map<number, (answer: SpellAnswer) => void>()
  readonly #known = new Map<SpellLanguage, Map<string, boolean>>()

  /** `onProblem` is called once, with the reason, when spelling cannot be checked in this window. */
  constructor(start: () => SpellPort, onProblem: (why: string) => void) {
    this.#start = start
    this.#onProblem = onProblem
  }

  isRight(language: SpellLanguage, word: string): boolean | undefined {
    return this.#known.get(language)?.get(word)
  }

  async ask(questions: readonly Question[]): Promise<void> {
    const byLanguage = new Map<SpellLanguage, Set<string>>()
    for (const { language, word } of questions)
      byLanguage.set(language, (byLanguage.get(language) ?? new Set()).add(word))
    await Promise.all(
      [...byLanguage].flatMap(([language, words]) =>
        inPortions([...words]).map((some) => this.#askWords(language, some)),
      ),
    )
  }

  /** Corrections of a word, best first. None if the dictionary has none, or cannot be used. */
  async corrections(language: SpellLanguage, word: string): Promise<readonly string[]> {
    const given = await this.#send({ ask: 'corrections', language, word })
    return 'words' in given ? given.words : []
  }

  async #askWords(language: SpellLanguage, words: readonly string[]): Promise<void> {
    const given = await this.#send({ ask: 'wrong', language, words })
    let known = this.#known.get(language)
    if (!known || known.size > MOST_WORDS) this.#known.set(language, (known = new Map()))
    const wrong = new Set('words' in given ? given.words : [])
    for (const word of words) known.set(word, !wrong.has(word))
    if ('why' in given) this.#fail(given.why)
  }

  #send(asked: Asked): Promise<SpellAnswer> {
    const id = ++this.#next
    const broken = this.#broken
    if (broken !== undefined) return Promise.resolve({ id, why: broken })
    return new Promise((answered) => {
      this.#waiting.set(id, answered)
      this.#worker().postMessage({ ...asked, id })
    })
  }

  #worker(): SpellPort {
    if (this.#port) return this.#port
    const port = this.#start()
    port.addEventListener('message', ({ data }) => {
      this.#waiting.get(data.id)?.(data)
      this.#waiting.delete(data.id)
    })
    port.addEventListener('error', ({ message = '' }) => {
      this.#broken = message
      for (const [id, answered] of this.#waiting) answered({ id, why: message })
      this.#waiting.clear()
    })
    return (this.#port = port)
  }

  #hasFailed = false
  #fail(why: string): void {
    if (this.#hasFailed) return
    this.#hasFailed = true
    this.#onProblem(why)
  }
}

function inPortions(words: readonly string[]): readonly (readonly string[])[] {
  const portions: (readonly string[])[] = []
  for (let at = 0; at < words.length; at += WORDS_AT_ONCE) portions.push(words.slice(at, at + WORDS_AT_ONCE))
  return portions
}
