export let value = 'incomplete';
await new Promise((resolve) => setTimeout(resolve, 1));
value = 'complete';
