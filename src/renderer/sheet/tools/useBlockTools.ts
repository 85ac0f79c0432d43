import type { Command } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { pictureInHand } from '../../../editor/pictures/pictureCommands'
import {
  addColumn,
  addRow,
  isInTable,
  removeColumn,
  removeRow,
  removeTable,
  toggleHeaderRow,
} from '../../../editor/tables/tableCommands'
import type { CommandId } from '../../../ipc/commands'
import { useInsertPicture } from '../../pictures/useInsertPicture'
import { useReplacePicture } from '../../pictures/useReplacePicture'
import { useCommand, useNotice, type StoryPart } from '../../state'
import { runInSheet } from '../../state/session/runEditor'
import { useWindowServices } from '../../state/windowServices'

/** The commands on the table at the caret. */
export const TABLE_COMMANDS = [
  'table.rowAbove',
  'table.rowBelow',
  'table.columnBefore',
  'table.columnAfter',
  'table.header',
  'table.removeRow',
  'table.removeColumn',
  'table.remove',
] as const satisfies readonly CommandId[]

export interface BlockTools {
  /** The form asks for the size of a new table. */
  readonly sizing: boolean
  readonly setSizing: (sizing: boolean) => void
  readonly inTable: boolean
  readonly inPicture: boolean
}

/**
 * Registers the commands on tables and pictures for menu, palette and tool strip. Inserts pasted and dropped pictures.
 */
export function useBlockTools(story: StoryPart<'editor' | 'session'>): BlockTools {
  const { editor } = story
  const { call } = useWindowServices().newsroom
  const { check, showAlert } = useNotice()
  const { open } = useWindowServices().panels
  const [sizing, setSizing] = useState(false)
  const { inTable, inPicture } = useBlockAtCaret(story)
  const insert = useInsertPicture(story)
  const replace = useReplacePicture(story)
  const writable = editor?.isEditable === true
  const run = (command: Command) => (): void => void runInSheet(editor, command)

  useCommand('insert.table', () => setSizing(true), writable && !inTable)
  useCommand('table.rowAbove', run(addRow('before')), writable && inTable)
  useCommand('table.rowBelow', run(addRow('after')), writable && inTable)
  useCommand('table.columnBefore', run(addColumn('before')), writable && inTable)
  useCommand('table.columnAfter', run(addColumn('after')), writable && inTable)
  useCommand('table.header', run(toggleHeaderRow), writable && inTable)
  useCommand('table.removeRow', run(removeRow), writable && inTable)
  useCommand('table.removeColumn', run(removeColumn), writable && inTable)
  useCommand('table.remove', run(removeTable), writable && inTable)
  useCommand(
    'insert.picture',
    () =>
      void call('choosePictures', {}).then(async (outcome) => {
        const files: File[] = []
        for (const chosen of check(outcome) ?? []) {
          if ('problem' in chosen) showAlert(chosen.problem)
          else files.push(new File([new Uint8Array(chosen.bytes)], chosen.name))
        }
        await insert(files)
      }),
    writable,
  )
  useCommand(
    'picture.describe',
    () => {
      const found = editor && pictureInHand(editor.state)
      if (found) open({ kind: 'picture', file: found.picture.file, near: found.position })
    },
    writable && inPicture,
  )
  useCommand(
    'picture.replace',
    () => {
      const found = editor && pictureInHand(editor.state)
      if (found) void replace(found.picture.file, found.position)
    },
    writable && inPicture,
  )

  const arrived = useStore(story.session.store, ({ pictures }) => pictures)
  useEffect(() => {
    if (arrived.length === 0) return
    story.session.store.setState({ pictures: [] })
    void insert(arrived)
  }, [arrived, insert, story.session])

  return { sizing, setSizing, inTable, inPicture }
}

function useBlockAtCaret({ editor }: StoryPart<'editor'>): { readonly inTable: boolean; readonly inPicture: boolean } {
  const [here, setHere] = useState({ inTable: false, inPicture: false })
  useEffect(() => {
    if (!editor) return
    const read = (): void => {
      const next = { inTable: isInTable(editor.state), inPicture: pictureInHand(editor.state) !== undefined }
      setHere((now) => (now.inTable === next.inTable && now.inPicture === next.inPicture ? now : next))
    }
    read()
    editor.on('selectionUpdate', read)
    editor.on('update', read)
    return () => {
      editor.off('selectionUpdate', read)
      editor.off('update', read)
    }
  }, [editor])
  return here
}
