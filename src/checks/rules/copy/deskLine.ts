/**
 * A line in the copy that looks like an embargo or a note to editors. Readers would see it, and an embargo in the copy
 * holds nothing back. Anyone on the roster may dismiss one that is meant for readers.
 */
import { checksText } from '../../../catalogue/rooms/checks'
import type { Block } from '../../../story/copy/copy'
import { mayBeForDesk } from '../../../story/text/lineForDesk'
import type { Check } from '../../finding/check'
import { keyText } from '../../finding/findingKey'
import { memoizeByBlock } from '../../finding/memoizeByBlock'
import { named } from '../../finding/wording'

const wordsIn = memoizeByBlock(({ role, text }: Block) => (role === 'cell' ? undefined : mayBeForDesk(text.trim())))

export const deskLine: Check = ({ story: { copy } }) =>
  copy.flatMap((block, index) => {
    const words = wordsIn(block)
    if (!words) return []
    return [
      {
        rule: 'deskLine' as const,
        key: keyText(block.text),
        severity: 'warn' as const,
        message: checksText(words === 'embargo' ? 'deskLine.embargo' : 'deskLine.note', {
          words: named(block.text),
        }),
        where: { kind: 'text' as const, block: index, from: 0, to: block.text.length },
        overridable: false,
        dismissable: true,
      },
    ]
  })
