/**
 * Turns a ninjs 3.1 object into ninjs 2.1: names are in lower case, and the embargo has its old name. ninjs 2.1
 * already had everything else that our writer uses (IPTC ninjs guidelines, "Changes in 3.0").
 */
export const asNinjs2 = (item: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...lowered(item),
  standard: { name: 'ninjs', version: '2.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json#' },
})

const lowered = (item: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      key === 'embargoedUntil' ? 'embargoed' : key.toLowerCase(),
      loweredValue(value),
    ]),
  )

function loweredValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(loweredValue)
  return typeof value === 'object' && value !== null ? lowered(value) : value
}
