import { CallSettings, createDefaultBackoffSettings, RetryOptions } from './call-settings.ts';
import { isStatusName, Status } from './status.ts';

/** A generated client's own configuration, from its <client>_client_config.json. */
export interface ClientConfig {
  interfaces?: Record<string, ServiceConfig>;
}

interface ServiceConfig {
  retry_codes?: Record<string, string[]>;
  retry_params?: Record<string, RetryParameters>;
  methods?: Record<string, MethodConfig>;
}

interface MethodConfig {
  timeout_millis?: number;
  retry_codes_name?: string;
  retry_params_name?: string;
}

interface RetryParameters {
  initial_retry_delay_millis: number;
  retry_delay_multiplier: number;
  max_retry_delay_millis: number;
  initial_rpc_timeout_millis?: number;
  rpc_timeout_multiplier?: number;
  max_rpc_timeout_millis?: number;
  total_timeout_millis?: number;
}

/** The settings of each method, by its name as JavaScript has it. */
export function constructSettings(
  service: string,
  config: ClientConfig,
  overrides: ClientConfig = {},
): Record<string, CallSettings> {
  const { methods = {}, ...rest } = config.interfaces?.[service] ?? {};
  const { methods: overriding = {}, ...others } = overrides.interfaces?.[service] ?? {};
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => {
      const settings = settingsOf(method, rest);
      const override = overriding[name];
      return [lowerFirst(name), override ? settings.merge(settingsOf(override, others)) : settings];
    }),
  );
}

function settingsOf(method: MethodConfig, { retry_codes, retry_params }: ServiceConfig) {
  const codes = retry_codes?.[method.retry_codes_name ?? ''] ?? [];
  const parameters = retry_params?.[method.retry_params_name ?? ''];
  return new CallSettings({
    ...(method.timeout_millis !== undefined && { timeout: method.timeout_millis }),
    retry: new RetryOptions(
      codes.filter(isStatusName).map((name) => Status[name]),
      parameters ? backoffOf(parameters) : createDefaultBackoffSettings(),
    ),
  });
}

function backoffOf(parameters: RetryParameters) {
  return {
    initialRetryDelayMillis: parameters.initial_retry_delay_millis,
    retryDelayMultiplier: parameters.retry_delay_multiplier,
    maxRetryDelayMillis: parameters.max_retry_delay_millis,
    initialRpcTimeoutMillis: parameters.initial_rpc_timeout_millis ?? null,
    rpcTimeoutMultiplier: parameters.rpc_timeout_multiplier ?? null,
    maxRpcTimeoutMillis: parameters.max_rpc_timeout_millis ?? null,
    totalTimeoutMillis: parameters.total_timeout_millis ?? null,
  };
}

export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
