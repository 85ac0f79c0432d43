/** IPTC Media Topic code ("medtop:20000530" or its digits) → its eight digits, or undefined for a code of another scheme. */
export const mediaTopicDigits = (code: string): string | undefined => /^(?:medtop:)?(\d{8})$/.exec(code)?.[1]

/** IPTC Media Topic code → its IRI, or undefined for a code of another scheme. */
export function mediaTopic(code: string): string | undefined {
  const digits = mediaTopicDigits(code)
  return digits === undefined ? undefined : `http://cv.iptc.org/newscodes/mediatopic/${digits}`
}
