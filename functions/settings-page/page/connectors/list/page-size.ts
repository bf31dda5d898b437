/** How many connectors are read and drawn at a time. */
export const pageSize = 50;
