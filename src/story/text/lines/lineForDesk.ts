/** Lines that are for desks and not for readers, recognised by their first words. In doubt a line is copy. */

import { isEmbargo, mayBeEmbargo } from './embargoLine'

/** Characters. A longer line is copy. */
const LONGEST_UPDATE = 600

/** What a note to the desk begins with. A colon follows, or a dash, which wires also write as "--", "_" or "-". */
const NOTES: readonly RegExp[] = [
  /^(?:(?:editor['’]?s?['’]?|eds?\.?) note|note to editors|eds\.?|편집자 ?메모|편집자 ?주|데스크 ?메모)\s*[:：]/i,
  /^(?:(?:editor['’]?s?['’]?|eds?\.?) note|note to editors|eds\.?)\s*(?:[—–]|--|[_-](?=\s))/i,
  // In small letters it may be a speaker ("Editor: Why did you leave?") or begin a sentence.
  /^EDITORS\s*(?:[:—–]|--|[_-](?=\s))/,
  /^EDITOR\s*(?:[—–]|--|[_-](?=\s))/,
  // Capitals are label enough, unless the whole line is in capitals.
  /^EDITOR['’]?S['’]? NOTE(?:\.|$|\s(?=.*\p{Ll}))/u,
]

/** Whether a line is a note to the desk, with or without brackets around it. */
export function isNote(line: string): boolean {
  const inside = /^[([](.*)[)\]]\.?$/s.exec(line)?.[1] ?? line
  return NOTES.some((label) => label.test(inside))
}

/** A line that says what a version of a wire changes: “(ATTN: UPDATES with quotes)”, “(Adds details, background)”. */
const UPDATES = [
  /^[([]\s*attn\b[^()]*[)\]]\.?$/i,
  /^ATTN\s*:/,
  /^\(\s*(?:adds|updates|recasts|corrects|refiles|rewrites|releads)\b[^():.?!]*\)\.?$/i,
  /^\(\s*(?:removes|deletes|trims|fixes)\b[^():?!]*\b(?:graf|paragraph|quote|reference|headline|byline|photo|word)s?\b[^():?!]*\)\.?$/i,
]
const isUpdateNote = (line: string): boolean =>
  line.length <= LONGEST_UPDATE && UPDATES.some((pattern) => pattern.test(line))

/** What a line is for the desk; undefined if it is copy. */
export function lineForDesk(line: string): 'embargo' | 'note' | undefined {
  if (isEmbargo(line)) return 'embargo'
  return isNote(line) || isUpdateNote(line) ? 'note' : undefined
}

/** A speaker of an interview, or a note: “Editors: call Kim.” A word after a colon that may be a stage direction. */
const MAY_BE_NOTE =
  /^(?:editors?\s*[:：]|attn\s*:|[([]\s*(?:adds|updates|recasts|corrects|refiles|removes|deletes)\b[^()]*[)\]]\.?$)/i

/** What a line in the copy may be for the desk. A person decides. */
export const mayBeForDesk = (line: string): 'embargo' | 'note' | undefined =>
  lineForDesk(line) ??
  (mayBeEmbargo(line) ? 'embargo' : line.length <= LONGEST_UPDATE && MAY_BE_NOTE.test(line) ? 'note' : undefined)
