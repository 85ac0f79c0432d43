import { windowText } from '../../../catalogue/window/window'
import { useEffect, useState } from 'react'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import { pick, useCommand, useNewsroom, useNotice, usePanels, useStory, useStoryReadOnly } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { useFileDrop } from '../../import/useFileDrop'
import { useStoriesAtHand } from '../../handOver/useStoriesAtHand'
import { useStoryCommands } from './useStoryCommands'
import { useUndo } from '../useUndo'
import { focusRow } from '../../verdicts/focusFact'
import { PLACES } from '../../state/focusPlaces'
import { findPlace, focusIfLost } from '../../ui/focus/focusService'

const ZOOM_STEP = 1.1
const THEMES = ['system', 'light', 'dark'] as const

/** Registers the commands of the window as a whole. */
export function useWindowCommands(): void {
  useViewCommands()
  useStoryCommands()
  useUndo()
  const { call } = useWindowServices().newsroom
  const storyId = useNewsroom(({ session }) => session?.id ?? null)
  const { readOnly, person } = useNewsroom(pick('readOnly', 'person'))
  const locked = useStoryReadOnly() !== undefined
  const { open } = useWindowServices().panels
  const known = person !== undefined
  const story = useStory(pick('guarded', 'assessments', 'current'))
  useCommand('window.new', () => void call('openWindow', storyId ? { story: storyId } : {}))
  useCommand('story.import', () => open({ kind: 'import' }), known && readOnly === undefined)
  useFileDrop(known && readOnly === undefined)
  useCommand('story.alert', () => open({ kind: 'alert' }), known && readOnly === undefined)
  useCommand('story.export', () => open({ kind: 'export' }), story !== null && story.guarded === undefined)
  useCommand(
    'story.print',
    () => open({ kind: 'print' }),
    known && readOnly === undefined && story !== null && story.guarded === undefined,
  )
  const atHand = useStoriesAtHand()
  useCommand(
    'story.handOver',
    () => open({ kind: 'handOver', stories: atHand }),
    known && readOnly === undefined && atHand.length > 0,
  )
  useCommand('view.palette', () => open({ kind: 'palette' }), known)
  useCommand('library.settings', () => open({ kind: 'settings', section: 'appearance' }), known)
  useCommand('library.you', () => open({ kind: 'settings', section: 'you' }), known)
  useCommand('library.rules', () => open({ kind: 'settings', section: 'rules' }), known)
  useCommand('library.newStories', () => open({ kind: 'settings', section: 'newStories' }), known)
  useCommand('library.roster', () => open({ kind: 'settings', section: 'roster' }), known)
  useCommand('library.words', () => open({ kind: 'settings', section: 'words' }), known)
  useCommand('library.doctor', () => open({ kind: 'settings', section: 'doctor' }), known)
  useCommand('library.backups', () => open({ kind: 'settings', section: 'backups' }), known)
  useCommand('library.archive', () => open({ kind: 'archive' }), known && readOnly === undefined)
  useCommand('library.takeBack', () => open({ kind: 'takeBack' }), known && readOnly === undefined)
  const { check } = useNotice()
  useCommand('library.openArchive', () => void call('openArchive', {}).then(check), known)
  useCommand('view.queue', () => open({ kind: 'queue' }), known)
  const fact = story?.assessments.find(({ id }) => id === story.current)
  useCommand('story.queries', () => open({ kind: 'queries' }), story !== null)
  useCommand(
    'fact.translation',
    () => {
      if (fact) open({ kind: 'translation', fact: fact.id })
    },
    fact !== undefined && !locked,
  )
  useCommand(
    'fact.derivation',
    () => {
      if (fact) open({ kind: 'derivation', fact: fact.id })
    },
    fact !== undefined && !locked,
  )
  const { setLook } = useWindowServices().newsroom
  const tour = useNewsroom(({ look }) => look.tour)
  useCommand('help.tour', () => setLook({ tour: { step: tour?.step ?? 1, open: true } }), known)
  useCommand('help.keys', () => open({ kind: 'settings', section: 'keys' }), known)
}

