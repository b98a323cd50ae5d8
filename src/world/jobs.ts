import type { World } from "../world.js";

const listeners = new Set<(stopped: boolean) => void>();
const tell = (stopped: boolean): void => {
  for (const act of [...listeners]) act(stopped);
};
const woken = (): void => tell(true);

/** Job control of the shell that the process was started from. */
export const jobs: NonNullable<World["jobs"]> = {
  stop() {
    let back = false;
    const wake = () => {
      back = true;
    };
    process.once("SIGCONT", wake);
    // All of the job, as the terminal itself would do it: npx waits for us there.
    process.kill(0, "SIGTSTP");
    // What the signal has left behind is heard in the next turn of the loop.
    setImmediate(() =>
      setImmediate(() => {
        process.removeListener("SIGCONT", wake);
        if (!back) tell(false);
      }),
    );
  },
  continued(act) {
    if (listeners.size === 0) process.on("SIGCONT", woken);
    listeners.add(act);
    return () => {
      if (listeners.delete(act) && listeners.size === 0) process.removeListener("SIGCONT", woken);
    };
  },
};
