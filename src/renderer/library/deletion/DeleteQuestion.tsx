import { archiveText } from '../../../catalogue/window/archive'
import { libraryText } from '../../../catalogue/window/library'
import { fileSize } from '../../../story/text/format/fileSize'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import type { DeletionLine } from '../../../story/requests/requests'
import { Button, Problem } from '../../ui'
import type { BulkStory } from '../../state/stores/stories/bulkWork'
import type { DeletedFiles, DeletionState } from './deletionLook'
import { NamedStories } from './NamedStories'
import { StayingStories } from './StayingStories'
import '../bulk/bulk.css'
import { shortDay } from '../../facts/shortTime'

interface DeleteQuestionProps {
  readonly asked: DeletionState
  /** Stories that are looked at. */
  readonly of: number
  /** Also stops the look. */
  readonly onCancel: () => void
  readonly onDelete: (stories: readonly BulkStory[]) => void
}

/** Names what would go and what would stay. The keyboard begins on Cancel: nothing undoes a deletion. */
export function DeleteQuestion({ asked, of, onCancel, onDelete }: DeleteQuestionProps) {
  const { done, going, staying, files, problem } = asked
  return (
    <div className="form">
      <Problem text={problem} />
      {files ? (
        <>
          {going.length > 0 ? (
            <>
              <NamedStories name={libraryText('delete.going')} stories={going} note={whatGoes} />
              <p>{filesInWords(files)}</p>
              <p>
                <strong>{libraryText('delete.noUndo')}</strong> {libraryText('delete.backups')}
              </p>
            </>
          ) : null}
          <StayingStories stories={staying} />
        </>
      ) : problem === undefined ? (
        <Looking done={done} of={of} />
      ) : null}
      <div className="form-foot">
        <Button autoFocus onClick={onCancel}>
          {libraryText('shared.cancel')}
        </Button>
        <Button look="danger" disabled={!files || going.length === 0} onClick={() => onDelete(going)}>
          {libraryText('delete.do', { count: files ? going.length : 0 })}
        </Button>
      </div>
    </div>
  )
}

/** How far it is. When all stories were looked at, their captured files are looked up. */
function Looking({ done, of }: { readonly done: number; readonly of: number }) {
  const isCounting = done > 0 && done < of
  return (
    <>
      <p role="status">{isCounting ? archiveText('looking', { done, of }) : libraryText('delete.looking')}</p>
      <progress
        className="bulk-progress"
        aria-label={archiveText('progress')}
        {...(isCounting ? { value: done, max: of } : {})}
      />
    </>
  )
}

export const whatGoes = ({ slug, stage, snapshots, again }: DeletionLine): string =>
  again === undefined
    ? libraryText('delete.line', { slug, hasSlug: slug === '' ? 'no' : 'yes', stage: STAGE_WORDS[stage], snapshots })
    : libraryText('delete.lineAgain', { by: again.by, at: shortDay(again.at) })

function filesInWords({ files: { count, size, waiting }, filesUnknown }: DeletedFiles): string {
  if (filesUnknown !== undefined) return libraryText('delete.filesUnknown', { message: filesUnknown })
  const go = libraryText('delete.files', { count, size: fileSize(size) })
  return waiting === 0 ? go : `${go} ${libraryText('delete.filesWait', { count: waiting })}`
}
