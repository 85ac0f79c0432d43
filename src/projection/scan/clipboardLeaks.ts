/** The leak scan for text that leaves by the clipboard. */
import type { Copy } from '../../story/copy/copy'
import type { Source } from '../../story/desk/source'
import { scanForLeaks } from './leakScan'
import { protectedTerms } from './protectedTerms'

/** What other programs would get. */
export interface ClipboardText {
  readonly text: string
  /** Absent: plain text only. */
  readonly html?: string
}

export interface ClipboardDesk {
  readonly sources: Iterable<Source>
  readonly internalIds: readonly string[]
  /** The copy that the words come from. Empty for words of a panel. */
  readonly copy: Copy
  /** Keys of occurrences in the copy that another person confirmed. */
  readonly confirmed: ReadonlySet<string>
}

/**
 * Returns what the text tells, as “Source A” or “an internal id”; never the name itself. Empty if it may leave without
 * a question.
 */
export function clipboardLeaks({ text, html }: ClipboardText, desk: ClipboardDesk): readonly string[] {
  const terms = protectedTerms(desk.sources)
  const scan = (content: string, mediaType: string): readonly string[] =>
    scanForLeaks({ text: content, fileName: '', mediaType }, terms, desk.internalIds, desk.copy)
      .filter((hit) => !(hit.confirmable && desk.confirmed.has(hit.key)))
      .map(({ label }) => label)
  return [...new Set([...scan(text, 'text/plain'), ...(html === undefined ? [] : scan(html, 'text/html'))])]
}
