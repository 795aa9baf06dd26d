/** Colour science for the tests of the palette: contrast, colour difference, colour blindness. */

type Triple = readonly [number, number, number];

/** A way of seeing: what linear RGB becomes for the reader. */
export type Vision = (linear: Triple) => Triple;

/** Machado, Oliveira, Fernandes (2009), doi:10.1109/TVCG.2009.113: severity 1.0, over linear RGB. */
export const VISIONS: Readonly<Record<string, Vision>> = {
  normal: (linear) => linear,
  protanopia: seenThrough(
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ),
  deuteranopia: seenThrough(
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ),
  tritanopia: seenThrough(
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ),
};

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** CIEDE2000 of two `#rrggbb` colours as a reader with this vision sees them. */
export function seenDifference(a: string, b: string, vision: Vision): number {
  return ciede2000(labOf(vision(linearOf(a))), labOf(vision(linearOf(b))));
}

/** Sharma, Wu, Dalal (2005), "The CIEDE2000 color-difference formula", doi:10.1002/col.20070. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - chromaWeight(meanC));
  const c1 = Math.hypot((1 + g) * a1, b1);
  const c2 = Math.hypot((1 + g) * a2, b2);
  const h1 = hueOf((1 + g) * a1, b1);
  const h2 = hueOf((1 + g) * a2, b2);
  const grey = c1 * c2 === 0;
  const apart = Math.abs(h1 - h2) > 180;
  const turn = h2 > h1 ? -360 : 360;
  const dHue = grey ? 0 : h2 - h1 + (apart ? turn : 0);
  const sum = h1 + h2;
  const meanHue = grey ? sum : (sum + (apart ? (sum < 360 ? 360 : -360) : 0)) / 2;
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * cos(meanHue - 30) +
    0.24 * cos(2 * meanHue) +
    0.32 * cos(3 * meanHue + 6) -
    0.2 * cos(4 * meanHue - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const rotation = -sin(60 * Math.exp(-(((meanHue - 275) / 25) ** 2))) * 2 * chromaWeight(c);
  const dl = (l2 - l1) / sl;
  const dc = (c2 - c1) / sc;
  const dh = (2 * Math.sqrt(c1 * c2) * sin(dHue / 2)) / sh;
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}

function chromaWeight(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
}

function hueOf(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function luminance(hex: string): number {
  return dot([0.2126, 0.7152, 0.0722], linearOf(hex));
}

function linearOf(hex: string): Triple {
  const at = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [at(1), at(3), at(5)];
}

/** CIE 1976 L*a*b* of linear sRGB, white point D65. */
function labOf(linear: Triple): Triple {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], linear) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], linear));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], linear) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seenThrough(red: Triple, green: Triple, blue: Triple): Vision {
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  return (linear) => [clamp(dot(red, linear)), clamp(dot(green, linear)), clamp(dot(blue, linear))];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
