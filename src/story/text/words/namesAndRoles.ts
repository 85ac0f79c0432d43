export interface BylinePiece {
  readonly text: string
  readonly what: 'name' | 'role' | 'between'
}

/** Whether a byline is printed as in English: “By Kim Ji-woo and Lee Seo-yeon”. `language`: of the story, BCP 47. */
export const isEnglish = (language: string): boolean => /^en\b/i.test(language)

/** Titles that Korean bylines print behind the name, without parentheses: “김서연 기자”. */
export const KOREAN_TITLES = '기자|선임기자|전문기자|인턴기자|특파원|앵커|논설위원'
const IS_KOREAN_TITLE = new RegExp(`^(?:${KOREAN_TITLES})$`, 'u')

/** The names of a byline as readers get them, with other roles in parentheses. `and`: the English word. */
export function namesAndRoles(
  byline: readonly { readonly name: string; readonly role?: string }[],
  language: string,
  and: string,
): readonly BylinePiece[] {
  const last = isEnglish(language) ? ` ${and} ` : ', '
  return byline.flatMap(({ name, role }, index): BylinePiece[] => [
    ...(index === 0 ? [] : [{ text: index === byline.length - 1 ? last : ', ', what: 'between' as const }]),
    { text: name, what: 'name' },
    ...(role ? roleBehind(role) : []),
  ])
}

const roleBehind = (role: string): readonly BylinePiece[] =>
  IS_KOREAN_TITLE.test(role)
    ? [
        { text: ' ', what: 'between' },
        { text: role, what: 'role' },
      ]
    : [
        { text: ' (', what: 'between' },
        { text: role, what: 'role' },
        { text: ')', what: 'between' },
      ]
