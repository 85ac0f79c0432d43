/** All commands that a person can give: one table behind the menu, the palette and the tooltips. */
import { commandsText } from '../catalogue/rooms/commands'
import { FACT_TYPES, TYPE_WORDS, type FactType } from '../story/ledger/facts/fact'

type TextKey = Parameters<typeof commandsText>[0]

export interface Command {
  readonly id: string
  readonly label: string
  readonly menu: 'File' | 'Edit' | 'Format' | 'Fact' | 'Story' | 'View' | 'Help'
  /** Electron accelerator. The window shows it as the platform does. */
  readonly keys?: string
}

const COMMAND_ROWS = [
  { id: 'story.new', menu: 'File', keys: 'CmdOrCtrl+N' },
  { id: 'story.alert', menu: 'File', keys: 'CmdOrCtrl+Alt+A' },
  { id: 'window.new', menu: 'File', keys: 'CmdOrCtrl+Shift+N' },
  { id: 'story.import', menu: 'File', keys: 'CmdOrCtrl+O' },
  { id: 'story.save', menu: 'File', keys: 'CmdOrCtrl+S' },
  { id: 'story.export', menu: 'File', keys: 'CmdOrCtrl+E' },
  { id: 'story.print', menu: 'File', keys: 'CmdOrCtrl+P' },
  { id: 'story.handOver', menu: 'File' },
  { id: 'story.duplicate', menu: 'File', keys: 'CmdOrCtrl+Shift+D' },
  { id: 'library.backups', menu: 'File' },
  { id: 'library.archive', menu: 'File' },
  { id: 'library.openArchive', menu: 'File' },
  { id: 'library.takeBack', menu: 'File' },
  { id: 'edit.undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.find', menu: 'Edit', keys: 'CmdOrCtrl+F' },
  { id: 'edit.replace', menu: 'Edit', keys: 'CmdOrCtrl+H' },
  { id: 'tk.next', menu: 'Edit' },
  { id: 'spelling.next', menu: 'Edit', keys: 'Alt+F7' },
  { id: 'spelling.toggle', menu: 'Edit' },
  { id: 'edit.smartQuotes', menu: 'Edit' },
  { id: 'edit.suggesting', menu: 'Edit', keys: 'CmdOrCtrl+Shift+E' },
  { id: 'format.bold', menu: 'Format', keys: 'CmdOrCtrl+B' },
  { id: 'format.italic', menu: 'Format', keys: 'CmdOrCtrl+I' },
  { id: 'format.link', menu: 'Format', keys: 'CmdOrCtrl+Shift+K' },
  { id: 'format.paragraph', menu: 'Format', keys: 'CmdOrCtrl+Alt+0' },
  { id: 'format.subhead', menu: 'Format', keys: 'CmdOrCtrl+Alt+2' },
  { id: 'format.quote', menu: 'Format', keys: 'CmdOrCtrl+Shift+B' },
  { id: 'format.bulletList', menu: 'Format', keys: 'CmdOrCtrl+Shift+8' },
  { id: 'format.orderedList', menu: 'Format', keys: 'CmdOrCtrl+Shift+7' },
  { id: 'insert.table', menu: 'Format', keys: 'CmdOrCtrl+Shift+L' },
  { id: 'insert.picture', menu: 'Format', keys: 'CmdOrCtrl+Shift+P' },
  { id: 'picture.describe', menu: 'Format' },
  { id: 'picture.replace', menu: 'Format' },
  { id: 'table.rowAbove', menu: 'Format' },
  { id: 'table.rowBelow', menu: 'Format' },
  { id: 'table.columnBefore', menu: 'Format' },
  { id: 'table.columnAfter', menu: 'Format' },
  { id: 'table.header', menu: 'Format' },
  { id: 'table.removeRow', menu: 'Format' },
  { id: 'table.removeColumn', menu: 'Format' },
  { id: 'table.remove', menu: 'Format' },
  { id: 'fact.tag', menu: 'Fact', keys: 'CmdOrCtrl+T' },
  { id: 'fact.untag', menu: 'Fact', keys: 'CmdOrCtrl+Shift+T' },
  { id: 'fact.mend', menu: 'Fact' },
  { id: 'fact.next', menu: 'Fact', keys: 'F8' },
  { id: 'fact.previous', menu: 'Fact', keys: 'Shift+F8' },
  { id: 'fact.evidence', menu: 'Fact', keys: 'CmdOrCtrl+Shift+A' },
  { id: 'fact.translation', menu: 'Fact' },
  { id: 'fact.derivation', menu: 'Fact' },
  { id: 'comment.add', menu: 'Story', keys: 'CmdOrCtrl+Alt+M' },
  { id: 'comment.place', menu: 'Story' },
  { id: 'comment.open', menu: 'Story', keys: 'CmdOrCtrl+Alt+J' },
  { id: 'suggestion.next', menu: 'Story', keys: 'F7' },
  { id: 'suggestion.previous', menu: 'Story', keys: 'Shift+F7' },
  { id: 'suggestion.accept', menu: 'Story', keys: 'CmdOrCtrl+Alt+Y' },
  { id: 'suggestion.reject', menu: 'Story', keys: 'CmdOrCtrl+Alt+N' },
  { id: 'suggestion.acceptAll', menu: 'Story' },
  { id: 'suggestion.rejectAll', menu: 'Story' },
  { id: 'check.next', menu: 'Story', keys: 'F9' },
  { id: 'check.previous', menu: 'Story', keys: 'Shift+F9' },
  { id: 'story.review', menu: 'Story', keys: 'CmdOrCtrl+R' },
  { id: 'story.queries', menu: 'Story', keys: 'CmdOrCtrl+Alt+Q' },
  { id: 'story.correction', menu: 'Story', keys: 'CmdOrCtrl+Alt+C' },
  { id: 'story.move', menu: 'Story', keys: 'CmdOrCtrl+Enter' },
  { id: 'story.sendBack', menu: 'Story', keys: 'CmdOrCtrl+Shift+Enter' },
  { id: 'story.askPen', menu: 'Story' },
  { id: 'story.takePen', menu: 'Story', keys: 'CmdOrCtrl+Alt+P' },
  { id: 'story.givePen', menu: 'Story', keys: 'CmdOrCtrl+Alt+G' },
  { id: 'story.spike', menu: 'Story' },
  { id: 'story.kill', menu: 'Story' },
  { id: 'story.delete', menu: 'Story' },
  { id: 'story.keepVersion', menu: 'Story', keys: 'CmdOrCtrl+Shift+S' },
  { id: 'story.recovery', menu: 'Story' },
  { id: 'story.compare', menu: 'Story' },
  { id: 'story.since', menu: 'Story', keys: 'CmdOrCtrl+Alt+B' },
  { id: 'story.undoMerge', menu: 'Story' },
  { id: 'view.palette', menu: 'View', keys: 'CmdOrCtrl+K' },
  { id: 'view.queue', menu: 'View', keys: 'CmdOrCtrl+J' },
  // In the order of the tabs at the edge of the window.
  { id: 'view.facts', menu: 'View', keys: 'CmdOrCtrl+1' },
  { id: 'view.checks', menu: 'View', keys: 'CmdOrCtrl+2' },
  { id: 'view.comments', menu: 'View', keys: 'CmdOrCtrl+3' },
  { id: 'view.sources', menu: 'View', keys: 'CmdOrCtrl+4' },
  { id: 'view.history', menu: 'View', keys: 'CmdOrCtrl+5' },
  { id: 'view.fields', menu: 'View', keys: 'CmdOrCtrl+6' },
  { id: 'view.versions', menu: 'View', keys: 'CmdOrCtrl+Shift+H' },
  { id: 'view.nextPane', menu: 'View', keys: 'F6' },
  { id: 'view.fold', menu: 'View', keys: 'CmdOrCtrl+.' },
  { id: 'view.focus', menu: 'View', keys: 'CmdOrCtrl+Shift+.' },
  { id: 'view.zoomIn', menu: 'View', keys: 'CmdOrCtrl+=' },
  { id: 'view.zoomOut', menu: 'View', keys: 'CmdOrCtrl+-' },
  { id: 'view.zoomReset', menu: 'View', keys: 'CmdOrCtrl+0' },
  { id: 'view.theme', menu: 'View' },
  { id: 'library.search', menu: 'View', keys: 'CmdOrCtrl+Shift+F' },
  { id: 'library.filter', menu: 'View', keys: 'CmdOrCtrl+Alt+F' },
  { id: 'library.saveView', menu: 'View' },
  { id: 'library.settings', menu: 'File', keys: 'CmdOrCtrl+,' },
  { id: 'library.you', menu: 'File' },
  { id: 'library.rules', menu: 'File' },
  { id: 'library.newStories', menu: 'File' },
  { id: 'library.roster', menu: 'View' },
  { id: 'library.words', menu: 'View' },
  { id: 'library.doctor', menu: 'Help', keys: 'CmdOrCtrl+Shift+F1' },
  { id: 'help.tour', menu: 'Help' },
  { id: 'help.keys', menu: 'Help', keys: 'F1' },
] as const satisfies readonly (Omit<Command, 'label'> & { readonly id: TextKey })[]

