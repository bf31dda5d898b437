/** How large the archive of a function may be, in KiB: some tenth above what it is. Size is time at every cold start. */
export const sizeLimits: Record<string, number> = {
  'browse-tables': 900,
  'delete-connector': 900,
  'list-connectors': 900,
  'save-connector': 900,
  'upload-key': 900,
  'validate-connection': 900,
};
