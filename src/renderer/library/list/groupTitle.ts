import { libraryText } from '../../../catalogue/window/library'
import type { StoryGroupId } from '../../../story/requests/requests'
import { STAGE_WORDS } from '../../../story/ledger/stages'

export const groupTitle = (id: StoryGroupId): string =>
  id === 'unavailable'
    ? libraryText('group.unreadable')
    : id === 'draft'
      ? libraryText('group.drafts')
      : STAGE_WORDS[id]
