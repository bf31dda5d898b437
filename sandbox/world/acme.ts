import { openingDay } from './define-table.ts';
import type { Table } from './table.ts';
import { contactsTable } from './tables/contacts.ts';
import { crmTables } from './tables/crm.ts';
import { otherTables } from './tables/other-datasets.ts';
import { webTables } from './tables/web.ts';
import type { Dataset, Project, WorldContents } from './world.ts';

/** The company whose data the sandbox holds. Everybody in it is made up. */
export function acme(now: Date, rowsOfLargestTable: number): WorldContents {
  return { projects, datasets, tables: tables(now, rowsOfLargestTable) };
}

const projects: Project[] = [
  { project: 'acme-analytics', number: '123456789012', name: 'ACME Analytics' },
  { project: 'acme-warehouse', number: '210987654321', name: 'ACME Warehouse' },
  {
    project: 'acme-playground',
    number: '345678901234',
    name: 'ACME Playground',
    withoutBilling: true,
  },
  {
    project: 'acme-unpaid',
    number: '456789012345',
    name: 'ACME Unpaid',
    trouble: 'billing-closed',
  },
  {
    project: 'acme-api-off',
    number: '567890123456',
    name: 'ACME API off',
    trouble: 'api-disabled',
  },
  { project: 'acme-vault', number: '678901234567', name: 'ACME Vault', trouble: 'perimeter' },
  { project: 'acme-closed', number: '789012345678', name: 'ACME Closed', trouble: 'deleted' },
];

const dataset = (name: `${string}.${string}`, location: string, description: string): Dataset => {
  const [project = '', id = ''] = name.split('.');
  return { project, dataset: id, location, description, createdAt: openingDay };
};

const datasets: Dataset[] = [
  dataset('acme-analytics.crm', 'US', 'Contacts, as the marketing team has them.'),
  dataset('acme-analytics.web', 'US', 'What happens on the web site.'),
  dataset('acme-analytics.exports', 'US', 'What the marketing platform sends back.'),
  dataset('acme-warehouse.sales', 'EU', 'Orders and customers of the shops in Europe.'),
  dataset('acme-warehouse.reports', 'EU', 'Reports, some under names that an export would take.'),
  dataset('acme-warehouse.loyalty', 'EU', 'The loyalty programme. Its team alone may read it.'),
  {
    ...dataset('acme-warehouse.raw', 'US', 'Raw data of the markets.'),
    authorizedViews: [{ project: 'acme-analytics', dataset: 'crm', table: 'authorized_view' }],
  },
  {
    ...dataset('acme-playground.trial', 'US', 'A first try.'),
    defaultTableExpirationMs: 60 * 24 * 60 * 60 * 1000,
  },
  dataset('acme-unpaid.crm', 'US', 'A copy in the project whose invoices were not paid.'),
];

function tables(now: Date, rowsOfLargestTable: number): Table[] {
  return [
    contactsTable(rowsOfLargestTable),
    ...crmTables(now),
    ...webTables(),
    ...otherTables(now),
  ];
}
