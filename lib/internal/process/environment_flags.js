'use strict';

// process.allowedNodeEnvironmentFlags: the options that NODE_OPTIONS may hold
// (https://nodejs.org/api/process.html#processallowednodeenvironmentflags).

const {
  ArrayPrototypeForEach,
  FunctionPrototypeCall,
  ObjectFreeze,
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  SafeSet,
  Set,
  SetPrototypeAdd,
  SetPrototypeEntries,
  SetPrototypeValues,
  StringPrototypeSlice,
  SymbolIterator,
} = primordials;
const { environmentFlags } = internalBinding('options');

const list = environmentFlags();
const allowed = new SafeSet();
const bare = new SafeSet();
for (let i = 0; i < list.length; i++) {
  allowed.add(list[i]);
  bare.add(RegExpPrototypeSymbolReplace(/^--?/, list[i], ''));
}

// What iterators see: a set that programs can change without effect.
function copy() {
  const set = new Set();
  for (let i = 0; i < list.length; i++) SetPrototypeAdd(set, list[i]);
  return set;
}

/** A set that takes no changes, and finds options in all their spellings. */
class NodeEnvironmentFlagsSet extends Set {
  add() {
    return this;
  }

  delete() {
    return false;
  }

  clear() {}

  // Underscores may stand for dashes, dashes in front may be missing, and a value may follow.
  has(flag) {
    if (typeof flag !== 'string') return false;
    const name = RegExpPrototypeSymbolReplace(/_/g, flag, '-');
    if (RegExpPrototypeExec(/^--?/, name) === null) return bare.has(name);
    const value = RegExpPrototypeExec(/=/, name);
    return allowed.has(value === null ? name : StringPrototypeSlice(name, 0, value.index));
  }

  entries() {
    return SetPrototypeEntries(copy());
  }

  forEach(callback, thisArg = undefined) {
    ArrayPrototypeForEach(list, (flag) => FunctionPrototypeCall(callback, thisArg, flag, flag, this));
  }

  get size() {
    return list.length;
  }

  values() {
    return SetPrototypeValues(copy());
  }
}
const { prototype } = NodeEnvironmentFlagsSet;
prototype.keys = prototype.values;
prototype[SymbolIterator] = prototype.values;
ObjectFreeze(NodeEnvironmentFlagsSet);
ObjectFreeze(prototype);

module.exports = { allowedNodeEnvironmentFlags: ObjectFreeze(new NodeEnvironmentFlagsSet()) };
