import type { Page } from '@playwright/test'

export interface CaretPlace {
  /** The words of its block before the caret. */
  readonly before: string
  /** Pixels below the upper edge of the sheet. */
  readonly top: number
}

/** Where the caret is, once it has stood still for ten frames. */
export const caretOf = (page: Page): Promise<CaretPlace> =>
  page.evaluate(async () => {
    const read = (): CaretPlace => {
      const selection = getSelection()
      const node = selection?.anchorNode
      const block = node && (node instanceof Element ? node : node.parentElement)?.closest('[data-part]')
      if (!node || !block) return { before: 'nowhere', top: -1 }
      const range = document.createRange()
      range.setStart(block, 0)
      range.setEnd(node, selection.anchorOffset)
      const edge = document.querySelector('.sheet-scroll')?.getBoundingClientRect().top ?? 0
      return { before: range.toString(), top: (range.getClientRects()[0]?.top ?? 0) - edge }
    }
    let place = read()
    for (let still = 0; still < 10;) {
      await new Promise((frame) => requestAnimationFrame(frame))
      const now = read()
      still = now.before === place.before && now.top === place.top ? still + 1 : 0
      place = now
    }
    return place
  })
