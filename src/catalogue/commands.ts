import { area } from './area'
import en from './en/commands.json'

export const commandsText = area('commands', en)
