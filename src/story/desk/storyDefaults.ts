/** What a new story of this library begins with, and the zone of the newsroom. */
/** Absent, or '': the story begins without it. */
export interface StoryDefaults {
  /** The author's name is the byline. */
  readonly byline?: boolean
  /** The city of the dateline. */
  readonly place?: string
  /** BCP 47. */
  readonly language?: string
  readonly provider?: string
  readonly copyrightLine?: string
  readonly usageTerms?: string
  /** IANA time zone of the newsroom. Embargoes are shown in it. Absent: that of each machine. */
  readonly zone?: string
}

export const DEFAULT_TEXTS = ['place', 'language', 'provider', 'copyrightLine', 'usageTerms', 'zone'] as const
export type DefaultText = (typeof DEFAULT_TEXTS)[number]

/** Characters of a text. */
export const LONGEST_DEFAULT = 500

/** Without surrounding spaces, and without what is empty. */
export function tidyDefaults(given: StoryDefaults): StoryDefaults {
  const texts = DEFAULT_TEXTS.flatMap((name) => {
    const text = (given[name] ?? '').trim().slice(0, LONGEST_DEFAULT)
    return text === '' ? [] : [[name, text] as const]
  })
  return { ...(given.byline ? { byline: true } : {}), ...(Object.fromEntries(texts) as StoryDefaults) }
}

/** Names of the defaults that differ. */
export const changedDefaults = (before: StoryDefaults, after: StoryDefaults): readonly (keyof StoryDefaults)[] =>
  (['byline', ...DEFAULT_TEXTS] as const).filter((name) => before[name] !== after[name])
