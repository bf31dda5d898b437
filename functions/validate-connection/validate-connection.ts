import type { Limits } from '../../shared/limits/limits.ts';
import { takeTurn } from '../../shared/limits/take-turn.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import { validationId } from '../../shared/schemas/identifiers.ts';
import type { ValidationRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import { estimatedPriceUsd } from '../../shared/validation/estimated-price.ts';
import { type Inspected, inspect } from '../../shared/validation/inspect.ts';
import { jobLabels } from '../../shared/validation/job-labels.ts';
import { noteDefect, noteTroubles } from '../../shared/validation/note-troubles.ts';
import { readyToSave } from '../../shared/validation/ready-to-save.ts';
import { countForHealth } from './count-for-health.ts';
import type { ValidateConnectionPorts } from './ports.ts';
import type { ValidateConnectionRequest } from './request.ts';
import { resolveSubject, type Resolved } from './resolve-subject.ts';
import type { Work } from './work.ts';

/** So long it can be saved; the record stays for a day, so that a late save is told why it is refused. */
const freshMs = 30 * 60 * 1000;
const keptMs = 24 * 60 * 60 * 1000;

/** A door that stays shut is an answer, not a problem: the caller asked whether it opens. */
export async function validateConnection(
  request: ValidateConnectionRequest,
  caller: Caller,
  ports: ValidateConnectionPorts,
  { signal, tell, note }: Work,
): Promise<Report> {
  const { connectors, stamps, limits } = ports;
  const began = stamps.now();
  await takeTurn(connectors, caller.workspace, validations(limits), began);
  const subject = await resolveSubject(request, caller.workspace, ports);
  const inspected = await inspect(
    {
      ...subject,
      labels: jobLabels(caller.workspace, subject.connectorId),
      now: began,
      probeId: stamps.newId(),
      signal,
      onCheck: (check) => {
        tell('check', check);
      },
      onDefect: (check, error) => {
        noteDefect(note, { check }, error);
      },
    },
    ports,
  );
  const record = recordOf(subject, inspected, caller, began, stamps);
  await connectors.transaction(caller.workspace, async (drawer) => {
    const connector = subject.connectorId && (await drawer.connector(subject.connectorId));
    if (connector && isCheckNow(request)) {
      const made = { ...record, saved: subject.saved };
      countForHealth(drawer, caller.workspace, connector, made, stamps);
    }
    drawer.putValidation(record);
  });
  note('validated', {
    validationId: record.validationId,
    clientEmail: subject.facts.clientEmail,
    outcome: inspected.outcome,
    bytesBilled: inspected.bytesBilled,
    troubles: troubles(inspected),
  });
  noteTroubles(note, { validationId: record.validationId }, inspected.checks);
  return record.report;
}

const validations = (limits: Limits) => ({
  name: 'validations',
  what: 'validate connections',
  limit: limits.validationsAMinute,
  windowSeconds: 60,
});

/** Of a connector alone it is "check now". */
function isCheckNow({ connectorId, ...rest }: ValidateConnectionRequest): boolean {
  return connectorId !== undefined && Object.values(rest).every((value) => value === undefined);
}

/** For the operators: some are theirs to mend, like a wrong clock or an answer of Google's that nobody knows yet. */
function troubles({ checks }: Inspected): string {
  return checks
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'inconclusive')
    .map(({ id, cause = '' }) => `${id} ${cause}`)
    .join(', ');
}

function recordOf(
  { keyId, facts, connectorId }: Resolved,
  { outcome, checks, remedy, bytesBilled, connection, sighting }: Inspected,
  { subject }: Caller,
  began: Date,
  stamps: Stamps,
): ValidationRecord {
  const ended = stamps.now();
  const expiresAt = new Date(ended.getTime() + freshMs).toISOString();
  const id = validationId.parse(`val-${stamps.newId()}`);
  return {
    validationId: id,
    keyId,
    key: facts,
    ...(connectorId && { connectorId }),
    connection,
    ...(sighting && { sighting }),
    validatedBy: subject,
    expiresAt: new Date(ended.getTime() + keptMs).toISOString(),
    report: {
      validationId: id,
      outcome,
      readyToSave: readyToSave(outcome, connection),
      checks,
      ...(remedy && { remedy }),
      bytesBilled,
      estimatedPriceUsd: estimatedPriceUsd(bytesBilled),
      validatedAt: ended.toISOString(),
      expiresAt,
      durationMs: ended.getTime() - began.getTime(),
    },
  };
}
