import { useEffect, useRef, type RefObject } from 'react'

/**
 * Brings the graf that is heard into sight while somebody reads along: if the one before it was in sight, and no words
 * are selected. Whoever scrolls elsewhere stays there. `heard`: its index; undefined, none.
 */
export function useFollowHeard(
  list: RefObject<HTMLElement | null>,
  heard: number | undefined,
  bring: (index: number) => void,
): void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    const box = list.current
    if (!box || heard === undefined) return
    const graf = box.querySelector('[aria-current="time"]')
    const wasSeen = before.current !== null && box.contains(before.current) && overlaps(box, before.current)
    before.current = graf
    const selection = document.getSelection()
    const isSelecting = selection?.isCollapsed === false && box.contains(selection.anchorNode)
    if (wasSeen && !isSelecting && !(graf && isWhollyIn(box, graf))) bring(heard)
    // The words decide, not the function, which is another one after each render.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [heard])
}

function overlaps(box: Element, graf: Element): boolean {
  const [outer, inner] = [box.getBoundingClientRect(), graf.getBoundingClientRect()]
  return inner.bottom > outer.top && inner.top < outer.bottom
}

function isWhollyIn(box: Element, graf: Element): boolean {
  const [outer, inner] = [box.getBoundingClientRect(), graf.getBoundingClientRect()]
  return inner.top >= outer.top && inner.bottom <= outer.bottom
}
