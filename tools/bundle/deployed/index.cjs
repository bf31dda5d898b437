'use strict';
// Uses the code cache that warm-up.cjs made where this function was built. Where it does not fit, V8 compiles as ever.
require('node:module').enableCompileCache(`${__dirname}/.compile-cache`);
module.exports = require('./function.cjs');
