/** All texts of Stet in Korean. */
import { addTranslation } from '../area'
import apart from './apart.json' with { type: 'json' }
import bundle from './bundle.json' with { type: 'json' }
import checks from './checks.json' with { type: 'json' }
import checksPanel from './checksPanel.json' with { type: 'json' }
import cli from './cli.json' with { type: 'json' }
import commands from './commands.json' with { type: 'json' }
import comments from './comments.json' with { type: 'json' }
import corrections from './corrections.json' with { type: 'json' }
import desk from './desk.json' with { type: 'json' }
import documentTexts from './document.json' with { type: 'json' }
import editor from './editor.json' with { type: 'json' }
import evidence from './evidence.json' with { type: 'json' }
import exportPanel from './exportPanel.json' with { type: 'json' }
import exports from './exports.json' with { type: 'json' }
import facts from './facts.json' with { type: 'json' }
import factsPanel from './factsPanel.json' with { type: 'json' }
import fields from './fields.json' with { type: 'json' }
import gate from './gate.json' with { type: 'json' }
import history from './history.json' with { type: 'json' }
import imports from './imports.json' with { type: 'json' }
import ledger from './ledger.json' with { type: 'json' }
import library from './library.json' with { type: 'json' }
import main from './main.json' with { type: 'json' }
import margin from './margin.json' with { type: 'json' }
import merge from './merge.json' with { type: 'json' }
import mergeReport from './mergeReport.json' with { type: 'json' }
import newsroom from './newsroom.json' with { type: 'json' }
import pen from './pen.json' with { type: 'json' }
import projection from './projection.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import reviewRoom from './reviewRoom.json' with { type: 'json' }
import rights from './rights.json' with { type: 'json' }
import search from './search.json' with { type: 'json' }
import sheet from './sheet.json' with { type: 'json' }
import sources from './sources.json' with { type: 'json' }
import spelling from './spelling.json' with { type: 'json' }
import storage from './storage.json' with { type: 'json' }
import suggestions from './suggestions.json' with { type: 'json' }
import windowTexts from './window.json' with { type: 'json' }

export const KOREAN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  apart,
  bundle,
  checks,
  checksPanel,
  cli,
  commands,
  comments,
  corrections,
  desk,
  document: documentTexts,
  editor,
  evidence,
  exportPanel,
  exports,
  facts,
  factsPanel,
  fields,
  gate,
  history,
  imports,
  ledger,
  library,
  main,
  margin,
  merge,
  mergeReport,
  newsroom,
  pen,
  projection,
  review,
  reviewRoom,
  rights,
  search,
  sheet,
  sources,
  spelling,
  storage,
  suggestions,
  window: windowTexts,
}

let isAdded = false

export function addKorean(): void {
  if (isAdded) return
  isAdded = true
  for (const [area, messages] of Object.entries(KOREAN)) addTranslation('ko', area, messages)
}
