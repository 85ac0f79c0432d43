/**
 * A line in the copy that looks like an embargo or a note to editors. Readers would see it, and an embargo in the copy
 * holds nothing back. Anyone on the roster may dismiss one that is meant for readers.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Block } from '../../../story/copy/copy'
import { isEmbargo, namesEmbargo, namesWhen } from '../../../story/text/lines/embargoLine'
import { mayBeForDesk } from '../../../story/text/lines/lineForDesk'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { memoizeByBlock } from '../../finding/memoizeByBlock'
import { named } from '../../finding/wording'

const wordsIn = memoizeByBlock(({ role, text }: Block) => (role === 'cell' ? undefined : mayBeForDesk(text.trim())))

const isLabel = memoizeByBlock(({ role, text }: Block) => role === 'cell' && namesEmbargo(text))

/** An embargo in a table, with the cell beside it: “Embargo | 5 December, 10:00”. */
function embargoInCells(copy: readonly Block[], index: number): string | undefined {
  const [cell, next] = [copy[index], copy[index + 1]]
  if (!cell || !isLabel(cell)) return undefined
  const text = cell.text.trim()
  const beside = next?.cell?.row === cell.cell?.row ? (next?.text.trim() ?? '') : ''
  const both = `${text.replace(/[:：]$/u, '')}: ${beside}`
  return [text, both].find((line) => namesWhen(line) && isEmbargo(line))
}

export const deskLine: Check = ({ story: { copy } }) =>
  copy.flatMap((block, index) => {
    const inCells = embargoInCells(copy, index)
    const text = inCells ?? block.text
    const words = inCells === undefined ? wordsIn(block) : 'embargo'
    if (!words) return []
    return [
      {
        rule: 'deskLine' as const,
        key: keyText(text),
        severity: 'warn' as const,
        message: checksText(words === 'embargo' ? 'deskLine.embargo' : 'deskLine.note', {
          words: named(text),
        }),
        where: { kind: 'text' as const, block: index, from: 0, to: block.text.length },
        overridable: false,
        dismissable: true,
      },
    ]
  })