export type CommandId = (typeof COMMAND_ROWS)[number]['id']

/** Adds the label, which is read from the catalogue each time: the language may change. */
const labelled = <const Row extends { readonly id: TextKey }>(row: Row): Row & { readonly label: string } => ({
  ...row,
  get label() {
    return commandsText(row.id)
  },
})

export const COMMANDS: readonly (Command & { readonly id: CommandId })[] = COMMAND_ROWS.map(labelled)

/** A letter, digit or sign that acts without Ctrl or Cmd, in one place of the window only. */
export interface LetterKey {
  readonly id: string
  readonly label: string
  /** A shorter label for a narrow column. */
  readonly brief?: string
  readonly keys: string
}

/** Keys of review, while the focus is outside text fields. Enter and Escape act too. */
const REVIEW_ROWS = [
  { id: 'review.next', brief: 'review.next.brief', keys: 'J' },
  { id: 'review.previous', brief: 'review.previous.brief', keys: 'K' },
  { id: 'review.verified', keys: 'V' },
  { id: 'review.queried', keys: 'Q' },
  { id: 'review.wrong', keys: 'W' },
  { id: 'review.disputed', keys: 'D' },
  { id: 'review.unverifiable', keys: 'U' },
  { id: 'review.onAuthor', keys: 'A' },
  { id: 'review.letStand', keys: 'S' },
  { id: 'review.evidence', keys: 'E' },
  { id: 'review.excerpt', brief: 'review.excerpt.brief', keys: 'P' },
  { id: 'review.sameSource', keys: '.' },
  { id: 'review.acceptContext', brief: 'review.acceptContext.brief', keys: 'C' },
  { id: 'review.group', brief: 'review.group.brief', keys: 'G' },
  { id: 'review.answer', brief: 'review.answer.brief', keys: 'R' },
  { id: 'review.note', brief: 'review.note.brief', keys: 'N' },
  { id: 'review.nothingToCheck', keys: 'X' },
  { id: 'review.since', brief: 'review.since.brief', keys: 'I' },
  { id: 'review.signAgain', brief: 'review.signAgain.brief', keys: 'Y' },
  { id: 'review.back', brief: 'review.back.brief', keys: 'B' },
  { id: 'review.takeBack', keys: 'T' },
] as const satisfies readonly (Omit<LetterKey, 'label' | 'brief'> & {
  readonly id: TextKey
  readonly brief?: TextKey
})[]

