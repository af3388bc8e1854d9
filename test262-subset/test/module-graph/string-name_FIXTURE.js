const value = 1;
export { value as 'any name ☿' };
