import { cliText } from '../../../catalogue/rooms/cli'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import type { KnownStory, Loss } from '../../../story/requests/requests'

/** Stories with the same headline; the others are counted. */
const MOST_NAMED = 3

export interface AboutImport {
  readonly note?: string
  readonly known?: readonly KnownStory[]
  readonly losses: readonly Loss[]
}

/** The lines under the name of a story that came or would come. */
export const linesAbout = ({ note, known = [], losses }: AboutImport): readonly string[] => [
  ...(note === undefined ? [] : [`    ${note}`]),
  ...known.slice(0, MOST_NAMED).map(({ id, slug, headline, stage }) =>
    cliText('importCommand.known', {
      headline,
      name: slug === '' ? id : `${slug}, ${id}`,
      stage: STAGE_WORDS[stage],
    }),
  ),
  ...(known.length > MOST_NAMED ? [cliText('importCommand.knownMore', { count: known.length - MOST_NAMED })] : []),
  ...losses.map((loss) =>
    loss.example === ''
      ? cliText('importCommand.notKeptAlone', { what: loss.what, count: loss.count })
      : cliText('importCommand.notKept', { what: loss.what, count: loss.count, example: loss.example }),
  ),
]

/** Of a row of the list, what names the story. */
export const knownStory = ({ id, slug, headline, stage }: KnownStory): KnownStory => ({ id, slug, headline, stage })
