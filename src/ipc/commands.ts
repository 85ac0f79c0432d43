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
  { id: 'window.new', label: 'New window', menu: 'File', keys: 'CmdOrCtrl+Shift+N' },
  { id: 'story.import', label: 'Import…', menu: 'File', keys: 'CmdOrCtrl+O' },
  { id: 'story.export', label: 'Export…', menu: 'File', keys: 'CmdOrCtrl+E' },
  { id: 'story.duplicate', label: 'Duplicate story', menu: 'File', keys: 'CmdOrCtrl+Shift+D' },
  { id: 'edit.undo', label: 'Undo', menu: 'Edit', keys: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'Edit', keys: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.find', label: 'Find and replace', menu: 'Edit', keys: 'CmdOrCtrl+F' },
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
  { id: 'fact.evidence', label: 'Add evidence…', menu: 'Fact', keys: 'CmdOrCtrl+Shift+E' },
  { id: 'fact.translation', label: 'Translated quote…', menu: 'Fact' },
  { id: 'fact.derivation', label: 'Worked-out figure…', menu: 'Fact' },
  { id: 'comment.add', label: 'Comment…', menu: 'Story', keys: 'CmdOrCtrl+Alt+M' },
  { id: 'story.review', label: 'Review', menu: 'Story', keys: 'CmdOrCtrl+R' },
  { id: 'story.queries', label: 'Queries…', menu: 'Story', keys: 'CmdOrCtrl+Alt+Q' },
  { id: 'story.move', label: 'Next stage…', menu: 'Story', keys: 'CmdOrCtrl+Enter' },
  { id: 'story.sendBack', label: 'Send back…', menu: 'Story', keys: 'CmdOrCtrl+Shift+Enter' },
  { id: 'story.spike', label: 'Spike or restore', menu: 'Story' },
  { id: 'story.kill', label: 'Kill…', menu: 'Story' },
  { id: 'view.palette', label: 'Search and commands', menu: 'View', keys: 'CmdOrCtrl+K' },
  { id: 'view.queue', label: 'My queue', menu: 'View', keys: 'CmdOrCtrl+J' },
  { id: 'view.facts', label: 'Facts', menu: 'View', keys: 'CmdOrCtrl+1' },
  { id: 'view.comments', label: 'Comments', menu: 'View', keys: 'CmdOrCtrl+6' },
  { id: 'view.checks', label: 'Checks', menu: 'View', keys: 'CmdOrCtrl+2' },
  { id: 'view.sources', label: 'Sources', menu: 'View', keys: 'CmdOrCtrl+3' },
  { id: 'view.history', label: 'History', menu: 'View', keys: 'CmdOrCtrl+4' },
  { id: 'view.fields', label: 'Fields', menu: 'View', keys: 'CmdOrCtrl+5' },
  { id: 'view.nextPane', label: 'Next pane', menu: 'View', keys: 'F6' },
  { id: 'view.fold', label: 'Fold panels', menu: 'View', keys: 'CmdOrCtrl+.' },
  { id: 'view.zoomIn', label: 'Larger', menu: 'View', keys: 'CmdOrCtrl+=' },
  { id: 'view.zoomOut', label: 'Smaller', menu: 'View', keys: 'CmdOrCtrl+-' },
  { id: 'view.zoomReset', label: 'Actual size', menu: 'View', keys: 'CmdOrCtrl+0' },
  { id: 'view.theme', label: 'Light, dark or system', menu: 'View' },
  { id: 'library.roster', label: 'Roster and desk…', menu: 'View' },
  { id: 'library.doctor', label: 'Check the library…', menu: 'Help', keys: 'CmdOrCtrl+Shift+F1' },
  { id: 'help.keys', label: 'Keys', menu: 'Help', keys: 'F1' }
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']
