import { archiveText } from '../../../catalogue/window/archive'
import { Button, rich } from '../../ui'
import { NamedStories } from '../deletion/NamedStories'
import { StayingStories } from '../deletion/StayingStories'
import type { ArchiveState } from './archiveWork'

interface ArchiveQuestionProps {
  readonly work: ArchiveState
  readonly onBack: () => void
  readonly onMove: () => void
}

/** Names what would move and what would stay. The keyboard begins on Back. */
export function ArchiveQuestion({ work: { going, staying, folder }, onBack, onMove }: ArchiveQuestionProps) {
  return (
    <div className="form">
      <p className="form-note">
        {rich(archiveText('folder'), { folder: () => <strong className="path">{folder}</strong> })}
      </p>
      {going.length > 0 ? (
        <>
          <NamedStories name={archiveText('going')} stories={going} />
          <p>{archiveText('secrets')}</p>
          <p>{archiveText('copies')}</p>
        </>
      ) : null}
      <StayingStories stories={staying} />
      <div className="form-foot">
        <Button autoFocus onClick={onBack}>
          {archiveText('back')}
        </Button>
        <Button look="danger" disabled={going.length === 0} onClick={onMove}>
          {archiveText('do', { count: going.length })}
        </Button>
      </div>
    </div>
  )
}
