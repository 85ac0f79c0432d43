import { archiveText } from '../../../catalogue/window/archive'
import { Button } from '../../ui'
import type { ArchiveState } from './archiveWork'
import '../bulk/bulk.css'

/** How far it is, and Stop. */
export function ArchiveProgress({ work, onStop }: { readonly work: ArchiveState; readonly onStop: () => void }) {
  const { phase, done, of, isStopped } = work
  return (
    <div className="form">
      <p role="status" aria-label={archiveText('progress')}>
        {of === 0 ? archiveText('lookingUp') : archiveText(phase === 'moving' ? 'moving' : 'looking', { done, of })}
      </p>
      <progress
        className="bulk-progress"
        aria-label={archiveText('progress')}
        {...(of === 0 ? {} : { value: done, max: of })}
      />
      <div className="form-foot">
        <Button autoFocus aria-disabled={isStopped} onClick={onStop}>
          {archiveText('stop')}
        </Button>
      </div>
    </div>
  )
}
