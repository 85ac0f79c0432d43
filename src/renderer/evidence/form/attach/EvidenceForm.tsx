import { useState } from 'react'
import { pick, usePanels, useStory } from '../../../state'
import { useWindowServices } from '../../../state/windowServices'
import { AttachForm, type AttachFormProps } from './AttachForm'
import { seenNow } from './seen'

/**
 * Attaches evidence to the fact of the open overlay. With `verify`, the same action also signs the fact as verified.
 */
export function EvidenceForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  const story = useStory(pick('id', 'entries', 'assessments'))
  if (overlay?.kind !== 'evidence' || !story) return null
  const assessment = story.assessments.find((fact) => fact.id === overlay.fact)
  return assessment ? (
    <Opened
      key={overlay.fact}
      story={story}
      assessment={assessment}
      verify={overlay.verify === true}
      taken={overlay.taken ?? 0}
    />
  ) : null
}

interface OpenedProps extends Pick<AttachFormProps, 'story' | 'assessment' | 'verify'> {
  /** How many passages of files were taken into the form. */
  readonly taken: number
}

/** Keeps what the person saw when the form opened, also while a passage of a file is taken into it. */
function Opened({ taken, ...opened }: OpenedProps) {
  const { panels } = useWindowServices()
  const { assessment, story } = opened
  const [first] = useState(assessment)
  const [seen, setSeen] = useState(() => seenNow(assessment, story.assessments, panels))
  const askAgain = (): void => setSeen(seenNow(assessment, story.assessments, panels))
  return <AttachForm key={taken} {...opened} first={first} seen={seen} askAgain={askAgain} />
}
