/**
 * What blocks and cells are, as a reader reads them, and who made them so. Each question can leave out what one person
 * changed: so nobody hides a move by changing afterwards what stood around it.
 */
import * as Y from 'yjs'
import { roleOf as roleRead } from '../../reading/readBlockNode'
import { itemOf, itemsIn, lastAttribute, settingsOf } from '../../reading/yjsItems'
import { handsOf, nameOf, piecesOf, writersOfCharacters } from '../characters/hands'
import { LETTER } from '../characters/origins'

/** The attributes that say what a block or a cell is. */
export const TELLING = ['role', 'level', 'header'] as const
type Telling = (typeof TELLING)[number]

/** One value of an attribute, as it reads, and who gave it. */
export interface Setting {
  readonly by: string | undefined
  readonly value: string | number | boolean
}

const READ: Readonly<Record<Telling, (value: unknown) => Setting['value']>> = {
  role: roleRead,
  level: (value) => (typeof value === 'number' ? value : 1),
  header: (value) => value === true,
}

/** All values of an attribute, the newest first. Without its attribute a block has the default. */
export function valuesOf(doc: Y.Doc, element: Y.XmlElement, name: Telling): readonly Setting[] {
  const given = settingsOf(element, name).map(({ client, value }) => ({
    by: nameOf(doc, client),
    value: READ[name](value),
  }))
  const last = lastAttribute(element, name)
  if (!last) return [{ by: undefined, value: READ[name](undefined) }]
  const [taken] = piecesOf(handsOf(doc).took, last.client, last.clock, 1)
  const isRemoved = taken?.run !== undefined || (!itemOf(element)?.deleted && !element.hasAttribute(name))
  return isRemoved ? [{ by: taken?.run?.by[0], value: READ[name](undefined) }, ...given] : given
}

/** `except`: as it would be if this person had changed nothing of it since it was made. */
function valueOf(doc: Y.Doc, element: Y.XmlElement, name: Telling, except?: string): Setting['value'] {
  const values = valuesOf(doc, element, name)
  const kept = except === undefined ? values[0] : (values.find(({ by }) => by !== except) ?? values.at(-1))
  return kept?.value ?? READ[name](undefined)
}

export const roleOf = (doc: Y.Doc, element: Y.XmlElement, except?: string): string =>
  String(valueOf(doc, element, 'role', except))
export const levelOf = (doc: Y.Doc, element: Y.XmlElement, except?: string): number =>
  Number(valueOf(doc, element, 'level', except))
export const isHeader = (doc: Y.Doc, element: Y.XmlElement, except?: string): boolean =>
  valueOf(doc, element, 'header', except) === true

/** Roles of blocks that belong to a lead-in. */
export const LED: ReadonlySet<unknown> = new Set(['listItem', 'quote'])

/** Whether a block or cell has or had words. */
export const heldWords = (element: Y.XmlElement): boolean =>
  [...itemsIn(element)].some(
    ({ content }) =>
      content instanceof Y.ContentType &&
      content.type instanceof Y.XmlText &&
      [...itemsIn(content.type)].some(
        (item) => item.content instanceof Y.ContentString && LETTER.test(item.content.str),
      ),
  )

/** The same for a row. */
export const hadWords = (element: Y.XmlElement): boolean => heldWords(element) || elementsIn(element).some(heldWords)

/** The elements of a node in order, gone ones too. */
export const elementsIn = (node: object): readonly Y.XmlElement[] =>
  [...itemsIn(node)].flatMap(({ content }) =>
    content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? [content.type] : [],
  )

/** Names of all who put an element into the copy. A duplicate keeps them. */
export const makersOf = (doc: Y.Doc, element: Y.XmlElement): ReadonlySet<string> => {
  const { client, clock } = itemOf(element)?.id ?? { client: 0, clock: 0 }
  return writersOfCharacters(doc, client, clock, 1)
}
