import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { Mappable } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import type { SheetRange } from '../facts/factRanges'

/** A paste or drop whose words nobody can read yet. */
interface Waiting {
  readonly at: SheetRange
  readonly insert: (at: SheetRange) => void
}

const waitingKey = new PluginKey<readonly Waiting[]>('waitingPastes')

/** Keeps the place of each waiting paste while the sheet is edited. What is typed there comes after the paste. */
export const waitingPastes = (): Plugin<readonly Waiting[]> =>
  new Plugin<readonly Waiting[]>({
    key: waitingKey,
    state: {
      init: () => [],
      apply: (tr, waiting) =>
        ((tr.getMeta(waitingKey) as readonly Waiting[] | undefined) ?? waiting).map(({ at, insert }) => ({
          at: mapped(at, tr.mapping),
          insert,
        })),
    },
  })

function mapped({ from, to }: SheetRange, mapping: Mappable): SheetRange {
  const start = mapping.map(from, -1)
  const end = mapping.mapResult(to, -1)
  // Words that were typed over the selection are not part of it.
  return { from: start, to: end.deletedBefore ? start : end.pos }
}

const setWaiting = ({ state, dispatch }: EditorView, waiting: readonly Waiting[]): void =>
  dispatch(state.tr.setMeta(waitingKey, waiting))

/** Calls `insert` for its place after `load`. If that fails, nothing is inserted, and the window tells the error. */
export function insertAfter(view: EditorView, load: () => Promise<unknown>, waiting: Waiting): void {
  const before = waitingKey.getState(view.state) ?? []
  setWaiting(view, [...before, waiting])
  if (before.length > 0) return
  void load()
    .catch((error: unknown) => {
      if (!view.isDestroyed) setWaiting(view, [])
      throw error
    })
    .then(() => insertAll(view))
}

/** The last comes first: what stands at the same place before it is inserted before it. */
function insertAll(view: EditorView): void {
  if (view.isDestroyed) return
  const waiting = waitingKey.getState(view.state) ?? []
  const last = waiting.at(-1)
  if (!last) return
  setWaiting(view, waiting.slice(0, -1))
  if (view.editable) last.insert(last.at)
  insertAll(view)
}
