export let value = 'incomplete';
await null;
await new Promise((resolve) => setTimeout(resolve, 1));
value = 'complete';
