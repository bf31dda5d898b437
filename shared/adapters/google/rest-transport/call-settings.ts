import type { StatusCode } from './status.ts';

export interface BackoffSettings {
  initialRetryDelayMillis: number;
  retryDelayMultiplier: number;
  maxRetryDelayMillis: number;
  initialRpcTimeoutMillis?: number | null;
  rpcTimeoutMultiplier?: number | null;
  maxRpcTimeoutMillis?: number | null;
  totalTimeoutMillis?: number | null;
  maxRetries?: number;
}

export class RetryOptions {
  retryCodes: StatusCode[];
  backoffSettings: BackoffSettings;

  constructor(retryCodes: StatusCode[], backoffSettings: BackoffSettings) {
    this.retryCodes = retryCodes;
    this.backoffSettings = backoffSettings;
  }
}

export interface CallOptions {
  timeout?: number | undefined;
  retry?: Partial<RetryOptions> | null | undefined;
  maxRetries?: number | undefined;
  autoPaginate?: boolean | undefined;
  maxResults?: number | undefined;
  otherArgs?: { headers?: Record<string, unknown> } | undefined;
  signal?: AbortSignal | undefined;
}

const defaultTimeoutMs = 30_000;

export function createDefaultBackoffSettings(): BackoffSettings {
  return { initialRetryDelayMillis: 100, retryDelayMultiplier: 1.3, maxRetryDelayMillis: 60_000 };
}

/** How a method is called: by the client's configuration, unless a call says otherwise. */
export class CallSettings {
  timeout: number;
  retry: RetryOptions;
  autoPaginate: boolean;
  maxResults: number | undefined;
  otherArgs: { headers?: Record<string, unknown> };
  signal: AbortSignal | undefined;

  constructor(settings: CallOptions = {}) {
    const { retry, maxRetries, timeout, autoPaginate, otherArgs, maxResults, signal } = settings;
    this.timeout = timeout ?? defaultTimeoutMs;
    const backoff = retry?.backoffSettings ?? createDefaultBackoffSettings();
    this.retry = new RetryOptions(
      retry?.retryCodes ?? [],
      maxRetries === undefined ? backoff : { ...backoff, maxRetries },
    );
    this.autoPaginate = autoPaginate ?? true;
    this.otherArgs = otherArgs ?? {};
    this.maxResults = maxResults;
    this.signal = signal;
  }

  /** `retry: null` is a call without any; a time limit given for a call is one for all its attempts. */
  merge(options: CallOptions = {}): CallSettings {
    const { retryCodes = this.retry.retryCodes, backoffSettings = this.retry.backoffSettings } =
      options.retry ?? {};
    const totalTimeoutMillis = options.timeout ?? backoffSettings.totalTimeoutMillis ?? null;
    const retry = new RetryOptions(retryCodes, { ...backoffSettings, totalTimeoutMillis });
    const headers = { ...this.otherArgs.headers, ...options.otherArgs?.headers };
    const { timeout, autoPaginate, maxResults, signal } = this;
    return new CallSettings({
      ...{ timeout, autoPaginate, maxResults, signal },
      ...options,
      retry: options.retry === null ? null : retry,
      otherArgs: { headers },
    });
  }
}
