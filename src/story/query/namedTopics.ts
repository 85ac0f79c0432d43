/** Stories have Media Topics by code. People look for them by name. */
import type { MediaTopics } from '../desk/mediaTopics'
import type { QueryWords, StoryFilter, StoryQuery } from './storyQuery'
import { holdsTokens } from './matchQuery'
import { soughtTokens, tokenText } from './tokens'

export const asksForSubject = ({ filters }: StoryQuery): boolean => filters.some(({ name }) => name === 'subject')

/**
 * The query with more filters: for `subject:sport` also the code of each topic that has the words in its English or
 * Korean name, and of each topic below it. Filters of one name are alternatives, and those with `not` hold together,
 * so they stand beside the one that was typed, which finds keywords and codes.
 */
export const withNamedTopics = (query: StoryQuery, topics: MediaTopics): StoryQuery => ({
  ...query,
  filters: query.filters.flatMap((filter) =>
    filter.name === 'subject' ? [filter, ...codesFor(filter, topics)] : [filter],
  ),
})

function codesFor({ words, not }: SubjectFilter, topics: MediaTopics): readonly StoryFilter[] {
  const all = textsOf(topics)
  const named = new Set(all.flatMap(({ code, text }) => (holdsTokens(text, words) ? [code] : [])))
  return all
    .filter(({ code, above }) => named.has(code) || above.some((one) => named.has(one)))
    .flatMap(({ code }) => {
      const digits = code.slice(code.indexOf(':') + 1)
      const tokens = soughtTokens(digits)
      return tokens ? [{ name: 'subject', words: { ...tokens, text: digits, quoted: false }, not }] : []
    })
}

interface SubjectFilter {
  readonly words: QueryWords
  readonly not: boolean
}

interface TopicText {
  readonly code: string
  readonly above: readonly string[]
  /** Its names, as a search reads them. */
  readonly text: string
}

const known = new WeakMap<MediaTopics, readonly TopicText[]>()

/** Made once: the query is asked at each key. */
function textsOf(topics: MediaTopics): readonly TopicText[] {
  const before = known.get(topics)
  if (before) return before
  const texts = topics.all.map(({ code, above, name, korean = '', american = '' }) => ({
    ...{ code, above },
    text: tokenText([name, korean, american]),
  }))
  known.set(topics, texts)
  return texts
}
