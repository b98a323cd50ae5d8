#!/usr/bin/env node
// The short way where it will do, and the whole program for all else. CommonJS, which Node starts sooner than a module.
const { briefWorld, quick } = require("../dist/quick.cjs");

const argv = process.argv.slice(2);
const world = briefWorld();
quick(argv, world).then(async (code) => {
  if (code === null) {
    const { main, systemWorld } = await import("../dist/cli.js");
    code = await main(argv, systemWorld(world.taken));
  }
  process.exitCode = code;
});
