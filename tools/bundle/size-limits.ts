/** How large the archive of a function may be, in KiB: some tenth above what it is. Size is time at every cold start. */
export const sizeLimits: Record<string, number> = {
  'browse-tables': 235,
  'check-connector': 275,
  'check-connectors': 180,
  'delete-connector': 185,
  'list-connectors': 175,
  'save-connector': 185,
  'settings-page': 500,
  'upload-key': 195,
  'validate-connection': 265,
};
