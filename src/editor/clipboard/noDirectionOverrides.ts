import type { Mark } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { unwantedIn } from '../../story/text/words/strayCharacters'
import { changedRanges } from '../suggesting/changedRanges'
import { isFromSharedDocument } from '../copy/origin'

/**
 * Takes direction overrides (U+202A to U+202E) and control characters out of what this person types, pastes, drops or
 * replaces, and says how many. A space takes the place of one that parts words. Those that were there before stay: the
 * checks show the overrides, and exports write spaces.
 */
export const noDirectionOverrides = (onDropped?: (count: number) => void): Plugin =>
  new Plugin({
    key: new PluginKey('noDirectionOverrides'),
    appendTransaction(transactions, _old, state) {
      const { tr } = state
      const places = new Map<number, { readonly instead: string; readonly marks: readonly Mark[] }>()
      transactions.forEach((transaction, index) => {
        if (!transaction.docChanged || isFromSharedDocument(transaction)) return
        const later = transactions.slice(index + 1)
        const now = (at: number, side: 1 | -1): number =>
          later.reduce((position, { mapping }) => mapping.map(position, side), at)
        for (const { newFrom, newTo } of changedRanges(transaction)) {
          const [from, to] = [now(newFrom, 1), now(newTo, -1)]
          if (from >= to) continue
          state.doc.nodesBetween(from, to, (node, at) => {
            if (!node.isText) return
            for (const { at: inText, instead } of unwantedIn(node.text ?? '')) {
              const place = at + inText
              if (place >= from && place < to) places.set(place, { instead, marks: node.marks })
            }
          })
        }
      })
      if (places.size === 0) return null
      for (const [place, { instead, marks }] of [...places].sort(([a], [b]) => b - a))
        if (instead === '') tr.delete(place, place + 1)
        else tr.replaceWith(place, place + 1, state.schema.text(instead, marks))
      onDropped?.(places.size)
      return tr.setStoredMarks(state.storedMarks)
    },
  })
