/**
 * Returns an IPTC Media Topic in the form that stories keep ("medtop:20000530"), from an IRI, a QCode or bare digits;
 * undefined for another scheme. Bare digits may also be an old Subject Code, so only Media Topics count: 2…, and the
 * seventeen top terms, which both schemes share.
 */
export function mediaTopicFrom(text: string): string | undefined {
  const named = /^(?:https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/|medtop:)(\d{8})$/.exec(text.trim())?.[1]
  const bare = /^(?:2\d{7}|(?:0[1-9]|1[0-7])0{6})$/.exec(text.trim())?.[0]
  const digits = named ?? bare
  return digits === undefined ? undefined : `medtop:${digits}`
}
