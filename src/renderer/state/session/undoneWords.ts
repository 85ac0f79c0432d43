import { windowText } from '../../../catalogue/window/window'
import type { UndoneMarks } from '../../../editor/sync/undoneMarks'

/** What screen readers are told when undo or redo took tags or comments away or brought them back. */
export function undoneWords({ direction, mark, change, count, words }: UndoneMarks): string {
  const text = windowText(`undo.${mark}.${change}`, { count, words })
  return windowText(direction === 'undo' ? 'undo.undone' : 'undo.redone', { text })
}
