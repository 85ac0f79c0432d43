import { FACT_TYPES, TYPE_WORDS, type FactType } from '../story/ledger/fact'

/** Every command a person can give: one table behind the menu, the palette and the tooltips. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly menu: 'File' | 'Edit' | 'Format' | 'Fact' | 'Story' | 'View' | 'Help'
  /** Electron accelerator; the window shows it in the platform's way. */
  readonly keys?: string
}

export const COMMANDS = [
  { id: 'story.new', label: 'New story', menu: 'File', keys: 'CmdOrCtrl+N' },
  { id: 'story.alert', label: 'New alert…', menu: 'File', keys: 'CmdOrCtrl+Alt+A' },
  { id: 'window.new', label: 'New window', menu: 'File', keys: 'CmdOrCtrl+Shift+N' },
  { id: 'story.import', label: 'Import…', menu: 'File', keys: 'CmdOrCtrl+O' },
  { id: 'story.export', label: 'Export…', menu: 'File', keys: 'CmdOrCtrl+E' },
  { id: 'story.duplicate', label: 'Duplicate story', menu: 'File', keys: 'CmdOrCtrl+Shift+D' },
  { id: 'library.backups', label: 'Backups…', menu: 'File' },
  { id: 'edit.undo', label: 'Undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.find', label: 'Find and replace', menu: 'Edit', keys: 'CmdOrCtrl+F' },
  { id: 'edit.suggesting', label: 'Suggest changes', menu: 'Edit', keys: 'CmdOrCtrl+Shift+E' },
  { id: 'format.bold', label: 'Bold', menu: 'Format', keys: 'CmdOrCtrl+B' },
  { id: 'format.italic', label: 'Italic', menu: 'Format', keys: 'CmdOrCtrl+I' },
  { id: 'format.link', label: 'Link…', menu: 'Format', keys: 'CmdOrCtrl+Shift+K' },
  { id: 'format.paragraph', label: 'Paragraph', menu: 'Format', keys: 'CmdOrCtrl+Alt+0' },
  { id: 'format.subhead', label: 'Subhead', menu: 'Format', keys: 'CmdOrCtrl+Alt+2' },
  { id: 'format.quote', label: 'Block quote', menu: 'Format', keys: 'CmdOrCtrl+Shift+B' },
  { id: 'format.bulletList', label: 'Bulleted list', menu: 'Format', keys: 'CmdOrCtrl+Shift+8' },
  { id: 'format.orderedList', label: 'Numbered list', menu: 'Format', keys: 'CmdOrCtrl+Shift+7' },
  { id: 'insert.table', label: 'Insert table…', menu: 'Format', keys: 'CmdOrCtrl+Shift+L' },
  { id: 'insert.picture', label: 'Insert picture…', menu: 'Format', keys: 'CmdOrCtrl+Shift+P' },
  { id: 'picture.describe', label: 'Picture: credit, rights, alternative text…', menu: 'Format' },
  { id: 'table.rowAbove', label: 'Table: row above', menu: 'Format' },
  { id: 'table.rowBelow', label: 'Table: row below', menu: 'Format' },
  { id: 'table.columnBefore', label: 'Table: column before', menu: 'Format' },
  { id: 'table.columnAfter', label: 'Table: column after', menu: 'Format' },
  { id: 'table.header', label: 'Table: header row', menu: 'Format' },
  { id: 'table.removeRow', label: 'Table: remove row', menu: 'Format' },
  { id: 'table.removeColumn', label: 'Table: remove column', menu: 'Format' },
  { id: 'table.remove', label: 'Table: remove table', menu: 'Format' },
  { id: 'fact.tag', label: 'Tag fact', menu: 'Fact', keys: 'CmdOrCtrl+T' },
  { id: 'fact.untag', label: 'Remove tag…', menu: 'Fact', keys: 'CmdOrCtrl+Shift+T' },
  { id: 'fact.mend', label: 'Close the gaps in the tag', menu: 'Fact' },
  { id: 'fact.next', label: 'Next open fact', menu: 'Fact', keys: 'F8' },
  { id: 'fact.previous', label: 'Previous open fact', menu: 'Fact', keys: 'Shift+F8' },
  { id: 'fact.evidence', label: 'Add evidence…', menu: 'Fact', keys: 'CmdOrCtrl+Shift+A' },
  { id: 'fact.translation', label: 'Translated quote…', menu: 'Fact' },
  { id: 'fact.derivation', label: 'Worked-out figure…', menu: 'Fact' },
  { id: 'comment.add', label: 'Comment…', menu: 'Story', keys: 'CmdOrCtrl+Alt+M' },
  { id: 'comment.place', label: 'Put comment on the selected words', menu: 'Story' },
  { id: 'suggestion.next', label: 'Next suggestion', menu: 'Story', keys: 'F7' },
  { id: 'suggestion.previous', label: 'Previous suggestion', menu: 'Story', keys: 'Shift+F7' },
  { id: 'suggestion.accept', label: 'Accept suggestion', menu: 'Story', keys: 'CmdOrCtrl+Alt+Y' },
  { id: 'suggestion.reject', label: 'Reject suggestion', menu: 'Story', keys: 'CmdOrCtrl+Alt+N' },
  { id: 'suggestion.acceptAll', label: 'Accept all suggestions', menu: 'Story' },
  { id: 'suggestion.rejectAll', label: 'Reject all suggestions', menu: 'Story' },
  { id: 'story.review', label: 'Review', menu: 'Story', keys: 'CmdOrCtrl+R' },
  { id: 'story.queries', label: 'Queries…', menu: 'Story', keys: 'CmdOrCtrl+Alt+Q' },
  { id: 'story.correction', label: 'Correction record…', menu: 'Story', keys: 'CmdOrCtrl+Alt+C' },
  { id: 'story.move', label: 'Next stage…', menu: 'Story', keys: 'CmdOrCtrl+Enter' },
  { id: 'story.sendBack', label: 'Send back…', menu: 'Story', keys: 'CmdOrCtrl+Shift+Enter' },
  { id: 'story.spike', label: 'Spike or restore', menu: 'Story' },
  { id: 'story.kill', label: 'Kill…', menu: 'Story' },
  { id: 'story.keepVersion', label: 'Keep this state…', menu: 'Story', keys: 'CmdOrCtrl+S' },
  { id: 'story.recovery', label: 'Recovery tray', menu: 'Story' },
  { id: 'story.compare', label: 'Compare with the last kept state', menu: 'Story' },
  { id: 'view.palette', label: 'Search and commands', menu: 'View', keys: 'CmdOrCtrl+K' },
  { id: 'view.queue', label: 'My queue', menu: 'View', keys: 'CmdOrCtrl+J' },
  { id: 'view.facts', label: 'Facts', menu: 'View', keys: 'CmdOrCtrl+1' },
  { id: 'view.comments', label: 'Comments', menu: 'View', keys: 'CmdOrCtrl+6' },
  { id: 'view.suggestions', label: 'Suggestions', menu: 'View', keys: 'CmdOrCtrl+7' },
  { id: 'view.checks', label: 'Checks', menu: 'View', keys: 'CmdOrCtrl+2' },
  { id: 'view.sources', label: 'Sources', menu: 'View', keys: 'CmdOrCtrl+3' },
  { id: 'view.history', label: 'History', menu: 'View', keys: 'CmdOrCtrl+4' },
  { id: 'view.versions', label: 'Kept states', menu: 'View', keys: 'CmdOrCtrl+Shift+H' },
  { id: 'view.fields', label: 'Fields', menu: 'View', keys: 'CmdOrCtrl+5' },
  { id: 'view.nextPane', label: 'Next pane', menu: 'View', keys: 'F6' },
  { id: 'view.fold', label: 'Fold panels', menu: 'View', keys: 'CmdOrCtrl+.' },
  { id: 'view.zoomIn', label: 'Larger', menu: 'View', keys: 'CmdOrCtrl+=' },
  { id: 'view.zoomOut', label: 'Smaller', menu: 'View', keys: 'CmdOrCtrl+-' },
  { id: 'view.zoomReset', label: 'Actual size', menu: 'View', keys: 'CmdOrCtrl+0' },
  { id: 'view.theme', label: 'Light, dark or system', menu: 'View' },
  { id: 'library.roster', label: 'Roster and desk, who you are…', menu: 'View' },
  { id: 'library.doctor', label: 'Check the library…', menu: 'Help', keys: 'CmdOrCtrl+Shift+F1' },
  { id: 'help.keys', label: 'Keys', menu: 'Help', keys: 'F1' },
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

/** A key that acts in one place only, by itself: a letter, a digit or a sign. */
export interface LetterKey {
  readonly id: string
  readonly label: string
  /** For a narrow column. */
  readonly brief?: string
  readonly keys: string
}

/** In review, while the keyboard is outside text fields. Enter and Escape have their meaning besides. */
export const REVIEW_KEYS = [
  { id: 'review.next', label: 'Next open fact', brief: 'Next fact', keys: 'J' },
  { id: 'review.previous', label: 'Previous open fact', brief: 'Fact before', keys: 'K' },
  { id: 'review.verified', label: 'Verified', keys: 'V' },
  { id: 'review.queried', label: 'Query', keys: 'Q' },
  { id: 'review.wrong', label: 'Wrong', keys: 'W' },
  { id: 'review.disputed', label: 'Disputed', keys: 'D' },
  { id: 'review.unverifiable', label: 'Unverifiable', keys: 'U' },
  { id: 'review.onAuthor', label: 'On author', keys: 'A' },
  { id: 'review.letStand', label: 'Let stand', keys: 'S' },
  { id: 'review.evidence', label: 'Add evidence', keys: 'E' },
  { id: 'review.sameSource', label: 'Same source again', keys: '.' },
  { id: 'review.acceptContext', label: 'Accept the new sentence', brief: 'Accept sentence', keys: 'C' },
  { id: 'review.group', label: 'Group by backup', brief: 'By backup', keys: 'G' },
  { id: 'review.answer', label: 'Resolve a query', brief: 'Resolve query', keys: 'R' },
  { id: 'review.note', label: 'Note on the fact: what is claimed, who said it', brief: 'Note', keys: 'N' },
  { id: 'review.nothingToCheck', label: 'Nothing to check', keys: 'X' },
  { id: 'review.since', label: 'What changed since I signed', brief: 'Since I signed', keys: 'I' },
  { id: 'review.signAgain', label: 'Sign what is unchanged again', brief: 'Sign again', keys: 'Y' },
] as const satisfies readonly LetterKey[]

export type ReviewKeyId = (typeof REVIEW_KEYS)[number]['id']

const TYPE_LETTERS: Readonly<Record<FactType, string>> = {
  quote: 'Q',
  paraphrase: 'P',
  name: 'N',
  title: 'T',
  figure: 'F',
  date: 'D',
  place: 'L',
  event: 'E',
  superlative: 'S',
  allegation: 'A',
  visual: 'V',
}
export type TypeKeyId = `type.${FactType}`

/** Right after tagging by key, while the types are offered. */
export const TYPE_KEYS: readonly (LetterKey & { readonly id: TypeKeyId; readonly type: FactType })[] = FACT_TYPES.map(
  (type) => ({ id: `type.${type}`, type, label: TYPE_WORDS[type], keys: TYPE_LETTERS[type] }),
)
