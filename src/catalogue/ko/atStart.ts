/** The texts that a window shows before its later parts are loaded, in Korean. */
import { addTranslation } from '../area'
import commands from './commands.json' with { type: 'json' }
import desk from './desk.json' with { type: 'json' }
import editor from './editor.json' with { type: 'json' }
import facts from './facts.json' with { type: 'json' }
import fields from './fields.json' with { type: 'json' }
import ledger from './ledger.json' with { type: 'json' }
import pen from './pen.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import rights from './rights.json' with { type: 'json' }
import sheet from './sheet.json' with { type: 'json' }
import spelling from './spelling.json' with { type: 'json' }
import suggestions from './suggestions.json' with { type: 'json' }
import windowTexts from './window.json' with { type: 'json' }

export const KOREAN_AT_START: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  commands,
  desk,
  editor,
  facts,
  fields,
  ledger,
  pen,
  review,
  rights,
  sheet,
  spelling,
  suggestions,
  window: windowTexts,
}

export function addKoreanAtStart(): void {
  for (const [area, messages] of Object.entries(KOREAN_AT_START)) addTranslation('ko', area, messages)
}
