// Detaches a buffer through the host.

function $DETACHBUFFER(buffer) {
  $262.detachArrayBuffer(buffer);
}
