import type { Page } from '@playwright/test'

/** Where the caret is: the words of its block before it, and how far the sheet is scrolled, in pixels. */
export const caretOf = (page: Page): Promise<{ readonly before: string; readonly scroll: number }> => page.evaluate(() => {
  const selection = getSelection()
  const block = selection?.anchorNode && (selection.anchorNode instanceof Element ? selection.anchorNode : selection.anchorNode.parentElement)?.closest('[data-part]')
  if (!selection?.anchorNode || !block) return { before: 'nowhere', scroll: -1 }
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(selection.anchorNode, selection.anchorOffset)
  return { before: range.toString(), scroll: Math.round(document.querySelector('.sheet-scroll')?.scrollTop ?? -1) }
})
