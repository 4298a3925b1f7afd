/** How long something takes, whoever else uses the machine. */

/** Seconds of the processor that this process has used since a call: `const used = secondsUsed(); …; used()`. */
export function secondsUsed(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}
