import { useState, type FormEvent } from 'react'
import { sourcesText } from '../../../catalogue/window/sources'
import type { Outcome } from '../../../ipc/contract'
import type { Source } from '../../../story/desk/source'
import { useDraft } from '../../state/hooks/useDraft'
import { NEW_ONE, type SourceDraft } from '../../state/stores/drafts'
import { listFromText } from '../listText'
import { mayWeaken } from '../mayWeaken'

export interface SourceFormValue extends Omit<SourceDraft, 'aliases' | 'reason'>, Pick<Source, 'aliases'> {
  /** Why protection is weakened. Asked for when it is. */
  readonly reason?: string
}

interface SourceFormEvents {
  readonly submit: (words: SourceFormValue) => Promise<Outcome<unknown>>
  readonly done: () => void
}

/** Keeps what is typed about a source, and sends it. */
export function useSourceForm(from: Source | undefined, { submit, done }: SourceFormEvents) {
  const {
    draft: words,
    change,
    forget,
  } = useDraft((forms) => forms.source, from?.id ?? NEW_ONE, {
    name: from?.name ?? '',
    kind: from?.kind ?? 'person',
    groundRules: from?.groundRules ?? 'onTheRecord',
    protected: from?.protected ?? false,
    aliases: (from?.aliases ?? []).join(', '),
    contact: from?.contact ?? '',
    wording: from?.wording ?? '',
    description: from?.description ?? '',
    pooler: from?.pooler ?? '',
    poolNumber: from?.poolNumber ?? '',
    derivedFrom: from?.derivedFrom ?? [],
    officialRecord: from?.officialRecord ?? false,
    reason: '',
  })
  const typing = words.sought !== undefined
  /** Whether the source would be less protected than before. */
  const weaker = from !== undefined && mayWeaken(from, words)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const nameless = words.name.trim() === ''
  const set = (next: Partial<SourceDraft>): void => {
    change(next)
    setProblem(undefined)
  }
  const leave = (): void => {
    forget()
    done()
  }

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (nameless) return setProblem(sourcesText('sourceForm.sourceNeedsNameWhat'))
    if (typing) return setProblem(sourcesText('sourceForm.chooseFromList'))
    setBusy(true)
    const { reason, sought: _sought, ...said } = words
    const outcome = await submit({
      ...said,
      name: words.name.trim(),
      contact: words.contact.trim(),
      aliases: listFromText(words.aliases),
      ...(weaker ? { reason } : {}),
    })
    setBusy(false)
    if (outcome.ok) leave()
    else setProblem(outcome.message)
  }
  return {
    words,
    set,
    weaker,
    send,
    leave,
    /** What is missing, each where it is mended: the name, the source that it rests on, or the form. */
    problemOf: {
      name: nameless ? problem : undefined,
      restsOn: typing && !nameless ? problem : undefined,
      form: !nameless && !typing ? problem : undefined,
    },
  }
}
