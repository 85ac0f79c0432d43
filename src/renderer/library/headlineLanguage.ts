/**
 * The language of a headline as far as its line breaks and its type depend on it: `ko` for words in Hangul. Undefined
 * for all others, which follow the window.
 */
export const headlineLanguage = (headline: string): 'ko' | undefined =>
  /\p{Script=Hangul}/u.test(headline) ? 'ko' : undefined
