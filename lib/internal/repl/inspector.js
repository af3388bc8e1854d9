'use strict';

// V8's inspector as the REPL uses it: evaluation in REPL mode, evaluation without side effects, lexical names.

const {
  BigInt,
  Error,
  JSONParse,
  JSONStringify,
  Number,
  PromiseWithResolvers,
  SafeMap,
  StringPrototypeSlice,
} = primordials;
const { Session } = internalBinding('inspector');

/** Results of the REPL are described under this name, so that they can be released together. */
const OBJECT_GROUP = 'repl';

class Inspector {
  #session = new Session(() => this.#receive(this.#session.take()));
  #lastId = 0;
  #waiting = new SafeMap();
  #contextId;
  #contextName;

  /** @param {object} [context] a context of node:vm; without one, the main context */
  constructor(context) {
    if (context !== undefined) this.#session.addContext(context);
    this.#contextName = context === undefined ? 'main' : 'repl';
    // Enabling tells of every context.
    this.post('Runtime.enable');
    this.post('Runtime.disable');
  }

  #receive(messages) {
    for (let i = 0; i < messages.length; i++) this.#onMessage(JSONParse(messages[i]));
  }

  #onMessage(message) {
    const created = message.method === 'Runtime.executionContextCreated' ? message.params.context : undefined;
    if (created?.name === this.#contextName) this.#contextId = created.id;
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    this.#waiting.delete(message.id);
    waiting(message);
  }

  #send(method, params, onAnswer) {
    const id = ++this.#lastId;
    this.#waiting.set(id, onAnswer);
    this.#receive(this.#session.dispatch(JSONStringify({ id, method, params })));
    return id;
  }

  /**
   * Sends a message that is answered at once.
   * @returns {object | undefined} the result; undefined if V8 refuses or has not answered
   */
  post(method, params) {
    let answer;
    const id = this.#send(method, params, (message) => {
      answer = message;
    });
    this.#waiting.delete(id);
    return answer?.result;
  }

  /** Sends a message. @returns {Promise<object>} its result */
  request(method, params) {
    const { promise, resolve, reject } = PromiseWithResolvers();
    this.#send(method, params, ({ result, error }) => {
      if (error === undefined) resolve(result);
      else reject(new Error(error.message));
    });
    return promise;
  }

  /** The parameters that say where to evaluate. */
  #inContext(params) {
    return { contextId: this.#contextId, objectGroup: OBJECT_GROUP, ...params };
  }

  /** Evaluates a script. @returns {object | undefined} V8's description of the outcome */
  evaluate(expression, params) {
    return this.post('Runtime.evaluate', this.#inContext({ expression, silent: true, ...params }));
  }

  /** Evaluates in V8's REPL mode: declarations may be repeated, and `await` stands anywhere. */
  evaluateInReplMode(expression) {
    return this.request('Runtime.evaluate', this.#inContext({ expression, silent: true, replMode: true }));
  }

  /** Names declared by let, const and class on the top level. */
  lexicalNames() {
    return this.post('Runtime.globalLexicalScopeNames', { executionContextId: this.#contextId })?.names ?? [];
  }

  /** The value that a description stands for. */
  valueOf(description) {
    if (description.objectId !== undefined) return this.#session.unwrap(description.objectId);
    const { unserializableValue } = description;
    if (unserializableValue === undefined) return description.value;
    if (description.type === 'bigint') return BigInt(StringPrototypeSlice(unserializableValue, 0, -1));
    return Number(unserializableValue);
  }

  /** Lets go of what was described. */
  release() {
    this.#session.releaseObjects(OBJECT_GROUP);
  }
}

module.exports = { Inspector };
