/** The command line as a program: out/main/stet.cjs. */
import { runCli } from './runCli'
import { startCli } from './startCli'

void startCli(runCli)
