import { area } from '../area'
import en from '../en/cli.json' with { type: 'json' }

export const cliText = area('cli', en)
