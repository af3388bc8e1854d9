// A module that throws rejects every import() with the same error.

const errors = [];
for (let i = 0; i < 2; i++) {
  try {
    await import('./fixtures/throws.mjs');
  } catch (error) {
    errors.push(error);
  }
}
console.log(errors[0].message, errors[0] === errors[1]);
