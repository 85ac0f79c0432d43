/** The contact notes of a source, of which people and damaged copies may give several. */

/** Parts the contact notes of sources that were merged. Each is sought as if it stood alone. */
const BETWEEN_NOTES = '‖'

/** The notes in one contact. */
export const contactNotes = (contact: string): readonly string[] =>
  contact
    .split(BETWEEN_NOTES)
    .map((note) => note.trim())
    .filter((note) => note !== '')

/** The contacts of one person in two records, as one. What was sought of each is sought still. */
export const joinedContacts = (one: string, other: string): string =>
  [...new Set([...contactNotes(one), ...contactNotes(other)])].join(` ${BETWEEN_NOTES} `)
