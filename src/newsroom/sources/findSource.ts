import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { LibraryFacts } from '../../storage/disk/storyStore'
import { listedSources, shownSource, type Source, SOURCE_KIND_WORDS, sourcesCalled } from '../../story/desk/source'
import { NewsroomError } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'

/** Finds a source by id, pseudonym, name or alias. Throws a usage error when there is none, or several. */
export function findSource(room: Newsroom, called: string): Source {
  return oneCalled(room.library.sources, called)
}

function oneCalled(sources: readonly Source[], called: string): Source {
  const [found, ...others] = sourcesCalled(sources, called)
  if (!found) throw new NewsroomError('usage', newsroomText('findSource.notFound', { called }))
  if (others.length === 0) return found
  const shown = [found, ...others].map(
    (source) => `${source.id} (${shownSource(source, sources)}, ${SOURCE_KIND_WORDS[source.kind].toLowerCase()})`,
  )
  throw new NewsroomError(
    'usage',
    newsroomText('findSource.several', { called, first: shown.slice(0, -1).join(', '), last: shown.at(-1) ?? '' }),
  )
}

/** Replaces the names of the sources that a source rests on by their ids. */
export const withOriginIds = <W extends { readonly derivedFrom?: readonly string[] | undefined }>(
  words: W,
  sources: readonly Source[],
): W =>
  words.derivedFrom === undefined
    ? words
    : { ...words, derivedFrom: words.derivedFrom.map((called) => oneCalled(sources, called).id) }

/** A source by its id, if it was not merged into another one. Throws a usage error if there is none. */
export function sourceOf({ sources }: Pick<LibraryFacts, 'sources'>, id: string): Source {
  const found = sources.find((source) => source.id === id && source.mergedInto === undefined)
  if (!found) throw new NewsroomError('usage', newsroomText('findSource.unknownId', { id }))
  return found
}

/**
 * Finds a source by its id, its exact name, or as it is shown: a protected one by its pseudonym only. Throws a usage
 * error when there are several.
 */
export function sourceNamed(room: Newsroom, given: string): Source | undefined {
  const listed = listedSources(room.library.sources)
  const exact = listed.find(({ id }) => id === given) ?? listed.find((one) => !one.protected && one.name === given)
  return exact ?? (sourcesCalled(listed, given).length > 0 ? oneCalled(listed, given) : undefined)
}
