/**
 * Whether the parts of a name are values of fields that stand one after another: “?first=Ana&last=Ruiz”,
 * “first=Ana;last=Ruiz”, {"first": "Ana", "last": "Ruiz"}, first="Ana" last="Ruiz".
 * `before` ends where the name begins: a quotation mark alone may be of two headlines. `between` has at most four words
 * (GAP in seekName.ts): these patterns take too long for more.
 */
export const isBetweenValues = (between: string, before: string): boolean =>
  IN_QUERY.test(between) || (IN_FIELDS.test(between) && IN_VALUE.test(before))

/** The longest beginning of a value that is looked at. */
export const VALUE_BEFORE = 60

/** From one value of an address or a list to another, with other fields between. */
const IN_QUERY = /^[&;]\s?[^\s&;=?#]+=(?:[^\s&;=?#]*[&;]\s?[^\s&;=?#]+=)*$/u

const QUOTE = '["\'“”„‘’]'
const KEY = `${QUOTE}?[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*${QUOTE}?\\s*[:=]\\s*`
const VALUE = `(?:${QUOTE}[^"“”„\\n]*?${QUOTE}|[^\\s"“”„',]+)`
/** “María” of {"first": "Ana María", "last": "Ruiz"}. */
const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*"
const IN_FIELDS = new RegExp(
  `^(?:\\s${NAME})*${QUOTE}(?:\\s*,\\s*|\\s+)(?:${KEY}${VALUE}(?:\\s*,\\s*|\\s+))*${KEY}${QUOTE}(?:${NAME}\\s)*$`,
  'u',
)
const IN_VALUE = new RegExp(`[:=]\\s*${QUOTE}(?:${NAME}\\s)*$`, 'u')
