import type { Assessment } from '../../../story/assessment/assessment'
import type { Evidence } from '../../../story/ledger/facts/fact'
import type { KeptFileFacts } from '../../../story/requests/requests'
import { useNewsroom, useStory, useStoryReadOnly } from '../../state'
import { evidenceDraftKey, type EvidenceDraft } from '../../state/stores/drafts'
import type { Overlay } from '../../state/stores/overlay'
import { useWindowServices } from '../../state/windowServices'
import type { TakenPassage } from './passage'
import { withFile, withPassage } from './withPassage'

interface TakenFrom {
  readonly source: string
  readonly fileName: string
}

export interface ExcerptTaking {
  /** Puts the passage into the form that changes this piece of evidence. */
  readonly intoEvidence: (item: Evidence, passage: TakenPassage) => void
  /** Puts the passage into the form that adds evidence from this file. */
  readonly intoNew: (from: TakenFrom, passage: TakenPassage, file: KeptFileFacts) => void
}

type EvidenceOverlay = Extract<Overlay, { readonly kind: 'evidence' | 'changeEvidence' }>

/**
 * Opens a form with a passage of a captured file in it. What a person typed into that form before stays there.
 * Undefined: the story is read-only.
 */
export function useTake(fact: Assessment): ExcerptTaking | undefined {
  const { panels } = useWindowServices()
  const person = useNewsroom(({ person = '' }) => person)
  const story = useStory(({ id }) => id)
  const readOnly = useStoryReadOnly()
  if (readOnly !== undefined || story == null) return undefined
  const { evidence: drafts } = panels.drafts
  const show = (asked: EvidenceOverlay): void => {
    const { overlay } = panels.store.getState()
    panels.open(overlay && isSameForm(overlay, asked) ? { ...overlay, taken: (overlay.taken ?? 0) + 1 } : asked)
  }
  return {
    intoEvidence: (item, passage) => {
      const { source, stance, locator, excerpt = '', note = '' } = item
      const key = evidenceDraftKey(person, story, fact.id, item.id)
      const begun = drafts.get(key) ?? { source, stance, locator, excerpt, note, reason: '' }
      drafts.keep(key, withPassage(begun, passage, { excerpt, locator }))
      show({ kind: 'changeEvidence', fact: fact.id, evidence: item.id })
    },
    intoNew: ({ source, fileName }, passage, file) => {
      const key = evidenceDraftKey(person, story, fact.id)
      const begun: EvidenceDraft = drafts.get(key) ?? { locator: '', excerpt: '', stance: 'supports', reason: '' }
      drafts.keep(key, {
        ...withPassage(begun, passage),
        ...(begun.chosen || begun.fresh ? {} : { source }),
        ...withFile(begun, { ...file, name: fileName }),
      })
      show({ kind: 'evidence', fact: fact.id })
    },
  }
}

/** Whether the open overlay is the form that is asked for. */
const isSameForm = (overlay: Overlay, asked: EvidenceOverlay): overlay is EvidenceOverlay =>
  asked.kind === 'evidence'
    ? overlay.kind === 'evidence' && overlay.fact === asked.fact
    : overlay.kind === 'changeEvidence' && overlay.fact === asked.fact && overlay.evidence === asked.evidence
