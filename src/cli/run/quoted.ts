/** Words in quotation marks: their own, when they stand in some; one that was tagged without its end gets it. */
export function quoted(words: string): string {
  const [first = ''] = words.trim()
  if (!OPENS.test(first)) return `“${words}”`
  if (ENDS.test(words.trim())) return words.trim()
  return first === '“' && !words.includes('”') ? `${words.trim()}”` : `“${words}”`
}

const OPENS = /[“„«»「『"‘']/u
const ENDS = /.[”“»«」』"’'][,.]?$/su
