/**
 * A parser for the request of each action: a file in `actions` for each subject, as in `src/story/requests`. They
 * refuse unknown keys, missing values and excessive sizes.
 */
import type { NewsroomActions } from '../story/requests/requests'
import { STORY_PARSERS } from './actions/storyParsers'
import { VERSION_PARSERS } from './actions/versionParsers'
import { COPY_PARSERS } from './actions/copyParsers'
import { FACT_PARSERS } from './actions/factParsers'
import { CORRECTION_PARSERS } from './actions/correctionParsers'
import { EXCHANGE_PARSERS } from './actions/exchangeParsers'
import { FILE_PARSERS } from './actions/fileParsers'
import { SOURCE_PARSERS } from './actions/sourceParsers'
import { PEOPLE_PARSERS } from './actions/peopleParsers'
import { LIBRARY_PARSERS } from './actions/libraryParsers'
import type { Parsers } from './actions/parsedValues'

export const ACTION_PARSERS: Parsers<NewsroomActions> = {
  ...STORY_PARSERS,
  ...VERSION_PARSERS,
  ...COPY_PARSERS,
  ...FACT_PARSERS,
  ...CORRECTION_PARSERS,
  ...EXCHANGE_PARSERS,
  ...FILE_PARSERS,
  ...SOURCE_PARSERS,
  ...PEOPLE_PARSERS,
  ...LIBRARY_PARSERS,
}
