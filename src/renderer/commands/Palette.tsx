import { windowText } from '../../catalogue/window/window'
import { Command } from 'cmdk'
import { useEffect, useState } from 'react'
import { placeOfSearch } from '../../story/query/placeOfSearch'
import { Problem } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { commandTable, runCommand, useClose, type CommandRow } from '../state'
import {
  foundStories,
  matchCommands,
  RECENT,
  recentStories,
  stillFound,
  takenFirst,
  type PaletteStory,
} from './paletteRows'
import { menuName } from '../../ipc/commands'
import { useWindowServices } from '../state/windowServices'
import { cutAtMarks } from '../library/search/pieces'
import { afterDrawing } from '../ui/focus/focusService'
import './palette.css'

const SEARCH_PAUSE_MS = 90
const MOST_HITS = 12

/** One field for the search and for every command. */
export function Palette() {
  const { act, openStory } = useWindowServices().newsroom
  const [recent, setRecent] = useState<readonly PaletteStory[]>([])
  const close = useClose()
  const [typed, setTyped] = useState('')
  const [hits, setHits] = useState<{
    readonly query: string
    readonly stories: readonly PaletteStory[]
    readonly problem?: string
  }>()
  // Read once: the commands are those of the window behind the palette.
  const [commands] = useState(commandTable)
  const query = typed.trim()

  useEffect(() => {
    let gone = false
    void act('story.page', { offset: 0, limit: RECENT, flat: true }).then((outcome) => {
      if (!gone && outcome.ok) setRecent(recentStories(outcome.value.rows))
    })
    return () => {
      gone = true
    }
  }, [act])
  useEffect(() => {
    if (query === '') return
    let gone = false
    const timer = setTimeout(() => {
      void act('story.search', { query, limit: MOST_HITS, partly: true }).then((outcome) => {
        if (gone) return
        setHits(
          outcome.ok
            ? { query, stories: foundStories(outcome.value) }
            : { query, stories: [], problem: outcome.message },
        )
      })
    }, SEARCH_PAUSE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [act, query])

  const found = query === '' ? recent : hits?.query === query ? hits.stories : stillFound(hits?.stories ?? [], query)
  const offered = matchCommands(commands, query)
  const empty = found.length === 0 && offered.length === 0
  const first = takenFirst(query, offered, found, hits?.query === query)

  const openFound = (id: string): void => {
    close()
    void openStory(id, { searched: (copy) => placeOfSearch(copy, query) })
  }
  const give = (command: CommandRow): void => {
    close()
    // Runs after the focus has returned: the command acts on the focused element.
    afterDrawing(() => runCommand(command.id))
  }

  const stories =
    found.length > 0 ? (
      <Command.Group
        key="stories"
        heading={query === '' ? windowText('palette.lastChanged') : windowText('palette.stories')}
      >
        {found.map((story) => (
          <Command.Item
            key={story.id}
            value={`story ${story.id}`}
            onSelect={() => openFound(story.id)}
            className="palette-item palette-story"
          >
            <span className="palette-headline" dir="auto">
              {story.headline}
            </span>{' '}
            {story.note === '' ? null : (
              <span className="palette-note" dir="auto">
                {cutAtMarks(story.note, story.marks ?? []).map(({ text, isMarked }, at) =>
                  isMarked ? <mark key={at}>{text}</mark> : text,
                )}
              </span>
            )}
          </Command.Item>
        ))}
      </Command.Group>
    ) : null
  const commandGroup =
    offered.length > 0 ? (
      <Command.Group key="commands" heading={windowText('palette.commands')}>
        {offered.map((command) => (
          <Command.Item
            key={command.id}
            value={`command ${command.id}`}
            disabled={!command.enabled}
            onSelect={() => give(command)}
            className="palette-item"
          >
            <span>{command.label}</span>{' '}
            <span className="palette-menu">
              {menuName(command.menu)}
              {command.enabled ? '' : windowText('palette.notNow')}
            </span>
            {command.keys ? <kbd className="palette-keys">{command.keys}</kbd> : null}
          </Command.Item>
        ))}
      </Command.Group>
    ) : null

  return (
    <Dialog title={windowText('palette.title')} hideTitle place="top" onClose={close}>
      <Command label={windowText('palette.title')} shouldFilter={false} loop className="palette">
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={windowText('palette.placeholder')}
          className="palette-input"
        />
        <Problem text={hits?.problem && query !== '' ? hits.problem : undefined} />
        <p role="status" className={empty ? 'palette-empty' : 'visually-hidden'}>
          {empty ? windowText('palette.nothing') : ''}
        </p>
        <Command.List label={windowText('palette.results')} className="palette-list" hidden={empty}>
          {first === 'nothing' && offered.some(({ enabled }) => enabled) ? (
            <Command.Item value="nothing" className="visually-hidden">
              {windowText('palette.nothingTaken')}
            </Command.Item>
          ) : null}
          {first === 'commands' ? [commandGroup, stories] : [stories, commandGroup]}
        </Command.List>
      </Command>
    </Dialog>
  )
}
