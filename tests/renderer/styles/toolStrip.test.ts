import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The widths that a rule gives to the list of block styles, in sheets of any width. */
const widthsOfBlockStyles = (css: string): readonly string[] =>
  [...css.matchAll(/\.tool-strip(?: >)? \.field \{([^}]*)\}/gu)].flatMap(([, rule = '']) =>
    [...rule.matchAll(/(?:^|[;\s])((?:max-)?inline-size: [^;]+);/gu)].map(([, width = '']) => width),
  )

test('in no sheet is the list of block styles narrower than its labels', () => {
  const css = readFileSync('src/renderer/sheet/sheet.css', 'utf8')
  expect(widthsOfBlockStyles(css)).toEqual(['inline-size: max-content'])
})
