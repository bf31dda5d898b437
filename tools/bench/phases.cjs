'use strict';
// Preloaded into a measured process: notes its CPU time at the borders of what happens before the first answer.
const http = require('node:http');
const module_ = require('node:module');

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const borders = [];
const note = (name) => {
  if (!borders.some(([known]) => known === name)) borders.push([name, cpu()]);
};
const { enableCompileCache } = module_;
module_.enableCompileCache = (...given) => {
  note('framework');
  return enableCompileCache(...given);
};
const { createServer } = http;
http.createServer = (...given) => {
  note('framework');
  note('function');
  http.createServer = createServer;
  const server = createServer(...given);
  server.once('listening', () => note('listen'));
  server.once('request', (_request, response) => {
    note('wait');
    response.once('finish', () => {
      note('answer');
      process.stderr.write(`PHASES ${JSON.stringify(borders)}\n`);
    });
  });
  return server;
};
