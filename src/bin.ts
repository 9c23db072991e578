#!/usr/bin/env node
import { processIo, run } from './cli/main.js';

process.exitCode = await run(process.argv.slice(2), processIo());
