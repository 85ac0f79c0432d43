import { partOf } from '../../../story/copy/copy'
import type { Place } from '../../../story/assessment/finding'
import { pick, useStory } from '..'
import { useWindowServices } from '../windowServices'
import { focusOn } from '../../ui/focus/focusService'
import { PLACES } from '../focusPlaces'

/**
 * Returns a function that shows a place and focuses it: words or a part of the sheet, a fact, a field in its form, or
 * the record of a correction.
 */
export function useShowPlace(): (place: Place) => void {
  const story = useStory(pick('copy', 'assessments', 'jump'))
  const { showTab, ask } = useWindowServices().panels
  return (place) => {
    if (place.kind === 'correction') return ask('correction')
    const block =
      place.kind === 'field' ? (story?.copy.findIndex(({ role }) => partOf(role) === place.field) ?? -1) : -1
    if (block >= 0) return story?.jump({ kind: 'text', block, from: 0, to: 0 })
    if (place.kind === 'field') {
      showTab('fields')
      return focusOn(PLACES.field(place.field))
    }
    story?.jump(place)
    // A fact without words in the copy is only in the tray.
    if (place.kind === 'fact' && story?.assessments.find((fact) => fact.id === place.fact)?.ranges.length === 0)
      showTab('facts')
  }
}
