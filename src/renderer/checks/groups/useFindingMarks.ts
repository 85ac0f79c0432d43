import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { setFindingMarks, type FindingMark } from '../../../editor/view/findingMarks'
import type { IssueGroup } from './issueList'

/** Marks the words of the open group in the copy while the list is on the screen. */
export function useFindingMarks(editor: Editor | null, group: IssueGroup | undefined): void {
  useEffect(() => {
    if (!editor) return
    setFindingMarks(editor.view, group ? marksOf(group) : [])
  }, [editor, group])
  useEffect(
    () => () => {
      if (editor && !editor.isDestroyed) setFindingMarks(editor.view, [])
    },
    [editor],
  )
}

/** Words beside the copy have no place in it. */
const marksOf = ({ kind, findings, at }: IssueGroup): readonly FindingMark[] =>
  kind === 'beside'
    ? []
    : findings.flatMap(({ where }, index) =>
        where.kind === 'text' && where.from < where.to
          ? [{ block: where.block, from: where.from, to: where.to, isSelected: index === at }]
          : [],
      )
