/** What writers and readers of NITF 3.6 have to agree on. */
export const NITF_NAMESPACE = 'http://iptc.org/std/NITF/2006-10-18/'
/** Fixed by the schema. */
export const NITF_VERSION = '-//IPTC//DTD NITF 3.6//EN'
/** NITF has one kind of emphasis; which one is meant stands in its class. */
export const NITF_EMPHASIS = { bold: 'bold', italic: 'italic' } as const
/** NITF has one kind of heading in the body; those of the third level carry this class. */
export const NITF_LEVEL_3 = 'level3'
/** The class of a paragraph in which a further headline or deck stands. */
export const NITF_HEADING = { headline: 'headline', deck: 'deck' } as const
