import { describe, expect, test } from 'vitest';
import { healthState, healthSummary } from '../../shared/schemas/health.ts';
import { loggedEvents } from './logged-events.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

interface Policy {
  display_name: string;
  notification_channels: unknown;
  documentation: { content: string }[];
  alert_strategy: { notification_rate_limit: { period: string }[] }[];
  conditions: {
    condition_prometheus_query_language: { query: string; disable_metric_validation: boolean }[];
    condition_matched_log: { filter: string; label_extractors: Record<string, string> }[];
  }[];
}

describe.skipIf(withoutTerraform())('with Terraform: who is on call', () => {
  const changes = withoutTerraform() ? [] : mockedPlan().resource_changes;
  const all = (type: string) => changes.filter((each) => each.type === type);
  const policies = new Map(
    all('google_monitoring_alert_policy').map(({ index, change }) => [
      index,
      change.after as unknown as Policy,
    ]),
  );
  const queries = [...policies.values()].flatMap(({ conditions }) =>
    conditions.flatMap((each) => each.condition_prometheus_query_language),
  );

  test('is told of what breaks, each with what to do', () => {
    expect([...policies.keys()].toSorted()).toEqual([
      'announcements-delayed',
      'checks-late',
      'connector-broke',
      'defects',
      'error-rate',
      'fleet-unknown',
      'google-outage',
      'key-access',
      'latency',
    ]);
    for (const { documentation } of policies.values()) {
      expect(documentation[0]?.content.length).toBeGreaterThan(80);
    }
  });

  test('is told of events that the code really writes', () => {
    const filters = [
      ...all('google_logging_metric').map(({ change }) => String(change.after.filter)),
      String(policies.get('connector-broke')?.conditions[0]?.condition_matched_log[0]?.filter),
    ];
    const counted = filters.flatMap((filter) => {
      const [, listed = ''] = /jsonPayload\.message=(\([^)]*\)|"[^"]*")/.exec(filter) ?? [];
      return [...listed.matchAll(/"([^"]+)"/g)].map(([, event]) => String(event));
    });

    expect(counted.length).toBeGreaterThan(15);
    const written = loggedEvents();
    expect(counted.filter((event) => !written.has(event))).toEqual([]);
  });

  test('asks only for events that are counted', () => {
    const counted = String(
      all('google_logging_metric').find(({ name }) => name === 'events')?.change.after.filter,
    );
    const asked = queries.flatMap(({ query }) =>
      [...query.matchAll(/event=~?"([^"]+)"/g)].flatMap(([, events]) => String(events).split('|')),
    );

    expect(asked.length).toBeGreaterThan(5);
    for (const event of asked) expect(counted).toContain(`"${event}"`);
  });

  test('names the kind of resource in every selector: Google refuses one that could be of several', () => {
    const [dashboard] = all('google_monitoring_dashboard');
    const charts = String(dashboard?.change.after.dashboard_json).replaceAll('\\"', '"');
    const texts = [charts, ...queries.map(({ query }) => query)];
    const selectors = texts.flatMap(
      (text) => text.match(/\w+_googleapis_com:\w+(?:\{[^}]*\})?/g) ?? [],
    );

    expect(selectors.length).toBeGreaterThan(20);
    expect(
      selectors.filter(
        (each) => !/\{monitored_resource="cloud_(run_revision|tasks_queue)"/.test(each),
      ),
    ).toEqual([]);
  });

  test('sees of the fleet what its line tells', () => {
    const facts = all('google_logging_metric')
      .filter(({ name }) => name === 'fleet')
      .map(({ index }) => index);

    const { oldestUnknownSince: _, ...states } = healthSummary.shape;
    const told = [...Object.keys(states), 'due', 'oldestDueSeconds', 'oldestUnknownSeconds'];
    expect(facts.toSorted()).toEqual(told.toSorted());
  });

  test('hears of a broken connector by ids alone', () => {
    const [condition] = policies.get('connector-broke')?.conditions ?? [];
    const [line] = condition?.condition_matched_log ?? [];

    expect(line?.filter).toContain('jsonPayload.facts.to="broken"');
    expect(healthState.options).toContain('broken');
    expect(Object.values(line?.label_extractors ?? {}).toSorted()).toEqual([
      'EXTRACT(jsonPayload.facts.cause)',
      'EXTRACT(jsonPayload.facts.check)',
      'EXTRACT(jsonPayload.facts.connectorId)',
      'EXTRACT(jsonPayload.facts.workspace)',
    ]);
  });

  test('hears of a key that is read by whom the map does not let read it', () => {
    const [condition] = policies.get('key-access')?.conditions ?? [];
    const filter = String(condition?.condition_matched_log[0]?.filter);
    const [keys = '', pageTokens = ''] = filter.split(' OR (logName');
    const readers = (part: string) =>
      [...part.matchAll(/"bqc-([a-z-]+)@acme-connectors\.iam\.gserviceaccount\.com"/g)].map(
        ([, name]) => name,
      );

    expect(readers(keys)).toEqual(['browse-tables', 'check-connector', 'validate-connection']);
    expect(readers(pageTokens).length).toBe(6);
    expect(all('google_project_iam_audit_config')[0]?.change.after).toMatchObject({
      service: 'secretmanager.googleapis.com',
    });
  });

  test('has one incident of an outage, however many instances tell it', () => {
    const outage = policies.get('google-outage')?.conditions ?? [];

    expect(outage.length).toBe(1);
    expect(outage[0]?.condition_prometheus_query_language[0]?.query).not.toMatch(/ by /);
  });

  test('is not told once a line, and needs no second apply', () => {
    for (const {
      conditions,
      alert_strategy: [strategy],
    } of policies.values()) {
      const byLine = conditions.some(({ condition_matched_log: log }) => log.length > 0);
      expect(strategy?.notification_rate_limit.length).toBe(byLine ? 1 : 0);
    }
    expect(queries.map((each) => each.disable_metric_validation)).toEqual(queries.map(() => true));
  });

  test('is not woken by the silence of a schedule that was told to rest', () => {
    const silence = (variables: object) =>
      mockedPlan({ ...variables })
        .resource_changes.filter(({ type }) => type === 'google_monitoring_alert_policy')
        .flatMap(({ change }) => (change.after as unknown as Policy).conditions)
        .flatMap((each) => each.condition_prometheus_query_language)
        .filter(({ query }) => query.startsWith('absent_over_time('));

    expect(silence({}).length).toBe(1);
    expect(silence({ checks_paused: true })).toEqual([]);
  });
});
