import { startsTable } from '../../story/copy/tables'
import { textOfBlock, withCredit, type PublishedBlock } from '../published/publishedStory'

/**
 * Prints blocks as plain text with a blank line between them. List items and table rows are on lines of their own,
 * cells separated by " | ". A picture is its cutline and credit. Links read "words (address)". `start`: the number of
 * the first block, if it is an item of a numbered list.
 */
export function textOfBlocks(given: readonly PublishedBlock[], lead = '', start = 1): string {
  // A picture without text must not leave an empty line.
  const blocks = given.filter((block) => block.cell !== undefined || plainOf(block) !== '')
  const first = blocks.findIndex((block) => block.role === 'paragraph')
  const numbers: ListNumber[] = []
  let text = ''
  blocks.forEach((block, index) => {
    const item = block.role === 'listItem'
    if (index > 0) text += separator(blocks[index - 1], block)
    if (!item) numbers.length = 0
    text +=
      (item ? marker(block, numbers, index === 0 ? start : 1) : '') +
      (index === first ? lead : '') +
      (block.cell ? plainOf(block).replace(/(?<!\s)\s*\n\s*/g, ' ') : plainOf(block))
  })
  return text
}

function separator(before: PublishedBlock | undefined, block: PublishedBlock): string {
  if (block.role === 'listItem' && before?.role === 'listItem') return '\n'
  if (!block.cell || !before?.cell || startsTable(block.cell)) return '\n\n'
  return block.cell.row === before.cell.row ? ' | ' : '\n'
}

interface ListNumber {
  readonly list: string
  readonly number: number
}

/** `numbers`: the last number of each open level. An item of another kind restarts its list, at `start`. */
function marker(block: PublishedBlock, numbers: ListNumber[], start: number): string {
  const level = block.level ?? 1
  const list = block.list ?? 'bullet'
  numbers.length = Math.min(numbers.length, level)
  const before = numbers[level - 1]
  const number = before?.list === list ? before.number + 1 : start
  numbers[level - 1] = { list, number }
  return `${'  '.repeat(level - 1)}${list === 'ordered' ? `${number}.` : '•'} `
}

const plainOf = (block: PublishedBlock): string =>
  plainOfRuns(block.picture ? { ...block, runs: withCredit(block) } : block)

const plainOfRuns = (block: PublishedBlock): string =>
  block.runs.every((run) => run.href === undefined)
    ? textOfBlock(block)
    : block.runs
        .map((run, index) =>
          run.href === undefined || block.runs[index + 1]?.href === run.href || sameWords(run.text, run.href)
            ? run.text
            : `${run.text} (${run.href})`,
        )
        .join('')

const sameWords = (text: string, href: string): boolean => href.replace(/^mailto:/i, '') === text.trim()
