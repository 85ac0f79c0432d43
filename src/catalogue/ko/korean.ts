/** All texts of Stet in Korean. */
import { addTranslation } from '../area'
import { KOREAN_AT_START } from './atStart'
import apart from './apart.json' with { type: 'json' }
import archive from './archive.json' with { type: 'json' }
import bundle from './bundle.json' with { type: 'json' }
import checks from './checks.json' with { type: 'json' }
import checksPanel from './checksPanel.json' with { type: 'json' }
import cli from './cli.json' with { type: 'json' }
import commandWords from './commandWords.json' with { type: 'json' }
import comments from './comments.json' with { type: 'json' }
import corrections from './corrections.json' with { type: 'json' }
import documentTexts from './document.json' with { type: 'json' }
import entries from './entries.json' with { type: 'json' }
import evidence from './evidence.json' with { type: 'json' }
import exportPanel from './exportPanel.json' with { type: 'json' }
import exports from './exports.json' with { type: 'json' }
import factsPanel from './factsPanel.json' with { type: 'json' }
import gate from './gate.json' with { type: 'json' }
import history from './history.json' with { type: 'json' }
import imports from './imports.json' with { type: 'json' }
import library from './library.json' with { type: 'json' }
import main from './main.json' with { type: 'json' }
import margin from './margin.json' with { type: 'json' }
import merge from './merge.json' with { type: 'json' }
import mergeReport from './mergeReport.json' with { type: 'json' }
import newsroom from './newsroom.json' with { type: 'json' }
import projection from './projection.json' with { type: 'json' }
import reviewRoom from './reviewRoom.json' with { type: 'json' }
import search from './search.json' with { type: 'json' }
import settings from './settings.json' with { type: 'json' }
import sources from './sources.json' with { type: 'json' }
import storage from './storage.json' with { type: 'json' }
import tour from './tour.json' with { type: 'json' }

export const KOREAN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...KOREAN_AT_START,
  apart,
  archive,
  bundle,
  checks,
  checksPanel,
  cli,
  commandWords,
  comments,
  corrections,
  document: documentTexts,
  entries,
  evidence,
  exportPanel,
  exports,
  factsPanel,
  gate,
  history,
  imports,
  library,
  main,
  margin,
  merge,
  mergeReport,
  newsroom,
  projection,
  reviewRoom,
  search,
  settings,
  sources,
  storage,
  tour,
}

let isAdded = false

export function addKorean(): void {
  if (isAdded) return
  isAdded = true
  for (const [area, messages] of Object.entries(KOREAN)) addTranslation('ko', area, messages)
}
