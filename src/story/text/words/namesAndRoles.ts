export interface BylinePiece {
  readonly text: string
  readonly what: 'name' | 'role' | 'between'
}

/** Whether a byline is printed as in English: “By Kim Ji-woo and Lee Seo-yeon”. `language`: of the story, BCP 47. */
export const isEnglish = (language: string): boolean => /^en\b/i.test(language)

/** The names of a byline as readers get them, with roles in parentheses. `and`: the English word. */
export function namesAndRoles(
  byline: readonly { readonly name: string; readonly role?: string }[],
  language: string,
  and: string,
): readonly BylinePiece[] {
  const last = isEnglish(language) ? ` ${and} ` : ', '
  return byline.flatMap(({ name, role }, index): BylinePiece[] => [
    ...(index === 0 ? [] : [{ text: index === byline.length - 1 ? last : ', ', what: 'between' as const }]),
    { text: name, what: 'name' },
    ...(role
      ? [
          { text: ' (', what: 'between' as const },
          { text: role, what: 'role' as const },
          { text: ')', what: 'between' as const },
        ]
      : []),
  ])
}
