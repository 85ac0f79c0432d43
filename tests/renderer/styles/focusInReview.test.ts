import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the line that says where the keyboard rests in review lies over the rows of the viewer', () => {
  const css = readFileSync('src/renderer/review/review.css', 'utf8')
  const line = /\.review-room:has\(> \.review-scroll:focus-visible\)::after \{([^}]*)\}/u.exec(css)?.[1] ?? ''
  expect(line.match(/(?:position|inset|border|pointer-events): [^;]+/gu)).toEqual([
    'position: absolute',
    'inset: 0',
    'border: 1px solid var(--accent)',
    'pointer-events: none',
  ])
})
