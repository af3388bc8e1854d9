'use strict';

// An EventEmitter whose listeners run inside of an asynchronous operation of its own.

const { ArrayPrototypeUnshift, ReflectApply } = primordials;
const EventEmitter = require('events');
const { AsyncResource } = require('async_hooks');
const { codes: { ERR_INVALID_THIS } } = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateString } = require('internal/validators');

/** The operation; it knows its emitter. */
class EventEmitterReferencingAsyncResource extends AsyncResource {
  #emitter;

  constructor(emitter, type, options) {
    super(type, options);
    this.#emitter = emitter;
  }

  get eventEmitter() {
    if (!(#emitter in this)) throw new ERR_INVALID_THIS('EventEmitterReferencingAsyncResource');
    return this.#emitter;
  }
}

module.exports = class EventEmitterAsyncResource extends EventEmitter {
  #resource;

  constructor(options = undefined) {
    let name;
    if (typeof options === 'string') {
      name = options;
      options = undefined;
    } else {
      if (new.target === EventEmitterAsyncResource) validateString(options?.name, 'options.name');
      name = options?.name || new.target.name;
    }
    super(options);
    this.#resource = new EventEmitterReferencingAsyncResource(this, name, options ?? kEmptyObject);
  }

  #operation() {
    if (!(#resource in this)) throw new ERR_INVALID_THIS('EventEmitterAsyncResource');
    return this.#resource;
  }

  emit(event, ...args) {
    ArrayPrototypeUnshift(args, super.emit, this, event);
    const resource = this.#operation();
    return ReflectApply(resource.runInAsyncScope, resource, args);
  }

  emitDestroy() {
    this.#operation().emitDestroy();
  }

  get asyncId() {
    return this.#operation().asyncId();
  }

  get triggerAsyncId() {
    return this.#operation().triggerAsyncId();
  }

  get asyncResource() {
    return this.#operation();
  }
};
