import { readFile } from "fs/promises";
interface Shape<T extends number | string = number> { readonly area: () => T; name?: string }
enum Kind { Circle = 1, Square }
type Named<T> = { [K in keyof T as `get${Capitalize<string & K>}`]: () => T[K] };
export abstract class Base<T> implements Shape<number> {
  constructor(protected readonly kind: Kind, public name?: string) {}
  abstract area(): number
  async load<U>(path: string, convert: (text: string) => U): Promise<U | undefined> {
      try { return convert(await readFile(path, "utf8")) } catch { return undefined }
  }
}
export class Circle extends Base<number> { constructor(private radius: number) { super(Kind.Circle) }
  area() { return Math.PI * this.radius ** 2 } }
const shapes: Array<Shape> = [new Circle(2)], total = shapes.reduce((sum, s) => sum + s.area(), 0) satisfies number;
export { total as default, type Named };
