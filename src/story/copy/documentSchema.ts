/**
 * The document schema as data, without ProseMirror. Tiptap builds its own schema from extensions; a contract test keeps
 * the two equal. The document is one flat list of blocks. An attribute says what a block *is*, never its node type or a
 * wrapper, because a merge deletes words typed into a node that another person retyped or wrapped. Content expressions
 * allow everything that a merge can produce.
 */
export const SCHEMA_VERSION = 3
/** The oldest app schema that can open what this one writes. */
export const MIN_READER = 3

export interface NodeShape {
  readonly content?: string
  readonly group?: string
  readonly inline?: boolean
  /** Attribute name → default. */
  readonly attrs?: Readonly<Record<string, string | number | boolean | null>>
}
export interface MarkShape {
  readonly attrs?: Readonly<Record<string, string | null>>
  /** ProseMirror `excludes`: '' lets several marks of this type overlap. Absent: excludes itself. */
  readonly excludes?: ''
  readonly inclusive: boolean
}

export const DOCUMENT_NODES: Readonly<Record<string, NodeShape>> = {
  doc: { content: '(block | table | picture)*' },
  block: {
    content: 'inline*',
    group: 'block',
    attrs: { role: 'paragraph', level: null, list: null, joins: null, becomes: null },
  },
  /** Rows may have any length and a table may be empty: a merge can cause both. The normaliser fills up rows. */
  table: { content: 'row*', group: 'block' },
  row: { content: 'cell*' },
  cell: { content: 'inline*', attrs: { header: false } },
  /** Its content is the cutline. The attributes are story/copy/picture.ts's. */
  picture: {
    content: 'inline*',
    group: 'block',
    attrs: { file: '', mediaType: '', width: 0, height: 0, alt: '', credit: '', rights: '', captured: '' },
  },
  hardBreak: { group: 'inline', inline: true, attrs: { deletion: null } },
  text: { group: 'inline' },
}

/** Parent node → the elements allowed in it. */
export const DOCUMENT_CHILDREN: Readonly<Record<string, readonly string[]>> = {
  doc: ['block', 'table', 'picture'],
  table: ['row'],
  row: ['cell'],
  block: ['hardBreak'],
  cell: ['hardBreak'],
  picture: ['hardBreak'],
  hardBreak: [],
}
/** The nodes that hold words. */
export const TEXT_NODES: ReadonlySet<string> = new Set(['block', 'cell', 'picture'])

export const DOCUMENT_MARKS: Readonly<Record<string, MarkShape>> = {
  bold: { inclusive: true },
  italic: { inclusive: true },
  link: { attrs: { href: null }, inclusive: false },
  fact: { attrs: { id: null }, excludes: '', inclusive: false },
  comment: { attrs: { id: null }, excludes: '', inclusive: false },
  // Suggestions (story/copy/suggestions/markedCopy.ts): an id, and for proposed breaks and styles what is proposed.
  insertion: { attrs: { id: null, as: null }, excludes: '', inclusive: false },
  deletion: { attrs: { id: null }, excludes: '', inclusive: false },
  restyle: { attrs: { id: null, style: null }, excludes: '', inclusive: false },
}

/** Names of the shared types inside a story's Y.Doc. */
export const COPY_FRAGMENT = 'copy'
export const FACTS_MAP = 'facts'
export const COMMENTS_MAP = 'comments'
export const SUGGESTIONS_MAP = 'suggestions'
export const FIELDS_MAP = 'fields'
/** Words that merges dropped, by their block. Written only by the owner of the library. */
export const TRAY_MAP = 'tray'
/** Y client id (decimal string) → name of the person who typed with it. Written only by the owner of the library. */
export const WRITERS_MAP = 'writers'
/** Who took, moved or adopted which characters (document/writers/characters/hands.ts). Written only by the owner. */
export const HANDS_ARRAY = 'hands'
/** Who counts as a writer, too, of what a merge brought (document/merge/brought.ts). Written only by the owner. */
export const BROUGHT_MAP = 'brought'

/** Link schemes that a story may hold. */
export const LINK_SCHEMES = ['http:', 'https:', 'mailto:'] as const
