/** IPTC Media Topic code ("medtop:20000530" or its digits) → its IRI, or undefined for a code of another scheme. */
export function mediaTopic(code: string): string | undefined {
  const digits = /^(?:medtop:)?(\d{8})$/.exec(code)?.[1]
  return digits === undefined ? undefined : `http://cv.iptc.org/newscodes/mediatopic/${digits}`
}
