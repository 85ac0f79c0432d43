/** Lists the functions with the most self time in a CPU profile, in milliseconds per keystroke. */
export function hotSpots({ nodes, samples, timeDeltas }, keys, count = 25) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const own = new Map()
  samples.forEach((id, index) => {
    const { functionName, url, lineNumber, columnNumber } = byId.get(id).callFrame
    const name = `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}`
    own.set(name, (own.get(name) ?? 0) + timeDeltas[index] / 1000)
  })
  return [...own]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([name, time]) => `${(time / keys).toFixed(3).padStart(9)} ms  ${name}`)
    .join('\n')
}
