import { expect, test } from 'vitest'
import { longInPage } from '../../scripts/longLines.mjs'

const LONG = 'word '.repeat(30).trim()

test.each([
  ['a paragraph', `# Title\n\n${LONG}\n`, [3]],
  ['an item, and what is below it', `- ${LONG}\n  ${LONG}\n`, [1, 2]],
  ['a line behind a block of code', '```\n' + LONG + '\n```\n' + LONG, [4]],
  ['a table and a block of code', `| ${LONG} |\n\n  \`\`\`sh\n  ${LONG}\n  \`\`\`\n`, []],
  ['letters of several bytes', `“${'é'.repeat(118)}”`, []],
])('%s of a page: which lines are too long', (_, page, lines) => {
  expect(longInPage(page)).toEqual(lines)
})
