/** Returns the eight digits of an IPTC Media Topic ("medtop:20000530"). Undefined for a code of another scheme. */
export const mediaTopicDigits = (code: string): string | undefined => /^(?:medtop:)?(\d{8})$/.exec(code)?.[1]

/** Returns the IRI of an IPTC Media Topic. Undefined for a code of another scheme. */
export function mediaTopic(code: string): string | undefined {
  const digits = mediaTopicDigits(code)
  return digits === undefined ? undefined : `http://cv.iptc.org/newscodes/mediatopic/${digits}`
}
