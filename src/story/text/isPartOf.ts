/** Whether `part` is `whole` without some of its characters. */
export function isPartOf(part: string, whole: string): boolean {
  let at = 0
  for (const letter of whole) if (part.startsWith(letter, at)) at += letter.length
  return at === part.length
}
