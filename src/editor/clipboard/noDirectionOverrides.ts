import { Plugin, PluginKey } from '@tiptap/pm/state'
import { hasDirectionOverride } from '../../story/text/words/directionOverrides'
import { changedRanges } from '../suggesting/changedRanges'
import { isFromSharedDocument } from '../copy/origin'

/**
 * Takes direction overrides (U+202A to U+202E) out of what this person types, pastes, drops or replaces, and says how
 * many. Those that were there before stay: the checks show them.
 */
export const noDirectionOverrides = (onDropped?: (count: number) => void): Plugin =>
  new Plugin({
    key: new PluginKey('noDirectionOverrides'),
    appendTransaction(transactions, _old, state) {
      const { tr } = state
      const places: number[] = []
      transactions.forEach((transaction, index) => {
        if (!transaction.docChanged || isFromSharedDocument(transaction)) return
        const later = transactions.slice(index + 1)
        const now = (at: number, side: 1 | -1): number =>
          later.reduce((position, { mapping }) => mapping.map(position, side), at)
        for (const { newFrom, newTo } of changedRanges(transaction)) {
          const [from, to] = [now(newFrom, 1), now(newTo, -1)]
          if (from >= to) continue
          state.doc.nodesBetween(from, to, (node, at) => {
            if (!node.isText || !hasDirectionOverride(node.text ?? '')) return
            for (const { index: inText } of (node.text ?? '').matchAll(/[\u202a-\u202e]/g)) {
              const place = at + inText
              if (place >= from && place < to && !places.includes(place)) places.push(place)
            }
          })
        }
      })
      for (const place of places.sort((a, b) => b - a)) tr.delete(place, place + 1)
      if (places.length === 0) return null
      onDropped?.(places.length)
      return tr.setStoredMarks(state.storedMarks)
    },
  })
