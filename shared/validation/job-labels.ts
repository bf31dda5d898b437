/** Whose job it is, on every job that is begun (https://cloud.google.com/bigquery/docs/labels-intro#requirements). */
export function jobLabels(workspace: string, connectorId = 'new'): Record<string, string> {
  const label = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9_-]/g, '-')
      .slice(0, 63);
  return { workspace: label(workspace), connector: label(connectorId) };
}
