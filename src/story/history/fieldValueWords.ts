/** A stored field value for people: lists with commas, a byline with its role in brackets. */
export function fieldValueWords(text: string): string {
  if (!/^[[{]/.test(text)) return text
  try {
    return valueWords(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, role, place, date } = value as Readonly<Record<string, unknown>>
  if (typeof name === 'string') return typeof role === 'string' && role !== '' ? `${name} (${role})` : name
  return [place, date].filter((part) => typeof part === 'string' && part !== '').join(', ')
}
