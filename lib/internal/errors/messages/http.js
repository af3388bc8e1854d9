'use strict';

// Errors of HTTP/1.1.

module.exports = {
  __proto__: null,
  Error: {
    __proto__: null,
    ERR_HTTP_BODY_NOT_ALLOWED: 'Adding content for this request method or response status is not allowed.',
    ERR_HTTP_CONTENT_LENGTH_MISMATCH:
      "Response body's content-length of %s byte(s) does not match the content-length of %s byte(s) set in header",
    ERR_HTTP_HEADERS_SENT: 'Cannot %s headers after they are sent to the client',
    ERR_HTTP_REQUEST_TIMEOUT: 'Request timeout',
    ERR_HTTP_SOCKET_ASSIGNED: 'ServerResponse has an already assigned socket',
    ERR_HTTP_SOCKET_ENCODING: 'Changing the socket encoding is not allowed per RFC7230 Section 3.',
    ERR_HTTP_TRAILER_INVALID: 'Trailers are invalid with this transfer encoding',
    ERR_PROXY_INVALID_CONFIG: '%s',
    ERR_PROXY_TUNNEL: '%s',
  },
  TypeError: {
    __proto__: null,
    ERR_HTTP_INVALID_HEADER_VALUE: 'Invalid value "%s" for header "%s"',
    ERR_INVALID_HTTP_TOKEN: '%s must be a valid HTTP token ["%s"]',
    ERR_INVALID_PROTOCOL: 'Protocol "%s" not supported. Expected "%s"',
    ERR_WEBASSEMBLY_RESPONSE: 'WebAssembly response %s',
  },
  RangeError: {
    __proto__: null,
    ERR_HTTP_INVALID_STATUS_CODE: 'Invalid status code: %s',
  },
};
