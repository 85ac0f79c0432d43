import { spellingText } from '../../../catalogue/writing/spelling'
import { COMMANDS } from '../../../ipc/commands'
import type { CommandId } from '../../../ipc/commands'
import { shortcutOf, runCommand, type StoryPart } from '../../state'
import { commandBoard } from '../../state/commands/commands'
import { useWindowServices } from '../../state/windowServices'
import { formatKeys } from '../../ui/controls/shortcuts'
import { ContextMenu, type ContextMenuProps } from '../../ui/menus/ContextMenu'
import type { SheetMenuAt } from './useSheetMenu'
import { focusSheet } from '../../state/session/sheet/focusSheet'
import { useCommandsHere } from './useCommandsHere'

type Items = ContextMenuProps['groups'][number]

/** Acts on the words at the caret or on the selection, with their keys. */
const ON_WORDS: readonly CommandId[] = ['fact.tag', 'comment.add', 'format.link']
const ON_FORMAT: readonly CommandId[] = ['format.bold', 'format.italic']
const IN_PICTURE: readonly CommandId[] = ['picture.describe', 'picture.replace']
const IN_TABLE: readonly CommandId[] = [
  'table.rowAbove',
  'table.rowBelow',
  'table.columnBefore',
  'table.columnAfter',
  'table.removeRow',
  'table.removeColumn',
]

interface SheetMenuProps {
  readonly story: StoryPart<'editor' | 'session'>
  readonly at: SheetMenuAt
  readonly onClosed: () => void
}

/**
 * The context menu of the sheet: corrections of a misspelt word, acts on the suggestion, the comment and the fact that
 * are there, the clipboard, and what can be done with words.
 */
export function SheetMenu({ story: { editor, session }, at, onClosed }: SheetMenuProps) {
  const { call } = useWindowServices().newsroom
  const here = useCommandsHere({ editor, session })
  if (!editor) return null
  const isEditable = editor.isEditable
  const hasSelection = !editor.state.selection.empty
  const clipboard = (to: 'cut' | 'copy' | 'paste', keys: string, enabled: boolean): Items[number] => ({
    id: to,
    label: spellingText(`menu.${to}`),
    keys: formatKeys(keys, commandBoard.platform),
    disabled: !enabled,
    onSelect: () => void call('useClipboard', { to }),
  })
  return (
    <ContextMenu
      label={spellingText('menu')}
      at={at.place}
      byKey={at.byKey}
      onClosed={() => {
        focusSheet(editor)
        onClosed()
      }}
      groups={[
        ...spellingItems(at),
        ...here.map((ids) => commandItems(ids, true)),
        [
          clipboard('cut', 'CmdOrCtrl+X', isEditable && hasSelection),
          clipboard('copy', 'CmdOrCtrl+C', hasSelection),
          clipboard('paste', 'CmdOrCtrl+V', isEditable),
        ],
        commandItems(ON_WORDS, false),
        commandItems(ON_FORMAT, false),
        commandItems(IN_PICTURE, true),
        commandItems(IN_TABLE, true),
      ]}
    />
  )
}

function spellingItems({ misspelt }: SheetMenuAt): readonly Items[] {
  if (!misspelt) return []
  const { marked, was, corrections, spelling } = misspelt
  const found: Items = corrections.map((correction) => ({
    id: `correction ${correction}`,
    label: correction,
    strong: true,
    lang: marked.language,
    onSelect: () => spelling.correct(marked, was, correction),
  }))
  const none = { id: 'none', label: spellingText('noCorrections'), disabled: true, onSelect: () => undefined }
  return [
    found.length > 0 ? found : [none],
    [
      { id: 'add', label: spellingText('add'), onSelect: () => void spelling.addToDesk(marked) },
      { id: 'ignore', label: spellingText('ignore'), onSelect: () => void spelling.ignore(marked) },
    ],
  ]
}

/** `onlyUsable`: leaves out what cannot be done here. */
const commandItems = (ids: readonly CommandId[], onlyUsable: boolean): Items =>
  ids.flatMap((id) => {
    const enabled = commandBoard.can(id)
    const label = COMMANDS.find((row) => row.id === id)?.label ?? id
    return enabled || !onlyUsable
      ? [{ id, label, keys: shortcutOf(id), disabled: !enabled, onSelect: () => void runCommand(id) }]
      : []
  })
