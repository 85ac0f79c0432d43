/** Finds words in bytes that can no longer be decoded. */

/** Names that the document format writes between the words. */
const NAMES = [
  ...['block', 'hardBreak', 'role', 'level', 'list', 'paragraph', 'headline', 'deck', 'subhead', 'quote', 'listItem'],
  ...['bullet', 'ordered', 'copy', 'facts', 'fields', 'writers', 'comments', 'tray', 'bold', 'italic', 'link', 'href'],
  ...['fact', 'comment', '(?:fact|comment)--.*', 'type', 'by', 'at', 'id'],
]
const FORMAT = new RegExp(`^(?:${NAMES.join('|')})$`)

const SHORTEST = 3
const LONGEST = 20_000

/**
 * Runs of printable characters (UTF-8), in order, one a line. Short runs are left out: they are mostly chance. The
 * result is a guess: bytes that failed their checksum may read as other words than were written.
 */
export function readableText(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes)
  const runs = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Sc}\p{Zs}]+/gu) ?? []
  return runs
    .map((run) => run.trim())
    .filter((run) => [...run].length >= SHORTEST && /\p{L}{2}/u.test(run) && !FORMAT.test(run))
    .join('\n')
    .slice(0, LONGEST)
}
