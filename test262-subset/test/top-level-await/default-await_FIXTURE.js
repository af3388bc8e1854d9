export default await Promise.resolve(42);
