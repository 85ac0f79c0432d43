/** What a note to the desk begins with. A colon follows, or a dash, which wires also write as "--", "_" or "-". */
const LABELS: readonly RegExp[] = [
  /^(?:editor['’]?s?['’]? note|ed\.? note|note to editors|editors?|eds\.?)\s*:[\s:_–—-]*/i,
  /^(?:editor['’]?s?['’]? note|ed\.? note|note to editors|eds\.?)\s*(?:[—–]|--|[_-](?=\s))[\s_–—-]*/i,
  // In small letters the word may begin a sentence: "Editors — three of them — resigned."
  /^EDITORS?\s*(?:[—–]|--|[_-](?=\s))[\s_–—-]*/,
  // Capitals are label enough.
  /^EDITOR['’]?S['’]? NOTE\b[\s.]*/,
]

/** Returns the words of a note to the desk without its label; undefined if the line is copy. */
export function noteIn(line: string): string | undefined {
  const label = LABELS.map((pattern) => pattern.exec(line)?.[0]).find((found) => found !== undefined)
  return label === undefined ? undefined : line.slice(label.length)
}
