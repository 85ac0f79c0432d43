/**
 * The people of the sample story, in each language. They are there so that a person who learns with it is a second
 * person. They act in that story alone: otherwise one person would be two in every story of a library without PINs.
 */
export const SAMPLE_PEOPLE = {
  en: { reporter: 'Sample reporter', editor: 'Sample editor' },
  ko: { reporter: '견본 기자', editor: '견본 편집자' },
} as const

const NAMES: ReadonlySet<string> = new Set(
  Object.values(SAMPLE_PEOPLE).flatMap(({ reporter, editor }) => [reporter, editor]),
)

export const isSamplePerson = (name: string): boolean => NAMES.has(name)
