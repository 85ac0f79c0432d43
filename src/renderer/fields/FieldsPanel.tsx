import { fieldsText } from '../../catalogue/window/fields'
import { peopleHere } from '../../story/desk/roster'
import { countsCharacters } from '../../story/text/words/characters'
import { lazy, Suspense, useId } from 'react'
import { legalNow } from '../../story/assessment/people/legalRead'
import { pick, useNewsroom, useStory, useStoryReadOnly } from '../state'
import { BylineRows } from './BylineRows'
import { StrikeByline } from './StrikeByline'
import { DatelineFields } from './DatelineFields'
import { DraftField } from './DraftField'
import { EmbargoField } from './EmbargoField'
import {
  parseKeywords,
  parseLanguage,
  parseSlug,
  parseWordTarget,
  showList,
  showWordTarget,
  urgencyWords,
  KINDS,
  kindWords,
  LEGAL_READS,
  legalReadWords,
} from './fieldWords'
import { languageName } from './languageName'
import { asText } from './saving/useFieldDraft'
import './fields.css'

const SubjectsField = lazy(() => import('./SubjectsField').then(({ SubjectsField: View }) => ({ default: View })))

const kinds = () => KINDS.map((value) => ({ value, label: kindWords(value) }))
const legalReads = () => LEGAL_READS.map((value) => ({ value, label: legalReadWords(value) }))
const urgencies = () => urgencyWords().map((label, index) => ({ value: String(index + 1), label }))
const COMMON_LANGUAGES = ['en', 'en-GB', 'en-US', 'ko', 'ja', 'zh-Hans', 'zh-Hant', 'ar', 'de', 'es', 'fr', 'pt', 'ru']
const same = (text: string): string => text

/** The fields of the story. Each is stored when it is left. */
export function FieldsPanel() {
  const story = useStory(pick('id'))
  return (
    <section className="panel" aria-label={fieldsText('fieldsPanel.fields')}>
      <h2 className="panel-name">{fieldsText('fieldsPanel.fields')}</h2>
      {story ? (
        <FieldForm key={story.id} />
      ) : (
        <div className="empty">
          <p>{fieldsText('fieldsPanel.fieldsSayWhatSaid')}</p>
          <p>{fieldsText('fieldsPanel.openStoryFieldsStand')}</p>
        </div>
      )}
    </section>
  )
}

function FieldForm() {
  const desk = useNewsroom(({ desk }) => desk)
  const reason = useStoryReadOnly()
  const story = useStory(pick('story', 'fields', 'assessments'))
  const readOnly = reason !== undefined
  const id = useId()
  const people = `${id}-people`
  const languages = `${id}-languages`

  return (
    <div className="form panel-form fields">
      <datalist id={people}>
        {peopleHere(desk.roster).map((person) => (
          <option key={person.name} value={person.name} />
        ))}
      </datalist>
      <datalist id={languages}>
        {COMMON_LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </datalist>
      {reason ? <p className="form-note">{fieldsText('fieldsPanel.shownChanged', { reason })}</p> : null}

      <h2 className="panel-title">{fieldsText('fieldsPanel.storyTitle')}</h2>
      <div className="form-pair">
        <DraftField
          field="slug"
          label={fieldsText('fieldsPanel.slug')}
          placeholder={fieldsText('fieldsPanel.busanSummit')}
          readOnly={readOnly}
          show={same}
          parse={parseSlug}
        />
        <DraftField
          field="kind"
          label={fieldsText('fieldsPanel.kind')}
          as="choice"
          options={kinds()}
          readOnly={readOnly}
          show={same}
          parse={(text) => ({ ok: true, value: text === 'alert' ? 'alert' : 'story' })}
        />
      </div>
      <BylineRows readOnly={readOnly} people={people} />
      {readOnly ? null : <StrikeByline />}
      <DraftField
        field="contributors"
        label={fieldsText('fieldsPanel.contributors')}
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
      <DatelineFields readOnly={readOnly} />
      <div className="form-pair">
        <DraftField
          field="language"
          label={fieldsText('fieldsPanel.language')}
          list={languages}
          hint={languageName(story?.fields.language ?? '')}
          readOnly={readOnly}
          show={same}
          parse={parseLanguage}
        />
        <DraftField
          field="urgency"
          label={fieldsText('fieldsPanel.urgency')}
          as="choice"
          options={urgencies()}
          readOnly={readOnly}
          show={String}
          parse={(text) => ({ ok: true, value: Number(text) })}
        />
      </div>
      <DraftField
        field="wordTarget"
        label={fieldsText(
          countsCharacters(story?.fields.language ?? '') ? 'fieldsPanel.characterTarget' : 'fieldsPanel.wordTarget',
        )}
        placeholder={fieldsText('fieldsPanel.noTarget')}
        readOnly={readOnly}
        show={showWordTarget}
        parse={parseWordTarget}
      />

      <h2 className="panel-title">{fieldsText('fieldsPanel.deskTitle')}</h2>
      <div className="form-pair">
        <DraftField
          field="desk"
          label={fieldsText('fieldsPanel.desk')}
          readOnly={readOnly}
          show={same}
          parse={asText}
        />
        <DraftField
          field="assignee"
          label={fieldsText('fieldsPanel.assignee')}
          list={people}
          readOnly={readOnly}
          show={same}
          parse={asText}
        />
      </div>
      <DraftField
        field="author"
        label={fieldsText('fieldsPanel.author')}
        list={people}
        hint={fieldsText('fieldsPanel.authorBylinesMaySign')}
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
      <DraftField
        field="edNote"
        label={fieldsText('fieldsPanel.edNote')}
        as="area"
        hint={fieldsText('fieldsPanel.receivingEditorsNeverReaders')}
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
      <DraftField
        field="needsLegal"
        label={fieldsText('fieldsPanel.legalRead')}
        as="choice"
        options={legalReads()}
        readOnly={readOnly}
        show={same}
        holds={story ? legalNow(story.story, story.assessments, desk.settings.deskOfOne) : undefined}
        parse={(text) => ({ ok: true, value: LEGAL_READS.find((state) => state === text) ?? 'none' })}
      />
      <EmbargoField readOnly={readOnly} />

      <h2 className="panel-title">{fieldsText('fieldsPanel.wire')}</h2>
      <Suspense fallback={<div className="subjects-coming" />}>
        <SubjectsField readOnly={readOnly} />
      </Suspense>
      <DraftField
        field="keywords"
        label={fieldsText('fieldsPanel.keywords')}
        hint={fieldsText('fieldsPanel.commasBetween')}
        readOnly={readOnly}
        show={showList}
        parse={parseKeywords}
      />
      <DraftField
        field="provider"
        label={fieldsText('fieldsPanel.provider')}
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
      <DraftField
        field="copyrightLine"
        label={fieldsText('fieldsPanel.copyright')}
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
      <DraftField
        field="usageTerms"
        label={fieldsText('fieldsPanel.usageTerms')}
        as="area"
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
    </div>
  )
}
