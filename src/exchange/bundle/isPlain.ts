/** Levels of a value. A view has fewer than ten. */
const DEEPEST = 40

/** Whether a value has no more levels than Stet writes, and no field that would replace what every object has. */
export function isPlain(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0 || Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every((item) => isPlain(item, levels - 1))
}
