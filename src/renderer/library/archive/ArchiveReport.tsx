import { archiveText } from '../../../catalogue/window/archive'
import { Button, Problem, rich } from '../../ui'
import { StayingStories } from '../deletion/StayingStories'
import type { ArchiveState } from './archiveWork'

interface ArchiveReportProps {
  readonly work: ArchiveState
  readonly onClose: () => void
}

/** What was moved, what stayed and why, what failed, and how to get at the archive. */
export function ArchiveReport({ work, onClose }: ArchiveReportProps) {
  const { moved, files, staying, problems, folder } = work
  return (
    <div className="form">
      <p role="status" aria-label={archiveText('progress')}>
        {inWords(work)}
      </p>
      {files > 0 ? <p>{archiveText('files', { count: files })}</p> : null}
      <Problem text={problems.join(' ')} />
      {moved > 0 ? (
        <>
          <p>{rich(archiveText('folder'), { folder: () => <strong className="path">{folder}</strong> })}</p>
          <p>{archiveText('copies')}</p>
          <p className="form-note">
            {rich(archiveText('reach'), { code: (words) => <code className="path">{words}</code> })}
          </p>
        </>
      ) : null}
      <StayingStories stories={staying} />
      <div className="form-foot">
        <Button autoFocus look="primary" onClick={onClose}>
          {archiveText('close')}
        </Button>
      </div>
    </div>
  )
}

/** What was moved, and what was not since it was stopped or failed. */
export function inWords({ moved, done, of }: ArchiveState): string {
  const did = archiveText('did', { count: moved })
  return done < of ? `${did} ${archiveText('stopped', { count: of - done })}` : did
}

/** What is said when the panel was closed meanwhile. Stories that were to move and stayed are counted. */
export function noticeOf(work: ArchiveState): string {
  const stayed = work.done - work.moved
  return [inWords(work), ...(stayed > 0 ? [archiveText('stayed', { count: stayed })] : []), ...work.problems].join(' ')
}
