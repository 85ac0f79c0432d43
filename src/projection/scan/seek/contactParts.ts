import { foldForScan } from '../readings/foldForScan'
import { partsOf } from './sought'

/** Words and numbers of a contact. More make the search of each export slow, and find the contact less well. */
export const MOST_CONTACT_PARTS = 400

/** How many words and numbers a contact is sought by. */
export const contactParts = (contact: string): number => partsOf(foldForScan(contact).text).length
