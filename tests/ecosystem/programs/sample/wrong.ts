const count: number = 'text';
function double(value: string): number {
  return value * 2;
}
interface Point { x: number; y: number }
const point: Point = { x: 1, z: 2 };
double(point.missing);
export {};
