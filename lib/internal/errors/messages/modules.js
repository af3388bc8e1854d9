'use strict';

// Errors of module loading and vm.

const {
  ArrayPrototypeJoin,
  JSONStringify,
  ObjectDefineProperty,
  StringPrototypeEndsWith,
  StringPrototypeStartsWith,
} = primordials;
const { determineSpecificType, formatList } = require('internal/errors/describe');
const { hideInternalStackFrames } = require('internal/errors/stack');

function importedFrom(base) {
  return base ? ` imported from ${base}` : '';
}

function setUrl(error, url) {
  ObjectDefineProperty(error, 'url', {
    __proto__: null,
    value: url,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

module.exports = {
  __proto__: null,
  Error: {
    __proto__: null,
    ERR_ASYNC_LOADER_REQUEST_NEVER_SETTLED: 'Async loader request never settled',
    ERR_CANNOT_WATCH_SIGINT: 'Cannot watch for SIGINT signals',
    ERR_CONTEXT_NOT_INITIALIZED: 'context used is not initialized',
    ERR_EVAL_ESM_CANNOT_PRINT: '--print cannot be used with ESM input',
    ERR_INPUT_TYPE_NOT_ALLOWED: '--input-type can only be used with string input via --eval, --print, or STDIN',
    ERR_INVALID_PACKAGE_CONFIG(path, base, message) {
      return `Invalid package config ${path}${base ? ` while importing ${base}` : ''}${message ? `. ${message}` : ''}`;
    },
    ERR_INVALID_PACKAGE_TARGET(packagePath, key, target, isImport = false, base = undefined) {
      const isRelative = typeof target !== 'string' || isImport || target === '' ||
        StringPrototypeStartsWith(target, './');
      const subject = key === '.' ?
        `"exports" main target ${JSONStringify(target)} defined` :
        `"${isImport ? 'imports' : 'exports'}" target ${JSONStringify(target)} defined for '${key}'`;
      return `Invalid ${subject} in the package config ${packagePath}package.json${importedFrom(base)}` +
        `${isRelative ? '' : '; targets must start with "./"'}`;
    },
    ERR_LOADER_CHAIN_INCOMPLETE:
      `"%s" did not call the next hook in its chain and did not explicitly signal a short circuit. If this is ` +
      `intentional, include \`shortCircuit: true\` in the hook's return.`,
    ERR_MODULE_NOT_FOUND(path, base, url) {
      if (url) setUrl(this, `${url}`);
      return `Cannot find ${url ? 'module' : 'package'} '${path}' imported from ${base}`;
    },
    ERR_NO_TYPESCRIPT: 'Node.js is not compiled with TypeScript support',
    ERR_PACKAGE_MAP_EXTERNAL_FILE(specifier, parentPath, configPath) {
      return `Cannot resolve "${specifier}" from "${parentPath}": ` +
        `file is not within any package defined in ${configPath}`;
    },
    ERR_PACKAGE_MAP_KEY_NOT_FOUND(key, configPath) {
      return `Package key "${key}" referenced in dependencies but not defined in ${configPath}`;
    },
    ERR_PACKAGE_PATH_NOT_EXPORTED(packagePath, subpath, base = undefined) {
      const where = `${packagePath}package.json${importedFrom(base)}`;
      return subpath === '.' ?
        `No "exports" main defined in ${where}` :
        `Package subpath '${subpath}' is not defined by "exports" in ${where}`;
    },
    ERR_REQUIRE_ASYNC_MODULE(filename, parent) {
      const { getOptionValue } = require('internal/options');
      let message = 'require() cannot be used on an ESM graph with top-level await. Use import() instead.';
      if (!getOptionValue('--experimental-print-required-tla')) {
        message += ' To see where the top-level await comes from, use --experimental-print-required-tla.';
      }
      if (filename) message += `\nRequired module: ${filename}`;
      if (!parent) return message;
      const requireStack = require('internal/modules/cjs/lookup').getRequireStack(parent);
      ObjectDefineProperty(this, 'requireStack', {
        __proto__: null,
        value: requireStack,
        enumerable: false,
        configurable: true,
        writable: true,
      });
      return requireStack.length === 0 ?
        message : `${message}\nRequire stack:\n- ${ArrayPrototypeJoin(requireStack, '\n- ')}`;
    },
    ERR_REQUIRE_CYCLE_MODULE: '%s',
    ERR_REQUIRE_ESM(filename, hasEsmSyntax, parentPath = null, packageJsonPath = null) {
      hideInternalStackFrames(this);
      const message = `require() of ES Module ${filename}${parentPath ? ` from ${parentPath}` : ''} not supported.`;
      if (!packageJsonPath) {
        if (!StringPrototypeEndsWith(filename, '.mjs')) return message;
        return `${message}\nInstead change the require of ${filename} to a dynamic ` +
          'import() which is available in all CommonJS modules.';
      }
      const name = require('path').basename(filename);
      if (hasEsmSyntax) {
        return `${message}\nInstead change the require of ${name} in ${parentPath} to` +
          ' a dynamic import() which is available in all CommonJS modules.';
      }
      return `${message}\n${name} is treated as an ES module file as it is a .js file whose nearest parent ` +
        'package.json contains "type": "module" which declares all .js files in that package scope as ES modules.' +
        `\nInstead either rename ${name} to end in .cjs, change the requiring code to use dynamic import() which is ` +
        'available in all CommonJS modules, or change "type": "module" to "type": "commonjs" in ' +
        `${packageJsonPath} to treat all .js files as CommonJS (using .mjs for all ES modules instead).\n`;
    },
    ERR_REQUIRE_ESM_RACE_CONDITION(filename, parentFilename, isForAsyncLoaderHookWorker) {
      return `Cannot require() ES Module ${filename} because it is not yet fully loaded.\n` +
        'This may be caused by a race condition if the module is simultaneously dynamically ' +
        'import()-ed via Promise.all().\n' +
        'Try await-ing the import() sequentially in a loop instead.\n' +
        ` (From ${parentFilename ? `${parentFilename} in ` : ' '}` +
        `${isForAsyncLoaderHookWorker ? 'loader hook worker thread' : 'non-loader-hook thread'})`;
    },
    ERR_SCRIPT_EXECUTION_INTERRUPTED: 'Script execution was interrupted by `SIGINT`',
    ERR_SOURCE_MAP_CORRUPT: "The source map for '%s' does not exist or is corrupt.",
    ERR_SOURCE_MAP_MISSING_SOURCE: "Cannot find '%s' imported from the source map for '%s'",
    ERR_UNKNOWN_BUILTIN_MODULE: 'No such built-in module: %s',
    ERR_UNSUPPORTED_DIR_IMPORT(path, base, url) {
      setUrl(this, url);
      return `Directory import '${path}' is not supported resolving ES modules imported from ${base}`;
    },
    ERR_UNSUPPORTED_ESM_URL_SCHEME(url, supported) {
      return `Only URLs with a scheme in: ${formatList(supported)} are supported by the default ESM loader` +
        `. Received protocol '${url.protocol}'`;
    },
    ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING:
      'Stripping types is currently unsupported for files under node_modules, for "%s"',
    ERR_VM_MODULE_ALREADY_LINKED: 'Module has already been linked',
    ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA: 'Cached data cannot be created for a module which has been evaluated',
    ERR_VM_MODULE_DIFFERENT_CONTEXT: 'Linked modules must use the same context',
    ERR_VM_MODULE_LINK_FAILURE(message, cause) {
      this.cause = cause;
      return message;
    },
    ERR_VM_MODULE_NOT_MODULE: 'Provided module is not an instance of Module',
    ERR_VM_MODULE_STATUS: 'Module status %s',
    ERR_WEBASSEMBLY_NOT_SUPPORTED: 'WebAssembly is not supported in this environment, but is required for %s',
  },
  TypeError: {
    __proto__: null,
    ERR_AMBIGUOUS_ARGUMENT: 'The "%s" argument is ambiguous. %s',
    ERR_IMPORT_ATTRIBUTE_MISSING: 'Module "%s" needs an import attribute of "%s: %s"',
    ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE: 'Module "%s" is not of type "%s"',
    ERR_IMPORT_ATTRIBUTE_UNSUPPORTED(attribute, value, url = undefined) {
      const where = url === undefined ? '' : ` in ${url}`;
      return `Import attribute "${attribute}" with value "${value}" is not supported${where}`;
    },
    ERR_INVALID_MODULE_SPECIFIER(request, reason, base = undefined) {
      return `Invalid module "${request}" ${reason}${importedFrom(base)}`;
    },
    ERR_INVALID_RETURN_PROPERTY(expected, hook, property, value) {
      return `Expected a valid ${expected} to be returned for the "${property}" from the "${hook}" hook but got ` +
        `${determineSpecificType(value)}.`;
    },
    ERR_INVALID_RETURN_PROPERTY_VALUE(expected, hook, property, value) {
      return `Expected ${expected} to be returned for the "${property}" from the "${hook}" hook but got ` +
        `${determineSpecificType(value)}.`;
    },
    ERR_MODULE_LINK_MISMATCH: '%s',
    ERR_PACKAGE_IMPORT_NOT_DEFINED(specifier, packagePath, base) {
      return `Package import specifier "${specifier}" is not defined${
        packagePath ? ` in package ${packagePath}package.json` : ''} imported from ${base}`;
    },
    ERR_UNKNOWN_FILE_EXTENSION: 'Unknown file extension "%s" for %s',
    ERR_UNSUPPORTED_RESOLVE_REQUEST:
      'Failed to resolve module specifier "%s" from "%s": Invalid relative URL or base scheme is not hierarchical.',
    ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING: 'A dynamic import callback was not specified.',
    ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG:
      'A dynamic import callback was invoked without --experimental-vm-modules',
  },
  RangeError: {
    __proto__: null,
    ERR_UNKNOWN_MODULE_FORMAT: 'Unknown module format: %s for URL %s',
  },
  SyntaxError: {
    __proto__: null,
    ERR_INVALID_TYPESCRIPT_SYNTAX: '%s',
    ERR_PACKAGE_MAP_INVALID(configPath, reason) {
      return `Invalid package-map.json at "${configPath}": ${reason}`;
    },
    ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX: '%s',
  },
};
