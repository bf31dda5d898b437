import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { emulatorJar, startEmulator } from '../../tools/emulators/firestore-emulator.ts';
import { freePort } from '../../tools/emulators/free-port.ts';

const jar = emulatorJar() ?? '';

describe.skipIf(jar === '')('with Java and Google’s Firestore emulator', () => {
  test('it takes another port where somebody was faster', async () => {
    const faster = net.createServer().listen(0, '127.0.0.1');
    await once(faster, 'listening');
    const { port } = faster.address() as AddressInfo;
    const ports = [port];

    const emulator = await startEmulator(jar, async () => ports.shift() ?? freePort());

    expect(emulator.host).not.toBe(`127.0.0.1:${String(port)}`);
    await emulator.clear('anybody');
    await emulator.stop();
    faster.close();
  });

  test('what is no emulator is not tried again', async () => {
    let asked = 0;
    const next = async () => {
      asked += 1;
      return freePort();
    };

    await expect(startEmulator('/nowhere.jar', next)).rejects.toThrow('did not start');
    expect(asked).toBe(1);
  });
});
