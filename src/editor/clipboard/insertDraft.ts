import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Node as SheetNode } from '@tiptap/pm/model'
import { hasDeckForm, hasHeadlineForm, namesOfByline } from '../../story/text/lines/lineForms'
import { attrsOf, isPlainBlock, partOfNode } from '../schema/blockAttrs'
import type { ClipboardGuard } from './clipboardGuard'
import { insertBlocks } from './insertBlocks'
import { inlineOnly } from './pieces'
import { defined } from '../../story/text/defined'

type IsForDesk = ClipboardGuard['isForDesk']

interface Parts {
  readonly headline?: SheetNode
  readonly deck?: SheetNode
  readonly body: readonly SheetNode[]
}

/**
 * Inserts a whole draft at a headline or deck with nothing from there on: its parts go where an import puts them, not
 * into one line. Returns the blocks that became headline and deck. Undefined if there is text already, or the draft is
 * one line.
 */
export function insertDraft(
  tr: Transaction,
  from: number,
  to: number,
  blocks: readonly SheetNode[],
  isForDesk: IsForDesk,
): readonly SheetNode[] | undefined {
  const { doc } = tr
  const $from = doc.resolve(from)
  const part = $from.depth === 1 ? partOfNode($from.parent) : 'body'
  const index = $from.index(0)
  if (
    from !== to ||
    blocks.length < 2 ||
    part === 'body' ||
    !doc.children.every((child, at) => at < index || (isPlainBlock(child) && child.content.size === 0))
  )
    return undefined
  const [headlineAt, deckAt, bodyAt] = [0, 1, 2].map((child) => startOf(doc, child))
  if (headlineAt === undefined || deckAt === undefined || bodyAt === undefined) return undefined
  const { headline, deck, body } = partsOf(blocks, part === 'headline', isForDesk)
  // From the end, so that earlier positions stay valid.
  if (body.length > 0) insertBlocks(tr, bodyAt, bodyAt, body)
  const last = body.length > 0 ? tr.selection.head : deck ? deckAt : headlineAt
  if (deck) tr.insert(deckAt, inlineOnly(doc.type.schema, [deck]))
  if (headline) tr.insert(headlineAt, inlineOnly(doc.type.schema, [headline]))
  tr.setSelection(
    TextSelection.near(
      tr.doc.resolve(tr.mapping.slice(tr.steps.length - (deck ? 1 : 0) - (headline ? 1 : 0)).map(last)),
      -1,
    ),
  )
  return [headline, deck].filter((line) => line !== undefined)
}

function partsOf(blocks: readonly SheetNode[], fromHeadline: boolean, isForDesk: IsForDesk): Parts {
  const rest = [...blocks]
  const headline = fromHeadline && opensWithHeadline(rest, isForDesk) ? rest.shift() : undefined
  const deck = (headline || !fromHeadline) && opensWithDeck(rest, isForDesk) ? rest.shift() : undefined
  return { ...defined({ headline, deck }), body: rest }
}

function opensWithHeadline([first, second]: readonly SheetNode[], isForDesk: IsForDesk): boolean {
  if (!first || !second) return false
  const { role } = attrsOf(first)
  return (
    role === 'headline' ||
    role === 'subhead' ||
    (role === 'paragraph' && hasHeadlineForm(first.textContent) && !isForDesk(first.textContent))
  )
}

function opensWithDeck([first, second]: readonly SheetNode[], isForDesk: IsForDesk): boolean {
  if (!first) return false
  const { role } = attrsOf(first)
  if (role === 'deck') return true
  if (role !== 'paragraph' || namesOfByline(first.textContent) !== undefined) return false
  const { italic } = first.type.schema.marks
  const plain = first.children.every(({ marks }) =>
    marks.every(({ type }) => type.name === 'fact' || type.name === 'comment'),
  )
  const slanted = italic !== undefined && first.children.every(({ marks }) => italic.isInSet(marks))
  return slanted || (second !== undefined && plain && hasDeckForm(first.textContent) && !isForDesk(first.textContent))
}

function startOf(doc: SheetNode, index: number): number | undefined {
  if (index >= doc.childCount) return undefined
  let start = 1
  for (let before = 0; before < index; before++) start += doc.child(before).nodeSize
  return start
}
