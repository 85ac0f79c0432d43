import type { Page } from '@playwright/test'

/** Where the caret is: the words of its block before it, and how far it stands below the upper edge of the sheet, in pixels. */
export const caretOf = (page: Page): Promise<{ readonly before: string; readonly top: number }> => page.evaluate(() => {
  const selection = getSelection()
  const block = selection?.anchorNode && (selection.anchorNode instanceof Element ? selection.anchorNode : selection.anchorNode.parentElement)?.closest('[data-part]')
  if (!selection?.anchorNode || !block) return { before: 'nowhere', top: -1 }
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(selection.anchorNode, selection.anchorOffset)
  const edge = document.querySelector('.sheet-scroll')?.getBoundingClientRect().top ?? 0
  return { before: range.toString(), top: (range.getClientRects()[0]?.top ?? 0) - edge }
})
