/** What was asked of the sandbox; never a token, an assertion or an uploaded row. */
export interface LoggedRequest {
  at: string;
  operation: string;
  method: string;
  path: string;
  /** Of the answer; 0 if there was none. */
  status: number;
  account?: string;
  job?: object;
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  list(): LoggedRequest[];
  clear(): void;
}

const most = 10_000;

export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add(request) {
      requests.push(request);
      if (requests.length > most + 1000) requests = requests.slice(-most);
    },
    list: () => requests.slice(-most),
    clear() {
      requests = [];
    },
  };
}
