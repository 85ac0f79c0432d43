import { libraryText } from '../../../catalogue/window/library'
import type { ImportPreview } from '../../../story/requests/requests'
import { languageName } from '../../fields/languageName'
import { KnownStories } from './KnownStories'
import { ArrivedFields } from './ArrivedFields'

const SHOWN_BLOCKS = 6
const SHOWN_CHARACTERS = 600
const beginning = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text

interface ArrivedStoryProps {
  readonly story: ImportPreview
  /** The name of its file. */
  readonly name: string
  /** Whether it is the only story of the file. */
  readonly alone: boolean
  /** Without the copy. */
  readonly short: boolean
}

/** One story of a file: what would come of it, and what would be lost. */
export function ArrivedStory({ story, name, alone, short }: ArrivedStoryProps) {
  const { headline, losses, language, format, blocks, comments = 0, suggestions = 0 } = story
  // What the import shows is what it counts: parts with words under the headline.
  const body = blocks.filter((block) => block.role !== 'headline' && block.text.trim() !== '')
  const pictures = blocks.filter(({ role }) => role === 'cutline').length
  return (
    <>
      {alone ? null : (
        <p className="arrived-headline">
          <strong>{headline || libraryText('import.noHeadline')}</strong>
        </p>
      )}
      <p className="panel-note">
        {name} · {format} · {languageName(language) || language} · {libraryText('import.parts', { count: body.length })}
      </p>
      {story.known ? <KnownStories known={story.known} /> : null}
      <ArrivedFields fields={story.fields ?? {}} />
      {pictures > 0 ? <p className="panel-note">{libraryText('import.withPictures', { pictures })}</p> : null}
      {comments + suggestions > 0 ? <p className="panel-note">{alongWords(comments, suggestions)}</p> : null}
      {losses.length > 0 ? (
        <ul
          className="losses"
          aria-label={
            alone ? libraryText('import.lossesOfFile', { name }) : libraryText('import.lossesOfStory', { headline })
          }
        >
          {losses.map((loss) => (
            <li key={loss.what}>
              {libraryText('import.notKept', { what: loss.what })}{' '}
              <span className="soft">
                (
                {loss.example ? libraryText('import.suchAs', { count: loss.count, example: loss.example }) : loss.count}
                )
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="panel-note">{libraryText('import.whole')}</p>
      )}
      {headline === '' ? <p className="panel-note">{libraryText('import.noHeadlineLine')}</p> : null}
      {short ? null : (
        <div className="arrival-copy">
          {body.slice(0, SHOWN_BLOCKS).map((block, index) => (
            <p key={index} data-role={block.role}>
              {block.role === 'listItem' ? '• ' : ''}
              {beginning(block.text)}
            </p>
          ))}
          {body.length > SHOWN_BLOCKS ? (
            <p className="soft">{libraryText('import.more', { count: body.length - SHOWN_BLOCKS })}</p>
          ) : null}
        </div>
      )}
    </>
  )
}

const alongWords = (comments: number, suggestions: number): string =>
  libraryText(
    comments === 0 ? 'import.withSuggestions' : suggestions === 0 ? 'import.withComments' : 'import.withBoth',
    { comments, suggestions },
  )
