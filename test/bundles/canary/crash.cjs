'use strict';
// Preloaded into a deployed function's process: the first private key that is read meets an error that tells it.
const crypto = require('node:crypto');

const how = process.env.CRASH;
const read = crypto.createPrivateKey;

function errorWith(pem) {
  const cause = Object.assign(new Error(pem), { key: pem, config: { headers: { key: pem } } });
  return Object.assign(new Error(`cannot read ${pem}`, { cause }), { pem, [pem]: 1 });
}

const crashes = {
  thrown: (pem) => {
    throw errorWith(pem);
  },
  'thrown as text': (pem) => {
    throw pem;
  },
  'under a name of its own': (pem) => {
    throw Object.assign(errorWith(pem), { name: pem.split('\n')[12] });
  },
  'with a stack of its own': (pem) => {
    throw Object.assign(errorWith(pem), {
      stack: `Error: ${pem}\n    at ${pem.replaceAll('\n', '')}`,
    });
  },
  uncaught: (pem) =>
    process.nextTick(() => {
      throw errorWith(pem);
    }),
  'uncaught as an object': (pem) =>
    process.nextTick(() => {
      throw { pem };
    }),
  'an unhandled rejection': (pem) => void Promise.reject(errorWith(pem)),
  'a warning': (pem) => process.emitWarning(errorWith(pem)),
};

crypto.createPrivateKey = function (given, ...rest) {
  const pem = typeof given === 'string' ? given : given?.key;
  if (typeof pem === 'string' && pem.includes('PRIVATE KEY')) {
    crypto.createPrivateKey = read;
    crashes[how](pem);
  }
  return read.call(this, given, ...rest);
};
