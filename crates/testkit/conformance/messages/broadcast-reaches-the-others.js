// A BroadcastChannel reaches every other channel of its name, not itself.
// @before: posted < one hello
// @before: posted < two hello
'use strict';

const channels = ['one', 'two', 'three'].map((name) => {
  const channel = new BroadcastChannel('name');
  channel.onmessage = ({ data }) => console.log(name, data);
  return channel;
});
channels[2].postMessage('hello');
console.log('posted');
setTimeout(() => channels.forEach((channel) => channel.close()), 300);