function useViewCommands(): void {
  const { call, setTheme } = useWindowServices().newsroom
  const { zoom: startZoom, theme, person } = useNewsroom(pick('zoom', 'theme', 'person'))
  const locked = useStoryReadOnly() !== undefined
  const { showTab, setReview, setFolded, setPanelFolded, setDrawer } = useWindowServices().panels
  const { review, libraryFolded, panelFolded } = usePanels(pick('review', 'libraryFolded', 'panelFolded'))
  const hasStory = useNewsroom(({ session }) => session !== null)
  const over = useStory(({ story }) => isOver(story.ledger.standing.stage)) === true
  const { panels } = useWindowServices()
  const { say } = useNotice()
  const { newsroom, notices } = useWindowServices()
  const smartQuotes = useNewsroom(({ smartQuotes }) => smartQuotes)
  const [zoom, setZoom] = useState(startZoom)
  const zoomTo = (next: number): void => {
    const bounded = Math.min(Math.max(next, 0.5), 3)
    setZoom(bounded)
    void call('setZoom', { zoom: bounded })
  }
  useCommand('view.facts', () => {
    showTab('facts')
    // In review the keys act on the row of the selected fact, and the list was folded.
    const current = newsroom.store.getState().session?.store.getState().current ?? null
    if (review && current !== null && !isInField()) focusRow(current)
  })
  useCommand('view.comments', () => showTab('comments'))
  useCommand('view.checks', () => showTab('checks'))
  useCommand('view.sources', () => showTab('sources'))
  useCommand('view.history', () => {
    panels.store.setState({ history: 'ledger' })
    showTab('history')
  })
  const showVersions = (): void => {
    panels.store.setState({ history: 'snapshots' })
    showTab('history')
  }
  useCommand('view.versions', showVersions, hasStory)
  useCommand(
    'story.keepVersion',
    () => {
      panels.store.setState({ naming: true })
      showVersions()
    },
    hasStory && person !== undefined && !locked,
  )
  useCommand('view.fields', () => showTab('fields'))
  useCommand('view.fold', () => {
    // Evidence never folds: only the panel beside it does.
    if (review && hasStory) return setPanelFolded(!panelFolded)
    setFolded(!(libraryFolded && panelFolded))
    setDrawer(null)
  })
  useCommand('edit.smartQuotes', () => {
    newsroom.setTyping({ quotes: !smartQuotes })
    say(windowText(smartQuotes ? 'quotes.off' : 'quotes.on'))
  })
  useCommand('view.zoomIn', () => zoomTo(zoom * ZOOM_STEP))
  useCommand('view.zoomOut', () => zoomTo(zoom / ZOOM_STEP))
  useCommand('view.zoomReset', () => zoomTo(1))
  useCommand('view.theme', () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
    setTheme(next)
    // Announced because the switch from “system” to what the system already shows changes nothing on the screen.
    say(windowText(`theme.${next}`))
  })
  useCommand(
    'story.review',
    () => {
      setReview(!review)
      if (review) {
        notices.settle()
        // As after Escape. The keyboard was on what goes with the room.
        return focusIfLost(() => findPlace(PLACES.sheetAtRest))
      }
      // A narrow window has room for one panel: the backup of the current fact.
      setDrawer('library')
      // At once: the next key is a verdict and must not go into the words while the room is drawn.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
    hasStory && (review || !over),
  )
  // There is nothing to review in a killed or spiked story.
  useEffect(() => {
    if (over && review) setReview(false)
  }, [over, review, setReview])
}

/** Whether the keyboard is in the copy or in a field. */
const isInField = (): boolean =>
  document.activeElement?.matches('[contenteditable="true"], textarea, select, input') === true
