import { useEffect, useEffectEvent } from 'react'
import type { StoryGroupId } from '../../../story/requests/requests'
import { PLACES } from '../../state/focusPlaces'
import { rowAt, type ShownStories } from '../../state/stores/stories/storyList'
import { useWindowServices } from '../../state/windowServices'
import { findPlace } from '../../ui/focus/focusService'
import { askToDelete } from '../deletion/askToDelete'
import { ROW_PX } from './layout/lineHeights'
import { lineAt, stepFrom, type ListLayout } from './layout/listLayout'

export interface ListKeys {
  readonly layout: ListLayout
  readonly shown: ShownStories
  readonly activeLine: number | undefined
  readonly moveTo: (line: number) => void
  /** Selects from where the selection began to an offset. */
  readonly selectTo: (offset: number) => void
  readonly fold: (group: StoryGroupId) => void
  readonly scroller: HTMLElement
}

/**
 * Keys of the list: arrows, Home, End, PageUp and PageDown move, with Shift they select; Left goes to the heading and
 * folds it, Right unfolds it. Ctrl+A selects every story of the search, Ctrl+Space one, Escape none. Delete asks
 * whether to delete the selected stories, or the focused one. Enter and Space press the focused line by themselves.
 */
export function useListKeys({ layout, shown, activeLine, moveTo, selectTo, fold, scroller }: ListKeys): void {
  const services = useWindowServices()
  const { selection } = services.newsroom
  const withCtrl = (key: string, row: ReturnType<typeof rowAt>): boolean => {
    if (key === 'a' || key === 'A') void selection.all()
    else if (key === ' ' && row) selection.toggle(row)
    else return false
    return true
  }
  const plain = (key: string, shift: boolean, at: number): boolean => {
    const line = lineAt(layout, at)
    const page = Math.max(1, Math.floor(scroller.clientHeight / ROW_PX) - 1)
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -layout.lines, End: layout.lines }[key]
    if (by !== undefined) {
      const to = stepFrom(layout, at, by)
      const target = lineAt(layout, to)
      if (shift && target?.kind === 'story') selectTo(target.offset)
      moveTo(to)
    } else if (key === 'Delete') askToDelete(services, line?.kind === 'story' ? rowAt(shown, line.offset) : undefined)
    else if (key === 'Escape' && selection.store.getState().chosen.size > 0) selection.clear()
    else if (key === 'ArrowLeft' && line?.kind === 'story') moveTo(line.group.line)
    else if (key === (line?.group.isFolded ? 'ArrowRight' : 'ArrowLeft') && line?.kind === 'heading')
      fold(line.group.id)
    else if (key === 'ArrowRight' && line?.kind === 'heading') moveTo(at + 1)
    else return false
    return true
  }

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || activeLine === undefined) return
    // The menu of a row has arrow keys of its own.
    if (event.target !== findPlace(PLACES.activeStory)) return
    const line = lineAt(layout, activeLine)
    const isTaken =
      event.ctrlKey || event.metaKey
        ? withCtrl(event.key, line?.kind === 'story' ? rowAt(shown, line.offset) : undefined)
        : plain(event.key, event.shiftKey, activeLine)
    if (isTaken) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    scroller.addEventListener('keydown', listen)
    return () => scroller.removeEventListener('keydown', listen)
  }, [scroller])
}
