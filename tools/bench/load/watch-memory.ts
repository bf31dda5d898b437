import { median } from '../median.ts';
import { rssOf } from '../process-use.ts';

/** Samples what a process holds, a few times a second. In MiB. */
export function watchMemory(pid: number): { stop: () => { most: number; growth: number } } {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(rssOf(String(pid))), 250);
  return {
    stop() {
      clearInterval(timer);
      return { most: Math.max(...samples), growth: growthIn(samples) };
    },
  };
}

/** From the third quarter to the last: what has warmed up by then does not grow any more. */
function growthIn(samples: number[]): number {
  const half = Math.floor(samples.length / 2);
  const threeQuarters = Math.floor((samples.length * 3) / 4);
  return median(samples.slice(threeQuarters)) - median(samples.slice(half, threeQuarters));
}
