import { localSettings } from './local-service/settings.ts';
import { startLocalService } from './local-service/local-service.ts';

const began = performance.now();

try {
  const service = await startLocalService(localSettings(process.argv.slice(2), process.env));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void service.close().finally(() => process.exit(0));
    });
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Ready in ${seconds} s: ${service.origin}   sample keys: ${service.keysFolder}`);
} catch (error) {
  console.error(sentence(error));
  process.exit(1);
}

/** What keeps the service from starting, for the person at the terminal. */
function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return 'The port is taken by another program; end that, or choose another one: PORT=8081 npm start.';
  }
  if (code === 'EACCES') return `This needs a right that you do not have: ${error.message}.`;
  if (code !== undefined && path !== undefined)
    return `${path} is in the way (${code}): move it away, or choose another folder: LOCAL_STATE=… npm start.`;
  return error.message;
}
