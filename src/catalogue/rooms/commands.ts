import { area } from '../area'
import en from '../en/commands.json' with { type: 'json' }

export const commandsText = area('commands', en)
