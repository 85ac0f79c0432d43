import { libraryText } from '../../../catalogue/window/library'
import { fileSize } from '../../../story/text/format/fileSize'
import { STAGE_WORDS } from '../../../story/ledger/stages'
import type { AnswerOf, DeletionLine } from '../../../story/requests/requests'
import { Button } from '../../ui'
import type { BulkStory } from '../../state/stores/stories/bulkWork'
import './deletion.css'

interface DeleteQuestionProps {
  /** Undefined: it is being looked up. */
  readonly asked: AnswerOf<'story.deletion'> | undefined
  readonly problem: string | undefined
  readonly onCancel: () => void
  readonly onDelete: (stories: readonly BulkStory[]) => void
}

/** Names what would go and what would stay. The keyboard begins on Cancel: nothing undoes a deletion. */
export function DeleteQuestion({ asked, problem, onCancel, onDelete }: DeleteQuestionProps) {
  const going = asked?.stories.filter(({ why }) => why === undefined) ?? []
  const staying = asked?.stories.filter(({ why }) => why !== undefined) ?? []
  return (
    <div className="form">
      {problem === undefined ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {asked || problem !== undefined ? null : <p role="status">{libraryText('delete.looking')}</p>}
      {going.length > 0 ? (
        <>
          <ul
            className="deletion-stories"
            aria-label={libraryText('delete.going')}
            tabIndex={going.length > 6 ? 0 : -1}
          >
            {going.map((line) => (
              <li key={line.id}>
                <Named line={line} />
                <span className="soft">{whatGoes(line)}</span>
              </li>
            ))}
          </ul>
          {asked ? <p>{filesInWords(asked)}</p> : null}
          <p>
            <strong>{libraryText('delete.noUndo')}</strong> {libraryText('delete.backups')}
          </p>
        </>
      ) : null}
      {staying.length > 0 ? (
        <section aria-label={libraryText('delete.staying', { count: staying.length })}>
          <h3 className="panel-title">{libraryText('delete.staying', { count: staying.length })}</h3>
          <ul className="deletion-stories">
            {staying.map((line) => (
              <li key={line.id}>
                <Named line={line} />
                <span className="soft">{line.why}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="form-foot">
        <Button autoFocus onClick={onCancel}>
          {libraryText('shared.cancel')}
        </Button>
        <Button look="danger" disabled={going.length === 0} onClick={() => onDelete(going)}>
          {libraryText('delete.do', { count: going.length })}
        </Button>
      </div>
    </div>
  )
}

const Named = ({ line: { headline } }: { readonly line: DeletionLine }) => (
  <span className="serif" dir="auto">
    {headline || libraryText('shared.untitled')}
  </span>
)

export const whatGoes = ({ slug, stage, snapshots, again }: DeletionLine): string =>
  again === undefined
    ? libraryText('delete.line', { slug, hasSlug: slug === '' ? 'no' : 'yes', stage: STAGE_WORDS[stage], snapshots })
    : libraryText('delete.lineAgain', { by: again.by, at: again.at.slice(0, 10) })

function filesInWords({ files: { count, size, waiting }, filesUnknown }: AnswerOf<'story.deletion'>): string {
  if (filesUnknown !== undefined) return libraryText('delete.filesUnknown', { message: filesUnknown })
  const go = libraryText('delete.files', { count, size: fileSize(size) })
  return waiting === 0 ? go : `${go} ${libraryText('delete.filesWait', { count: waiting })}`
}
