import { listWords } from '../../story/text/words/listWords'
import { sheetText } from '../../catalogue/writing/sheet'
import type { LegalStanding } from '../../story/assessment/people/legalRead'
import type { StoryDefaults } from '../../story/desk/storyDefaults'
import type { Fields } from '../../story/ledger/fields'
import { isOver } from '../../story/ledger/leaving/afterKill'
import { STAGE_WORDS, VERSION_KIND_WORDS, type Standing } from '../../story/ledger/stages'
import { languageName } from '../fields/languageName'
import { embargoRuns, embargoWords, newsroomZone } from '../fields/embargoTime'

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
export function slugLine(
  fields: Fields,
  standing: Standing,
  legal: LegalStanding,
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

/** "By Reporter and Editor · BUSAN, Oct. 30"; '' if neither is set. */
export function bylineLine(fields: Fields): string {
  const names = fields.byline.map((line) => line.name).filter((name) => name !== '')
  const by = names.length === 0 ? '' : sheetText('slugLine.by', { names: listWords(names) })
  const place = [fields.dateline.place.toLocaleUpperCase(fields.language || 'en'), fields.dateline.date]
    .filter((part) => part !== '')
    .join(', ')
  return [by, place].filter((part) => part !== '').join(' · ')
}
