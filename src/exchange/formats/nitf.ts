/** Values that writers and readers of NITF 3.6 share. */
export const NITF_NAMESPACE = 'http://iptc.org/std/NITF/2006-10-18/'
/** Fixed by the schema. */
export const NITF_VERSION = '-//IPTC//DTD NITF 3.6//EN'
/** NITF has one kind of emphasis; its class says which one. */
export const NITF_EMPHASIS = { bold: 'bold', italic: 'italic' } as const
/** NITF has one kind of heading in the body; those of the third level carry this class. */
export const NITF_LEVEL_3 = 'level3'
/** The class of a paragraph that holds a second headline or deck. */
export const NITF_HEADING = { headline: 'headline', deck: 'deck' } as const
/** The name of the `meta` that has the place of the dateline as it is written, not in capitals. */
export const NITF_DATELINE_PLACE = 'dateline-place'

/** The `du-key` of what leaves under an id of its own, which is not that of the story. */
export const nitfKeyApart = (slug: string, guid: string): string => `${slug} ${guid}`.trim()

/** The slug of a `du-key`, without the id of its own that the document has. `id`: its `doc-id`. */
export function slugOfNitfKey(key: string, id: string): string {
  const guid = /(?:^| )(urn:uuid:[0-9a-f-]+)$/.exec(key)
  return guid && id.startsWith(`${guid[1] ?? ''}:`) ? key.slice(0, guid.index) : key
}
