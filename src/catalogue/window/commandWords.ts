import { area } from '../area'
import en from '../en/commandWords.json' with { type: 'json' }

export const commandWordsText = area('commandWords', en)

/** A command that people also look for by other words than those of its name. */
export type WordedCommand = keyof typeof en

export const isWorded = (id: string): id is WordedCommand => Object.hasOwn(en, id)
