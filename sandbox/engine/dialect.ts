import type { SqlEngine } from './sql-engine.ts';

/** BigQuery's dialect: all that the engine has of GoogleSQL, and SELECT as the only statement. */
export interface Dialect {
  enabled_language_features: string[];
  supported_statement_kinds: string[];
  product_mode: string;
}

export async function askDialect(engine: SqlEngine): Promise<Dialect> {
  const everything = await engine.ask<{ enabled_language_features: string[] }>(
    'GetLanguageOptions',
    { maximum_features: true },
  );
  return {
    ...everything,
    product_mode: 'PRODUCT_EXTERNAL',
    supported_statement_kinds: ['RESOLVED_QUERY_STMT'],
  };
}

export function analyzerOptions(dialect: Dialect, parameters: object): object {
  return {
    language_options: dialect,
    default_timezone: 'UTC',
    prune_unused_columns: true,
    error_message_mode: 'ERROR_MESSAGE_ONE_LINE',
    ...parameters,
  };
}
