/** Brings an element into the middle of the box that scrolls it, and that box into view. */
export function showIn(box: Element | null | undefined, element: Element | null): void {
  if (!box || !element) return
  const outer = box.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
  box.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  box.scrollIntoView({ block: 'nearest' })
}
