'use strict';

// Errors of the process, workers, diagnostics and what was left out of the executable.

const {
  ArrayPrototypeJoin,
  StringPrototypeStartsWith,
} = primordials;
const { inspectWithNoCustomRetry } = require('internal/errors/describe');
const { hideInternalStackFrames } = require('internal/errors/stack');

module.exports = {
  __proto__: null,
  Error: {
    __proto__: null,
    ERR_DOMAIN_CALLBACK_NOT_AVAILABLE:
      'A callback was registered through process.setUncaughtExceptionCaptureCallback(), which is mutually ' +
      'exclusive with using the `domain` module',
    ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE:
      'The `domain` module is in use, which is mutually exclusive with calling ' +
      'process.setUncaughtExceptionCaptureCallback()',
    ERR_DUPLICATE_STARTUP_SNAPSHOT_MAIN_FUNCTION: 'Deserialize main function is already configured.',
    ERR_INSPECTOR_ALREADY_ACTIVATED:
      'Inspector is already activated. Close it with inspector.close() before activating it again.',
    ERR_INSPECTOR_ALREADY_CONNECTED: '%s is already connected',
    ERR_INSPECTOR_CLOSED: 'Session was closed',
    ERR_INSPECTOR_COMMAND: 'Inspector error %d: %s',
    ERR_INSPECTOR_NOT_ACTIVE: 'Inspector is not active',
    ERR_INSPECTOR_NOT_AVAILABLE: 'Inspector is not available',
    ERR_INSPECTOR_NOT_CONNECTED: 'Session is not connected',
    ERR_INSPECTOR_NOT_WORKER: 'Current thread is not a worker',
    ERR_NOT_BUILDING_SNAPSHOT: 'Operation cannot be invoked when not building startup snapshot',
    ERR_NOT_IN_SINGLE_EXECUTABLE_APPLICATION: 'Operation cannot be invoked when not in a single-executable application',
    ERR_NOT_SUPPORTED_IN_SNAPSHOT: '%s is not supported in startup snapshot',
    ERR_NO_TEMPORAL: 'Temporal is not supported in this environment',
    ERR_SINGLE_EXECUTABLE_APPLICATION_ASSET_NOT_FOUND: 'Cannot find asset %s for the single executable application',
    ERR_TEST_FAILURE(error, failureType) {
      hideInternalStackFrames(this);
      this.failureType = failureType;
      this.cause = error;
      const message = error?.message ?? error;
      return typeof message === 'string' ? message : inspectWithNoCustomRetry(message);
    },
    ERR_TRACE_EVENTS_UNAVAILABLE: 'Trace events are unavailable',
    ERR_UNAVAILABLE_DURING_EXIT: 'Cannot call function in process exit handler',
    ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET:
      '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active',
    ERR_VALID_PERFORMANCE_ENTRY_TYPE: 'At least one valid performance entry type is required',
    ERR_WORKER_HANDLE_NOT_TRANSFERABLE:
      '%s cannot be transferred in its current state; it must be a freshly created or accepted handle that has ' +
      'not started reading and has no pending writes',
    ERR_WORKER_INIT_FAILED: 'Worker initialization failure: %s',
    ERR_WORKER_INVALID_EXEC_ARGV(errors, message = 'invalid execArgv flags') {
      return `Initiated Worker with ${message}: ${ArrayPrototypeJoin(errors, ', ')}`;
    },
    ERR_WORKER_MESSAGING_ERRORED: 'The destination thread threw an error while processing the message',
    ERR_WORKER_MESSAGING_FAILED: 'Cannot find the destination thread or listener',
    ERR_WORKER_MESSAGING_SAME_THREAD: 'Cannot sent a message to the same thread',
    ERR_WORKER_MESSAGING_TIMEOUT: 'Sending a message to another thread timed out',
    ERR_WORKER_NOT_RUNNING: 'Worker instance not running',
    ERR_WORKER_OUT_OF_MEMORY: 'Worker terminated due to reaching memory limit: %s',
    ERR_WORKER_UNSERIALIZABLE_ERROR: 'Serializing an uncaught exception failed',
  },
  TypeError: {
    __proto__: null,
    ERR_NO_ICU: '%s is not supported on Node.js compiled without ICU',
    ERR_PERFORMANCE_INVALID_TIMESTAMP: '%d is not a valid timestamp',
    ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS: '%s',
    ERR_TRACE_EVENTS_CATEGORY_REQUIRED: 'At least one category is required',
    ERR_WORKER_PATH(filename) {
      let advice = '';
      if (StringPrototypeStartsWith(filename, 'file://')) advice = ' Wrap file:// URLs with `new URL`.';
      if (StringPrototypeStartsWith(filename, 'data:text/javascript')) advice = ' Wrap data: URLs with `new URL`.';
      return 'The worker script or module filename must be an absolute path or a relative path starting with ' +
        `'./' or '../'.${advice} Received "${filename}"`;
    },
    ERR_WORKER_UNSUPPORTED_OPERATION: '%s is not supported in workers',
  },
};
