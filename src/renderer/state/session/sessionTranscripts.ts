import type { Bridge, Outcome } from '../../../ipc/contract'
import { isQuote } from '../../../checks/quote/quoteOfFact'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Transcript } from '../../../story/assessment/transcript'
import { defined } from '../../../story/text/defined'

/** The transcripts behind the quotes of the open story, read once each by main. */
export class SessionTranscripts {
  /** By SHA-256; another map whenever one was read, so that what was compared with it is compared anew. */
  known: ReadonlyMap<string, Transcript> = new Map()
  readonly #asked = new Set<string>()
  readonly #bridge: Pick<Bridge, 'call'>
  readonly #changed: () => void

  /** `changed` is called whenever one more was read. */
  constructor(bridge: Pick<Bridge, 'call'>, changed: () => void) {
    this.#bridge = bridge
    this.#changed = changed
  }

  /** Asks for the files behind these quotes that nobody asked for yet. */
  want(assessments: readonly Assessment[]): void {
    for (const fact of assessments) {
      if (fact.evidence.length === 0 || !isQuote(fact)) continue
      for (const { file, fileName } of fact.evidence)
        if (file !== undefined && !this.#asked.has(file)) void this.#read(file, fileName)
    }
  }

  async #read(file: string, name: string | undefined): Promise<void> {
    this.#asked.add(file)
    const outcome = (await this.#bridge.call('act', {
      action: 'transcript.read',
      request: { sha256: file, ...defined({ name }) },
    })) as Outcome<{ readonly transcript?: Transcript }>
    if (!outcome.ok || !outcome.value.transcript) return
    this.known = new Map([...this.known, [file, outcome.value.transcript]])
    this.#changed()
  }
}
