import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { killWords, type KeptBack, type KillWords } from '../../../projection/published/killWords'
import { nameOfHit, scanForLeaks } from '../../../projection/scan/leakScan'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import { listedSources } from '../../../story/desk/source'
import { partWords } from '../../../story/ledger/leaving/leaving'
import type { OpenStory } from '../../replica/openStory'
import { internalIds } from '../../state/internalIds'
import type { Newsroom } from '../../state/newsroom'
import { fieldsThen, publishedCopy, whatIsNamed } from './publishedParts'

/**
 * The desk words that a kill of the story has: headline, deck and fields as readers had them. Of a copy that is not
 * kept it has neither headline nor deck. A part that the leak scan refuses is kept back.
 */
export async function wordsOfKill(room: Newsroom, story: OpenStory): Promise<KillWords> {
  const published = await publishedCopy(room, story)
  const terms = protectedTerms(listedSources(room.library.sources))
  const ids = internalIds(room, story)
  return killWords(published?.copy ?? [], published?.fields ?? fieldsThen(story), {
    inBlock: published ? whatIsNamed(room, story, published) : () => undefined,
    inField: (text) => {
      const [hit] = scanForLeaks({ text, fileName: '', mediaType: 'text/plain' }, terms, ids, [])
      return hit && nameOfHit(hit)
    },
  })
}

/** The shape of `wordsOfKill` with every word of the desk left out. `keptBack` stays. */
export function noWordsOfKill({ copy, fields, keptBack }: KillWords): KillWords {
  const bare = killWords(copy, fields, { inBlock: () => '', inField: (text) => (text === '' ? undefined : '') })
  return { ...bare, keptBack }
}

/** Says of each part that it stays at the desk, and why. */
export const whyKeptBack = ({ part, what, instead }: KeptBack): string =>
  instead === undefined
    ? newsroomText('killWords.left', { part: partWords([part]), what })
    : newsroomText('killWords.replaced', { part: partWords([part]), what, instead })
