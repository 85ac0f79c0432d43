/** JSON that carries bytes: a Uint8Array becomes {"bytes:base64": "…"}. */
const BYTES = 'bytes:base64'

export const toWire = (value: unknown): string => JSON.stringify(wrap(value) ?? null)

/** Throws SyntaxError when the text is not JSON. */
export const fromWire = (text: string): unknown => unwrap(JSON.parse(text))

function wrap(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(wrap)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wrap(item)]))
}

function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const only = entries.length === 1 ? entries[0] : undefined
  if (only && only[0] === BYTES && typeof only[1] === 'string') return Uint8Array.from(Buffer.from(only[1], 'base64'))
  return Object.fromEntries(entries.map(([key, item]) => [key, unwrap(item)]))
}
