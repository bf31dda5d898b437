const gatherMs = 600;

/** Checks end faster than anybody can listen: what ended in the same moment is said together, and nothing is lost. */
export function tellInTurn(say: (words: string) => void, signal: AbortSignal) {
  let waiting: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    tell(words: string) {
      waiting.push(words);
      timer ??= setTimeout(() => {
        timer = undefined;
        const together = waiting.join(' ');
        waiting = [];
        if (!signal.aborted) say(together);
      }, gatherMs);
    },
  };
}
