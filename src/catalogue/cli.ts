import { area } from './area'
import en from './en/cli.json'

export const cliText = area('cli', en)
