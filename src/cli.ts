export { main } from "./main.js";
export { systemWorld } from "./world.js";
