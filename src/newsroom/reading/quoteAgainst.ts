import { newsroomText } from '../../catalogue/rooms/newsroom'
import { checkQuote, MATCHING_RESULTS, type QuoteCheck, type QuoteResult } from '../../checks/quote/checkQuote'
import { bareQuote } from '../../checks/quote/readQuote'
import { ImportError } from '../../exchange/import/parts/importError'
import { readTranscript } from '../../exchange/import/transcript/readTranscript'
import { changedWords, type WordChange } from '../../review/changedWords'
import { NewsroomError } from '../../story/requests/requests'
import type { Transcript } from '../../story/assessment/copy/transcript'

export interface QuoteAnswer {
  readonly result: QuoteResult
  readonly detail: Omit<QuoteCheck, 'result'> & {
    /** Why nobody may print it yet, a sentence each. Empty: the words match, and a person has nothing to accept. */
    readonly open: readonly string[]
    /** The changes from the words said to the words quoted, when they differ. */
    readonly changes?: readonly WordChange[]
  }
}

/** Whether the words were said. */
export const isMatch = ({ result }: QuoteAnswer): boolean => MATCHING_RESULTS.has(result)

export interface QuoteInFile {
  readonly quote: string
  readonly speaker?: string | undefined
  /** The transcript's file name and bytes. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Compares a quote with a transcript file. Needs no library. Rejects with NewsroomError `failed` when the file cannot
 * be read.
 */
export async function quoteAgainst({ quote, speaker, name, bytes }: QuoteInFile): Promise<QuoteAnswer> {
  const check = checkQuote({ quote, speaker, transcript: await transcriptFrom(name, bytes) })
  const { result, place: _place, ...rest } = check
  const detail = { ...rest, open: whatIsOpen(check) }
  return {
    result,
    detail:
      result === 'differs' && detail.said !== undefined
        ? { ...detail, changes: changedWords(detail.said, bareQuote(quote)) }
        : detail,
  }
}

/** All that blocks a story with this quote, and what nobody could check. */
function whatIsOpen({
  result,
  message,
  cuts,
  insertions,
  speakerUnchecked,
  speakerOpen,
}: QuoteCheck): readonly string[] {
  if (!MATCHING_RESULTS.has(result) && result !== 'ambiguous') return [message]
  const near = [...new Set(cuts.map(({ word }) => `“${word}”`))].join(', ')
  const inserted = insertions.map((one) => `[${one.trim()}]`).join(', ')
  return [
    ...(result === 'ambiguous' ? [message] : []),
    ...(near === '' ? [] : [newsroomText('quoteAgainst.cutNear', { near })]),
    ...(inserted === '' ? [] : [newsroomText('quoteAgainst.inserted', { words: inserted })]),
    ...(speakerOpen === undefined || speakerUnchecked ? [] : [newsroomText('quoteAgainst.speakerOpen')]),
    ...(speakerUnchecked ? [newsroomText('quoteAgainst.speakerUnchecked')] : []),
  ]
}

async function transcriptFrom(name: string, bytes: Uint8Array): Promise<Transcript> {
  try {
    return await readTranscript(name, bytes)
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    throw new NewsroomError(
      'failed',
      newsroomText('quoteAgainst.notRead', { name, what: error.what, next: error.next }),
    )
  }
}
