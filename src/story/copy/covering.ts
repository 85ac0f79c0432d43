interface Ranged {
  readonly from: number
  readonly to: number
}

/**
 * The spans over each piece of a text, in their own order. `edges`: where pieces begin and end, sorted; all ends of
 * spans that lie between the first and the last edge are among them. One look from left to right: a paragraph may carry
 * thousands of comments or changes.
 */
export function coveringEach<S extends Ranged>(spans: readonly S[], edges: readonly number[]): (readonly S[])[] {
  const coming = spans.map((span, order) => ({ span, order })).sort((a, b) => a.span.from - b.span.from)
  let next = 0
  let open: typeof coming = []
  return edges.slice(0, -1).map((from) => {
    const before = open.length
    open = open.filter(({ span }) => span.to > from)
    let changed = open.length !== before
    for (let one = coming[next]; one && one.span.from <= from; one = coming[++next])
      if (one.span.to > from) {
        open.push(one)
        changed = true
      }
    if (changed) open.sort((a, b) => a.order - b.order)
    return open.map(({ span }) => span)
  })
}
