import { sourcesText } from '../../catalogue/window/sources'
import { useMemo, useState } from 'react'
import { shownSource, type Source } from '../../story/desk/source'
import { Button } from '../ui'
import { useNotice } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import { useWindowServices } from '../state/windowServices'
import { focusOn, inAnotherField } from '../ui/focus/focusService'
import { SourcePicker } from './picker/SourcePicker'

interface MergeFormProps {
  readonly source: Source
  readonly book: readonly Source[]
  readonly onMerged: (into: string) => void
}

/** Chosen first, then merged by its button alone: Enter in the field chooses, and a merge cannot be undone. */
export function MergeForm({ source, book, onMerged }: MergeFormProps) {
  const { act } = useWindowServices().newsroom
  const { check } = useNotice()
  const once = useOneAtATime()
  const [chosen, setChosen] = useState<string>()
  const [typing, setTyping] = useState(false)
  const others = useMemo(() => book.filter((other) => other.id !== source.id && !other.destroyed), [book, source.id])
  if (others.length === 0) return null
  const name = shownSource(source, book)
  const into = typing ? undefined : others.find(({ id }) => id === chosen)
  const merge = async (target: Source): Promise<void> => {
    const isInAnotherField = inAnotherField()
    if (!check(await act('source.merge', { source: source.id, into: target.id }))) return
    onMerged(target.id)
    // This entry disappears, and the keyboard with it.
    focusOn(PLACES.source(target.id), { unless: isInAnotherField })
  }
  return (
    <form
      className="form"
      aria-label={sourcesText('sourcesPanel.merge', { name })}
      onSubmit={(event) => event.preventDefault()}
    >
      <SourcePicker
        label={sourcesText('sourcesPanel.same')}
        placeholder={sourcesText('sourcesPanel.mergeInto')}
        sources={others}
        book={book}
        picked={into?.id}
        onPick={(picked) => setChosen(picked)}
        onTyping={(text) => setTyping(text !== undefined)}
      />
      {into ? (
        <>
          <p className="form-note">
            {sourcesText('sourcesPanel.whatRestsRestsFrom', { name, into: shownSource(into, book), name2: name })}
          </p>
          <Button look="danger" onClick={() => void once(() => merge(into))}>
            {sourcesText('sourcesPanel.confirmMerge', { into: shownSource(into, book) })}
          </Button>
        </>
      ) : null}
    </form>
  )
}
