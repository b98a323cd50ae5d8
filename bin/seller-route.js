#!/usr/bin/env node
import { main, systemWorld } from "../dist/cli.js";

process.exitCode = await main(process.argv.slice(2), systemWorld());
