import type { Mark, Node as SheetNode, Schema } from '@tiptap/pm/model'
import { writeShape, type BlockShape } from '../../story/copy/suggestions/markedCopy'
import type { BlockAttrs } from '../schema/blockAttrs'

export type SuggestionMarkName = 'insertion' | 'deletion' | 'restyle'
const NAMES: ReadonlySet<string> = new Set<SuggestionMarkName>(['insertion', 'deletion', 'restyle'])

export const isSuggestionMark = (mark: Mark): boolean => NAMES.has(mark.type.name)

export function suggestionMark(
  schema: Schema,
  name: SuggestionMarkName,
  attrs: Readonly<Record<string, string | null>>,
): Mark {
  const type = schema.marks[name]
  if (!type) throw new Error(`The schema has no mark “${name}”.`)
  return type.create(attrs)
}

export const marksOf = (marks: readonly Mark[], name: SuggestionMarkName): readonly Mark[] =>
  marks.filter((mark) => mark.type.name === name)

/** Whether the text is proposed for deletion. Accepting removes it. */
export const isDoomed = (node: SheetNode): boolean => marksOf(node.marks, 'deletion').length > 0

const shapeOfAttrs = ({ role, level, list }: BlockAttrs): BlockShape => ({
  role,
  ...(level === null ? {} : { level }),
  ...(list === null ? {} : { list }),
})

export const attrsOfShape = ({ role, level, list }: BlockShape): BlockAttrs => ({
  role,
  level: level ?? null,
  list: list ?? null,
})

export const shapeText = (attrs: BlockAttrs): string => writeShape(shapeOfAttrs(attrs))
