import { isEnglish, namesAndRoles } from '../../../story/text/words/namesAndRoles'
import { printedPlace } from '../../../story/text/words/printedPlace'
import { sheetText } from '../../../catalogue/writing/sheet'
import type { LegalReadState } from '../../../story/assessment/people/legalRead'
import type { StoryDefaults } from '../../../story/desk/storyDefaults'
import type { Fields } from '../../../story/ledger/fields'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import { STAGE_WORDS, VERSION_KIND_WORDS, type Standing } from '../../../story/ledger/stages'
import { languageName } from '../../fields/languageName'
import { embargoRuns, embargoWords, newsroomZone } from '../../fields/embargoTime'

export interface SlugPart {
  readonly id: 'slug' | 'urgency' | 'language' | 'version' | 'stage' | 'legal' | 'embargo' | 'desk'
  readonly text: string
  /** Shown in full ink: a wrong move would break it. */
  readonly weighty: boolean
}

/**
 * The line over the headline: slug and stage, version, urgency, language and desk, current legal status, and an embargo
 * that no strip shows, in the newsroom’s zone and UTC.
 */
export function slugLineText(
  fields: Fields,
  standing: Standing,
  legal: LegalReadState,
  now: string,
  defaults?: StoryDefaults,
): readonly SlugPart[] {
  const kind = standing.versionKind && standing.version > 1 ? ` (${VERSION_KIND_WORDS[standing.versionKind]})` : ''
  const parts: (SlugPart | undefined)[] = [
    { id: 'slug', text: fields.slug || sheetText('slugLine.noSlug'), weighty: true },
    { id: 'stage', text: STAGE_WORDS[standing.stage], weighty: true },
    { id: 'version', text: sheetText('slugLine.version', { version: standing.version, kind }), weighty: false },
    { id: 'urgency', text: sheetText('slugLine.urgency', { urgency: fields.urgency }), weighty: false },
    { id: 'language', text: languageName(fields.language) || fields.language, weighty: false },
    fields.desk ? { id: 'desk', text: fields.desk, weighty: false } : undefined,
    legal === 'none' ? undefined : { id: 'legal', text: sheetText(`legal.${legal}`), weighty: true },
    fields.embargo && !isInStrip(fields.embargo, standing, now)
      ? embargoPart(fields.embargo, now, newsroomZone(defaults))
      : undefined,
  ]
  return parts.filter((part) => part !== undefined)
}

/** A running embargo stands in a strip of its own (EmbargoStrip.tsx), which a killed or spiked story does not have. */
const isInStrip = (embargo: string, { stage }: Standing, now: string): boolean =>
  embargoRuns(embargo, now) && !isOver(stage)

/** An embargo that is over has no effect. */
function embargoPart(embargo: string, now: string, zone: string): SlugPart {
  const runs = embargoRuns(embargo, now)
  const until = embargoWords(embargo, now, zone)
  return {
    id: 'embargo',
    text: sheetText(runs ? 'slugLine.embargo' : 'slugLine.embargoOver', { until }),
    weighty: runs,
  }
}

/**
 * "By Ann Lee and Bo Kim · MOKPO, South Korea, Oct. 30": byline and dateline as readers get them, by the language of
 * the story; '' if there is neither.
 */
export function bylineLine({ byline, dateline: { place, date }, language }: Fields): string {
  const signed = byline.filter(({ name }) => name !== '')
  const names = namesAndRoles(signed, language, sheetText('slugLine.and', {}, 'en'))
    .map(({ text }) => text)
    .join('')
  const by = names !== '' && isEnglish(language) ? sheetText('slugLine.by', { names }, 'en') : names
  const dateline = place === '' ? [] : [printedPlace(place), ...(date === '' ? [] : [date])]
  return [by, dateline.join(', ')].filter((part) => part !== '').join(' · ')
}
