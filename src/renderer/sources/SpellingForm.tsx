import { sourcesText } from '../../catalogue/window/sources'
import { useState, type FormEvent } from 'react'
import { whyNotMay } from '../../story/assessment/people/rights'
import type { Source } from '../../story/desk/source'
import { pick, useNewsroom } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useOneAtATime } from '../state/hooks/useOneAtATime'
import type { SpellingDraft } from '../state/stores/drafts'
import { useWindowServices } from '../state/windowServices'
import { Button, TextField } from '../ui'

/** Lets an editor log another name as a spelling of this one: what rests on the source stays signed. */
export function SpellingForm({ source }: { readonly source: Source }) {
  const { act } = useWindowServices().newsroom
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const { draft, change, forget } = useDraft((forms) => forms.spelling, source.id, {
    ...{ name: '', reason: '', protected: source.protected },
  })
  const { name, reason } = draft
  const write = (words: Partial<Pick<SpellingDraft, 'name' | 'reason'>>): void =>
    change({ ...words, protected: source.protected })
  const once = useOneAtATime()
  const [problem, setProblem] = useState<string>()
  if (person === undefined || whyNotMay('saveAsSpelling', person, { desk }) !== undefined) return null

  const send = async (): Promise<void> => {
    if (name.trim() === '' || reason.trim() === '') return setProblem(sourcesText('spellingForm.bothNeeded'))
    const logged = { source: source.id, name: name.trim(), spelling: true, reason: reason.trim() }
    const outcome = await act('source.edit', logged)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) forget()
  }

  return (
    <form
      className="form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void once(send)
      }}
      noValidate
    >
      <TextField
        label={sourcesText('spellingForm.name')}
        hint={sourcesText('spellingForm.hint')}
        value={name}
        onChange={(event) => write({ name: event.target.value })}
      />
      <TextField
        label={sourcesText('spellingForm.why')}
        value={reason}
        error={problem}
        onChange={(event) => write({ reason: event.target.value })}
      />
      <Button type="submit">{sourcesText('spellingForm.log')}</Button>
    </form>
  )
}