export type ReviewKeyId = (typeof REVIEW_ROWS)[number]['id']

export const REVIEW_KEYS: readonly (LetterKey & { readonly id: ReviewKeyId })[] = REVIEW_ROWS.map((row) => {
  const { id, keys } = row
  if (!('brief' in row)) return labelled({ id, keys })
  return {
    id,
    keys,
    get label() {
      return commandsText(id)
    },
    get brief() {
      return commandsText(row.brief)
    },
  }
})

const MENU_KEYS = {
  File: 'menu.file',
  Edit: 'menu.edit',
  Format: 'menu.format',
  Fact: 'menu.fact',
  Story: 'menu.story',
  View: 'menu.view',
  Help: 'menu.help',
} as const satisfies Record<Command['menu'], TextKey>

/** The name of a menu, in the reader’s language. */
export const menuName = (menu: Command['menu']): string => commandsText(MENU_KEYS[menu])

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

/** Keys of the fact types, while they are offered after a tag was made by key. */
export const TYPE_KEYS: readonly (LetterKey & { readonly id: TypeKeyId; readonly type: FactType })[] = FACT_TYPES.map(
  (type) => ({
    id: `type.${type}`,
    type,
    keys: TYPE_LETTERS[type],
    get label() {
      return TYPE_WORDS[type]
    },
  }),
)
