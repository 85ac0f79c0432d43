import { deskText } from '../../catalogue/story/desk'
import { sourcesText } from '../../catalogue/window/sources'
import { useEffect, useState } from 'react'
import { isNameElsewhere, shownSource, type Source } from '../../story/desk/source'
import { storyTracesInWords } from '../../story/requests/library/tracesInWords'
import type { SourceTraces } from '../../story/requests/library/sourceRequests'
import { useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'
import { Button } from '../ui'

interface TracesOfSourceProps {
  readonly source: Source
  readonly book: readonly Source[]
  /** How often names were given to protect since the panel was opened: looks each time without being asked. */
  readonly given: number
}

/** Says where the name of a protected source still is, and what can be done about it. */
export function TracesOfSource({ source, book, given }: TracesOfSourceProps) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const [traces, setTraces] = useState<SourceTraces | 'looking'>()
  const name = shownSource(source, book)
  const look = async (): Promise<void> => {
    setTraces('looking')
    setTraces(check(await act('source.traces', { source: source.id })))
  }
  useEffect(() => {
    if (given > 0) void look()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- looks when names are given, not when it is drawn again
  }, [given])

  const elsewhere = isNameElsewhere(source) ? (
    <p className="panel-note">{deskText('traces.elsewhere', { source: name })}</p>
  ) : null
  // There is nothing that could be looked for.
  if (elsewhere && source.aliases.length === 0 && !source.contact) return elsewhere
  return (
    <>
      {elsewhere}
      {traces === 'looking' ? (
        <p className="soft" role="status">
          {sourcesText('sourcesPanel.looking')}
        </p>
      ) : traces ? (
        <FoundTraces traces={traces} name={name} />
      ) : null}
      <Button
        look="plain"
        className="source-find"
        aria-label={sourcesText('sourceTraces.findOf', { source: name })}
        aria-disabled={traces === 'looking'}
        onClick={() => (traces === 'looking' ? undefined : void look())}
      >
        {sourcesText('sourceTraces.find')}
      </Button>
    </>
  )
}

interface FoundTracesProps {
  readonly traces: SourceTraces
  /** The source as everyone may read it. */
  readonly name: string
}

function FoundTraces({ traces: { stories, library, unread, elsewhere }, name }: FoundTracesProps) {
  const { openStory } = useWindowServices().newsroom
  return (
    <section aria-label={sourcesText('sourceTraces.list', { source: name })}>
      {stories.length + library.length === 0 ? (
        <p className="panel-note" role="status">
          {deskText(elsewhere ? 'traces.noneKnown' : 'traces.none', { source: name })}
        </p>
      ) : (
        <p className="panel-subtitle" role="status">
          {sourcesText('sourceTraces.list', { source: name })}
        </p>
      )}
      <ul className="source-facts">
        {stories.map((one) => (
          <li key={one.story}>
            <button type="button" className="finding-jump" onClick={() => void openStory(one.story)}>
              {one.title || one.story}
            </button>{' '}
            <span className="soft">{storyTracesInWords(one)}</span>
          </li>
        ))}
        {library.length > 0 ? <li>{deskText('traces.library', { places: library.join(', ') })}</li> : null}
      </ul>
      {unread.length > 0 ? <p className="panel-note">{deskText('traces.unread', { count: unread.length })}</p> : null}
      {stories.length + library.length === 0 ? null : <p className="panel-note">{deskText('traces.what')}</p>}
      <p className="panel-note">{deskText('traces.where')}</p>
    </section>
  )
}
