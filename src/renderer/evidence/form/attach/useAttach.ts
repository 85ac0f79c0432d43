import type { Outcome } from '../../../../ipc/contract'
import { evidenceText } from '../../../../catalogue/window/evidence'
import type { Evidence } from '../../../../story/ledger/facts/fact'
import { usePanels } from '../../../state'
import type { EvidenceDraft } from '../../../state/stores/drafts'
import { useWindowServices } from '../../../state/windowServices'
import { duplicatesShown, seenFact } from '../../../verdicts/useSign'
import { isLatestOfFact } from './isLatestOfFact'
import type { Seen } from './seen'

interface AttachTo {
  readonly story: string
  readonly fact: string
  /** What is signed. */
  readonly seen: Seen
  /** Called when the new source of the draft is in the book. */
  readonly onSource: (source: string) => void
}

/**
 * Returns what attaches the evidence of a draft, with its new source if it has one. With `signs`, the same act verifies
 * the fact. It resolves with what stood in the way, or with undefined when all was done.
 */
export function useAttach({
  story,
  fact,
  seen,
  onSource,
}: AttachTo): (draft: EvidenceDraft, signs: boolean) => Promise<string | undefined> {
  const { panels, newsroom, notices } = useWindowServices()
  const { act } = newsroom
  const review = usePanels(({ review }) => review)

  /** The new piece is the one that is shown. Undo removes it, unless somebody has dealt with the fact since. */
  const add = async (evidence: Omit<Evidence, 'id'>): Promise<Outcome<unknown>> => {
    const added = await act('fact.addEvidence', { story, fact, evidence })
    if (!added.ok) return added
    const piece = added.value.id
    panels.store.setState({ piece: { fact, evidence: piece } })
    newsroom.undoList.offer(
      evidenceText('evidenceForm.attached'),
      async () => notices.check(await act('fact.removeEvidence', { story, fact, evidence: piece })),
      async () => isLatestOfFact(newsroom.store.getState().session?.store.getState().view.entries ?? [], fact, piece),
    )
    return added
  }

  return async ({ source, fresh, locator, excerpt, note = '', stance, file, reason }, signs) => {
    let used = source
    if (fresh) {
      const { aliases, ...words } = fresh
      const added = await act('source.add', fresh.protected && aliases.length > 0 ? fresh : words)
      if (!added.ok) return added.message
      used = added.value.id
      onSource(used)
    }
    const evidence = {
      source: used ?? '',
      locator: locator.trim(),
      stance,
      ...(excerpt.trim() ? { excerpt: excerpt.trim() } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(file ? { file: file.sha256, fileName: file.name } : {}),
    }
    const outcome = signs
      ? await act('fact.sign', {
          story,
          ...seenFact(seen.fact),
          status: 'verified',
          evidence,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
          ...(review ? duplicatesShown(seen.fact, seen.assessments, panels) : {}),
        })
      : await add(evidence)
    return outcome.ok ? undefined : outcome.message
  }
}
