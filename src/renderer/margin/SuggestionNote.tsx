import { useRef, useState } from 'react'
import { commentsText } from '../../catalogue/writing/comments'
import { marginText } from '../../catalogue/writing/margin'
import type { Suggestion } from '../../story/copy/suggestions/suggestion'
import { shortTime } from '../facts/shortTime'
import type { StoryPart } from '../state'
import { PLACES } from '../state/focusPlaces'
import { SuggestionWords } from '../suggestions/SuggestionWords'
import { useDecide } from '../suggestions/useDecide'
import { useMayDecide } from '../suggestions/useMayDecide'
import { useUnsigned } from '../suggestions/useUnsigned'
import { nextRow } from '../ui/focus/focusService'

interface SuggestionNoteProps {
  readonly story: StoryPart<'id' | 'editor' | 'session'>
  readonly suggestion: Suggestion
}

/** Who proposes what, and when. Accepts or rejects it in place. */
export function SuggestionNote({ story, suggestion }: SuggestionNoteProps) {
  const may = useMayDecide()(suggestion)
  const decide = useDecide(story)
  const [busy, setBusy] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const settle = async (verdict: 'accept' | 'reject'): Promise<void> => {
    if (busy) return
    const goOn = nextRow(body.current?.closest('article') ?? null, PLACES.notes, PLACES.margin, PLACES.sheet)
    setBusy(true)
    const done = await decide(verdict, [suggestion])
    setBusy(false)
    if (done) goOn()
  }
  const { by, at } = suggestion
  const isUnsigned = useUnsigned(suggestion)
  return (
    <div ref={body}>
      <p className="margin-who">
        <strong>{by || marginText('unknownAuthor')}</strong> {at === '' ? '' : shortTime(at)}
        {isUnsigned ? ` · ${commentsText('said.unsigned')}` : ''}
      </p>
      <p className="margin-change serif" dir="auto">
        <SuggestionWords suggestion={suggestion} />
      </p>
      {may.reject ? (
        <p className="margin-acts">
          {may.accept ? (
            <button type="button" aria-disabled={busy} onClick={() => void settle('accept')}>
              {marginText('accept')}
            </button>
          ) : null}
          <button type="button" aria-disabled={busy} onClick={() => void settle('reject')}>
            {marginText('reject')}
          </button>
        </p>
      ) : null}
    </div>
  )
}
