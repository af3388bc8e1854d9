'use strict';
const fs = require('fs');
const path = require('path');
const ts = require('typescript');

const source = fs.readFileSync(path.join(__dirname, 'sample', 'program.ts'), 'utf8');
const { outputText, diagnostics, sourceMapText } = ts.transpileModule(source, {
  fileName: 'program.ts',
  reportDiagnostics: true,
  compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.CommonJS, sourceMap: true },
});
console.log(outputText, diagnostics.length, sourceMapText);
