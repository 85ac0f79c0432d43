/** Lines that are for desks and not for readers, recognised by their first words. */

/** Characters. A longer line is copy. */
const LONGEST_EMBARGO = 160
const LONGEST_UPDATE = 600

/** A time of day after “embargo”: “00:01”, “6 p.m.”, “1800 GMT”. */
const TIME = String.raw`\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m\b|\d\d\s?(?:gmt|utc|est|edt|cet|bst|kst)\b)`
const EMBARGO = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:` +
    String.raw`(?:strictly\s|under\s|sous\s)?embargo(?:ed|ado|ada)?\s*(?:$|[:–—-]|until|till|to\s\d|for\srelease|` +
    String.raw`for\spublication|jusqu|bis|hasta|${TIME})|` +
    String.raw`not\sfor\s(?:release|publication)\s(?:before|until)|hold\sfor\srelease|sperrfrist(?:\s|:)|` +
    // In the middle of a sentence the word has a particle: 엠바고를.
    String.raw`(?:엠바고|보도\s?(?:시점|유예))(?:\s*(?:$|[^\p{L}\s])|\s+(?:오전|오후|내일|오늘|모레|자정|정오)|` +
    String.raw`\s?(?:해제|설정|시점|시각|일시)(?:\s?(?:시점|시각|일시))?\s*[:：\d]))`,
  'iu',
)

/** A line that says until when copy is held: “EMBARGOED UNTIL 6 P.M.” */
export const looksLikeEmbargo = (line: string): boolean => line.length <= LONGEST_EMBARGO && EMBARGO.test(line)

/** What a note to the desk begins with. A colon follows, or a dash, which wires also write as "--", "_" or "-". */
const LABELS: readonly RegExp[] = [
  /^(?:editor['’]?s?['’]? note|ed\.? note|note to editors|editors?|eds\.?|편집자 ?메모|편집자 ?주|데스크 ?메모)\s*[:：][\s:_–—-]*/i,
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

/** A line that says what a version of a wire changes: “(ATTN: UPDATES with quotes)”, “(Adds details, background)”. */
const UPDATE =
  /^(?:[([]\s*(?:attn\b|(?:adds|updates|recasts|corrects|refiles|rewrites|removes|deletes|releads|trims|fixes)\b)[^()]*[)\]]\.?|attn\s*:.*)$/i
const isUpdateNote = (line: string): boolean => line.length <= LONGEST_UPDATE && UPDATE.test(line)

/** What a line is for the desk: an embargo, or a note with the words to keep. Undefined: it is copy. */
export type LineForDesk = { readonly kind: 'embargo' } | { readonly kind: 'note'; readonly note: string }
export function lineForDesk(line: string): LineForDesk | undefined {
  if (looksLikeEmbargo(line)) return { kind: 'embargo' }
  const note = noteIn(line)
  if (note !== undefined) return { kind: 'note', note }
  return isUpdateNote(line) ? { kind: 'note', note: line } : undefined
}
