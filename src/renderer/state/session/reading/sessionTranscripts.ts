import type { Bridge, Outcome } from '../../../../ipc/contract'
import { isQuote, type Assessment } from '../../../../story/assessment/assessment'
import type { Transcript } from '../../../../story/assessment/copy/transcript'
import { readingKey } from '../../../../story/text/format/readingKey'
import { defined } from '../../../../story/text/defined'

/** The transcripts behind the quotes of the open story. Main reads each one once. */
export class SessionTranscripts {
  /** By `readingKey`. Replaced whenever a transcript arrives, because comparisons depend on its identity. */
  known: ReadonlyMap<string, Transcript> = new Map()
  readonly #asked = new Set<string>()
  readonly #bridge: Pick<Bridge, 'call'>
  readonly #changed: () => void

  /** `changed` is called after each transcript that arrives. */
  constructor(bridge: Pick<Bridge, 'call'>, changed: () => void) {
    this.#bridge = bridge
    this.#changed = changed
  }

  /** Requests the files behind these quotes that were not requested before. */
  want(assessments: readonly Assessment[]): void {
    for (const fact of assessments) {
      if (fact.evidence.length === 0 || !isQuote(fact)) continue
      for (const { file, fileName } of fact.evidence)
        if (file !== undefined && !this.#asked.has(readingKey(file, fileName))) void this.#read(file, fileName)
    }
  }

  async #read(file: string, name: string | undefined): Promise<void> {
    const key = readingKey(file, name)
    this.#asked.add(key)
    const outcome = (await this.#bridge.call('act', {
      action: 'transcript.read',
      request: { sha256: file, ...defined({ name }) },
    })) as Outcome<{ readonly transcript?: Transcript }>
    if (!outcome.ok || !outcome.value.transcript) return
    this.known = new Map([...this.known, [key, outcome.value.transcript]])
    this.#changed()
  }
}
