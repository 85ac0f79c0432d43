import { Plugin, PluginKey } from '@tiptap/pm/state'
import { isFromSharedDocument } from '../copy/origin'
import { changedRanges } from './changedRanges'
import { isSuggestionMark } from './suggestionMarks'
import { isProposal } from './suggestionRecords'

/** Text written while editing belongs to no suggestion, even inside one. A block made by Enter has no proposals. */
export const plainWords = (): Plugin =>
  new Plugin({
    key: new PluginKey('plainWords'),
    appendTransaction(transactions, _old, state) {
      if (
        !transactions.some((transaction) => transaction.docChanged) ||
        transactions.some((transaction) => isFromSharedDocument(transaction) || isProposal(transaction))
      )
        return null
      const { tr } = state
      transactions.forEach((transaction, index) => {
        const later = transactions.slice(index + 1)
        const now = (at: number, side: 1 | -1): number =>
          later.reduce((position, { mapping }) => mapping.map(position, side), at)
        for (const range of changedRanges(transaction)) {
          const from = now(range.newFrom, 1)
          const to = now(range.newTo, -1)
          if (from >= to) continue
          tr.doc.nodesBetween(from, to, (node, at) => {
            if (node.type.name === 'block' && at >= from) {
              for (const name of ['joins', 'becomes'])
                if (node.attrs[name] !== null) tr.setNodeAttribute(at, name, null)
            }
            if (node.type.name === 'hardBreak' && at >= from && at < to && node.attrs['deletion'] !== null)
              tr.setNodeAttribute(at, 'deletion', null)
            if (!node.isText) return
            for (const mark of node.marks)
              if (isSuggestionMark(mark)) tr.removeMark(Math.max(from, at), Math.min(to, at + node.nodeSize), mark)
          })
        }
      })
      return tr.docChanged ? tr.setStoredMarks(state.storedMarks) : null
    },
  })
