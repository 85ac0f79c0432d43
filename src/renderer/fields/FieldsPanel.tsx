import { useId } from 'react'
import { legalNow } from '../../checks/rules/story/needsLegal'
import type { NeedsLegal } from '../../story/ledger/fields'
import { pick, useNewsroom, useStory, useStoryReadOnly } from '../state'
import { BylineRows } from './BylineRows'
import { DatelineFields } from './DatelineFields'
import { DraftField } from './DraftField'
import { EmbargoField } from './EmbargoField'
import {
  languageName,
  parseKeywords,
  parseLanguage,
  parseSlug,
  parseSubjects,
  parseWordTarget,
  showList,
  showWordTarget,
  URGENCY_WORDS,
} from './fieldWords'
import { asText } from './useFieldDraft'
import './fields.css'

const KINDS = [
  { value: 'story', label: 'Story' },
  { value: 'alert', label: 'Alert: slug and headline are enough' },
]
const LEGAL: readonly { readonly value: NeedsLegal; readonly label: string }[] = [
  { value: 'none', label: 'Not asked for' },
  { value: 'required', label: 'Required' },
  { value: 'complete', label: 'Complete' },
]
const URGENCIES = URGENCY_WORDS.map((label, index) => ({ value: String(index + 1), label }))
const COMMON_LANGUAGES = ['en', 'en-GB', 'en-US', 'ko', 'ja', 'zh-Hans', 'zh-Hant', 'ar', 'de', 'es', 'fr', 'pt', 'ru']
const same = (text: string): string => text

/** Everything that is said about the copy, not in it. Each field is stored when it is left. */
export function FieldsPanel() {
  const story = useStory(pick('id'))
  return (
    <section className="panel" aria-label="Fields">
      {story ? (
        <FieldForm key={story.id} />
      ) : (
        <div className="empty">
          <p>Fields say what is said about a story and not in it: slug, byline, dateline, embargo, subjects, desk.</p>
          <p>Open a story, and its fields stand here.</p>
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
        {desk.roster.map((person) => (
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
      {reason ? <p className="form-note">Shown, not to be changed: {reason}</p> : null}

      <h2 className="panel-title">The story</h2>
      <div className="form-pair">
        <DraftField
          field="slug"
          label="Slug"
          placeholder="busan-summit"
          readOnly={readOnly}
          show={same}
          parse={parseSlug}
        />
        <DraftField
          field="kind"
          label="Kind"
          as="choice"
          options={KINDS}
          readOnly={readOnly}
          show={same}
          parse={(text) => ({ ok: true, value: text === 'alert' ? 'alert' : 'story' })}
        />
      </div>
      <BylineRows readOnly={readOnly} people={people} />
      <DraftField field="contributors" label="Contributors" readOnly={readOnly} show={same} parse={asText} />
      <DatelineFields readOnly={readOnly} />
      <div className="form-pair">
        <DraftField
          field="language"
          label="Language"
          list={languages}
          hint={languageName(story?.fields.language ?? '')}
          readOnly={readOnly}
          show={same}
          parse={parseLanguage}
        />
        <DraftField
          field="urgency"
          label="Urgency"
          as="choice"
          options={URGENCIES}
          readOnly={readOnly}
          show={String}
          parse={(text) => ({ ok: true, value: Number(text) })}
        />
      </div>
      <DraftField
        field="wordTarget"
        label="Word target"
        placeholder="No target"
        readOnly={readOnly}
        show={showWordTarget}
        parse={parseWordTarget}
      />

      <h2 className="panel-title">The desk</h2>
      <div className="form-pair">
        <DraftField field="desk" label="Desk" readOnly={readOnly} show={same} parse={asText} />
        <DraftField field="assignee" label="Assignee" list={people} readOnly={readOnly} show={same} parse={asText} />
      </div>
      <DraftField
        field="author"
        label="Author"
        list={people}
        hint="Author and bylines may not sign their own facts verified."
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
      <DraftField
        field="edNote"
        label="Ed note"
        as="area"
        hint="To receiving editors, never to readers."
        readOnly={readOnly}
        show={same}
        parse={asText}
      />
      <DraftField
        field="needsLegal"
        label="Legal read"
        as="choice"
        options={LEGAL}
        readOnly={readOnly}
        show={same}
        holds={story ? legalNow(story.story, story.assessments, desk.settings.deskOfOne) : undefined}
        parse={(text) => ({ ok: true, value: LEGAL.find((choice) => choice.value === text)?.value ?? 'none' })}
      />
      <EmbargoField readOnly={readOnly} />

      <h2 className="panel-title">On the wire</h2>
      <DraftField
        field="subjects"
        label="Subjects"
        hint="IPTC Media Topic codes: medtop: and eight digits"
        placeholder="medtop:11000000"
        readOnly={readOnly}
        show={showList}
        parse={parseSubjects}
      />
      <DraftField
        field="keywords"
        label="Keywords"
        hint="Commas between"
        readOnly={readOnly}
        show={showList}
        parse={parseKeywords}
      />
      <DraftField field="provider" label="Provider" readOnly={readOnly} show={same} parse={asText} />
      <DraftField field="copyrightLine" label="Copyright" readOnly={readOnly} show={same} parse={asText} />
      <DraftField field="usageTerms" label="Usage terms" as="area" readOnly={readOnly} show={same} parse={asText} />
    </div>
  )
}
