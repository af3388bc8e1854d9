'use strict';

// What the REPL has to know about source text before it is evaluated.

const {
  ArrayPrototypeJoin,
  ArrayPrototypePush,
  ArrayPrototypeSome,
  JSONStringify,
  ObjectKeys,
  RegExpPrototypeExec,
  StringPrototypeEndsWith,
  StringPrototypeSlice,
  StringPrototypeTrimEnd,
  StringPrototypeTrimStart,
} = primordials;

// The parser is large: it is loaded with the first line.
const acorn = () => require('internal/deps/acorn/dist/acorn');

const options = {
  __proto__: null,
  ecmaVersion: 'latest',
  allowAwaitOutsideFunction: true,
  allowHashBang: true,
  allowImportExportEverywhere: true,
};

/** The program that `text` is; undefined if the parser does not understand it, which knows less syntax than V8. */
function parse(text) {
  try {
    return acorn().parse(text, options);
  } catch {
    return undefined;
  }
}

/** Whether `text` is an expression and nothing else. */
function isExpression(text) {
  try {
    const { end } = acorn().parseExpressionAt(text, 0, { ...options, preserveParens: true });
    return RegExpPrototypeExec(/^[\s;]*$/, StringPrototypeSlice(text, end)) !== null;
  } catch {
    return false;
  }
}

/**
 * Whether more lines may turn `text` into a program: it ends inside of brackets, a template or comment, or after an operator.
 * @param {string} text
 * @returns {boolean}
 */
function isIncomplete(text) {
  try {
    acorn().parse(text, options);
    return false;
  } catch ({ message, pos }) {
    if (RegExpPrototypeExec(/^Unterminated (template|comment)/, message) !== null) return true;
    if (RegExpPrototypeExec(/^Unterminated string constant/, message) !== null) {
      // A line of the string that ends with a backslash goes on in the next one.
      return RegExpPrototypeExec(/\\\r?\n?$/, text) !== null;
    }
    if (pos < StringPrototypeTrimEnd(text).length) return false;
    return !isDecorated(text) || !isBalanced(text);
  }
}

// The parser knows no decorators: there only brackets tell.
function isDecorated(text) {
  return RegExpPrototypeExec(/(^|\s)@[\w$(]/, text) !== null;
}

function isBalanced(text) {
  let depth = 0;
  try {
    const tokens = acorn().tokenizer(text, options);
    for (let token = tokens.getToken(); token.type.label !== 'eof'; token = tokens.getToken()) {
      const { label } = token.type;
      if (label === '{' || label === '(' || label === '[' || label === '${') depth++;
      else if (label === '}' || label === ')' || label === ']') depth--;
    }
  } catch {
    return true;
  }
  return depth <= 0;
}

/** `{ a: 1 }` at the start of a line means an object: it comes back in parentheses, all else as it is. */
function objectLiteral(text) {
  const trimmed = StringPrototypeTrimStart(text);
  if (trimmed[0] !== '{' || StringPrototypeEndsWith(StringPrototypeTrimEnd(text), ';')) return text;
  const wrapped = `(${StringPrototypeTrimEnd(text)}\n)`;
  return isExpression(wrapped) ? wrapped : text;
}

function nameOf({ type, name, value }) {
  return type === 'Identifier' ? name : JSONStringify(value);
}

function attributesOf({ attributes }) {
  if (attributes === undefined || attributes.length === 0) return '';
  const pairs = [];
  for (let i = 0; i < attributes.length; i++) {
    ArrayPrototypePush(pairs, `${nameOf(attributes[i].key)}: ${JSONStringify(attributes[i].value.value)}`);
  }
  return `, { with: { ${ArrayPrototypeJoin(pairs, ', ')} } }`;
}

/** An import statement as a declaration that awaits import(). */
function importAsDeclaration(statement) {
  const call = `await import(${JSONStringify(statement.source.value)}${attributesOf(statement)})`;
  const { specifiers } = statement;
  const names = [];
  let namespace;
  for (let i = 0; i < specifiers.length; i++) {
    const { type, local, imported } = specifiers[i];
    if (type === 'ImportNamespaceSpecifier') namespace = local.name;
    else ArrayPrototypePush(names, `${type === 'ImportDefaultSpecifier' ? 'default' : nameOf(imported)}: ${local.name}`);
  }
  const pattern = `{ ${ArrayPrototypeJoin(names, ', ')} }`;
  if (namespace !== undefined) {
    const rest = names.length > 0 ? `, ${pattern} = ${namespace}` : '';
    return `const ${namespace} = ${call}${rest};`;
  }
  return specifiers.length > 0 ? `const ${pattern} = ${call};` : `${call};`;
}

/** Import statements, which no script can hold, become declarations with import(). */
function rewriteImports(text, program) {
  let out = '';
  let done = 0;
  for (let i = 0; i < program.body.length; i++) {
    const statement = program.body[i];
    if (statement.type !== 'ImportDeclaration') continue;
    out += StringPrototypeSlice(text, done, statement.start) + importAsDeclaration(statement);
    done = statement.end;
  }
  return out + StringPrototypeSlice(text, done);
}

const declarations = { __proto__: null, ClassDeclaration: true, ImportDeclaration: true };

function declaresLexically(statement) {
  if (declarations[statement.type]) return true;
  return statement.type === 'VariableDeclaration' && statement.kind !== 'var';
}

/**
 * Prepares a line for evaluation.
 * @param {string} text
 * @returns {{ source: string, needsReplMode: boolean, isProgram: boolean }} REPL mode gives its result later, as if
 *   awaited: it is used for what needs it, declarations that may be repeated and `await`. `isProgram` is false if the
 *   parser does not understand the text: a SyntaxError is then about the text itself
 */
function prepare(text) {
  const source = objectLiteral(text);
  const program = parse(source);
  // What only V8 understands goes through the mode that understands most.
  if (program === undefined) return { source, needsReplMode: true, isProgram: false };
  const needsReplMode = ArrayPrototypeSome(program.body, declaresLexically) ||
    (RegExpPrototypeExec(/\bawait\b/, source) !== null && awaitsOutside(program));
  return { source: rewriteImports(source, program), needsReplMode, isProgram: true };
}

const functions = { __proto__: null, ArrowFunctionExpression: true, FunctionDeclaration: true, FunctionExpression: true };

/** Whether something in `node` awaits that is not inside of a function. */
function awaitsOutside(node) {
  if (node === null || typeof node !== 'object' || functions[node.type]) return false;
  if (node.type === 'AwaitExpression' || node.await === true) return true;
  const keys = ObjectKeys(node);
  return ArrayPrototypeSome(keys, (key) => awaitsOutside(node[key]));
}

module.exports = { isExpression, isIncomplete, prepare };
