import { resolve } from 'node:path'
import { cliText } from '../../catalogue/rooms/cli'
import { parseQuery } from '../../story/query/parseQuery'
import { FILTERS } from '../../story/query/storyQuery'
import { count, oneOf, pathsIn, usage } from '../run/arguments'
import type { Ask, CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const searchCommand: CliCommand = {
  name: 'search',
  get usage() {
    return cliText('search.usage')
  },
  takes: [1, 1],
  options: { limit: 'text', sort: 'text', also: 'texts' },
  needs: 'read',
  get about() {
    return cliText('search.about', { filters: FILTERS.map((name) => `${name}:`).join(' ') })
  },
  prepare: (args, { cwd, env }) => {
    const [query = ''] = args.positionals
    const sort = args.text('sort')
    const request = {
      query,
      whole: true,
      ...defined({
        limit: count(args, 'limit'),
        sort: sort === undefined ? undefined : oneOf('sort', sort, ['best', 'newest'] as const),
      }),
    }
    const { problem } = parseQuery(query)
    if (problem !== undefined) throw usage(problem)
    const also = pathsIn(args, 'also').map((folder) => resolve(cwd, folder))
    return async (ask) => {
      const hits = await ask('story.search', request)
      const elsewhere = also.length === 0 ? [] : await (await import('./searchAlso')).searchAlso(also, request, env)
      const lines = [
        ...hits.map(({ id, headline, snippet }) => `${id}  ${headline}\n    ${snippet}`),
        ...elsewhere.map(({ id, headline, snippet, library }) => `${id}  ${headline}\n    ${snippet}\n    ${library}`),
      ]
      const notes = await cutNote(ask, query, { shown: hits.length, limit: request.limit ?? USUAL_HITS })
      const none = lines.length === 0 ? [cliText('search.none')] : []
      return { json: [...hits, ...elsewhere], text: lines.join('\n'), notes: [...notes, ...none] }
    }
  },
}

/** Hits that are shown unless another number is asked for. */
const USUAL_HITS = 20

/** How many stories the query has in all, where the limit cuts: `--query` acts on all of them. */
async function cutNote(
  ask: Ask,
  query: string,
  { shown, limit }: { readonly shown: number; readonly limit: number },
): Promise<readonly string[]> {
  if (shown < limit) return []
  const { total } = await ask('story.page', { query, whole: true, offset: 0, limit: 0 })
  return total > shown ? [cliText('search.cut', { shown: String(shown), total: String(total) })] : []
}
