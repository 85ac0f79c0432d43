/** What a window begins with. */
import type { Startup } from '../../ipc/startup'
import { usableChanges } from '../../ipc/keymap'
import { storyToBeginWith } from '../../ipc/storyToBeginWith'
import { runAction } from '../../newsroom/runAction'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { hasLeft } from '../../story/desk/roster'
import { defined } from '../../story/text/defined'
import type { WindowSession } from '../windows/windows'
import type { CallContext } from './callContext'
import { openStory } from './openStory'
import { viewsOf } from './remembered/savedViews'

/** Rejects when the library cannot be read. */
export async function startup(
  { newsroom, desk, remembered, readOnly, assisted }: CallContext,
  session: WindowSession,
): Promise<Startup> {
  const left = session.person !== undefined && hasLeft(session.person, newsroom.library.roster)
  const person = left ? undefined : session.person
  const asks = left ? session.person : session.asks
  const wanted = session.first ?? remembered.value.lastStory
  // One look at the disk: a story that is there is opened, whatever the index knows.
  const last = wanted !== undefined && (await newsroom.hasStory(wanted)) ? wanted : undefined
  const position =
    last === undefined
      ? undefined
      : (remembered.value.positions[last] ?? { story: last, anchor: 1, head: 1, scroll: 0 })
  return {
    library: newsroom.store.place,
    ...desk.whole(),
    ...(newsroom.library.repairs.length > 0 ? { repairs: newsroom.library.repairs } : {}),
    ...(position ? { position, hasStories: true } : await firstOf(newsroom)),
    platform: process.platform,
    zoom: remembered.value.zoom,
    theme: remembered.value.theme,
    ...defined({ widths: remembered.value.widths, look: remembered.value.look, language: remembered.value.language }),
    keys: usableChanges(remembered.value.keys),
    now: newsroom.clock.now(),
    ...(session.drafts.size === 0 ? {} : { drafts: [...session.drafts.values()] }),
    ids: process.env['STET_IDS'] === 'sequential' ? 'sequential' : 'random',
    ...(person === undefined
      ? {}
      : {
          person,
          views: viewsOf(remembered, person),
          ...(remembered.value.suggesting?.includes(person) ? { suggesting: true } : {}),
        }),
    ...defined({ asks, problem: session.problem, readOnly: readOnly?.why }),
    ...(newsroom.library.archive === undefined ? {} : { archive: true }),
    ...(readOnly?.isFree ? { writableAgain: true } : {}),
    ...(remembered.value.spellingOff === true ? { spellingOff: true } : {}),
    ...(remembered.value.straightQuotes === true ? { straightQuotes: true } : {}),
    ...(assisted() ? { assisted: true } : {}),
  }
}

/** Rows among which the first story is looked for that can be shown. */
const FIRST_ROWS = 100

/** The first story of the list, and whether there is any: an index that is being made may not have one yet. */
async function firstOf(newsroom: Newsroom): Promise<Pick<Startup, 'hasStories' | 'first'>> {
  const { rows, total } = await runAction(newsroom, '', 'story.page', { offset: 0, limit: FIRST_ROWS })
  let first: string | undefined
  for (const { id, unavailable, stage } of rows)
    // An older index may have stories that are gone.
    if (unavailable === undefined && stage !== 'spiked' && (await newsroom.hasStory(id))) {
      first = id
      break
    }
  return { hasStories: total > 0 || (await newsroom.store.listStories()).length > 0, ...defined({ first }) }
}

/** Adds the story that the window begins with. The window need not ask for it. */
export async function withStory(context: CallContext, session: WindowSession, beginning: Startup): Promise<Startup> {
  const story = storyToBeginWith(beginning)
  if (story === undefined) return beginning
  const opened = await openStory(context, session, { story }).catch(() => undefined)
  return opened ? { ...beginning, opened } : beginning
}
