import { libraryText } from '../../../catalogue/window/library'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { formatInteger } from '../../../story/text/format/formatInteger'
import { focusPlace } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { groupTitle } from './groupTitle'
import type { ListGroup } from './layout/listLayout'

export interface GroupHeadingProps {
  readonly group: ListGroup
  /** CSS pixels. */
  readonly top: number
  readonly isActive: boolean
  readonly onFocus: () => void
  readonly onFold: () => void
}

/** Names a group, counts its stories, and folds it. */
export function GroupHeading({ group, top, isActive, onFocus, onFold }: GroupHeadingProps) {
  const Mark = group.isFolded ? ChevronRight : ChevronDown
  return (
    <h2 className="library-title" style={{ insetBlockStart: top }}>
      <button
        ref={isActive ? focusPlace(PLACES.activeStory, PLACES.paneStart('library')) : undefined}
        type="button"
        className="library-fold"
        tabIndex={isActive ? 0 : -1}
        aria-expanded={!group.isFolded}
        title={libraryText(group.isFolded ? 'group.unfold' : 'group.fold')}
        onFocus={onFocus}
        onClick={onFold}
      >
        <Mark aria-hidden="true" className="library-fold-mark" />
        {groupTitle(group.id)} <span className="library-count">{formatInteger(group.count)}</span>
      </button>
    </h2>
  )
}
