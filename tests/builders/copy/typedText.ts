import { setSigns, TYPED_SIGNS } from '../../../src/story/language/typedSigns'

/** What stands there when somebody types `keys` one by one in a language. */
export function typedText(keys: string, language: string): string {
  let text = ''
  for (const sign of keys) {
    const set = TYPED_SIGNS.has(sign) ? setSigns(text, sign, language) : undefined
    text += sign
    if (set) text = text.slice(0, -set.replaces) + set.by
  }
  return text
}
