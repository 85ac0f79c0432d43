/**
 * IPTC Media Topics: what a story is about, chosen by name and sent as a code. The list is IPTC’s
 * (resources/media-topics.json, CC BY 4.0); the Korean names of its two upper levels are ours.
 */
import { defined } from '../text/defined'

export interface MediaTopic {
  /** “medtop:20000523” */
  readonly code: string
  readonly name: string
  /** Absent below the second level. */
  readonly korean?: string
  /** Absent: the same as the British one. */
  readonly american?: string
  /** Codes from the top topic to the one above it. */
  readonly above: readonly string[]
}

/**
 * Code, code of the topic above ('' for a top topic), British name, Korean name ('' for none), American name where it
 * differs. Codes without “medtop:”.
 */
export type TopicRow = readonly string[]

const codeOf = (digits: string): string => `medtop:${digits}`

export class MediaTopics {
  readonly #byCode = new Map<string, MediaTopic>()
  readonly #byName = new Map<string, MediaTopic>()

  /** Rows in the order of the list: a topic follows the one above it. */
  constructor(rows: readonly TopicRow[]) {
    for (const [digits = '', parent = '', name = '', korean = '', american] of rows) {
      const above = parent === '' ? [] : [...(this.#byCode.get(codeOf(parent))?.above ?? []), codeOf(parent)]
      const topic = {
        ...{ code: codeOf(digits), name, above },
        ...defined({ korean: korean === '' ? undefined : korean, american }),
      }
      this.#byCode.set(topic.code, topic)
      for (const one of namesOf(topic)) this.#byName.set(fold(one), topic)
    }
  }

  /** A topic follows the one above it. */
  get all(): readonly MediaTopic[] {
    return [...this.#byCode.values()]
  }

  get(code: string): MediaTopic | undefined {
    return this.#byCode.get(code)
  }

  /** The topic of this name, in English or Korean, in upper or lower case. */
  named(name: string): MediaTopic | undefined {
    return this.#byName.get(fold(name.trim()))
  }

  /** “labour market”. The code itself when the list does not have it. */
  nameOf(code: string, language: string): string {
    const topic = this.get(code)
    if (!topic) return code
    return (language === 'ko' ? topic.korean : undefined) ?? topic.name
  }

  /** “labour › labour market” */
  pathOf({ above, code }: MediaTopic, language: string): string {
    return [...above, code].map((one) => this.nameOf(one, language)).join(' › ')
  }

  /**
   * The topics whose English or Korean name has these words, the best match first: a name that begins so, a word that
   * begins so, then any part; higher topics before lower ones. All top topics for no words.
   */
  find(words: string, most = 50): readonly MediaTopic[] {
    const sought = fold(words.trim())
    const { all } = this
    if (sought === '') return all.filter(({ above }) => above.length === 0)
    const digits = /^(?:medtop:)?(\d{2,8})$/u.exec(sought)?.[1]
    if (digits !== undefined) return all.filter(({ code }) => code.includes(digits)).slice(0, most)
    return all
      .map((topic) => ({ topic, rank: rankOf(topic, sought) }))
      .filter(({ rank }) => rank < NO_MATCH)
      .sort((a, b) => a.rank - b.rank || a.topic.above.length - b.topic.above.length)
      .slice(0, most)
      .map(({ topic }) => topic)
  }
}

const namesOf = ({ name, korean, american }: MediaTopic): readonly string[] =>
  [name, korean, american].filter((one) => one !== undefined)

const fold = (text: string): string => text.normalize('NFC').toLowerCase()

const NO_MATCH = 4

function rankOf(topic: MediaTopic, sought: string): number {
  const ranks = namesOf(topic).map((one) => {
    const text = fold(one)
    if (text === sought) return 0
    if (text.startsWith(sought)) return 1
    const at = text.indexOf(sought)
    if (at < 0) return NO_MATCH
    return /[\s·,(-]/u.test(text.charAt(at - 1)) ? 2 : 3
  })
  return Math.min(...ranks)
}

let loaded: Promise<MediaTopics> | undefined

/** Reads the list at the first use. */
export const mediaTopics = (): Promise<MediaTopics> =>
  (loaded ??= import('../../../resources/media-topics.json').then(({ default: { topics } }) => new MediaTopics(topics)))
