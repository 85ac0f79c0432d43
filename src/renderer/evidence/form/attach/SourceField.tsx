import { useMemo } from 'react'
import { evidenceText } from '../../../../catalogue/window/evidence'
import { listedSources } from '../../../../story/desk/source'
import type { FactType } from '../../../../story/ledger/facts/fact'
import { useNewsroom } from '../../../state'
import type { EvidenceDraft, NewSource } from '../../../state/stores/drafts'
import { SourcePicker } from '../../../sources/picker/SourcePicker'
import { NewSourceFields } from './NewSourceFields'
import { newSourceKind } from './newSourceKind'

interface SourceFieldProps {
  readonly draft: EvidenceDraft
  /** Of the fact: it suggests the kind of a new source. */
  readonly type: FactType
  readonly problem: string | undefined
  /** The keyboard starts in this field. */
  readonly focusFirst: boolean
  /** Called when a source was picked or a new one was named. */
  readonly onChoose: (choice: Pick<EvidenceDraft, 'source' | 'fresh' | 'chosen'>) => void
  /** Called when a source was picked by a key or a click. The keyboard may move on. */
  readonly onDone: () => void
  /** Called with the text that picks no source yet. */
  readonly onTyping: (sought: string | undefined) => void
  /** Called with what is said of the new source. */
  readonly onDescribe: (fresh: NewSource) => void
}

/** The source of the evidence: one of the book, or a new one with what the book has to know of it. */
export function SourceField({
  draft: { source, fresh, sought },
  type,
  problem,
  focusFirst,
  onChoose,
  onDone,
  onTyping,
  onDescribe,
}: SourceFieldProps) {
  const all = useNewsroom(({ desk }) => desk.sources)
  const sources = useMemo(() => listedSources(all), [all])
  return (
    <>
      <SourcePicker
        label={evidenceText('evidenceForm.source')}
        placeholder={evidenceText('evidenceForm.typeFindAddSource')}
        sources={sources}
        picked={fresh ? undefined : source}
        problem={problem}
        focusFirst={focusFirst}
        fresh={fresh?.name}
        onPick={(next, done) => {
          onChoose({ source: next, fresh: undefined, chosen: true })
          if (done) onDone()
        }}
        onNew={(name) => {
          const known = fresh ?? { kind: newSourceKind(name, type), groundRules: 'onTheRecord', protected: false }
          onChoose({ chosen: true, fresh: { ...known, name, aliases: [] } })
        }}
        begun={sought}
        onTyping={onTyping}
      />
      {fresh ? <NewSourceFields fresh={fresh} onChange={onDescribe} /> : null}
    </>
  )
}
