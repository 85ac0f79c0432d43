/**
 * The suggestion that the attributes of a mark name. Undefined: the mark proposes nothing, and its words stand as they
 * are.
 */
export function suggestionIdOf(attributes: unknown): string | undefined {
  const { id } = (attributes ?? {}) as { readonly id?: unknown }
  return typeof id === 'string' ? id : undefined
}
