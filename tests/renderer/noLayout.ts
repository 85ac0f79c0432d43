/** jsdom has no layout: elements measure nothing, and text has no rectangles at all. Here it measures nothing, too. */
const nothing = (): DOMRect => ({
  ...{ x: 0, y: 0, width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0 },
  toJSON: () => ({}),
})

Range.prototype.getClientRects ??= (): DOMRectList => Object.assign([], { item: () => null }) as unknown as DOMRectList
Range.prototype.getBoundingClientRect ??= nothing

/** jsdom asks no style sheet. No query holds: the window is wide. */
globalThis.matchMedia ??= () =>
  ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }) as never
