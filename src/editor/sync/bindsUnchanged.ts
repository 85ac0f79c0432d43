import { editorText } from '../../catalogue/writing/editor'
import type { Schema } from '@tiptap/pm/model'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { messageOf } from '../../story/text/messageOf'

/**
 * Tests on a clone whether a sheet can be bound to a document: the binding deletes, for every replica, what it cannot
 * render. Undefined if rendering the clone and writing it back changes nothing. Otherwise what would happen, for
 * people, and the text. `state`: full Yjs state (update v1).
 */
export function bindsUnchanged(
  state: Uint8Array,
  schema: Schema,
): { readonly why: string; readonly text: string } | undefined {
  const clone = new Y.Doc({ gc: false })
  try {
    Y.applyUpdate(clone, state)
    const fragment = clone.getXmlFragment(COPY_FRAGMENT)
    let changed = false
    clone.on('update', () => (changed = true))
    const { doc, mapping } = initProseMirrorDoc(fragment, schema)
    doc.check()
    clone.transact(() => updateYFragment(clone, fragment, doc, { mapping, isOMark: new Map() }))
    return changed ? { why: editorText('unbound.wouldLose'), text: textIn(state) } : undefined
  } catch (error) {
    return {
      why: editorText('unbound.cannotShow', { why: messageOf(error) }),
      text: textIn(state),
    }
  } finally {
    clone.destroy()
  }
}

/** All text, one line for each run, from a fresh clone. */
function textIn(state: Uint8Array): string {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, state)
  const lines: string[] = []
  const visit = (node: unknown): void => {
    if (node instanceof Y.XmlText)
      lines.push(
        (node.toDelta() as readonly { readonly insert?: unknown }[])
          .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
          .join(''),
      )
    else if (node instanceof Y.XmlFragment) for (const child of node.toArray()) visit(child)
  }
  visit(doc.getXmlFragment(COPY_FRAGMENT))
  doc.destroy()
  return lines.join('\n')
}
