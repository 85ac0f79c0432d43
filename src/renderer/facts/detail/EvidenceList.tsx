/** The evidence of a fact, and what was removed of it. */
import { evidenceText } from '../../../catalogue/window/evidence'
import { factsPanelText } from '../../../catalogue/window/factsPanel'
import { useMemo } from 'react'
import type { Evidence } from '../../../story/ledger/facts/fact'
import { Button } from '../../ui'
import { returnAfter } from '../../verdicts/focusFact'
import { useNewsroom, useNotice, usePanels } from '../../state'
import { useOneAtATime } from '../../state/hooks/useOneAtATime'
import { useWindowServices } from '../../state/windowServices'
import { removedEvidence } from './removedEvidence'
import { evidenceName } from './evidenceName'
import type { FactDetailProps } from './factDetailProps'

export const EvidenceList = ({ fact, sources }: Pick<FactDetailProps, 'fact' | 'sources'>) =>
  fact.evidence.map((item) => (
    <div key={item.id} className="backup" data-stance={item.stance}>
      <span className="backup-head">
        <span>
          {evidenceName(sources, item)}
          {item.stance === 'contradicts' ? (
            <span className="backup-against"> {factsPanelText('factDetail.contradicts')}</span>
          ) : null}
        </span>
      </span>
      {item.file === undefined ? null : <FileRow fact={fact.id} item={item} />}
      {item.excerpt ? (
        <span className="backup-excerpt" dir="auto">
          {item.excerpt}
        </span>
      ) : null}
      {item.note ? (
        <span className="backup-note" dir="auto">
          {evidenceText('evidencePane.note', { note: item.note })}
        </span>
      ) : null}
    </div>
  ))

/** Undoes a removal by adding the same evidence again. */
export function RemovedEvidence({ fact, story, sources }: FactDetailProps) {
  const { act } = useWindowServices().newsroom
  const person = useNewsroom(({ person }) => person)
  const { check } = useNotice()
  const removed = useMemo(() => removedEvidence(story.entries, fact.id, person), [story.entries, fact.id, person])
  const once = useOneAtATime()
  const putBack = async ({ id: _id, ...evidence }: Evidence): Promise<void> => {
    const goBack = returnAfter(fact.id)
    check(await act('fact.addEvidence', { story: story.id, fact: fact.id, evidence }))
    goBack()
  }
  return removed.map((item) => (
    <div key={item.id} className="backup-removed">
      <span>{factsPanelText('factDetail.removed', { sources: evidenceName(sources, item) })}</span>
      <Button
        look="plain"
        aria-label={factsPanelText('factDetail.putBack', { sources: evidenceName(sources, item) })}
        onClick={() => void once(() => putBack(item))}
      >
        {factsPanelText('factDetail.putBackShort')}
      </Button>
    </div>
  ))
}

function FileRow({ fact, item }: { readonly fact: string; readonly item: Evidence }) {
  const { setViewing, setDrawer } = useWindowServices().panels
  const review = usePanels(({ review }) => review)
  return (
    <span className="backup-head">
      <bdi>{item.fileName ?? factsPanelText('factDetail.capturedFile')}</bdi>
      {review ? null : (
        <Button
          look="plain"
          aria-label={factsPanelText('factDetail.open', {
            value: item.fileName ?? factsPanelText('factDetail.unnamedFile'),
          })}
          onClick={() => {
            setViewing({ fact, evidence: item.id })
            setDrawer('library')
          }}
        >
          {factsPanelText('factDetail.openShort')}
        </Button>
      )}
    </span>
  )
}
