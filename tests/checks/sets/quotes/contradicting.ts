/** Names of cases whose answer contradicts product.md: they fail, and are not counted. */
export const CONTRADICTING: ReadonlySet<string> = new Set([])
