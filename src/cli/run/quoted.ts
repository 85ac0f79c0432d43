/** Words in quotation marks. Words that bring their own marks keep them, and get a missing closing one. */
export function quoted(words: string): string {
  const [first = ''] = words.trim()
  if (!OPENS.test(first)) return `“${words}”`
  if (ENDS.test(words.trim())) return words.trim()
  return first === '“' && !words.includes('”') ? `${words.trim()}”` : `“${words}”`
}

const OPENS = /[“„«»「『"‘']/u
const ENDS = /.[”“»«」』"’'][,.]?$/su
