import type { ConnectorRecord } from '../schemas/records.ts';
import type { Check } from '../schemas/report.ts';
import type { Sighting } from '../schemas/sighting.ts';

type Shapes = ConnectorRecord['shapes'];

/** Of which table the keys are counted, and into which dataset an export was tried, once these checks were made. */
export function shapesAfter(
  shapes: Shapes,
  { checks, seen }: { checks: Check[]; seen: Sighting | undefined },
): Shapes {
  const counted = isDecided(checks, 'D5') ? seen?.table?.shape : undefined;
  const tried = isDecided(checks, 'E4') ? seen?.exportDataset?.shape : undefined;
  return {
    ...shapes,
    ...(counted !== undefined && { counted }),
    ...(tried !== undefined && { tried }),
  };
}

function isDecided(checks: Check[], id: Check['id']): boolean {
  const outcome = checks.find((check) => check.id === id)?.outcome;
  return outcome === 'passed' || outcome === 'warning' || outcome === 'failed';
}
