import type { Assessment } from '../../story/assessment/assessment'
import type { Evidence } from '../../story/ledger/fact'
import type { KeptFileFacts } from '../../story/requests/requests'
import { useNewsroom, useStory, useStoryReadOnly } from '../state'
import { evidenceDraftKey } from '../state/stores/drafts'
import { useWindowServices } from '../state/windowServices'
import type { TakenPassage } from './passage'

interface TakenFrom {
  readonly source: string
  readonly fileName: string
}

export interface ExcerptTaking {
  /** Fills the form that changes this piece of evidence. */
  readonly intoEvidence: (item: Evidence, passage: TakenPassage) => void
  /** Fills the form that adds evidence from this file. */
  readonly intoNew: (from: TakenFrom, passage: TakenPassage, file: KeptFileFacts) => void
}

/** Opens a form that is filled with a passage of a captured file. Undefined: the story is read-only. */
export function useTake(fact: Assessment): ExcerptTaking | undefined {
  const { panels } = useWindowServices()
  const person = useNewsroom(({ person = '' }) => person)
  const story = useStory(({ id }) => id)
  const readOnly = useStoryReadOnly()
  if (readOnly !== undefined || story == null) return undefined
  const { evidence: drafts } = panels.drafts
  return {
    intoEvidence: (item, { excerpt, locator }) => {
      const { source, stance, excerpt: before = '', note = '' } = item
      const said = excerpt === '' ? before : excerpt
      const key = evidenceDraftKey(person, story, fact.id, item.id)
      drafts.keep(key, { source, stance, locator, excerpt: said, note, reason: '' })
      panels.open({ kind: 'changeEvidence', fact: fact.id, evidence: item.id })
    },
    intoNew: ({ source, fileName }, { excerpt, locator }, file) => {
      drafts.keep(evidenceDraftKey(person, story, fact.id), {
        ...{ source, locator, excerpt, stance: 'supports', reason: '' },
        file: { ...file, name: fileName },
      })
      panels.open({ kind: 'evidence', fact: fact.id })
    },
  }
}
