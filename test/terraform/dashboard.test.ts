import { describe, expect, test } from 'vitest';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

describe.skipIf(withoutTerraform())('with Terraform: the dashboard', () => {
  test('shows it all', () => {
    const { mosaicLayout } = JSON.parse(dashboard()) as {
      mosaicLayout: { tiles: { widget: { title: string } }[] };
    };

    const titles = mosaicLayout.tiles.map(({ widget }) => widget.title);
    expect(titles).toContain('Connectors by their health');
    expect(new Set(titles).size).toBe(10);
  });

  test('says nothing that Google leaves out of its answer: each plan would find it', () => {
    const json = dashboard();
    const saidInVain: string[] = [];
    JSON.parse(json, (key, value: unknown) => {
      if (value === 0 || value === '' || value === false || value === null) saidInVain.push(key);
      return value;
    });

    expect(saidInVain).toEqual([]);
    expect(json).toContain('"xPos":24');
    expect(json).toContain('"legendTemplate":"broken"');
  });
});

function dashboard(): string {
  const found = mockedPlan().resource_changes.filter(
    ({ type }) => type === 'google_monitoring_dashboard',
  );
  expect(found.length).toBe(1);
  return String(found[0]?.change.after.dashboard_json);
}
