import { getSchema, type AnyExtension } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { BlockNode } from './block'
import { Bold, CommentMark, FactMark, Italic, Link } from './marks'
import { PictureNode } from './picture'
import { DeletionMark, InsertionMark, RestyleMark } from './suggestionMarks'
import { HardBreak, StoryDoc, StoryText } from './storyDoc'
import { CellNode, RowNode, TableNode } from './table'

/** The extensions of the story's schema. A contract test keeps it equal to story/copy/documentSchema.ts. */
export const storyExtensions: readonly AnyExtension[] = [
  StoryDoc,
  BlockNode,
  TableNode,
  RowNode,
  CellNode,
  PictureNode,
  StoryText,
  HardBreak,
  Bold,
  Italic,
  Link,
  FactMark,
  CommentMark,
  InsertionMark,
  DeletionMark,
  RestyleMark,
]

let schema: Schema | undefined
/** The story's schema without an editor. */
export const storySchema = (): Schema => (schema ??= getSchema([...storyExtensions]))
